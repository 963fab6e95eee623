"""Along the trail and everywhere: what a worker that remembers its leases finds, and what it may not miss."""

import time
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from claims.models import Host, Schedule
from claims.services import evidence, looks, schedules
from claims.services.looks import Trail
from claims.services.schedules import Lease

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


def some_sources(count: int, hosts: int = 1) -> list[int]:
    """Due sources without politeness, spread over hosts, in the order of their due dates; their ids."""
    ids = [evidence.source_at(f"http://host{number % hosts}.example/{uuid.uuid4()}").pk for number in range(count)]
    Host.objects.update(crawl_delay=0)
    for place, pk in enumerate(ids):
        Schedule.objects.filter(pk=pk).update(next_check_at=timezone.now() - timedelta(minutes=len(ids) - place))
    return ids


def let_go(leases: list[Lease], *, again: bool = False) -> None:
    """The sources are due in an hour (`again`: as before), and their hosts are free."""
    free = {"lease_token": None, "lease_until": None}
    ids = [lease.source_id for lease in leases]
    dates = {} if again else {"next_check_at": timezone.now() + timedelta(hours=1)}
    Schedule.objects.filter(pk__in=ids).update(attempt=0, **free, **dates)
    Host.objects.update(**free)


def leased(leases: list[Lease]) -> list[int]:
    return [lease.source_id for lease in leases]


def on_trail(trail: Trail) -> Trail:
    """No whole look for a while, unless the trail has nothing more."""
    trail.whole_after = time.monotonic() + 600
    return trail


def test_a_trail_goes_on_where_it_ended() -> None:
    ids = some_sources(6)
    trail = Trail()
    for place in (0, 2, 4):
        leases = schedules.lease(2, trail=on_trail(trail))
        assert leased(leases) == ids[place : place + 2]
        let_go(leases)
    assert schedules.lease(2, trail=on_trail(trail)) == []


def test_a_whole_look_shows_the_trail_every_host_with_due_sources() -> None:
    """So the next leases go to those that the first left over, without another whole look."""
    ids = some_sources(6, hosts=3)
    trail = Trail()
    assert leased(schedules.lease(1, trail=trail)) == ids[:1]
    if connections["default"].vendor == "postgresql":
        assert {host: due <= timezone.now() for host, due in trail.reached.items()} == dict.fromkeys(
            Host.objects.values_list("pk", flat=True), True
        )
    assert sorted(leased(schedules.lease(6, trail=on_trail(trail)))) == sorted({*ids} - {ids[0], ids[3]})


def test_a_whole_look_forgets_where_nothing_is_due() -> None:
    some_sources(4, hosts=2)
    trail = Trail()
    schedules.lease(4, trail=trail)
    assert schedules.lease(4, trail=trail) == []
    assert trail.reached == {}


@pytest.mark.parametrize("behind", ["given back", "made due earlier", "a clock that went back"])
def test_what_lies_behind_is_found_when_the_trail_ends(behind: str) -> None:
    ids = some_sources(4)
    trail = Trail()
    first = schedules.lease(2, trail=trail)
    let_go(first, again=behind == "given back")
    if behind == "made due earlier":
        Schedule.objects.filter(pk=ids[0]).update(next_check_at=timezone.now() - timedelta(days=1))
    if behind == "a clock that went back":
        trail.reached = {first[0].host_id: timezone.now() + timedelta(days=365)}
    seen: list[int] = []
    while leases := schedules.lease(1, trail=on_trail(trail)):
        seen += leased(leases)
        let_go(leases)
    expected = {"given back": ids, "made due earlier": [ids[0], *ids[2:]], "a clock that went back": ids[2:]}
    assert sorted(seen) == sorted(expected[behind])


@pytest.mark.parametrize("is_dear", [False, True])
def test_a_whole_look_comes_although_the_trail_goes_on(is_dear: bool) -> None:
    """Another host, and a source behind the trail, wait for a whole look and no longer."""
    ids = some_sources(30)
    trail = Trail()
    let_go(schedules.lease(5, trail=trail))
    elsewhere = evidence.source_at("http://elsewhere.example/1").pk
    Host.objects.update(crawl_delay=0)
    late = timezone.now() - timedelta(days=1)
    Schedule.objects.filter(pk__in=[elsewhere, ids[0]]).update(next_check_at=late)
    on_trail(trail).is_dear = is_dear
    let_go(schedules.lease(40, trail=trail))
    if is_dear:
        trail.whole_after = time.monotonic()
    seen = leased(schedules.lease(40, trail=trail))
    assert {elsewhere, ids[0]} <= set(seen) or connections["default"].vendor == "sqlite"


def test_whole_looks_are_never_further_apart_than_a_poll(settings: Any) -> None:
    settings.CLAIMS_POLL_SECONDS = 5
    trail = Trail()
    trail.rest(0.002)
    assert trail.whole_after - time.monotonic() <= 0.04
    trail.rest(3600.0)
    assert 4 < trail.whole_after - time.monotonic() <= 5


def test_a_trail_does_not_lead_to_a_host_in_other_hands() -> None:
    some_sources(6, hosts=2)
    mine, others = Trail(), Trail()
    let_go(schedules.lease(2, trail=mine))
    first = schedules.lease(1, trail=others)
    taken = Schedule.objects.get(pk=first[0].source_id)
    rest = schedules.lease(6, trail=on_trail(mine)) + schedules.lease(6, trail=on_trail(mine))
    assert 1 <= len(rest) <= 3  # what is left of the other host
    assert taken.host_id not in {lease.host_id for lease in rest}
    assert schedules.lease(6, trail=on_trail(mine)) == []


def test_one_that_was_leased_before_does_not_hold_up_the_others() -> None:
    some_sources(8, hosts=2)
    first = schedules.lease(4)
    past = timezone.now() - timedelta(seconds=1)
    Schedule.objects.exclude(lease_until=None).update(lease_until=past)
    Host.objects.update(lease_until=past)
    found = schedules.lease(8)
    assert [lease.attempt > 1 for lease in found] == [True, False, False, False, False]
    assert set(leased(found[1:])).isdisjoint(leased(first))


def test_a_trail_is_bounded_and_keeps_the_newest() -> None:
    trail, now = Trail(), timezone.now()
    trail.follow((number, number, 0, 1, now) for number in range(looks.MOST_KNOWN + 5))
    trail.follow([(7, 7, 0, 1, now - timedelta(hours=1))])
    assert len(trail.reached) == looks.MOST_KNOWN
    assert (next(iter(trail.reached)), list(trail.reached)[-1]) == (5, 7 if 7 in trail.reached else None)
    assert trail.reached[7] == now


def test_hosts_are_taken_only_until_there_is_enough() -> None:
    """The longest due host gives all that it may; the next one is left for another worker. SQLite has one writer anyway."""
    some_sources(60, hosts=3)
    first = schedules.lease(looks.EACH)
    assert len(first) == looks.EACH
    if connections["default"].vendor == "postgresql":
        second = schedules.lease(looks.EACH)
        assert len({lease.host_id for lease in first}) == len({lease.host_id for lease in second}) == 1
        assert len(second) == looks.EACH
