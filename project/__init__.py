"""Wiring: settings, URLs, the queue and the servers' entry points. No rule about claims lives here."""

from project.celery import app as celery_app

__all__ = ["celery_app"]
