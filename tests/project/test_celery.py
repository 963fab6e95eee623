"""The queue: a message that cannot be sent is logged, never raised at whoever has just written a row."""

import logging

import pytest
from celery import Celery
from django.db import transaction

from project.celery import Wake, app

away = Celery("away", broker="redis://127.0.0.1:1/0", task_cls=Wake, set_as_current=False)
away.conf.broker_transport_options = app.conf.broker_transport_options
away.conf.task_publish_retry = app.conf.task_publish_retry


@away.task
def nothing() -> None:
    """A task to send."""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("send", ["delay_on_commit", "apply_async_on_commit"])
def test_a_write_succeeds_while_the_broker_is_away(send: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), transaction.atomic():
        getattr(nothing, send)()
    assert "Error calling" in caplog.text
