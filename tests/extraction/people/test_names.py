import pytest

from claims.extraction.language import load
from claims.extraction.people.names import Names, bare, words_of
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of

TEXT = """Direktur Jenderal Energi ESDM, Eniya Listiani Dewi, hadir bersama Wali Kota Bogor Bima Arya.
Freedom Flotilla Coalition (FFC) berlayar. Suparti (52) menunggu. Persib menang. Pelatih Persib Bojan Hodak puas. Hodak pulang.
Budi Santoso dan Rina Wati datang."""


def names(text: str = TEXT, code: str = "id") -> Names:
    return Names(scan_of(code, text), speech_of(load(code)))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Eniya", "Eniya Listiani Dewi"),
        ("FFC", "Freedom Flotilla Coalition (FFC)"),
        ("Persib Bojan Hodak", "Bojan Hodak"),
        ("Wati", "Rina Wati"),
        ("Nobody", "Nobody"),
        ("Eniya Listiani Dewi", "Eniya Listiani Dewi"),
    ],
)
def test_the_longest_form_of_a_name(short: str, long: str) -> None:
    assert names().longest(short) == long


def test_people_are_known_by_title_or_age() -> None:
    found = names()
    assert [name for name in ("Bima Arya", "Suparti", "Freedom Flotilla Coalition") if found.is_person(name)] == [
        "Bima Arya",
        "Suparti",
    ]


@pytest.mark.parametrize(
    ("run", "wanted"),
    [
        ("Gubernur Jawa Barat Dedi Mulyadi", ["Dedi", "Mulyadi"]),
        ("Kementerian Luar Negeri", []),
        ("Namun Budi Santoso", ["Budi", "Santoso"]),
    ],
)
def test_titles_are_taken_off(run: str, wanted: list[str]) -> None:
    assert names().without_titles(run.split()) == wanted


def test_a_name_is_bared_of_breaks_and_possessives() -> None:
    assert bare("Altria\n Group's") == "Altria Group"
    assert words_of("Al-Ansari, Ph.D") == ["al-ansari", "ph", "d"]
