import pytest

from claims.extraction.quotes.tails import trim_end, without_tail
from tests.extraction.speaking import plain_frame

SILENCES = [
    ("en", "the dam was safe, but she gave no details", "the dam was safe"),
    ("en", "the dam was safe, but Pell did not immediately say why", "the dam was safe"),
    ("en", "the dam was safe, without elaborating", "the dam was safe"),
    ("en", "the dam was safe, but it would need repairs", "the dam was safe, but it would need repairs"),
    ("en", "the guard declined to open the gate", "the guard declined to open the gate"),
    ("id", "jembatan itu aman, namun ia enggan merinci", "jembatan itu aman"),
    ("id", "jembatan itu aman, tanpa menyebut angka", "jembatan itu aman"),
    ("id", "warga desa itu sudah lama pergi, dan ia", "warga desa itu sudah lama pergi, dan ia"),
]


@pytest.mark.parametrize(("code", "text", "said"), SILENCES)
def test_what_was_not_said_is_no_part_of_what_was(code: str, text: str, said: str) -> None:
    frame = plain_frame(code, text)
    last, links = without_tail(frame, 0, len(frame.lows))
    assert (text[: frame.ends[last - 1]], links) == (said, ())


def test_signs_behind_a_clause_do_not_belong_to_it() -> None:
    frame = plain_frame("en", "the dam was safe , ;")
    assert trim_end(frame, 0, len(frame.lows)) == 4
