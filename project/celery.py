"""The queue's application. Its settings are the CELERY_ lines of settings.py, with their reasons."""

import os
from typing import Any

from celery import Celery
from kombu.transport.redis import Channel, QoS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")


class InHand(QoS):
    """The messages that a worker holds, let go where the connection that brought them is gone.

    kombu 5.7 ends the worker there (AttributeError): when it hands messages back while it closes, and when a task that outlived a
    broker's restart is acknowledged. Neither need be: a message only wakes, the rows say what is due, and what nobody acknowledges
    comes back by its visibility timeout.
    """

    restore_at_shutdown = False

    def ack(self, delivery_tag: Any) -> None:
        """Acknowledge a message, if there still is somebody to tell."""
        if self.channel.connection is not None:
            super().ack(delivery_tag)

    def reject(self, delivery_tag: Any, requeue: bool = False) -> None:
        """Give a message back or throw it away, if there still is somebody to tell."""
        if self.channel.connection is not None:
            super().reject(delivery_tag, requeue)


Channel.QoS = InHand
app = Celery("periksa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
