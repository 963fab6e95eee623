"""A trip to a host: its due sources fetched one after the other, read in the sandbox and held against what is asked.

Nothing here touches the database, so that a trip may take its time in a thread of its own. Whatever the host does, it ends as
data: a Visit that says so. `services.checks` explains the words.
"""

import hashlib
import logging
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings

from claims.fetching import Fetched, Limits, Outcome, Policy, fetch, judge, robots
from claims.services import archives
from claims.services.answers import Answer, Document
from claims.services.questions import Errand, HostRow, Question
from claims.services.schedules import Lease, Politeness, spread

ROBOTS_FOR = timedelta(hours=24)
"""How long a robots.txt holds (RFC 9309, 2.4)."""

PATIENCE = 5.0
"""Seconds that a trip waits between robots.txt and the page; where a host asks for more the page is read later."""

HOST_TROUBLE = frozenset({"dns", "connect", "timeout", "tls", "closed", "http_429", "http_502", "http_503", "http_504"})
"""Reasons that speak of the host, not of one page: its other sources wait too."""

FIRST_PAUSE, LAST_PAUSE = 10, 900
"""Seconds a host in trouble is left alone, doubled each time."""

MARGIN = 0.5
"""Seconds of a lease kept for writing what was found."""

COMPRESSION = 4
"""Of zlib: on news pages two thirds of the time of its usual 6, for 3 % more bytes."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of one errand. `outcome` is the snapshot's `fetched`; `answers` by evidence id. `reread`: the evidence whose page
    says what it said when other rules read it; where the answer is another, our reading has changed.

    A question without an answer: where the page is unchanged the last answer stands, else there was nothing to read.
    `packed` is the body to be kept, compressed; None when these bytes are kept already.
    """

    errand: Errand
    fetched: Fetched
    outcome: str
    reason: str = ""
    message: str = ""
    sha256: str = ""
    packed: bytes | None = None
    text: str = ""
    memento: str = ""
    answers: dict[int, Answer] = field(default_factory=dict)
    reread: frozenset[int] = frozenset()


Result = Visit | Politeness | Lease
"""What a trip hands in: a visit, a lease that was not used, and at its end the host's politeness."""


@dataclass(frozen=True, slots=True)
class Trip:
    """The errands of one host, done one after the other. `hand_in` is called with each result, in the order in which they come."""

    errands: Sequence[Errand]
    policy: Policy
    limits: Limits
    hand_in: Callable[[Result], None]
    stopping: threading.Event

    def run(self) -> None:
        """Make the visits; never raises. A source whose visit breaks on our side keeps its lease, so that it counts towards
        quarantine."""
        first = self.errands[0]
        polite = Politeness(first.lease.host_id, first.lease.token, 0.0)
        try:
            polite = self._visits(polite)
        except Exception:
            log.exception("a visit to %s broke", first.host.name)
        self.hand_in(polite)

    def _visits(self, polite: Politeness) -> Politeness:
        host = self.errands[0].host
        polite, rules = self._rules(host, polite)
        for number, errand in enumerate(self.errands):
            if polite.wait or not self._has_time(errand):
                for rest in self.errands[number:]:
                    self.hand_in(rest.lease)
                return polite
            visit, delay = self._visit(errand, rules)
            self.hand_in(visit)
            polite = self._after(polite, host, visit, delay)
        return polite

    def _has_time(self, errand: Errand) -> bool:
        """Whether a fetch that begins now ends before the lease does; else the next holder might ask the host at the same time."""
        return not self.stopping.is_set() and time.monotonic() + self.limits.deadline + MARGIN <= errand.lease.ends

    def _rules(self, host: HostRow, polite: Politeness) -> tuple[Politeness, str | Fetched]:
        """The host's robots.txt, fetched when ours is old; the answer that came instead where it cannot be known now."""
        if not settings.CLAIMS_ROBOTS:
            return polite, ""
        if host.robots_at is not None and datetime.now(UTC) - host.robots_at < ROBOTS_FOR:
            return polite, host.robots
        found = robots(
            self.errands[0].url, policy=self.policy, limits=self.limits, user_agent=settings.CLAIMS_FETCH_AGENT
        )
        if not found.known:
            return polite, host.robots if host.robots_at is not None else found.answer
        polite = replace(polite, robots=found.text)
        asked = judge(found.text, self.errands[0].url, settings.CLAIMS_FETCH_AGENT).crawl_delay or 0
        delay = max(host.crawl_delay, asked)
        if delay > PATIENCE:
            polite = replace(polite, wait=float(delay))
        elif delay:
            self.stopping.wait(delay)
        return polite, found.text

    def _visit(self, errand: Errand, rules: str | Fetched) -> tuple[Visit, float]:
        """Do one errand; its visit, and the delay that robots.txt asks for."""
        if isinstance(rules, Fetched):
            return self._unasked(errand, rules), 0.0
        judgement = judge(rules, errand.url, settings.CLAIMS_FETCH_AGENT) if rules else None
        if judgement is not None and not judgement.allowed:
            message = f"The host's robots.txt does not let us read the page ({judgement.rule})."
            return self._refused(errand, "blocked", "robots", message), judgement.crawl_delay or 0.0
        fetched = fetch(
            errand.url,
            policy=self.policy,
            limits=self.limits,
            validators=errand.validators,
            user_agent=settings.CLAIMS_FETCH_AGENT,
        )
        visit = read_page(errand, fetched)
        if visit.packed is not None and visit.outcome == "ok":
            memento = archives.save_to_wayback(errand.url, policy=self.policy)
            visit = replace(visit, memento=memento) if memento else visit
        return visit, (judgement.crawl_delay if judgement else None) or 0.0

    def _unasked(self, errand: Errand, answer: Fetched) -> Visit:
        """The visit of a page that was not fetched because its host's robots.txt is unknown. Where the host gave no answer at all,
        or may not be asked, that is the reason: it would not give the page either."""
        if answer.status is None and not answer.redirects:
            return self._refused(errand, answer.outcome, answer.reason, answer.message)
        message = "The host's robots.txt cannot be read, so we do not know whether we may read the page."
        return self._refused(errand, "unreachable", "robots_unknown", message)

    def _refused(self, errand: Errand, outcome: Outcome, reason: str, message: str) -> Visit:
        fetched = Fetched(errand.url, outcome, datetime.now(UTC), reason, message)
        return Visit(errand, fetched, outcome, reason, message)

    def _after(self, polite: Politeness, host: HostRow, visit: Visit, delay: float) -> Politeness:
        """The host's politeness after a visit: when it may be asked again."""
        wait = max(float(host.crawl_delay), delay)
        if visit.fetched.reason not in HOST_TROUBLE:
            if (polite.wait, polite.error) == (wait, ""):
                return polite
            return replace(polite, wait=wait, error="")
        pause = visit.fetched.retry_after or spread(min(FIRST_PAUSE * 2.0 ** min(host.failures, 20), LAST_PAUSE))
        return replace(polite, wait=max(wait, pause), error=visit.message)


def read_page(errand: Errand, fetched: Fetched) -> Visit:
    """The visit of a fetched page: its answers to the questions; an unchanged page is asked only the open ones."""
    known = {"outcome": fetched.outcome, "reason": fetched.reason, "message": fetched.message}
    return Visit(errand, fetched, **(known | _found(errand, fetched)))


def _found(errand: Errand, fetched: Fetched) -> dict[str, Any]:
    """What is known of a page beyond its fetch, as columns of Visit."""
    body, last = fetched.body, errand.last
    if fetched.outcome == "unchanged" and last is not None:
        return {"sha256": last.body or ""} | _ask(errand, fetched, None, only_open=True)
    if fetched.outcome == "ok" and not body.strip():
        return {"outcome": "unreadable", "reason": "empty", "message": "The site answered with an empty page."}
    if not body:
        return {}
    sha256 = hashlib.sha256(body).hexdigest()
    if fetched.outcome == "ok" and last is not None and last.body == sha256:
        message = "The page has not changed since the last visit."
        same = {"outcome": "unchanged", "sha256": sha256, "message": message}
        return same | _ask(errand, fetched, body, only_open=True)
    kept = {"sha256": sha256, "packed": zlib.compress(body, COMPRESSION)}
    # A page that led elsewhere is kept, but what it says is not what the source said.
    return kept | _ask(errand, fetched, body, only_open=False) if fetched.outcome == "ok" else kept


def _ask(errand: Errand, fetched: Fetched, body: bytes | None, *, only_open: bool) -> dict[str, Any]:
    """The page's text where it is read as it was not before, and its answers, or why it cannot be read. `body` is None for the page
    as it was read last."""
    questions = [question for question in errand.questions if question.is_open or not only_open]
    if not questions:
        return {}
    last = errand.last
    named = fetched if fetched.body or last is None else last  # a 304 names neither type nor charset
    page = Document(
        errand.body if body is None else body,
        named.media_type or "",
        named.charset or None,
        fetched.final_url or fetched.url,
    )
    answers: dict[int, Answer] = {}
    for question in questions:
        started = time.monotonic()
        answer = page.answer(question)
        if answer is None:
            outcome = "too_large" if page.failed.outcome == "too_large" else "unreadable"
            return {"outcome": outcome, "reason": page.failed.reason, "message": page.failed.message}
        answers[question.evidence.pk] = answer._replace(took=time.monotonic() - started)
    stale = [question for question in questions if question.is_open and not question.is_new]
    reread = frozenset(question.evidence.pk for question in stale) if only_open else _reread(errand, stale, answers)
    return {"answers": answers, "text": page.text if stale or not only_open else "", "reread": reread}


def _reread(errand: Errand, stale: Sequence[Question], answers: dict[int, Answer]) -> frozenset[int]:
    """Of questions that other rules had answered, the evidence to which the page of before would say what this one says: there our
    reading has changed, whatever else is new on the page."""
    turned = [
        question
        for question in stale
        if question.evidence.before and question.evidence.before.told != answers[question.evidence.pk].told
    ]
    last = errand.last
    if not turned or not errand.packed or last is None:
        return frozenset()
    page = Document(errand.body, last.media_type, last.charset or None, errand.url)
    was = {question.evidence.pk: page.answer(question) for question in turned}
    return frozenset(pk for pk, answer in was.items() if answer is not None and answer.told == answers[pk].told)
