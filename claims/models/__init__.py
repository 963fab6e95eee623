"""The rows. Reads are QuerySet methods here; writes are verbs in `claims.services`."""

from claims.models.alert import Alert, Delivery
from claims.models.article import Article, Version
from claims.models.change import Change
from claims.models.check import Check, Reading
from claims.models.claim import Anchor, Attribution, Claim, Figure, Quote
from claims.models.guards import check_guards
from claims.models.job import Job
from claims.models.party import Outlet, Party
from claims.models.ruling import CurrencyChange, Handling, Release, Ruling
from claims.models.snapshot import Body, Snapshot
from claims.models.source import Evidence, Host, Schedule, Source

__all__ = [
    "Alert",
    "Anchor",
    "Article",
    "Attribution",
    "Body",
    "Change",
    "Check",
    "Claim",
    "CurrencyChange",
    "Delivery",
    "Evidence",
    "Figure",
    "Handling",
    "Host",
    "Job",
    "Outlet",
    "Party",
    "Quote",
    "Reading",
    "Release",
    "Ruling",
    "Schedule",
    "Snapshot",
    "Source",
    "Version",
    "check_guards",
]
