"""The settings: what the environment may say, and that nonsense is refused in one sentence that names the variable."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

SETTINGS = Path(__file__).resolve().parent.parent.parent / "project" / "settings.py"
KEY = "k" * 40


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Read the settings file anew with these variables set."""

    def settings(**variables: str) -> dict[str, Any]:
        for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("CLAIMS_DATA_DIR", str(tmp_path))
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return settings


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DEBUG": "perhaps"}, "DEBUG must be on or off"),
        ({"CLAIMS_FETCH_DEADLINE": "soon"}, "CLAIMS_FETCH_DEADLINE must be a whole number from 1 to 300, not 'soon'"),
        ({"CLAIMS_FETCH_DEADLINE": "0"}, "CLAIMS_FETCH_DEADLINE must be a whole number from 1"),
        ({"CLAIMS_FETCH_DEADLINE": "-1"}, "CLAIMS_FETCH_DEADLINE must be a whole number"),
        ({"CLAIMS_FETCH_DEADLINE": "60"}, "CLAIMS_LEASE_SECONDS must be at least twice CLAIMS_FETCH_DEADLINE"),
        ({"CLAIMS_ALLOWED_NETWORKS": "10.0.0.0/99"}, "CLAIMS_ALLOWED_NETWORKS"),
        ({"CLAIMS_ALLOWED_NETWORKS": "the office"}, "CLAIMS_ALLOWED_NETWORKS"),
        ({"CLAIMS_WEBHOOK_URL": "https://desk.example/hook"}, "CLAIMS_WEBHOOK_URL needs a CLAIMS_WEBHOOK_SECRET"),
        ({"REDIS_URL": "amqp://127.0.0.1/"}, "REDIS_URL must start with"),
        ({"DATABASE_URL": "mysql://127.0.0.1/periksa"}, "DATABASE_URL must name a PostgreSQL"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL must name a PostgreSQL"),
        ({"DATABASE_URL": "postgres://db:port/periksa"}, "DATABASE_URL: Port"),
        ({"DATABASE_URL": "postgres://127.0.0.1/periksa"}, "SECRET_KEY"),
        ({"DATABASE_PASSWORD_FILE": "/nowhere/password"}, "DATABASE_PASSWORD_FILE: .*No such file"),
        ({"REDIS_URL": "redis://broker:port/0"}, "REDIS_URL: Port"),
        ({"EMAIL_URL": "pigeon://loft"}, "EMAIL_URL"),
        ({"CLAIMS_ALLOWED_PORTS": "80,web"}, "CLAIMS_ALLOWED_PORTS must be a whole number from 1 to 65535, not 'web'"),
        ({"CLAIMS_FETCH_AGENT": "Périksa/1"}, "CLAIMS_FETCH_AGENT must be plain letters"),
        ({"CLAIMS_FETCH_AGENT": "Periksa/1\nX-Other: 1"}, "CLAIMS_FETCH_AGENT must be plain letters"),
        ({"CLAIMS_FETCH_AGENT": " "}, "CLAIMS_FETCH_AGENT must be plain letters"),
        ({"CLAIMS_ZONE": "WIB"}, "CLAIMS_ZONE must be an IANA time zone such as Asia/Jakarta, not 'WIB'"),
        ({"CLAIMS_LANGUAGE": "fr"}, "CLAIMS_LANGUAGE must be en or id, not 'fr'"),
        ({"CLAIMS_QUIET_HOURS": "at night"}, "CLAIMS_QUIET_HOURS must look like 22:00-06:00"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY .* at least 32 characters"),
        ({"ALLOWED_HOSTS": "https://periksa.example"}, "ALLOWED_HOSTS must look like periksa.example.org, not 'https:"),
        ({"ALLOWED_HOSTS": "periksa.example:8000"}, "ALLOWED_HOSTS must look like"),
        ({"CSRF_TRUSTED_ORIGINS": "periksa.example"}, "CSRF_TRUSTED_ORIGINS must look like https://"),
        ({"CSRF_TRUSTED_ORIGINS": "https://periksa.example/admin"}, "CSRF_TRUSTED_ORIGINS must look like https://"),
        ({"CLAIMS_DESK_URL": "periksa.example"}, "CLAIMS_DESK_URL must look like https://"),
        ({"CLAIMS_WEBHOOK_URL": "ftp://hook.example/"}, "CLAIMS_WEBHOOK_URL must look like https://"),
        (
            {"CLAIMS_ALERT_MAIL": "a@desk.example,night desk"},
            "CLAIMS_ALERT_MAIL must look like desk@example.org, not 'night",
        ),
        ({"DEFAULT_FROM_EMAIL": "periksa"}, "DEFAULT_FROM_EMAIL must look like"),
        ({"EMAIL_URL": "smtp:/mail.example"}, "EMAIL_URL must name the mail server"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL must be"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT must be"),
    ],
)
def test_nonsense_is_refused_by_name(read: Any, variables: dict[str, str], words: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=words):
        read(**variables)


def test_without_any_variable_the_desk_is_embedded(read: Any, tmp_path: Path) -> None:
    settings = read()
    assert settings["DATABASES"]["default"]["NAME"] == str(tmp_path / "periksa.sqlite3")
    assert settings["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert settings["CELERY_BROKER_URL"] == f"redis+socket://{tmp_path}/broker.sock?virtual_host=0"
    assert not settings["DEBUG"]


def test_names_and_addresses_of_every_good_shape_are_taken(read: Any) -> None:
    settings = read(
        ALLOWED_HOSTS="periksa.example, .desk.example, 10.0.0.4, [2001:db8::1], *",
        CSRF_TRUSTED_ORIGINS="https://*.desk.example, http://10.0.0.4:8000",
        CLAIMS_DESK_URL="https://desk.example/periksa/",
        CLAIMS_WEBHOOK_URL="http://localhost:9000/hook?desk=1",
        CLAIMS_WEBHOOK_SECRET=KEY,
        CLAIMS_ALERT_MAIL="night@desk.example, day+alerts@localhost",
        DEFAULT_FROM_EMAIL="Meja Periksa, Jakarta <periksa@desk.example>",
        EMAIL_URL="smtp+tls://user:p%40ss@mail.example:587",
    )
    assert settings["ALLOWED_HOSTS"] == ["periksa.example", ".desk.example", "10.0.0.4", "[2001:db8::1]", "*"]
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://*.desk.example", "http://10.0.0.4:8000"]
    assert settings["CLAIMS_DESK_URL"] == "https://desk.example/periksa/"
    assert settings["CLAIMS_ALERT_MAIL"] == ["night@desk.example", "day+alerts@localhost"]
    assert settings["DEFAULT_FROM_EMAIL"] == "Meja Periksa, Jakarta <periksa@desk.example>"
    assert settings["EMAIL_HOST"] == "mail.example"


def test_keys_and_passwords_may_stand_in_files(read: Any, tmp_path: Path) -> None:
    (tmp_path / "key").write_text(KEY + "\n")
    (tmp_path / "password").write_text("sesame\n")
    settings = read(
        SECRET_KEY_FILE=str(tmp_path / "key"),
        DATABASE_URL="postgres://periksa@db/periksa",
        DATABASE_PASSWORD_FILE=str(tmp_path / "password"),
    )
    assert settings["SECRET_KEY"] == KEY
    assert settings["DATABASES"]["default"]["PASSWORD"] == "sesame"


def test_a_public_server_speaks_only_https(read: Any) -> None:
    settings = read(HTTPS="on", SECRET_KEY=KEY)
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_HSTS_SECONDS"] > 0


def test_a_task_ends_before_its_message_is_handed_out_again(read: Any) -> None:
    settings = read()
    visible = settings["CELERY_BROKER_TRANSPORT_OPTIONS"]["visibility_timeout"]
    assert settings["CELERY_TASK_SOFT_TIME_LIMIT"] < settings["CELERY_TASK_TIME_LIMIT"] < visible
