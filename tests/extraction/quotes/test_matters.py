import pytest

from claims.extraction.people.phrases import describe
from claims.extraction.quotes.matters import only_names, tells_of
from claims.extraction.quotes.said import Hit
from tests.extraction.speaking import frame, plain_frame


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rina menjelaskan alasan pihaknya menolak aturan.", True),
        ("Rina menyampaikan beberapa hal.", True),
        ("Rina menjelaskan penyebab banjir itu adalah sampah.", False),
        ("Rina menjelaskan penyebab banjir masih diteliti.", False),
        ("Rina menjelaskan penyebab banjir yang masih diteliti.", True),
        ("Rina menjelaskan motif pelaku masih dalam penyelidikan.", False),
        ("Rina menjelaskan harga turun.", False),
    ],
)
def test_what_is_only_told_of(text: str, names: bool) -> None:
    read = frame("id", text)
    hit = Hit(read, 1, 2, read.lows[1], frozenset({"say"}), [])
    speaker = describe(read, 0, 1)
    assert speaker is not None
    said = hit.said("before", 0, 2, speaker, (), "subject_before")
    assert only_names(read, said, 2, len(read.lows)) is names


def test_what_points_back_may_open_a_clause() -> None:
    assert tells_of(plain_frame("id", "hal ini disebabkan hujan"), 0)
    assert not tells_of(plain_frame("id", "hal itu kepada wartawan"), 0)
