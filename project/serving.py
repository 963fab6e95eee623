"""How gunicorn serves the desk: `gunicorn -c python:project.serving`."""

from django.conf import settings

wsgi_app = "project.wsgi"
bind = settings.WEB_BIND
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
worker_class = "gthread"
timeout = 60
graceful_timeout = 15
keepalive = 5
# Fresh processes now and then, not all at once, keep a slow leak from ever mattering.
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = "/dev/shm"  # noqa: S108  (gunicorn's heartbeat file; on a disk it may block)
accesslog = None
logconfig_dict = settings.LOGGING | {
    "loggers": {name: {"handlers": ["stderr"], "propagate": False} for name in ("gunicorn.error", "gunicorn.access")}
}
