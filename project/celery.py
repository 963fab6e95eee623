"""The queue's application. Its settings are the CELERY_ lines of settings.py, with their reasons."""

import os
from typing import Any

from celery import Celery
from celery.contrib.django.task import DjangoTask
from django.db import transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")


class Wake(DjangoTask):
    """A task whose message only wakes a worker: the row it speaks of is already committed.

    So a broker that is away is logged, never raised at the editor whose write has just succeeded;
    the heartbeat finds the row without any message.
    """

    def delay_on_commit(self, *args: Any, **kwargs: Any) -> None:
        def send() -> None:
            self.delay(*args, **kwargs)

        transaction.on_commit(send, robust=True)

    def apply_async_on_commit(self, *args: Any, **kwargs: Any) -> None:
        def send() -> None:
            self.apply_async(*args, **kwargs)

        transaction.on_commit(send, robust=True)


app = Celery("periksa", task_cls=Wake)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
