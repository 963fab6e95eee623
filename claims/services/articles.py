"""Articles come in: pasted, from a file, from an address. The text is kept exactly as given."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims import sandbox
from claims.extraction import available, guess
from claims.fetching import fetch
from claims.models import Article, Outlet, Snapshot, Version
from claims.models.rows import LONGEST_ADDRESS
from claims.services import changes, datelines, pages, parties
from claims.services.counts import Count
from claims.services.troubles import Why

MOST_CHARACTERS = 2_000_000
"""No article is longer: the longest long reads have some 200,000 characters, and a whole book has about 600,000."""

DATED_AHEAD = timedelta(days=2)
"""How far ahead a date of publication may lie: weekend papers are dated a day or two after they come out."""

FIRST_NEWSPAPER = datetime(1605, 1, 1, tzinfo=UTC)
"""When the first newspaper was printed, the Relation of Strasbourg. An earlier date is a mistake: pages without a date state the
year 1, and whoever types two digits for a year writes the year 23."""

TURNING = re.compile("[\u202d\u202e]")
"""Unicode's overrides of the writing direction: "12" behind one is displayed as "21", and no language needs them. A title is kept
without them, since it is shown beside other words, which they would turn too."""


class Unfetched(ValidationError):
    """An address that gave no page: not a fault of what was typed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of an article beside its text. `published_at` is aware; `zone` an IANA name."""

    url: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    language: str = ""
    published_at: datetime | None = None
    zone: str = ""
    editor: User | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """The article, its newest version, and whether either is new (False: the same text was there already). `told` is the
    day of print that the text told, at its beginning in the outlet's zone; None where somebody gave one."""

    article: Article
    version: Version
    is_new: bool
    told: datetime | None = None


def ingest(text: str, origin: Origin, *, how: str = Version.How.PASTE, snapshot: Snapshot | None = None) -> Ingested:
    """Keep a text as an article. Newlines become LF; nothing else is touched.

    The same text from the same address or outlet is one article. A changed text at a known address of an article is a
    new version of it. Raises ValidationError when the text or what is said of it cannot be kept.
    """
    text = clean(text)
    origin = checked(origin, text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    for _attempt in range(2):
        try:
            with transaction.atomic():
                return _keep(text, sha256, origin, how, snapshot)
        except IntegrityError:  # the same text was kept by somebody else at this very moment: now it is found
            continue
    raise ValidationError(_("The same article is being added by somebody else. Try again in a moment."))


def ingest_file(data: bytes, origin: Origin, *, name: str) -> Ingested:
    """Keep an uploaded text, HTML, Word or PDF file as an article. Raises ValidationError when no text can be read from it."""
    if not data.strip():
        raise ValidationError(_("The file is empty."))
    read = sandbox.read(data, "", url=name or None, task="article")
    return _ingest_read(read, origin, how=Version.How.FILE)


def ingest_url(origin: Origin) -> Ingested:
    """Fetch an article's page through the gateway and keep its text, the raw page as a Snapshot.

    Raises ValidationError, in one sentence, when the page cannot be fetched (then Unfetched) or read; the Snapshot that
    says so stays.
    """
    check_url(origin.url)
    fetched = fetch(origin.url, policy=pages.policy(), limits=pages.limits(), user_agent=settings.CLAIMS_FETCH_AGENT)
    snapshot = pages.keep(fetched)
    if fetched.outcome == "moved":  # it led to another site or a front page: not the article that was asked for
        raise ValidationError(
            _("The page has moved to %(url)s. If that is the article, give this address."),
            params={"url": fetched.final_url},
        )
    if fetched.outcome != "ok" or not fetched.body:
        empty = Why("unreadable", "empty", "The page is empty.")
        why = empty if fetched.outcome == "ok" else Why(fetched.outcome, fetched.reason, fetched.message)
        raise Unfetched(_("The page could not be fetched: %(why)s"), params={"why": why})
    read = sandbox.read(
        fetched.body, fetched.media_type or "", charset=fetched.charset, url=fetched.final_url, task="article"
    )
    return _ingest_read(read, origin, how=Version.How.ADDRESS, snapshot=snapshot)


def check_url(url: str) -> None:
    """Refuse what is no web address, or none that a row keeps, in a sentence."""
    try:
        URLValidator(schemes=["http", "https"])(url)
    except ValidationError:
        raise ValidationError(
            _("“%(url)s” is no web address. It must start with https:// or http://."), params={"url": url[:200]}
        ) from None
    if len(url) > LONGEST_ADDRESS:
        raise ValidationError(_("The address is too long."))
    if "@" in urlsplit(url).netloc:  # readers of reports and of the API see the address
        raise ValidationError(_("The address holds a user name or a password. Give it without."))


def clean(text: str) -> str:
    """Newlines as LF. Raises ValidationError for a text that is empty, too long or holds what no database keeps."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not any(char.isprintable() and char != " " for char in text):  # signs without width are no text either
        raise ValidationError(_("There is no text. Paste the article's text, give its address or upload a file."))
    if len(text) > MOST_CHARACTERS:
        raise ValidationError(
            _("The text has %(length)s characters; an article may have at most %(most)s."),
            params={"length": Count(len(text)), "most": Count(MOST_CHARACTERS)},
        )
    if "\0" in text:
        raise ValidationError(
            _(
                "The text holds invisible characters that cannot be kept. It was probably copied from a file that is damaged or "
                "no text: copy the words again where they can be read, or upload the file itself."
            )
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValidationError(
            _("The text is damaged at character %(place)s: half of a character stands there. Copy it again."),
            params={"place": Count(error.start)},
        ) from None
    return text


def checked(origin: Origin, text: str) -> Origin:
    """The origin with its language settled. Raises ValidationError for a bad address or an unknown language."""
    if origin.url:
        check_url(origin.url)
    language = (origin.language or guess(text)).strip().lower()
    if language not in available():
        raise ValidationError(
            _("The language “%(language)s” is unknown. Known languages: %(known)s."),
            params={"language": language, "known": ", ".join(sorted(available()))},
        )
    check_published(origin.published_at)
    return replace(origin, language=language)


def check_published(moment: datetime | None) -> None:
    """Refuse a date of publication that cannot be, in a sentence."""
    if moment and moment > timezone.now() + DATED_AHEAD:
        raise ValidationError(_("The date of publication lies in the future."))
    if moment and moment < FIRST_NEWSPAPER:
        raise ValidationError(_("The date of publication lies before the first newspapers."))


def _ingest_read(read: sandbox.Read, origin: Origin, *, how: str, snapshot: Snapshot | None = None) -> Ingested:
    if read.outcome != "ok" or not read.text.strip():
        why = Why(read.outcome, "empty" if read.outcome == "ok" else read.reason, read.message)
        raise ValidationError(_("No article text can be read from it: %(why)s"), params={"why": why})
    known = replace(
        origin,
        outlet=origin.outlet or read.outlet or "",
        title=origin.title or read.title or "",
        author=origin.author or read.author or "",
        published_at=origin.published_at or stated(read.published, origin.zone),
    )
    return ingest(read.text, known, how=how, snapshot=snapshot)


def stated(moment: str | None, zone: str) -> datetime | None:
    """The aware moment that a page states in ISO 8601; without an offset it is meant in `zone` (else the desk's own).

    None when it states none, or one that cannot be: a page's word is not an editor's.
    """
    try:
        found = datetime.fromisoformat(moment or "")
    except ValueError:
        return None
    found = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone or settings.CLAIMS_ZONE))
    return found if FIRST_NEWSPAPER <= found <= timezone.now() + DATED_AHEAD else None


def _keep(text: str, sha256: str, origin: Origin, how: str, snapshot: Snapshot | None) -> Ingested:
    """Find the article or make it, and give it this text. Raises IntegrityError where somebody else does so at this moment."""
    outlet = parties.outlet_named(origin.outlet, zone=origin.zone) if origin.outlet.strip() else None
    known = _of_this_text(sha256, origin, outlet)
    if known:
        return Ingested(known, known.current, is_new=False)
    locked = Article.objects.select_for_update().order_by("id")
    article = locked.filter(url=origin.url).first() if origin.url else None
    if article and article.versions.filter(sha256=sha256).exists():  # somebody else kept it since we looked
        return Ingested(article, article.current, is_new=False)
    told = None
    if article is None:
        zone = origin.zone or (outlet.zone if outlet else settings.CLAIMS_ZONE)
        told = _print_date(text, origin, zone) if how != Version.How.ADDRESS else None
        article = _made(text, sha256, replace(origin, published_at=origin.published_at or told, zone=zone), outlet)
    version = Version.objects.create(
        article=article,
        n=article.versions.count() + 1,
        text=text,
        sha256=sha256,
        captured_at=timezone.now(),
        how=how,
        snapshot=snapshot,
    )
    changes.note([article])
    return Ingested(article, version, is_new=True, told=told)


def _of_this_text(sha256: str, origin: Origin, outlet: Outlet | None) -> Article | None:
    """The article that has had this text, from the same address or outlet; of a text without either, one without either."""
    here = Q(url=origin.url) if origin.url else Q(pk__in=[])
    if outlet:
        here |= Q(outlet=outlet)
    if not origin.url and not outlet:
        here = Q(url="", outlet=None)
    same = Q(fingerprint=sha256) | Q(versions__sha256=sha256)
    return Article.objects.filter(same & here).distinct().first()


def _made(text: str, sha256: str, origin: Origin, outlet: Outlet | None) -> Article:
    """A new article, linked to the first that has the same text elsewhere."""
    return Article.objects.create(
        url=origin.url,
        outlet=outlet,
        fingerprint=sha256,
        title=TURNING.sub("", origin.title or _first_line(text))[:500],
        author=origin.author[:300],
        language=origin.language,
        published_at=origin.published_at,
        zone=origin.zone,
        same_text_as=Article.objects.filter(versions__sha256=sha256).order_by("id").first(),
        added_by=origin.editor,
    )


def _print_date(text: str, origin: Origin, zone: str) -> datetime | None:
    """The day of print that the text tells, at its beginning in `zone`; None where somebody gave one or the text tells none."""
    day = None if origin.published_at else datelines.day_told(text, origin.language)
    return stated(day.isoformat(), zone) if day else None


def day_from_text(article: Article, version: Version) -> date | None:
    """The article's day of publication where it is no more than what the text tells: no hour is known, and nobody gave another."""
    moment, zone = article.published_at, article.zone or settings.CLAIMS_ZONE
    if moment is None or version.how == Version.How.ADDRESS or moment.astimezone(ZoneInfo(zone)).time() != time():
        return None
    day = datelines.day_told(version.text, article.language)
    return day if day and stated(day.isoformat(), zone) == moment else None


def _first_line(text: str) -> str:
    return next(line.strip() for line in text.split("\n") if line.strip())
