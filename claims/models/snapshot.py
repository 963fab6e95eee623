"""What an address answered at one time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from claims.models.rows import LONGEST_ADDRESS, Record

FETCHED = (
    ("ok", _("read")),
    ("unchanged", _("unchanged")),
    ("moved", _("moved")),
    ("gone", _("gone")),
    ("blocked", _("blocked")),
    ("unreachable", _("unreachable")),
    ("unreadable", _("unreadable")),
    ("too_large", _("too large")),
    ("incomplete", _("incomplete")),
)
"""What became of a fetch. About the page, never about the figure."""

READ = frozenset({"ok", "unchanged"})
"""Of these, those after which there was something to read."""


class Body(models.Model):
    """Bytes an address answered, kept once per SHA-256, compressed with zlib. Record, but `content` may be pruned to null,
    which leaves the hash."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField(_("bytes"))
    content = models.BinaryField(_("zlib stream"), null=True)
    created_at = models.DateTimeField(_("written at"), auto_now_add=True)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    def __str__(self) -> str:
        return self.sha256


class Snapshot(Record):
    """What an address answered at one time. Record.

    `fetched` is about the page; `reason` a short code, `message` a sentence. `seq` is the number of the source's check that
    took it (null for an article's raw page), unique per source: a second worker cannot complete the same check.
    """

    source = models.ForeignKey(
        "claims.Source",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,  # `snapshot_once_per_check` begins with it
        related_name="snapshots",
        verbose_name=_("source"),
    )
    seq = models.PositiveIntegerField(_("check number"), null=True, blank=True)
    url = models.URLField(_("address"), max_length=LONGEST_ADDRESS)
    final_url = models.URLField(_("address after redirects"), max_length=LONGEST_ADDRESS, blank=True)
    fetched = models.CharField(_("outcome"), max_length=12, choices=FETCHED)
    reason = models.CharField(_("reason"), max_length=40, blank=True)
    message = models.CharField(_("message"), max_length=500, blank=True)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    headers = models.JSONField(_("headers"), default=dict, blank=True)
    media_type = models.CharField(_("media type"), max_length=120, blank=True)
    charset = models.CharField(_("charset"), max_length=40, blank=True)
    body = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, db_index=False, related_name="snapshots", verbose_name=_("body")
    )
    text = models.TextField(_("text read from it"), blank=True)
    memento = models.URLField(_("Memento address"), max_length=LONGEST_ADDRESS, blank=True)
    fetched_at = models.DateTimeField(_("fetched at"), db_index=True)
    took_ms = models.PositiveIntegerField(_("milliseconds"), default=0)

    class Meta:
        ordering = ("-fetched_at", "-id")
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        # Not `db_index`, which gives a column of letters a second index for LIKE that nobody asks.
        indexes = (
            models.Index(fields=("fetched",), name="snapshot_fetched"),
            models.Index(fields=("body",), name="snapshot_body"),
        )
        constraints = (models.UniqueConstraint(fields=("source", "seq"), name="snapshot_once_per_check"),)

    def __str__(self) -> str:
        return f"{self.url.split('://', 1)[-1]} {self.get_fetched_display()}"
