"""The editors' desk: Django's admin for every row, and the workbench of an article. Importing it registers all pages."""

from claims.admin import alerts, articles, claim, jobs, parties, people, records, sources

__all__ = ["alerts", "articles", "claim", "jobs", "parties", "people", "records", "sources"]
