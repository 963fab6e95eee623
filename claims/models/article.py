"""An article and the texts it had."""

from datetime import date, datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.rows import LONGEST_ADDRESS, Anchored, Record


def day_of_print(published_at: datetime | None, zone: str) -> date | None:
    """The day of that moment where the article was printed: in its `zone`, the newsroom's own where it has none."""
    return None if published_at is None else published_at.astimezone(ZoneInfo(zone or settings.CLAIMS_ZONE)).date()


class Article(Anchored):
    """One piece at one address of one outlet. Anchored row.

    `fingerprint` is the SHA-256 of its first text: the same text from the same address or outlet is one article. The same
    text elsewhere is another article, linked by `same_text_as`.
    """

    anchored: ClassVar = ("url", "fingerprint")

    url = models.URLField(_("address"), max_length=LONGEST_ADDRESS, blank=True)
    outlet = models.ForeignKey(
        "claims.Outlet", models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    fingerprint = models.CharField(_("SHA-256 of the first text"), max_length=64, editable=False)
    title = models.CharField(_("title"), max_length=500, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=8)
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, db_index=True)
    zone = models.CharField(_("the outlet's time zone"), max_length=64, blank=True)
    same_text_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies", verbose_name=_("same text as")
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True, db_index=True)
    extracted_at = models.DateTimeField(_("extracted at"), null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-added_at", "-id")
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = (models.Index(fields=("updated_at",), name="article_sync"),)
        constraints = (
            models.UniqueConstraint(
                fields=("url", "fingerprint"), condition=~Q(url=""), name="article_once_per_address"
            ),
            models.UniqueConstraint(
                fields=("outlet", "fingerprint"), condition=Q(outlet__isnull=False), name="article_once_per_outlet"
            ),
            models.UniqueConstraint(
                fields=("fingerprint",), condition=Q(url="", outlet__isnull=True), name="article_once_without_origin"
            ),
        )

    def __str__(self) -> str:
        return self.title or self.url or str(self.uid)

    @property
    def published_on(self) -> date | None:
        """The day on which it was printed, where it was printed."""
        return day_of_print(self.published_at, self.zone)

    @property
    def current(self) -> "Version":
        """The newest text."""
        return self.versions.order_by("-n")[0]


class Version(Record):
    """One text of an article, exactly as it came (newlines as LF). Record."""

    class How(models.TextChoices):
        PASTE = "paste", _("pasted")
        FILE = "file", _("file")
        ADDRESS = "address", _("fetched from its address")

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions", verbose_name=_("article"))
    n = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    captured_at = models.DateTimeField(_("captured at"))
    how = models.CharField(_("how it came in"), max_length=10, choices=How)
    snapshot = models.ForeignKey(
        "claims.Snapshot", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("raw page")
    )

    class Meta:
        ordering = ("article", "-n")
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = (models.UniqueConstraint(fields=("article", "n"), name="version_numbers"),)

    def __str__(self) -> str:
        return f"{self.article_id} v{self.n}"
