import pytest

from claims.extraction.language import load
from claims.extraction.people.descriptions import (
    core,
    held_by,
    introduces,
    is_definite,
    is_misspelt,
    is_placed_person,
    may_be,
    may_hold,
    self_named,
    spoke_just,
    spoke_since,
    titled_speaker,
)
from claims.extraction.people.heads import Known
from claims.extraction.people.names import Names
from claims.extraction.people.phrases import Phrase
from claims.extraction.scan import Scan
from claims.extraction.speech import speech_of
from claims.extraction.values import Speaker
from tests.extraction.speaking import scan_of

ENGLISH = speech_of(load("en"))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (["mother", "of", "two"], ["mother"]),
        (["father-of-three"], ["father"]),
        (["head", "of", "agency"], ["head"]),
        (["leeds", "manager"], ["leeds", "manager"]),
        ([], []),
    ],
)
def test_the_words_up_to_the_noun(words: list[str], left: list[str]) -> None:
    assert core(ENGLISH, words) == left


@pytest.mark.parametrize(
    ("words", "head", "placed"),
    [
        ("the Leeds manager", "manager", True),
        ("The Texas Republican", "republican", True),
        ("the tired manager", "manager", False),
        ("the Leeds official", "official", False),
        ("the Leeds bridge", "bridge", False),
    ],
)
def test_a_person_told_by_a_place(words: str, head: str, placed: bool) -> None:
    phrase = Phrase(0, 3, 0, len(words), words, None, "description")
    assert is_placed_person(ENGLISH, head, phrase) is placed


@pytest.mark.parametrize(
    ("role", "behind", "head", "may"),
    [
        (None, " spoke.", "manager", True),
        ("Hull manager", "", "manager", True),
        ("Foreign Minister", "", "manager", False),
        ("Foreign Minister", "", "leader", True),
        ("a lifelong fan of jazz", "", "manager", False),
        (None, ", 79, a retired seamstress, spoke.", "manager", False),
        (None, ", a nurse, spoke.", "manager", False),
        (None, ", a former manager, spoke.", "manager", True),
        (None, ", a hard day behind her, spoke.", "manager", True),
    ],
)
def test_whose_office_speaks_against_another_name(role: str | None, behind: str, head: str, may: bool) -> None:
    known = Known(0, Speaker("Ann Hill", role, 0, 8), "name")
    assert may_be(Scan(f"Ann Hill{behind}", load("en")), ENGLISH, known, head) is may


@pytest.mark.parametrize(
    ("code", "words", "head", "definite"),
    [
        ("en", ["the", "minister"], "minister", True),
        ("en", ["a", "minister"], "minister", False),
        ("en", ["the", "much", "loved", "old", "minister"], "minister", False),
        ("en", ["the", "large", "rural", "power", "company"], "company", True),
        ("id", ["menteri", "itu"], "menteri", True),
        ("id", ["seorang", "menteri"], "seorang", False),
    ],
)
def test_what_points_at_somebody_named_before(code: str, words: list[str], head: str, definite: bool) -> None:
    length = len([w for w in words if w not in ("the", "a", "itu")])
    assert is_definite(speech_of(load(code)), words, head, length) is definite


@pytest.mark.parametrize(
    ("name", "new"), [("a neighbour", True), ("one official", True), ("the tall neighbour", True), ("the judge", False)]
)
def test_what_brings_in_somebody_new(name: str, new: bool) -> None:
    assert introduces(ENGLISH, name) is new


@pytest.mark.parametrize(
    ("text", "called", "held"),
    [
        ("Works minister Ann Hill left.", "the minister", True),
        ("Works Minister Ann Hill left.", "the minister", True),
        ("Ann Hill, the works minister, left.", "the minister", True),
        ("Ann Hill left the minister.", "the minister", False),
        ("Works minister Ann Hill left.", "the mayor", False),
        ("Kilby manager Ann Hill left.", "the Kilby manager", True),
        ("Kilby manager Ann Hill left.", "the Harrow manager", False),
        ("Kilby Manager Ann Hill left.", "the Harrow manager", False),
    ],
)
def test_which_speaker_holds_an_office(text: str, called: str, held: bool) -> None:
    scan = scan_of("en", text)
    known = Known(0, Speaker("Ann Hill", None, 0, 8), "name")
    assert (titled_speaker(Names(scan, ENGLISH), called.rsplit(maxsplit=1)[-1], called, [known]) is known) is held


@pytest.mark.parametrize(
    ("role", "called", "held"),
    [
        ("Deputy commissioner of police", "the DCP", True),
        ("Inspector-General of Police", "the IGP", True),
        ("World Health Organization spokesman", "the WHO", False),
        ("deputy commissioner of police", "the mayor", False),
        (None, "the DCP", False),
    ],
)
def test_whose_office_letters_stand_for(role: str | None, called: str, held: bool) -> None:
    known = Known(0, Speaker("Ann Hill", role, 0, 8), "name")
    assert (held_by(ENGLISH, called, [known]) is known) is held


@pytest.mark.parametrize(("role", "held"), [("Kilby manager", True), ("Harrow manager", False), (None, True)])
def test_an_office_of_one_place_is_not_that_of_another(role: str | None, held: bool) -> None:
    words = ["the", "kilby", "manager"]
    assert may_hold(ENGLISH, Speaker("Ann Hill", role, 0, 8), words, "manager") is held


@pytest.mark.parametrize(("role", "at", "since"), [(None, 50, True), ("mayor", 50, False), (None, 5, False)])
def test_who_spoke_behind_the_last_other_subject(role: str | None, at: int, since: bool) -> None:
    last = Known(at, Speaker("Ann Hill", role, at, at + 8), "name")
    assert spoke_since(last, Known(20, Speaker("Bob Roy", None, 20, 27), "name")) is since


@pytest.mark.parametrize(
    ("text", "kind", "just"),
    [
        ("Her father wept. The man", "description", True),
        ("Her father wept. The man", "name", False),
        ("Her father wept.\nThe man", "description", False),
    ],
)
def test_who_was_described_just_before(text: str, kind: str, just: bool) -> None:
    last = Known(0, Speaker("Her father", None, 0, 10), kind)
    assert spoke_just(text, last, 0, len(text)) is just


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a trader who gave his name as Musa Bello, said", "Musa Bello"),
        ("a trader, who identified himself as Musa, said", "Musa"),
        ("a trader who gave his son a name, said", None),
        ("a trader said", None),
    ],
)
def test_the_name_that_somebody_gives(text: str, name: str | None) -> None:
    scan = scan_of("en", text)
    phrase = Phrase(0, 2, 0, 8, "a trader", None, "description")
    found = self_named(scan, ENGLISH, Names(scan, ENGLISH), phrase)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("word", "name", "wanted"),
    [
        ("Catrina", "Catarina", True),
        ("Yuniarto", "Yunarto", True),
        ("Faisal", "Faizal", True),
        ("Cathrina", "Catrhina", True),
        ("Suryani", "Suryanto", False),
        ("Hartono", "Hartono", False),
        ("Bintang", "Lintang", False),
    ],
)
def test_a_name_with_a_wrong_letter(word: str, name: str, wanted: bool) -> None:
    assert is_misspelt(word, name) == wanted
