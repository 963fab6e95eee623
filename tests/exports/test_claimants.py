"""Who said a claim is called a person or a body only where that is told."""

from dataclasses import replace

import pytest

from claims.exports.claimants import claimant_type
from tests.exports.lines import FIGURE

BODIES = {
    "id": [
        "BNPB",
        "WHO",
        "Kementerian Kesehatan",
        "Polda Jabar",
        "Badan Pusat Statistik (BPS)",
        "Pemerintah",
        "PT Maju",
    ],
    "en": [
        "the Ministry of Health",
        "Ministry of Health",
        "WHO",
        "World Health Organization (WHO)",
        "Acme Corp",
        "police",
    ],
    "ms": ["Kementerian Kesihatan"],
}
UNTOLD = {
    "id": ["Rina Wibowo", "SBY", "pihak keluarga", "Juru bicara militer", ""],
    "en": [
        "Ann Hill",
        "Who",
        "officials",
        "officials of the ministry",
        "Health Ministry spokesman",
        "chief executive",
        "the",
    ],
    "xx": ["BNPB"],
}


@pytest.mark.parametrize(
    ("language", "name", "kind"),
    [
        (language, name, kind)
        for names, kind in ((BODIES, "Organization"), (UNTOLD, None))
        for language, listed in names.items()
        for name in listed
    ],
)
def test_the_words_of_a_name_tell_a_body(language: str, name: str, kind: str | None) -> None:
    assert claimant_type(replace(FIGURE, speaker=name, language=language)) == kind


@pytest.mark.parametrize(
    ("language", "name", "role", "kind"),
    [
        ("id", "Suharyanto", "Kepala BNPB", "Person"),
        ("en", "Margaret Court", "the mayor", "Person"),
        ("en", "John Carter", "police spokesman", "Person"),
        ("en", "Ann Hill", "chief executive", "Person"),
        ("id", "BPS", "lembaga Statistik", "Organization"),
        ("id", "Suluh", "yayasan", None),
    ],
)
def test_who_holds_an_office_is_a_person(language: str, name: str, role: str, kind: str | None) -> None:
    assert claimant_type(replace(FIGURE, speaker=name, role=role, language=language)) == kind


@pytest.mark.parametrize(
    ("said", "kind"), [("person", "Person"), ("body", "Organization"), ("agency", "Organization"), ("unknown", None)]
)
def test_what_an_editor_says_of_a_party_holds(said: str, kind: str | None) -> None:
    assert claimant_type(replace(FIGURE, speaker_kind=said)) == kind
