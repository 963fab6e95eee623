import pytest

from tests.extraction.speaking import told

CASES = [
    ("id", '"Air naik," kata Budi.', ("after", "kata", "Budi", "")),
    ("id", '"Air naik," kata Budi kepada wartawan, Senin (3/3).', ("after", "kata", "Budi", "")),
    ("id", "Air naik sejak pagi, kata Budi.", ("after", "kata", "Budi", "")),
    ("id", "Untuk beras, sambung Budi, harga naik.", ("middle", "sambung", "Budi", "harga naik")),
    ("id", "Beruntung kata dia, air surut.", ("middle", "kata", "dia", "air surut")),
    ("id", '"Air naik," demikian laporan tertulis BPBD Jember.', ("after", "demikian", "BPBD Jember", "")),
    ("en", '"We are ready," said Tom Hill.', ("after", "said", "Tom Hill", "")),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_the_speaker_stands_behind_the_cue(code: str, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert told(code, text) == [wanted]


def test_behind_an_adverb_what_goes_on_is_said_too() -> None:
    assert told("id", "Kemudian, lanjut Rina, polisi memeriksa rekaman.") == [
        ("middle", "lanjut", "Rina", "polisi memeriksa rekaman")
    ]


def test_one_marked_word_may_be_the_subject_of_the_cue() -> None:
    assert told("en", "'Leak' reveals Kilby library plans") == []
