"""What went wrong, in the language of whoever reads it: workers keep a phrase where they would keep a sentence."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, override

from claims.wording import Phrase, trouble


@dataclass(frozen=True, slots=True)
class Why:
    """Why an address or a file gave nothing to read; `where` is the address it ended at. As a string it is a sentence in the
    language that is active then."""

    outcome: str
    reason: str
    message: str
    where: str = ""

    @property
    def phrase(self) -> Phrase:
        return trouble(self.outcome, self.reason, self.message, self.where)

    @property
    def english(self) -> str:
        """The sentence of whoever met the trouble, which knows more than the phrase."""
        return self.message or self.phrase.render()

    def __str__(self) -> str:
        return self.english if is_english() else self.phrase.render(gettext)


def is_english() -> bool:
    """Whether the language that is active now is English, as it is in a worker and on the command line."""
    return (get_language() or "en").startswith("en")


def phrase_of(error: ValidationError) -> Phrase:
    """The first thing an error says, as a template of the catalogue and its values."""
    first = error.error_list[0]
    with override(None):  # a lazy message then gives back its own words
        template = str(first.message)
    return Phrase(template, {name: _kept(value) for name, value in (first.params or {}).items()})


def _kept(value: object) -> object:
    """A value of an error as a phrase holds it, so that whoever reads it later reads it in another language."""
    if isinstance(value, Why):
        return value.phrase
    return Decimal(value) if isinstance(value, int) else value


def sentence_of(error: ValidationError) -> str:
    """All that an error says, in English."""
    with override("en"):
        return " ".join(error.messages)
