"""What the words behind a name at the head of a sentence tell of it."""

from typing import Final

from .speech import Speech

POINTS: Final = 8
"""Words behind a name among which the one stands that points back."""


def is_pointed(behind: str, speech: Speech) -> bool:
    """Whether the phrase that holds a name only points at somebody named before ("Mantan bek Arema itu …"); `behind` are the
    words behind the name, in lower case."""
    if not speech.head_first:
        return False
    for word in behind.split()[:POINTS]:
        if word.rstrip(",") in speech.determiners:
            return True
        if word in speech.auxiliaries or word in speech.ends_name or word in speech.kinds or word.endswith(","):
            return False
    return False


def is_attribute(behind: str, speech: Speech) -> bool:
    """Whether the noun of somebody else follows a name at the head of an English sentence ("Trump backers", "the Hill
    campaign"); `behind` are the words behind the name, in lower case."""
    low = next(iter(behind.split(maxsplit=1)[:1]), "")
    if speech.head_first or not low.isalpha():
        return False
    noun = low in speech.body_nouns or low in speech.bodies or low in speech.chain["document_nouns"]
    return noun or speech.is_title_of_several(low) or (low.endswith(speech.people_ends) and len(low) > 5)
