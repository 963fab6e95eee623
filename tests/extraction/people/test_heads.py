import pytest

from claims.extraction.marks import find_marked
from claims.extraction.people.heads import Heads
from claims.extraction.people.names import Names
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of


def heads(code: str, text: str) -> Heads:
    scan = scan_of(code, text)
    speech = speech_of(scan.language)
    return Heads(scan, speech, Names(scan, speech), find_marked(text, scan.paragraphs), set())


def person(code: str, text: str, *, weak: bool = False) -> str:
    known = heads(code, text).person_before(len(text), -1, weak=weak)
    return known.speaker.name if known else ""


def test_the_person_at_the_head_of_the_sentence() -> None:
    assert person("id", "Bupati Garut Rudi Gunawan meninjau jalan. Jalan itu rusak. ") == "Rudi Gunawan"
    assert person("en", "Armed robber Robert Napier, 25, won the case. It was late. ") == "Robert Napier"
    assert person("id", "Ketua KPU Sulsel, Hasbullah, membuka rapat. ") == "Hasbullah"


def test_a_name_without_evidence_counts_only_where_nobody_else_can_be_meant() -> None:
    text = "Helen Marsh visited the town. "
    assert person("en", text) == ""
    assert person("en", text, weak=True) == "Helen Marsh"


def test_an_organisation_is_no_person() -> None:
    assert person("id", "Kementerian Luar Negeri menutup kantor. ", weak=True) == ""


def test_a_sentence_inside_a_quotation_has_no_say() -> None:
    assert person("id", 'Bupati Rudi Gunawan datang. "Ya. Kapolda Budi Santoso tahu." ') == "Rudi Gunawan"


def test_the_plural_subject_before() -> None:
    text = "Sekitar 3.000 pengemudi ojek menggelar aksi. Mereka pulang."
    known = heads("id", text).plural_before(text.index("Mereka"))
    assert known is not None
    assert known.speaker.name == "Sekitar 3.000 pengemudi ojek"


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("He stays in jail, a judge ruled. District Judge Ana Ortiz heard the case.", "a judge", "Ana Ortiz"),
        ("He stays in jail, a judge ruled. Kurt Hoskins said he was glad.", "a judge", "Kurt Hoskins"),
        ("He stays in jail, a judge ruled. Kurt Hoskins, a neighbour, said he was glad.", "a judge", ""),
        ("He stays in jail, a judge ruled. Mayor Kurt Hoskins said he was glad.", "a judge", ""),
        ("Kurt Hoskins sued. He stays in jail, a judge ruled. Kurt Hoskins said he was glad.", "a judge", ""),
        ("He stays in jail, a paper said. Kurt Hoskins said he was glad.", "a paper", ""),
    ],
)
def test_who_is_named_only_in_the_next_sentence(text: str, description: str, name: str) -> None:
    assert heads("en", text).named_after(description, text.index(description)) == name
