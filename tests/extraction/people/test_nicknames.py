import pytest

from claims.extraction.language import load
from claims.extraction.people.names import Names
from claims.extraction.people.nicknames import Nicknames
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of


@pytest.mark.parametrize(
    ("text", "nickname", "name"),
    [
        (
            "Pelatih Hendra Gunarto yang akrab disapa Kang Hengun itu puas. Hengun tersenyum.",
            "Hengun",
            "Hendra Gunarto",
        ),
        ("Hebat, kata Nono, sapaan akrab Sumarno Wijaya, kemarin.", "Nono", "Sumarno Wijaya"),
        ("Sumarno Wijaya alias Nono ditangkap.", "Nono", "Sumarno Wijaya"),
        ("Bupati Sumarno Wijaya (Suwi) hadir. Suwi tertawa.", "Suwi", "Sumarno Wijaya"),
        ("Zulkarnain Harahap hadir. Zulhar tertawa.", "Zulhar", "Zulkarnain Harahap"),
        ("Sumarno Wijaya (Golkar) hadir.", "Golkar", ""),
        ("Sumarno Wijaya hadir. Suparman Wijaya tertawa.", "Suparman", ""),
        ("Sumarno Wijaya dan Suparman hadir.", "Suparman", ""),
    ],
)
def test_who_is_meant(text: str, nickname: str, name: str) -> None:
    scan = scan_of("id", text)
    speech = speech_of(load("id"))
    assert Nicknames(scan, speech, Names(scan, speech)).meant(nickname) == name
