"""The usual design in its barest form: one message a task, and the task does nothing."""

import os
import time

import redis
from celery import Celery

app = Celery(
    "noop", broker=os.environ["REDIS_URL"].replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
)
app.conf.update(task_ignore_result=True, task_default_queue="noop", worker_prefetch_multiplier=100)
MARKS = "noop-marks"


@app.task
def nothing() -> None:
    """Do it."""


@app.task
def mark() -> None:
    """Say when the worker came by; the clock is the machine's, the same in every process."""
    redis.Redis.from_url(os.environ["REDIS_URL"]).rpush(MARKS, time.monotonic())
