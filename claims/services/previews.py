"""What a page says now, before a source is attached or while an editor chooses its place: nothing is recorded."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.fetching import Limits, fetch, judge, robots
from claims.models import Claim, Evidence, Figure, Host, Quote
from claims.services import articles, pages, passages
from claims.services.answers import Document, Offer
from claims.services.evidence import PROSE, Terms, host_name, page_address
from claims.services.glimpses import Glimpse, glimpse
from claims.services.questions import EvidenceRow, Question, question_of
from claims.services.troubles import Why
from claims.services.visits import ROBOTS_FOR
from claims.wording import Phrase

DEADLINE = 8
"""Seconds: somebody is looking at the screen."""

KEPT_SECONDS = 120
"""While an editor tries one place after another the page is fetched once."""

MOST_KEPT = 2 * 2**20
"""Bytes of a page that is kept meanwhile; a larger one is fetched again."""

MOST_ASKED = 200
"""Claims of one article that a page is asked about beside the one that an editor looks at; ordinary articles have fewer."""

LONGEST = 6.0
"""Seconds after which no further claim is looked for in a page: somebody is waiting."""

ANSWERED = frozenset({"matches", "differs", "superseded"})
"""Findings of a page that has the claim's figure, or its words."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The finding a check would have now, the words it would rest on, the sentence that explains it, the figures of the page's
    prose that may be meant instead, and the words with what stands around them."""

    finding: str
    words: str
    place: str
    says: Phrase
    offers: list[Offer]
    glimpse: Glimpse | None = None


def preview(claim: Claim, *, url: str, terms: Terms = PROSE) -> Preview:
    """Read a page as a check would, and write nothing.

    Raises ValidationError, in a sentence, for a bad address, locator or tolerance, a page that cannot be fetched or read, and
    a claim that stands nowhere in its article.
    """
    terms.check()
    asked = _questions([claim], terms)
    if not asked:
        raise ValidationError(_("This claim stands nowhere in its article."))
    document = read(url)
    question = asked[claim.pk]
    offers = document.cell_readings(question) if terms.locator else document.offers(question)
    return _said(document, question, offers)


def previews(claims: Iterable[Claim], *, url: str) -> dict[int, Preview]:
    """What one page says of several claims, by their keys: fetched once, each claim looked for in its prose, without offers. A
    claim that stands nowhere is left out, and after LONGEST what was not asked by then. Raises ValidationError as `preview` does."""
    document = read(url)
    until, found = monotonic() + LONGEST, {}
    for key, question in _questions(claims).items():
        found[key] = _said(document, question, [])
        if monotonic() > until:
            break
    return found


def _said(document: Document, question: Question, offers: list[Offer]) -> Preview:
    answer = document.answer(question)
    if answer is None:
        why = Why(document.failed.outcome, document.failed.reason, document.failed.message)
        raise ValidationError(_("The page could not be read: %(why)s") % {"why": why})
    seen = None
    if answer.start is not None and answer.end is not None:
        seen = glimpse(document.text, answer.start, answer.end)
    return Preview(answer.finding.kind, answer.words, answer.place, answer.finding.says, offers, seen)


def answered_beside(claim: Claim, *, url: str) -> dict[int, Preview]:
    """The other claims of an article that a page answers too, in the order of the text: those of which it has a figure, or the
    words, and on which it does not hang yet."""
    url = page_address(url)
    others = Claim.objects.on_desk().select_related("article").filter(article=claim.article_id).exclude(pk=claim.pk)
    others = others.exclude(evidence__in=Evidence.objects.filter(source__url=url, is_active=True))
    found = previews(others.annotate(place=Min("anchors__start")).order_by("place", "pk")[:MOST_ASKED], url=url)
    return {key: one for key, one in found.items() if one.finding in ANSWERED}


def _questions(claims: Iterable[Claim], terms: Terms = PROSE) -> dict[int, Question]:
    """What claims would ask of a source that is not attached yet, by their keys; those that stand nowhere are left out."""
    by_key = {claim.pk: claim for claim in claims}
    anchors: dict[int, Any] = {}
    readings: dict[int, Any] = {}
    for place in passages.anchors().filter(claim__in=by_key):
        anchors.setdefault(place.claim_id, place)
    for kind in (Figure, Quote):
        for reading in kind.objects.filter(claim__in=by_key).order_by("n"):
            readings[reading.claim_id] = reading
    return {
        key: question_of(
            EvidenceRow(
                pk=0,
                source_id=0,
                claim_id=key,
                kind=claim.kind,
                published_at=claim.article.published_at,
                zone=claim.article.zone,
                **asdict(terms),
            ),
            readings[key],
            anchors[key],
        )
        for key, claim in by_key.items()
        if key in anchors and key in readings
    }


def _ask_leave(url: str, limits: Limits) -> None:
    """Raise ValidationError where the host's robots.txt lets no worker read the page: a check would find nothing either. It is asked
    for where no check has read it lately. A host that does not answer is left for the page's own fetch to tell of."""
    if not settings.CLAIMS_ROBOTS:
        return
    held = Host.objects.filter(name=host_name(url), robots_at__gt=timezone.now() - ROBOTS_FOR).first()
    rules = held.robots if held else None
    if rules is None:
        found = robots(url, policy=pages.policy(), limits=limits, user_agent=settings.CLAIMS_FETCH_AGENT)
        rules = found.text if found.known else ""
    if not judge(rules, url, settings.CLAIMS_FETCH_AGENT).allowed:
        raise ValidationError(
            {"url": str(Why("blocked", "robots", "The site's robots.txt does not let us read the page."))}
        )


def read(url: str) -> Document:
    """The page at an address. Raises ValidationError for a bad address, and a page that cannot be fetched."""
    url = page_address(url)
    articles.check_url(url)
    key = f"preview:{url}"[:240]
    kept: tuple[str, tuple[Any, ...]] | None = cache.get(key)
    if kept and kept[0] == url:
        return Document(*kept[1])
    limits = replace(pages.limits(), deadline=DEADLINE)
    _ask_leave(url, replace(limits, deadline=DEADLINE / 2))
    fetched = fetch(url, policy=pages.policy(), limits=limits, user_agent=settings.CLAIMS_FETCH_AGENT)
    if fetched.outcome == "moved":  # a check does not read it either: what it says is not what the source said
        moved = _("The page has moved to %(url)s. If that is the source, give this address.")
        raise ValidationError({"url": moved % {"url": fetched.final_url}})
    if fetched.outcome != "ok" or not fetched.body:
        why = Why(fetched.outcome, "empty" if fetched.outcome == "ok" else fetched.reason, fetched.message)
        raise ValidationError({"url": _("The page could not be fetched: %(why)s") % {"why": why}})
    page = (fetched.body, fetched.media_type or "", fetched.charset, fetched.final_url or url)
    if len(fetched.body) <= MOST_KEPT:
        cache.set(key, (url, page), KEPT_SECONDS)
    return Document(*page)
