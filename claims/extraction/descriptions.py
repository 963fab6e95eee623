"""What the words of a description tell: whether they point at somebody named before, and by which noun."""

from .heads import Known
from .names import words_of
from .phrases import Phrase
from .speech import Speech


def core(speech: Speech, content: list[str]) -> list[str]:
    """The words of an English description up to its noun: "mother" of "the mother of two", "head" of "the head of the
    agency"."""
    links = speech.links
    core = content[: next((n for n, word in enumerate(content) if n and word in links), len(content))]
    return [*core[:-1], core[-1].split("-of-")[0]] if core else core


def is_placed_person(speech: Speech, head: str, phrase: Phrase) -> bool:
    """Whether a description tells of a person by place, party or team ("the Leeds manager", "the Texas Republican")."""
    if speech.own or head not in speech.persons or head in speech.chain["nobody"]:
        return False
    return all(w[0].isupper() or w.lower() in speech.articles or w.lower() == head for w in phrase.name.split())


def may_be(speech: Speech, known: Known, head: str) -> bool:
    """Whether somebody's office, if he has one, does not speak against another name for him."""
    role = words_of(known.speaker.role or "")
    return head in speech.anybody or head in role or not any(map(speech.is_title, role))


def is_definite(speech: Speech, words: list[str], head: str, length: int) -> bool:
    """Whether a description points at somebody named before ("the minister", "menteri itu")."""
    if speech.own:
        pointed = words[-1] in speech.determiners
        definite = pointed or (words[0] not in speech.indefinite and (length == 1 or head not in speech.firms))
    else:
        definite = words[0] in speech.definite
    longest = 6 if head in speech.firms or head in speech.anybody or is_epithet(speech, words, head) else 3
    return definite and length <= longest


def is_epithet(speech: Speech, words: list[str], head: str) -> bool:
    """Whether a description reads as another name for the last speaker ("bendahara negara itu")."""
    if not speech.own or words[-1] not in speech.determiners or words[0] in speech.indefinite:
        return False
    return head not in speech.body_nouns and head not in speech.bodies and head not in speech.chain["document_nouns"]


def introduces(speech: Speech, name: str) -> bool:
    """Whether an English description brings in somebody new ("a neighbour", "one official") or tells more than its noun."""
    words = words_of(name)
    return words[0] in speech.indefinite or len(words) - (words[0] in speech.articles) > 1
