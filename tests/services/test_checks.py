"""The check loop through its front door, against a scripted server."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.db import DataError, connection
from django.utils import timezone, translation

from claims.comparison import Read
from claims.fetching import Policy
from claims.locating import Located
from claims.models import Alert, Body, Check, Claim, Evidence, Host, Reading, Schedule, Snapshot
from claims.services import answers, audits, checks, editing, evidence, findings, readings, rulebook, schedules, telling
from claims.services.searches import Recent
from claims.wording import day_text
from tests.factories import a_figure, a_quote, some_evidence
from tests.hostile import Hit, Page, Source

pytestmark = pytest.mark.django_db(transaction=True)

TOLL = "<html lang=en><body><p>As of {day} November 2023, {toll} people have been killed in Israel, the government said.</p>"
TALK = "<p>Rina: “Jumlah ini masih dapat berubah,” katanya kemarin di Jakarta.</p>"


@pytest.fixture
def source() -> Iterator[Source]:
    with Source() as server:
        yield server


@pytest.fixture
def policy(source: Source) -> Policy:
    return source.policy()


def due_again() -> None:
    """Everything is due and every host may be asked."""
    Schedule.objects.update(next_check_at=timezone.now() - timedelta(seconds=1))
    Host.objects.update(next_allowed_at=None)


def again(policy: Policy) -> Check:
    """One more round; its check."""
    due_again()
    assert checks.check_due(policy=policy).checks == 1
    return Check.objects.latest("pk")


def watched(editor: User, source: Source, path: str = "/toll", **known: Any) -> Evidence:
    """A figure (about 1,400 killed) with a source hung on it."""
    return some_evidence(editor, a_figure(editor, place="Israel"), url=source.url(path), **known)


# At any hour one of them has another day than UTC.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_since_when_a_page_is_unchanged_is_told_on_the_newsroom_s_clock(
    editor: User, source: Source, policy: Policy, settings: Any, zone: str
) -> None:
    settings.CLAIMS_ZONE = zone
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    first = again(policy)
    assert day_text(timezone.localdate(first.checked_at, ZoneInfo(zone))) in again(policy).sentence


def test_a_figure_is_read_and_superseded(editor: User, source: Source, policy: Policy) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    row = watched(editor, source)
    assert checks.check_due(policy=policy).checks == 1
    check = Check.objects.get()
    assert (check.finding, check.words) == ("matches", "about 1,400 people")
    assert check.reading is not None
    assert (check.reading.value, check.reading.bound, str(check.reading.as_of)) == (1400, "about", "2023-11-01")
    assert check.snapshot.text[check.start : check.end] == check.words
    row.refresh_from_db()
    row.claim.refresh_from_db()
    assert (row.finding, row.fetched, row.claim.currency, row.claim.verdict) == (
        "matches",
        "ok",
        "current",
        "unverified",
    )
    assert not Alert.objects.exists()

    source.page("/toll", TOLL.format(day=12, toll="about 1,200"))
    check = again(policy)
    assert check.finding == "superseded"
    assert "1,200" in check.sentence
    row.refresh_from_db()
    row.claim.refresh_from_db()
    assert (row.finding, row.claim.currency, row.claim.verdict) == ("superseded", "superseded", "unverified")
    alert = Alert.objects.get()
    assert (alert.finding, alert.previous, alert.opened_by, alert.claim) == ("superseded", "matches", check, row.claim)

    check = again(policy)
    assert (check.snapshot.fetched, check.finding, check.reading) == ("unchanged", "superseded", None)
    assert "has not changed" in check.sentence
    assert Alert.objects.count() == 1
    assert Snapshot.objects.count() == 3

    source.page("/toll", TOLL.format(day=12, toll="about 1,139"))
    check = again(policy)
    assert check.finding == "superseded"
    assert [(one.opened_by, one.state) for one in Alert.objects.order_by("-pk")] == [
        (check, "open"),
        (alert.opened_by, "closed"),
    ]
    source.page("/toll", TOLL.format(day=13, toll="about 1,139"))
    assert again(policy).finding == "superseded"
    assert Alert.objects.count() == 2
    assert audits.audit() == []


def test_a_quote_is_found_and_later_missing(editor: User, source: Source, policy: Policy) -> None:
    source.page("/talk", TALK)
    row = evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    checks.check_due(policy=policy)
    check = Check.objects.get()
    assert (check.finding, check.words) == ("matches", "Jumlah ini masih dapat berubah")
    row.claim.refresh_from_db()
    assert row.claim.currency == "current"
    source.page("/talk", "<p>Rina tidak berkata apa-apa.</p>")
    assert again(policy).finding == "missing"
    assert audits.audit() == []


def test_one_page_is_fetched_once_for_all_its_claims(editor: User, source: Source, policy: Policy) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    for _ in range(3):
        watched(editor, source)
    tally = checks.check_due(policy=policy)
    assert (tally.sources, tally.checks) == (1, 3)
    assert len(source.hits("/toll")) == 1


@pytest.mark.parametrize("how", ["304", "same"])
def test_an_unchanged_page_is_asked_again_when_the_claim_changed(
    editor: User, source: Source, policy: Policy, how: str
) -> None:
    body = TOLL.format(day=1, toll="about 1,200")
    source.page("/toll", body, etag='"a"' if how == "304" else None)
    row = watched(editor, source)
    checks.check_due(policy=policy)
    assert Check.objects.get().finding == "superseded"
    readings.correct(row.claim, editor=editor, reason="misread", changed={"value": Decimal(1200)})
    check = again(policy)
    assert (check.snapshot.fetched, check.finding) == ("unchanged", "matches")
    assert check.expected["value"] == "1200"
    assert check.reading is not None
    assert [hit.headers.get("if-none-match") for hit in source.hits("/toll")] == [None, '"a"' if how == "304" else None]
    again(policy)
    assert Reading.objects.count() == 2
    assert audits.audit() == []


def test_a_second_evidence_on_a_known_page_is_checked_although_it_is_unchanged(
    editor: User, source: Source, policy: Policy
) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"), etag='"a"')
    watched(editor, source)
    checks.check_due(policy=policy)
    row = watched(editor, source)
    due_again()
    checks.check_due(policy=policy)
    row.refresh_from_db()
    assert (row.finding, row.fetched) == ("matches", "unchanged")


@contextmanager
def older_rules(answer: Located | None = None) -> Iterator[None]:
    """Pages are read by a program of before, whose search in prose gives this answer, or ours."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rulebook, "name", lambda: "of long ago")
        if answer is not None:
            patch.setattr(answers, "locate", lambda *_: answer)
            patch.setattr(answers, "RECENT", Recent())
        yield


NOTHING = Located("missing")
HOW = {"304": "unchanged", "same": "unchanged", "another token": "ok"}


@pytest.mark.parametrize("how", HOW)
def test_a_page_is_read_anew_by_other_rules_once(editor: User, source: Source, policy: Policy, how: str) -> None:
    body = TOLL.format(day=1, toll="about 1,400")
    source.page("/toll", body, etag='"a"' if how == "304" else None)
    watched(editor, source)
    with older_rules(NOTHING):
        assert again(policy).finding == "missing"
        assert (again(policy).snapshot.fetched, Check.objects.latest("pk").rulebook) == ("unchanged", "")
    every = Schedule.objects.get().every
    if how == "another token":
        source.page("/toll", body.replace("<body>", "<body class=t2>"))
    check = again(policy)
    assert (check.snapshot.fetched, check.finding, check.words) == (HOW[how], "matches", "about 1,400 people")
    assert check.rulebook == rulebook.name()
    says = "The source says about 1,400, as the claim does."
    assert check.sentence == f"Our reading has changed, not the page. {says}"
    with translation.override("id"):
        assert telling.why(check).startswith("Yang berubah cara kami membaca, bukan halamannya. ")
    alert = Alert.objects.latest("pk")
    assert (alert.opened_by, alert.previous, alert.finding, alert.sentence) == (
        check,
        "missing",
        "matches",
        check.sentence,
    )
    assert Schedule.objects.get().every > every  # as of a page that stood still
    for _ in range(2):
        check = again(policy)
        assert (check.snapshot.fetched, check.finding, check.reading, check.rulebook) == (
            "unchanged",
            "matches",
            None,
            "",
        )
        assert check.sentence.endswith(f". {says}")
        assert "Our reading" not in check.sentence
    assert (Reading.objects.count(), Alert.objects.count()) == (1, 2)
    assert audits.audit() == []


@pytest.mark.parametrize("how", HOW)
def test_other_rules_that_read_the_same_tell_nobody(editor: User, source: Source, policy: Policy, how: str) -> None:
    body = TOLL.format(day=12, toll="about 1,200")
    source.page("/toll", body, etag='"a"' if how == "304" else None)
    watched(editor, source)
    with older_rules():
        first = again(policy)
    if how == "another token":
        source.page("/toll", body.replace("<body>", "<body class=t2>"))
    check = again(policy)
    assert (check.snapshot.fetched, check.finding, check.rulebook) == (HOW[how], "superseded", rulebook.name())
    assert check.sentence == first.sentence
    assert Alert.objects.get().opened_by == first
    assert again(policy).rulebook == ""


def test_a_page_that_changed_while_the_rules_did_is_told_as_changed(
    editor: User, source: Source, policy: Policy
) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    with older_rules():
        again(policy)
    every = Schedule.objects.get().every
    source.page("/toll", TOLL.format(day=12, toll="about 1,200"))
    check = again(policy)
    assert check.finding == "superseded"
    assert check.sentence.startswith("As of 12 November 2023 the source says about 1,200;")
    assert Schedule.objects.get().every < every


@pytest.mark.parametrize(("value", "alerts"), [(1200, 1), (1139, 2)])
def test_a_number_against_the_claim_that_was_misread_is_told(
    editor: User, source: Source, policy: Policy, value: int, alerts: int
) -> None:
    """Who corrected an article by it must know; that a word before the number is read otherwise tells nothing."""
    source.page("/toll", TOLL.format(day=12, toll="about 1,200"))
    watched(editor, source)
    read = Read(value=Decimal(value), as_of=date(2023, 11, 12), as_of_basis="stated")
    with older_rules(Located("found", read, start=0, end=5)):
        assert again(policy).finding == "superseded"
    assert again(policy).finding == "superseded"
    assert Alert.objects.count() == alerts


def test_figures_among_which_nothing_decides_are_told_once_whatever_the_rules(
    editor: User, source: Source, policy: Policy
) -> None:
    body = TOLL.format(day=1, toll="about 1,350") + TOLL.format(day=1, toll="about 1,390")
    source.page("/toll", body)
    watched(editor, source)
    with older_rules(NOTHING):
        again(policy)
    check = again(policy)
    assert (check.finding, check.sentence[:11]) == ("ambiguous", "Our reading")
    source.page("/toll", body.replace("<body>", "<body class=t2>"))
    check = again(policy)
    assert (check.snapshot.fetched, check.finding, check.sentence[:8]) == ("ok", "ambiguous", "The page")
    assert Alert.objects.count() == 2


def test_a_page_that_is_kept_no_more_is_fetched_whole_for_other_rules(
    editor: User, source: Source, policy: Policy
) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"), etag='"a"')
    watched(editor, source)
    with older_rules(NOTHING):
        again(policy)
    Body.objects.update(content=None)
    check = again(policy)
    assert (check.snapshot.fetched, check.snapshot.status, check.finding) == ("unchanged", 200, "matches")
    assert again(policy).snapshot.status == 304


@pytest.mark.parametrize(
    ("page", "fetched", "reason"),
    [
        (Page(status=404), "gone", "http_404"),
        (Page(status=410), "gone", "http_410"),
        (Page(status=500), "unreachable", "http_500"),
        (Page(status=503, headers=(("Retry-After", "120"),)), "unreachable", "http_503"),
        (Page(status=403), "blocked", "http_403"),
        (Page(status=429), "blocked", "http_429"),
        (Page(b"x" * 50, length=500), "incomplete", "truncated"),
        (Page(b"%PDF-1.7 broken"), "unreadable", None),
        (Page(b"\x89PNG\r\n\x1a\n" + bytes(40), media_type="text/html"), "unreadable", None),
        (Page(b""), "unreadable", None),
        (Page(raw=b"nonsense\r\n\r\n"), "unreadable", "not_http"),
        (Page(status=302, headers=(("Location", "http://127.0.0.3/"),)), "blocked", "redirect_private_address"),
    ],
)
def test_a_failed_fetch_is_an_outcome_and_never_a_finding(
    editor: User, source: Source, policy: Policy, page: Page, fetched: str, reason: str | None
) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    row = watched(editor, source)
    checks.check_due(policy=policy)
    source.answer("/toll", page)
    check = again(policy)
    assert (check.snapshot.fetched, check.finding, check.reading) == (fetched, "", None)
    if reason:
        assert check.snapshot.reason == reason
    assert check.sentence
    row.refresh_from_db()
    row.claim.refresh_from_db()
    assert (row.finding, row.fetched, row.claim.currency, row.claim.verdict) == (
        "matches",
        fetched,
        "current",
        "unverified",
    )
    assert Schedule.objects.get().misses == 1
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    assert again(policy).finding == "matches"
    assert Schedule.objects.get().misses == 0
    assert audits.audit() == []


def test_a_source_that_vanishes_is_told_at_once_and_only_once(editor: User, source: Source, policy: Policy) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    checks.check_due(policy=policy)
    source.page("/toll", status=410)
    for _ in range(3):
        again(policy)
    assert [alert.rule for alert in Alert.objects.all()] == ["lost"]


def test_a_dead_host_is_left_alone_for_a_while(editor: User, source: Source, policy: Policy) -> None:
    watched(editor, source)
    source.page("/robots.txt", raw=b"")
    source.page("/toll", raw=b"")
    checks.check_due(policy=policy)
    assert Snapshot.objects.get().fetched == "unreachable"
    host = Host.objects.get()
    assert host.last_error or host.failures == 0


def test_robots_are_heard_and_kept(editor: User, source: Source, policy: Policy) -> None:
    source.page("/robots.txt", "User-agent: *\nDisallow: /private\n", media_type="text/plain")
    source.page("/private/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source, "/private/toll")
    checks.check_due(policy=policy)
    assert again(policy).snapshot.reason == "robots"
    assert source.hits("/private/toll") == []
    assert len(source.hits("/robots.txt")) == 1


def test_robots_are_left_aside_when_the_operator_says_so(
    editor: User, source: Source, policy: Policy, settings: Any
) -> None:
    settings.CLAIMS_ROBOTS = False
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    checks.check_due(policy=policy)
    assert source.hits("/robots.txt") == []


def test_a_host_is_not_hurried(editor: User, source: Source, policy: Policy) -> None:
    for number in range(3):
        source.page(f"/{number}", TOLL.format(day=1, toll="about 1,400"))
        watched(editor, source, f"/{number}")
    Host.objects.update(crawl_delay=60, robots="", robots_at=timezone.now())
    assert checks.check_due(policy=policy).sources == 1
    assert Host.objects.get().next_allowed_at > timezone.now()
    assert checks.check_due(policy=policy).sources == 0


def test_a_host_whose_rules_ask_for_a_pause_gets_it(editor: User, source: Source, policy: Policy) -> None:
    """Also when several of its pages were leased at once: the others come later."""
    for number in range(3):
        source.page(f"/{number}", TOLL.format(day=1, toll="about 1,400"))
        watched(editor, source, f"/{number}")
    rules = "User-agent: *\nCrawl-delay: 60\n"
    Host.objects.update(crawl_delay=0, robots=rules, robots_at=timezone.now())
    assert checks.check_due(policy=policy).sources == 1
    assert Host.objects.get().next_allowed_at > timezone.now()
    assert [hit.path for hit in source.hits()] == ["/0"]


def test_a_long_pause_is_kept_after_the_rules_were_read(editor: User, source: Source, policy: Policy) -> None:
    source.page("/robots.txt", "User-agent: *\nCrawl-delay: 60\n", media_type="text/plain")
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    assert checks.check_due(policy=policy, seconds=5).sources == 0
    host = Host.objects.get()
    assert (host.lease_token, "Crawl-delay: 60" in host.robots) == (None, True)
    assert host.next_allowed_at is not None
    assert host.next_allowed_at > timezone.now()
    Host.objects.update(next_allowed_at=None)
    assert checks.check_due(policy=policy).sources == 1
    assert [hit.path for hit in source.hits()] == ["/robots.txt", "/toll"]


def test_a_host_stays_in_one_hand_when_one_of_its_sources_is_put_to_rest(
    editor: User, source: Source, policy: Policy
) -> None:
    page = Page(TOLL.format(day=1, toll="about 1,400").encode())
    held: list[bool] = []

    def look(_hit: Hit) -> Page:
        held.append(Host.objects.get().lease_token is not None)
        connection.close()
        return page

    source.answer("/toll", Page(run=look))
    evidence.detach(watched(editor, source, "/idle"), editor=editor)
    watched(editor, source)
    Host.objects.update(crawl_delay=0, robots="", robots_at=timezone.now())
    assert checks.check_due(policy=policy).sources == 1
    assert held == [True]
    assert Host.objects.get().lease_token is None


@pytest.mark.parametrize(
    ("locator", "expected", "finding"),
    [
        ("json:/toll/killed", "1405", "matches"),
        ("$.toll.killed", "1405", "matches"),
        ("json:/toll/injured", "3400", "differs"),
        ("json:/toll/missing", None, "missing"),
    ],
)
def test_a_cell_is_checked_at_its_locator(
    editor: User, source: Source, policy: Policy, locator: str, expected: str | None, finding: str
) -> None:
    source.page("/toll", '{"toll": {"killed": 1405, "injured": 3400}}', media_type="application/json")
    watched(editor, source, locator=locator)
    checks.check_due(policy=policy)
    check = Check.objects.get()
    assert check.finding == finding
    assert (str(int(check.reading.value)) if check.reading else None) == expected


def test_a_detached_evidence_is_not_checked_and_its_source_rests(editor: User, source: Source, policy: Policy) -> None:
    row = watched(editor, source)
    evidence.detach(row, editor=editor)
    assert checks.check_due(policy=policy).sources == 0
    assert source.hits() == []
    assert Schedule.objects.get().next_check_at is None


def test_a_source_on_demand(editor: User, source: Source, policy: Policy) -> None:
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    row = watched(editor, source)
    Schedule.objects.update(next_check_at=timezone.now() + timedelta(days=9))
    schedules.due_now([row.source_id])
    assert checks.check_due(policy=policy, source_ids=[row.source_id]).sources == 1
    assert Snapshot.objects.get().fetched == "ok"


def test_quarantine_is_told(editor: User, source: Source) -> None:
    row = watched(editor, source)
    for _ in range(3):
        schedules.lease(1)
        past = timezone.now() - timedelta(seconds=1)
        Schedule.objects.update(lease_until=past)
        Host.objects.update(lease_until=past)
    assert checks.tidy() == 1
    assert checks.tidy() == 0
    assert Alert.objects.get().rule == "quarantined"
    editing.reschedule(row.source.schedule, {"state": Schedule.State.ACTIVE})
    assert len(schedules.lease(1)) == 1


def test_what_cannot_be_written_takes_no_sound_source_with_it(
    editor: User, source: Source, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim: Claim = a_figure(editor)
    for path in ("/bad", *(f"/toll{number}" for number in range(5))):
        source.page(path, TOLL.format(day=1, toll="about 1,400"))
        row = evidence.attach(claim, url=source.url(path), editor=editor)
        host = Host.objects.create(name=path)
        Schedule.objects.filter(pk=row.source_id).update(host=host)
    write = findings.write

    def written(visits: Any, polite: Any) -> findings.Tally:
        if any(visit.errand.url.endswith("/bad") for visit in visits):
            raise DataError("no database keeps this")
        return write(visits, polite)

    monkeypatch.setattr(findings, "write", written)
    assert checks.check_due(policy=policy).checks == 5
    assert Schedule.objects.filter(seq=1, attempt=0).count() == 5
    for _ in range(2):
        past = timezone.now() - timedelta(seconds=1)
        Schedule.objects.filter(attempt__gt=0).update(lease_until=past)
        Host.objects.update(lease_until=past, next_allowed_at=past)
        checks.check_due(policy=policy)
    Schedule.objects.filter(attempt__gt=0).update(lease_until=timezone.now())
    assert checks.tidy() == 1
    assert Schedule.objects.get(state="quarantined").source.url.endswith("/bad")


@pytest.mark.parametrize(
    "robots", [b"\0User-agent: *\nDisallow: /x\n", "User-agent: *\nDisallow: /x\n".encode("utf-16")]
)
def test_a_robots_file_that_no_database_keeps_is_kept_without_what_it_cannot_hold(
    editor: User, source: Source, policy: Policy, robots: bytes
) -> None:
    source.page("/robots.txt", robots)
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    watched(editor, source)
    assert checks.check_due(policy=policy).checks == 1
    host = Host.objects.get()
    assert "Disallow: /x" in host.robots
    assert host.lease_token is None


def test_suspects_are_read_one_after_the_other(
    editor: User, source: Source, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that one that ends its worker takes no sound one with it, however many hosts they are spread over."""
    source.page("/toll", TOLL.format(day=1, toll="about 1,400"))
    claim: Claim = a_figure(editor)
    for number in range(6):
        row = evidence.attach(claim, url=source.url(f"/toll?{number}"), editor=editor)
        host = Host.objects.create(name=f"host{number}")
        Schedule.objects.filter(pk=row.source_id).update(host=host, attempt=number % 2)
    out: list[int] = []
    lease = schedules.lease

    def leased(*arguments: Any, **known: Any) -> list[schedules.Lease]:
        found = lease(*arguments, **known)
        out.append(Schedule.objects.filter(attempt=2).count())
        return found

    monkeypatch.setattr(schedules, "lease", leased)
    assert checks.check_due(policy=policy).sources == 6
    assert max(out) == 1
    assert not Schedule.objects.exclude(attempt=0).exists()


def test_two_loops_at_once_do_everything_once(editor: User, source: Source, policy: Policy) -> None:
    claim: Claim = a_figure(editor)
    for number in range(40):
        path = f"/{number}"
        source.page(path, TOLL.format(day=1, toll="about 1,400"))
        evidence.attach(claim, url=source.url(path), editor=editor)
    Host.objects.update(crawl_delay=0)
    tallies: list[int] = []

    def work() -> None:
        try:
            tallies.append(checks.check_due(policy=policy).checks)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tallies.append(checks.check_due(policy=policy).checks)
    assert sum(tallies) == 40
    assert Counter(hit.path for hit in source.hits() if hit.path != "/robots.txt").most_common(1)[0][1] == 1
    assert audits.audit() == []


STORY = "<html lang=en><body><article><h1>What is known of the attack</h1><p>{told}</p><p>{beside}</p></article></body></html>"
OWN = "The gunmen who crossed the border at dawn killed {toll} people in southern Israel, the foreign ministry said."
RETOLD = "{toll} people were killed in southern Israel by the gunmen who crossed the border at dawn, the ministry said."
FLOOD = "A flood killed 1,290 people in the region in spring."
ROCKETS = "In the north of Israel, officials count 1,310 people killed by rockets."
ALONE = "Rockets have killed 1,290 people in Israel, the army said."


def says(source: Source, told: str, beside: str) -> None:
    source.page("/toll", STORY.format(told=told, beside=beside))


def value_of(check: Check) -> Decimal | None:
    return check.reading.value if check.reading else None


def test_a_figure_is_followed_through_the_revisions_of_its_page(editor: User, source: Source, policy: Policy) -> None:
    says(source, OWN.format(toll="about 1,400"), FLOOD)
    row = watched(editor, source)
    checks.check_due(policy=policy)
    says(source, OWN.format(toll="about 1,200"), f"{FLOOD} {ROCKETS}")
    assert value_of(again(policy)) == 1200
    says(source, RETOLD.format(toll="About 1,139"), FLOOD)
    assert value_of(again(policy)) == 1139
    row.refresh_from_db()
    assert "by the gunmen who crossed the border" in row.remembered
    for more in ("", " Rain is forecast."):  # what is remembered outlives a check that found nothing
        says(source, f"The ministry has withdrawn its count.{more}", ALONE)
        assert again(policy).finding == "ambiguous"
    says(source, RETOLD.format(toll="About 1,150"), ALONE)
    assert value_of(again(policy)) == 1150
    assert audits.audit() == []


def test_what_was_seen_for_another_reading_of_the_claim_is_forgotten(
    editor: User, source: Source, policy: Policy
) -> None:
    says(source, OWN.format(toll="about 1,400"), FLOOD)
    row = watched(editor, source)
    checks.check_due(policy=policy)
    readings.correct(row.claim, editor=editor, reason="misread", changed={"value": Decimal(1300)})
    says(source, "The ministry has withdrawn its count.", ALONE)
    assert value_of(again(policy)) == 1290


def test_a_source_attached_again_is_looked_at_anew(editor: User, source: Source, policy: Policy) -> None:
    says(source, OWN.format(toll="about 1,400"), FLOOD)
    row = watched(editor, source)
    checks.check_due(policy=policy)
    says(source, "The ministry has withdrawn its count.", ALONE)
    assert again(policy).finding == "ambiguous"
    row.refresh_from_db()
    evidence.detach(row, editor=editor)
    evidence.attach(row.claim, url=row.source.url, editor=editor)
    check = again(policy)
    assert (check.snapshot.fetched, value_of(check)) == ("unchanged", 1290)
    assert audits.audit() == []


def test_pinned_words_are_followed_into_another_sentence(editor: User, source: Source, policy: Policy) -> None:
    says(source, OWN.format(toll="about 1,400"), FLOOD)
    watched(
        editor, source, locator='words:prefix="at dawn killed ";exact="about 1,400";suffix=" people in southern Israel"'
    )
    checks.check_due(policy=policy)
    assert value_of(Check.objects.get()) == 1400
    says(source, RETOLD.format(toll="About 1,139"), FLOOD)
    assert value_of(again(policy)) == 1139
    says(source, "The ministry has withdrawn its count.", ROCKETS)
    check = again(policy)
    assert (check.finding, check.reading) == ("missing", None)
