"""Signed-in browsers without a browser."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client


@pytest.fixture
def desk(editor: User, client: Client) -> Client:
    """An editor's client."""
    client.force_login(editor)
    return client


@pytest.fixture
def reader(db: None) -> Client:
    """A client of somebody who may look at the desk's rows and change none."""
    user = User.objects.create_user("rina", is_staff=True)
    view = Permission.objects.filter(content_type__app_label="claims", codename__startswith="view_")
    user.user_permissions.set(view)
    client = Client()
    client.force_login(user)
    return client
