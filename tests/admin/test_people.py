"""Accounts in the theme's clothes, for superusers alone."""

from django.contrib.auth.models import User
from django.urls import reverse


def test_accounts_are_made_by_superusers(admin_client):
    data = {
        "username": "dewi",
        "usable_password": "true",
        "password1": "kata sandi panjang",
        "password2": "kata sandi panjang",
    }
    answer = admin_client.post(reverse("admin:auth_user_add"), data)
    assert answer.status_code == 302, answer.content.decode()
    assert User.objects.filter(username="dewi").exists()
    assert admin_client.get(reverse("admin:auth_group_changelist")).status_code == 200


def test_editors_see_no_accounts(desk):
    assert desk.get(reverse("admin:auth_user_changelist")).status_code == 403
