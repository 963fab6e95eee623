"""Pytest plugin (named in pyproject.toml): gives the tests their database and broker before Django reads its settings."""

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    missing = [name for name in ("DATABASE_URL", "REDIS_URL") if name not in os.environ]
    if missing:
        raise pytest.UsageError(f"set {' and '.join(missing)}")


os.environ.setdefault("SECRET_KEY", "a key for the tests and for nothing else")
