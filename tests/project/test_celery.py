"""The queue's application: it knows the app's tasks, and what beat sends is one of them."""

from django.conf import settings

from project.celery import app


def test_whatever_beat_sends_is_a_task() -> None:
    app.loader.import_default_modules()
    assert {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} <= set(app.tasks)


def test_a_message_that_waited_longer_than_a_beat_is_dropped() -> None:
    heartbeat = settings.CELERY_BEAT_SCHEDULE["heartbeat"]
    assert heartbeat["options"]["expires"] == heartbeat["schedule"] == settings.CLAIMS_POLL_SECONDS
