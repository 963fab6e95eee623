"""Addresses for whatever watches the desk: is the web process alive, can it serve, and does re-checking go on?"""

from collections.abc import Callable

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from claims.services import health, schedules


def live(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"status": "ok"})


def ready(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, else 503; the broker is told but not required, since writes work without it."""
    database = _state(_ask_database)
    broker = _state(_ask_broker)
    status = 200 if database == "ok" else 503
    return JsonResponse(
        {"status": "ok" if status == 200 else "unavailable", "database": database, "broker": broker}, status=status
    )


def work(request: HttpRequest) -> JsonResponse:
    """503 when sources are overdue and nobody reads them, whatever the cause. Apart from `ready`: the web can serve meanwhile."""
    if _state(_ask_database) == "down":
        return JsonResponse({"status": "unavailable", "database": "down"}, status=503)
    why = health.standing_still(schedules.database_now())
    return JsonResponse({"status": "standing still" if why else "ok", "why": why}, status=503 if why else 200)


def _state(ask: Callable[[], object]) -> str:
    try:
        ask()
    except (DatabaseError, redis.RedisError, OSError):
        return "down"
    return "ok"


def _ask_database() -> object:
    with connection.cursor() as cursor:
        return cursor.execute("SELECT 1")


def _ask_broker() -> object:
    with redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1) as client:
        return client.ping()
