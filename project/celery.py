"""The queue's application. Its settings are the CELERY_ lines of settings.py, with their reasons."""

import os

from celery import Celery
from kombu.transport.redis import QoS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")


app = Celery("periksa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# A broker that goes away while a worker holds a message would end the worker: kombu 5.7 wants to hand the message back while it
# closes, through a connection that is gone (AttributeError). It need not: a message only wakes, the rows say what is due, and
# what nobody acknowledges comes back by its visibility timeout.
QoS.restore_at_shutdown = False
