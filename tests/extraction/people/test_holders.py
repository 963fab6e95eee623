import pytest

from claims.extraction.people.holders import Offices
from claims.extraction.people.names import Names
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of


@pytest.mark.parametrize(
    ("code", "text", "office", "holder"),
    [
        ("id", "Wakil Menteri Luar Negeri Budi Hartana tiba. Ia disambut.", "wakil menteri", "Budi Hartana"),
        ("id", "Kapolsek Panunggalan AKP Siswanta datang kemarin.", "kapolsek panunggalan", "Siswanta"),
        ("id", "Wakil Bupati Rina Dewi hadir bersama warga.", "bupati", ""),
        ("id", "Warga desa itu sudah pulang.", "bupati", ""),
        ("en", "Nora Hill, 31, an accountant, left early.", "accountant", "Nora Hill"),
    ],
)
def test_who_holds_an_office(code: str, text: str, office: str, holder: str) -> None:
    scan = scan_of(code, text)
    speech = speech_of(scan.language)
    assert Offices(scan, speech, Names(scan, speech)).holder(office, len(text)) == holder
