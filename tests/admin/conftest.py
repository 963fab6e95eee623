"""Signed-in browsers without a browser."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db.models import Q
from django.test import Client


@pytest.fixture
def desk(editor: User, client: Client) -> Client:
    """An editor's client."""
    client.force_login(editor)
    return client


def looking(name: str, *rights: str) -> Client:
    """A client of somebody who may look at the desk's rows, and has these rights besides."""
    user = User.objects.create_user(name, is_staff=True)
    ours = Permission.objects.filter(content_type__app_label="claims")
    codes = [right.removeprefix("claims.") for right in rights]
    user.user_permissions.set(ours.filter(Q(codename__startswith="view_") | Q(codename__in=codes)))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def reader(db: None) -> Client:
    """A client of somebody who may look at the desk's rows and change none."""
    return looking("rina")
