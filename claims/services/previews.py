"""What a page says now, before a source is attached or while an editor chooses its place: nothing is recorded."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from claims.fetching import Policy, fetch
from claims.models import Claim
from claims.readers import check_locator
from claims.services import articles, pages, reports
from claims.services.answers import Document, Offer
from claims.services.questions import Hung, question_of
from claims.services.troubles import Why
from claims.wording import Phrase

DEADLINE = 8
"""Seconds: somebody is looking at the screen."""

KEPT_SECONDS = 120
"""While an editor tries one place after another the page is fetched once."""

MOST_KEPT = 2 * 2**20


@dataclass(frozen=True, slots=True)
class Preview:
    """The finding a check would have now, the words it would rest on, the sentence that explains it, and the figures of the
    page's prose that may be meant instead."""

    finding: str
    words: str
    place: str
    says: Phrase
    offers: list[Offer]


def preview(
    claim: Claim,
    *,
    url: str,
    locator: str = "",
    tolerance: Decimal | None = None,
    is_percent: bool = False,
    policy: Policy | None = None,
) -> Preview:
    """Read a page as a check would, and write nothing.

    Raises ValidationError, in a sentence, for a bad address or locator, a page that cannot be fetched or read, and a claim
    that stands nowhere in its article.
    """
    url = url.strip().split("#", 1)[0]
    articles.check_url(url)
    if problem := check_locator(locator):
        raise ValidationError({"locator": problem.render(_)})
    anchor, reading = reports.anchors().filter(claim=claim).first(), claim.reading
    if anchor is None or reading is None:
        raise ValidationError(_("This claim stands nowhere in its article."))
    article = claim.article
    evidence = Hung(
        pk=0,
        source_id=0,
        claim_id=claim.pk,
        kind=claim.kind,
        published_at=article.published_at,
        zone=article.zone,
        locator=locator,
        tolerance=tolerance,
        is_percent=is_percent,
    )
    document = _document(url, policy or pages.policy())
    question = question_of(evidence, reading, anchor)
    answer = document.answer(question)
    if answer is None:
        why = Why(document.failed.outcome, document.failed.reason, document.failed.message)
        raise ValidationError(_("The page could not be read: %(why)s") % {"why": why})
    offers = [] if locator else document.offers(question)
    return Preview(answer.finding.kind, answer.words, answer.place, answer.finding.says, offers)


def _document(url: str, policy: Policy) -> Document:
    key = f"preview:{url}"[:240]
    kept: tuple[str, tuple[Any, ...]] | None = cache.get(key)
    if kept and kept[0] == url:
        return Document(*kept[1])
    fetched = fetch(url, policy=policy, limits=replace(pages.limits(), deadline=DEADLINE))
    if fetched.outcome == "moved":  # a check does not read it either: what it says is not what the source said
        moved = _("The page has moved to %(url)s. If that is the source, give this address.")
        raise ValidationError({"url": moved % {"url": fetched.final_url}})
    if fetched.outcome != "ok" or not fetched.body:
        why = Why(fetched.outcome, fetched.reason or "empty", fetched.message)
        raise ValidationError({"url": _("The page could not be fetched: %(why)s") % {"why": why}})
    page = (fetched.body, fetched.media_type or "", fetched.charset, fetched.final_url or url)
    if len(fetched.body) <= MOST_KEPT:
        cache.set(key, (url, page), KEPT_SECONDS)
    return Document(*page)
