"""The change log's cursor never passes over a change that is yet to be committed."""

import threading

import pytest
from django.db import connection, transaction

from claims.models import Change
from claims.services import changes, parties
from tests.waiting import awaited


@pytest.mark.django_db(transaction=True)
def test_a_change_is_held_back_while_an_older_transaction_may_still_commit() -> None:
    opened, finish = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            changes.note([parties.party_named("Slow")])
            opened.set()
            finish.wait(30)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    assert opened.wait(30)
    with transaction.atomic():
        changes.note([parties.party_named("Quick")])
    assert Change.objects.count() == 1
    assert list(Change.objects.settled()) == []
    finish.set()
    thread.join()
    awaited(lambda: Change.objects.settled().count() == 2)
