"""The queue's application. Its settings are the CELERY_ lines of settings.py, with their reasons."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")


app = Celery("periksa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
