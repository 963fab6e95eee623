import pytest

from claims.extraction.quotes.cues import attributions
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("code", "text", "speaker", "role"),
    [
        (
            "id",
            "Menurut dosen di Universitas Samudra, Rina Dewi, harga naik.",
            "Rina Dewi",
            "dosen di Universitas Samudra",
        ),
        (
            "id",
            "Menurut warga yang tinggal di sana, Rina Dewi, jalannya sudah rusak.",
            "Rina Dewi",
            "warga yang tinggal di sana",
        ),
        ("id", "Menurut warga di sana, Rina, Budi, dan Wati jatuh.", "warga", None),
        ("id", "Menurut warga di sana, Rina Dewi jatuh.", "warga", None),
        (
            "en",
            "According to Ann Hill, a lawyer based in Hull, the road was shut.",
            "Ann Hill",
            "a lawyer based in Hull",
        ),
        ("en", "According to Hill, the rule applied to the mayor, treasurer and all firms.", "Hill", None),
        ("en", "According to Chinese state press reports, the road was shut.", "Chinese state press reports", None),
    ],
)
def test_who_the_source_is(code: str, text: str, speaker: str, role: str | None) -> None:
    (said,) = [said for said in attributions(frame(code, text)) if said.rule == "source_before"]
    assert said.phrase is not None
    assert (said.phrase.name, said.phrase.role) == (speaker, role)
