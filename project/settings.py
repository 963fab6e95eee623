"""Every setting, from the environment (or a `.env` file beside manage.py) and nothing else; nonsense is refused at the start.

docs/running.md lists each variable; a test keeps the list true.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from project.environment import (
    SQLITE,
    broker,
    choice,
    database,
    flag,
    header,
    hosts,
    mail,
    mailbox,
    mailboxes,
    networks,
    number,
    origins,
    ports,
    quiet_hours,
    secret_key,
    text,
    web,
    zone,
)

BASE_DIR = Path(__file__).resolve().parent.parent

# Where things are kept
DATA_DIR = Path(text("CLAIMS_DATA_DIR", str(BASE_DIR / "var"))).resolve()
DATABASES = {"default": database("DATABASE_URL", "DATABASE_PASSWORD_FILE", DATA_DIR)}
REDIS_URL = text("REDIS_URL", f"unix://{DATA_DIR / 'broker.sock'}")

# Who may reach it
# A lone desk on SQLite may do without: each process that needs one then has its own.
SECRET_KEY = secret_key("SECRET_KEY", "SECRET_KEY_FILE", DATA_DIR, needed=DATABASES["default"]["ENGINE"] != SQLITE)
DEBUG = flag("DEBUG", default=False)
ALLOWED_HOSTS = hosts("ALLOWED_HOSTS", "localhost", "127.0.0.1", "[::1]")
CSRF_TRUSTED_ORIGINS = origins("CSRF_TRUSTED_ORIGINS")
HTTPS = flag("HTTPS", default=False)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# Health checks ask from inside, past the proxy.
SECURE_REDIRECT_EXEMPT = ["^health/"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "project.errors.expired"
LOGIN_URL = reverse_lazy("admin:login")
LOGIN_REDIRECT_URL = "/admin/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

STRICT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
# The theme of the stock admin pages evaluates expressions in attributes and sets inline styles.
THEMED = f"{STRICT}; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'"
# The API's interactive documentation sets inline styles.
DOCUMENTED = f"{STRICT}; style-src 'self' 'unsafe-inline'"
CSP_POLICIES = [
    (r"/admin/claims/article/[^/]+/desk/", STRICT),
    (r"/admin/", THEMED),
    (r"/api/v1/docs/", DOCUMENTED),
    (r"", STRICT),
]

# How the web process serves
WEB_BIND = text("WEB_BIND", "127.0.0.1:8000")
WEB_WORKERS = number("WEB_WORKERS", 2, 1, 64)
WEB_THREADS = number("WEB_THREADS", 4, 1, 64)

# What it is made of
INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.simple_history",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "knox",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "simple_history",
    "claims",
    "project",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "project.csp.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "claims.admin.signing.signed_in_first",
    "claims.admin.zones.newsroom_clock",
]
ROOT_URLCONF = "project.urls"
WSGI_APPLICATION = "project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "claims.admin.tags"],
        },
    }
]

# Words, dates, static files
FORMS_URLFIELD_ASSUME_HTTPS = True  # an address typed without a scheme
USE_TZ = True
TIME_ZONE = "UTC"  # of rows, reports and the API; the desk shows the newsroom's clock
CLAIMS_ZONE = zone("CLAIMS_ZONE", "Asia/Jakarta")
CLAIMS_LANGUAGE = choice("CLAIMS_LANGUAGE", "en", "id")
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("id", _("Indonesian"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["project.formats"]
STATIC_URL = "/static/"
# An image collects its static files once; everywhere else they are served from where they lie.
COLLECTED_STATIC = flag("COLLECTED_STATIC", default=False)
STATIC_ROOT = Path(text("STATIC_ROOT", str(BASE_DIR / "static"))) if COLLECTED_STATIC else None
WHITENOISE_USE_FINDERS = not COLLECTED_STATIC
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# Above the 10 MB that an article's file may have, so that a larger one is refused in a sentence (claims/admin/adding.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20

# Mail
vars().update(mail("EMAIL_URL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = mailbox("DEFAULT_FROM_EMAIL", text("DEFAULT_FROM_EMAIL") or "periksa@localhost")

# Who we are, in reports
CLAIMS_DESK_NAME = text("CLAIMS_DESK_NAME", "Periksa")
CLAIMS_DESK_URL = web("CLAIMS_DESK_URL")

# Reading sources
CLAIMS_FETCH_DEADLINE = number("CLAIMS_FETCH_DEADLINE", 30, 1, 300)
CLAIMS_FETCH_MAX_WIRE_BYTES = number("CLAIMS_FETCH_MAX_WIRE_BYTES", 10 * 2**20, 2**10, 2**30)
CLAIMS_FETCH_MAX_BYTES = number("CLAIMS_FETCH_MAX_BYTES", 10 * 2**20, 2**10, 2**30)
CLAIMS_FETCH_MAX_REDIRECTS = number("CLAIMS_FETCH_MAX_REDIRECTS", 5, 0, 20)
CLAIMS_FETCH_AGENT = header("CLAIMS_FETCH_AGENT", "Periksa/1 (claim checking desk)")
CLAIMS_ROBOTS = flag("CLAIMS_ROBOTS", default=True)
CLAIMS_SAVE_TO_WAYBACK = flag("CLAIMS_SAVE_TO_WAYBACK", default=False)
CLAIMS_LEASE_SECONDS = number("CLAIMS_LEASE_SECONDS", 90, 1, 3600)
CLAIMS_POLL_SECONDS = number("CLAIMS_POLL_SECONDS", 5, 1, 3600)
CLAIMS_QUARANTINE_AFTER = number("CLAIMS_QUARANTINE_AFTER", 3, 2, 100)
CLAIMS_ALERT_MAIL = mailboxes("CLAIMS_ALERT_MAIL")
CLAIMS_DIGEST_MINUTES = number("CLAIMS_DIGEST_MINUTES", 0, 0, 1440)
CLAIMS_QUIET_HOURS = quiet_hours("CLAIMS_QUIET_HOURS")
CLAIMS_WEBHOOK_URL = web("CLAIMS_WEBHOOK_URL")
CLAIMS_WEBHOOK_SECRET = text("CLAIMS_WEBHOOK_SECRET")
CLAIMS_ALLOWED_NETWORKS = networks("CLAIMS_ALLOWED_NETWORKS")
CLAIMS_ALLOWED_PORTS = ports("CLAIMS_ALLOWED_PORTS", 80, 443)
if CLAIMS_LEASE_SECONDS < 2 * CLAIMS_FETCH_DEADLINE:
    # A lease that ends while its fetch may still run would let two workers read one source at once.
    raise ImproperlyConfigured("CLAIMS_LEASE_SECONDS must be at least twice CLAIMS_FETCH_DEADLINE")
if CLAIMS_WEBHOOK_URL and len(CLAIMS_WEBHOOK_SECRET) < 16:
    raise ImproperlyConfigured("CLAIMS_WEBHOOK_URL needs a CLAIMS_WEBHOOK_SECRET of at least 16 characters")

# The queue: a message only wakes a worker, the rows say what is due
CELERY_BROKER_URL = broker("REDIS_URL", REDIS_URL)
# Results live in our rows.
CELERY_TASK_IGNORE_RESULT = True
# A message is acknowledged when its task is done, so that one whose worker was killed comes back.
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
# No worker holds messages that another could take up; fresh processes now and then keep a slow leak from ever mattering.
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
# Logs are those of LOGGING below.
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# A task whose message can no longer be acknowledged ends: the message is handed out again, and the rows lose nothing.
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
# A worker waits for a broker that is away, at its start too and for as long as it takes.
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # A killed worker's message comes back after two minutes instead of the library's hour, and is looked for each second.
    "visibility_timeout": 120,
    "unacked_restore_interval": 1,
    "unacked_restore_throttle": 1,
    "socket_connect_timeout": 1,
    "socket_timeout": 30,
    # Whoever sends a message waits for nobody; the heartbeat finds the row without it (claims/tasks.py).
    "max_retries": 0,
}
CELERY_TASK_PUBLISH_RETRY = False
# Both below the visibility timeout, so that no message is handed out again while its task runs.
CELERY_TASK_SOFT_TIME_LIMIT = 100
CELERY_TASK_TIME_LIMIT = 110
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "heartbeat": {
        "task": "claims.tasks.heartbeat",
        "schedule": CLAIMS_POLL_SECONDS,
        "options": {"expires": CLAIMS_POLL_SECONDS},
    },
}

# The API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "claims.api.tokens.Tokens",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PAGINATION_CLASS": "claims.api.paging.Pages",
    "DEFAULT_FILTER_BACKENDS": ["claims.api.filters.NamedFilters"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "claims.api.refusals.refused",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Periksa",
    "DESCRIPTION": "Checkable figures and quotes of printed articles, their sources, checks and rulings.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "ENUM_NAME_OVERRIDES": {"Verdict": "claims.verdicts.choices"},
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums", "claims.api.schema.refusals"],
}

# The admin's theme
UNFOLD = {
    "SITE_TITLE": "Periksa",
    "SITE_HEADER": "Periksa",
    "SITE_SUBHEADER": _("Figures and quotes, checked"),
    "SITE_SYMBOL": "fact_check",
    "SITE_URL": None,
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "SHOW_LANGUAGES": True,
    "STYLES": ["claims.admin.navigation.style"],
    "SCRIPTS": ["claims.admin.navigation.kept", "claims.admin.navigation.reach"],
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": "claims.admin.navigation.icon"}],
    "SIDEBAR": {"navigation": "claims.admin.navigation.items"},
    "DASHBOARD_CALLBACK": "claims.admin.front.fill",
    "COLORS": {
        "primary": {
            "50": "oklch(97% .014 240)",
            "100": "oklch(94% .03 240)",
            "200": "oklch(89% .06 240)",
            "300": "oklch(81% .1 241)",
            "400": "oklch(71% .13 243)",
            "500": "oklch(60% .15 247)",
            "600": "oklch(52% .15 252)",
            "700": "oklch(46% .14 255)",
            "800": "oklch(40% .12 257)",
            "900": "oklch(35% .09 258)",
            "950": "oklch(27% .07 260)",
        }
    },
}

# Logs, in UTC
LOG_LEVEL = text("LOG_LEVEL", "INFO").upper()
if LOG_LEVEL not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
    raise ImproperlyConfigured(f"LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {LOG_LEVEL!r}")
LOG_FORMAT = text("LOG_FORMAT", "text")
if LOG_FORMAT not in {"text", "json"}:
    raise ImproperlyConfigured(f"LOG_FORMAT must be text or json, not {LOG_FORMAT!r}")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"text": {"()": "project.logs.TextFormatter"}, "json": {"()": "project.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
    },
}
