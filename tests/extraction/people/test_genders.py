import pytest

from claims.extraction.people.genders import Genders
from claims.extraction.people.names import Names
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Ms Haddad spoke first. Rim Haddad left early.", "Rim Haddad", "f"),
        ("Rim Haddad, a spokesman for the port, left early.", "Rim Haddad", "m"),
        ("Rim Haddad, 44, chairwoman of the port, left early.", "Rim Haddad", "f"),
        ("Rim Haddad, the daughter of a miner, left early.", "Rim Haddad", "f"),
        ("Rim Haddad, head of the women's league, left early.", "Rim Haddad", ""),
        ("She met her husband Rim Haddad there.", "Rim Haddad", "m"),
        ("Rim Haddad left early.", "Rim Haddad", ""),
        ("Elizabeth Moran left early.", "Elizabeth Moran", "f"),
        ("Moran left early.", "Moran", ""),
        ("the minister left early.", "the minister", ""),
    ],
)
def test_who_is_a_man_or_a_woman(text: str, name: str, gender: str) -> None:
    scan = scan_of("en", text)
    speech = speech_of(scan.language)
    assert Genders(scan, speech, Names(scan, speech)).of(name) == gender


def test_what_a_pronoun_told_goes_before_the_first_name() -> None:
    scan = scan_of("en", "Elizabeth Moran left early.")
    speech = speech_of(scan.language)
    genders = Genders(scan, speech, Names(scan, speech))
    genders.note("Elizabeth Moran", "m")
    genders.note("Elizabeth Moran", "f")
    assert genders.of("Elizabeth Moran") == "m"


def test_a_language_without_such_pronouns_tells_nothing() -> None:
    scan = scan_of("id", "Elizabeth Moran pulang.")
    speech = speech_of(scan.language)
    assert Genders(scan, speech, Names(scan, speech)).of("Elizabeth Moran") == ""
