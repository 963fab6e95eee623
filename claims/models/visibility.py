"""Who sees what: anonymous readers see what was released; people of the desk see every row. The one place for it."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from claims.models.article import Article
from claims.models.check import Check
from claims.models.claim import Claim
from claims.models.ruling import Ruling
from claims.models.source import Evidence, Source


def sees_all(user: Any) -> bool:
    """Whether somebody belongs to the desk (or researches with its leave)."""
    return bool(user and user.is_active and user.has_perm("claims.view_claim"))


def claims_for(user: Any) -> QuerySet[Claim]:
    """Claims that `user` may see."""
    return Claim.objects.all() if sees_all(user) else Claim.objects.filter(is_released=True)


def articles_for(user: Any) -> QuerySet[Article]:
    """Articles that `user` may see (without their text, which is for the desk alone)."""
    if sees_all(user):
        return Article.objects.all()
    return Article.objects.filter(Exists(Claim.objects.filter(article=OuterRef("pk"), is_released=True)))


def sources_for(user: Any) -> QuerySet[Source]:
    """Sources that `user` may see."""
    if sees_all(user):
        return Source.objects.all()
    shown = Evidence.objects.filter(source=OuterRef("pk"), claim__is_released=True, is_active=True)
    return Source.objects.filter(Exists(shown))


def checks_for(user: Any) -> QuerySet[Check]:
    """Checks that `user` may see."""
    return Check.objects.all() if sees_all(user) else Check.objects.filter(evidence__claim__is_released=True)


def rulings_for(user: Any) -> QuerySet[Ruling]:
    """Rulings that `user` may see."""
    return Ruling.objects.all() if sees_all(user) else Ruling.objects.filter(claim__is_released=True)
