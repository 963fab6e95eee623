"""The table of verdicts: what an editor may rule, with its ClaimReview rating, labels and colour.

The machine never rules: only `services.rulings` writes a verdict, and only for an editor. Adding a verdict is one row here.
Ratings follow schema.org's Rating (bestRating 5, worstRating 1); a verdict without a rating is not published as a ClaimReview.
"""

from dataclasses import dataclass

BEST_RATING = 5
WORST_RATING = 1
UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict: `rating` is ClaimReview's ratingValue (None: nothing to publish), `colour` a name of the style sheet,
    `final` whether a claim with it needs no more work."""

    key: str
    english: str
    indonesian: str
    rating: int | None
    colour: str
    final: bool


VERDICTS = {
    verdict.key: verdict
    for verdict in (
        Verdict(UNVERIFIED, "Unverified", "belum diperiksa", None, "grey", final=False),
        Verdict("true", "True", "benar", 5, "green", final=True),
        Verdict("partly_true", "Partly true", "sebagian benar", 3, "lime", final=True),
        Verdict("unproven", "Unproven", "tidak terbukti", 2, "amber", final=True),
        Verdict("misleading", "Misleading", "sesat", 2, "orange", final=True),
        Verdict("false", "False", "keliru", 1, "red", final=True),
        Verdict("not_checkable", "Not checkable", "tidak dapat diperiksa", None, "slate", final=True),
    )
}


def choices() -> list[tuple[str, str]]:
    """Keys and English labels, as a model field or a filter takes them. Named in migrations: keep the name."""
    return [(verdict.key, verdict.english) for verdict in VERDICTS.values()]


def label(key: str, language: str = "en") -> str:
    """The label of a verdict in English or Indonesian ("id")."""
    verdict = VERDICTS[key]
    return verdict.indonesian if language.startswith("id") else verdict.english
