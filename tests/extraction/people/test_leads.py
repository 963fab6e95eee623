import pytest

from claims.extraction.people.leads import titled_of
from claims.extraction.people.phrases import describe
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Mayor Ann Hill of Harrow's North Ward", "Ann Hill"),
        ("President Ann Hill of Ruritania", "Ann Hill"),
        ("Islamic Republic of Ruritania", ""),
        ("Bank of Ruritania", ""),
        ("Lord Mayor of London", ""),
    ],
)
def test_a_person_whose_place_stands_behind_the_name(text: str, named: str) -> None:
    frame = plain_frame("en", text)
    of = titled_of(frame, 0, len(frame.lows))
    found = describe(frame, 0, of) if of else None
    assert (found.name if found is not None else "") == named


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("a defiant Otieno", "Otieno", "name"),
        ("chief executive Ann Hill", "Ann Hill", "name"),
        ("officials of the Harrow Council", "officials of the Harrow Council", "description"),
    ],
)
def test_small_words_in_front_of_a_name(text: str, name: str, kind: str) -> None:
    frame = plain_frame("en", text)
    found = describe(frame, 0, len(frame.lows))
    assert found is not None
    assert (found.name, found.kind) == (name, kind)
