"""The sentence of a claim, cut from what stands around its words."""

import pytest
from django.contrib.auth.models import User

from claims.services import passages
from tests.factories import a_figure, an_article

FAR = "kata " * 100
SENTENCES = [
    ("Kata dr. Rina, 27 orang tewas. Lalu hujan.", "27 orang", ("Kata dr. Rina, ", " tewas.")),
    ("Hujan.\n  Korban 27 orang\nLalu reda.", "27 orang", ("Korban ", "")),
    ("“Ada 27. Sudah,” kata Rina. Hujan.", "“Ada 27. Sudah,”", ("", " kata Rina.")),
    ("27 orang", "27 orang", ("", "")),
    (f"Hujan {FAR}27 orang {FAR}reda.", "27 orang", (f"…{FAR[-400:]}", f" {FAR[:399]}…")),
]


@pytest.mark.parametrize(("text", "words", "around"), SENTENCES)
def test_the_sentence_of_a_claim_is_parted_at_its_words(
    editor: User, text: str, words: str, around: tuple[str, str]
) -> None:
    a_figure(editor, an_article(text), words)
    before, inside, after = passages.parted(passages.anchors().get(), "id")
    assert (before, inside, after) == (around[0], words, around[1])


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Hujan. Korban 27 orang di Aren! Lalu reda.", "27 orang", "Korban 27 orang di Aren!"),
        ("Hujan.\n  Korban 27 orang\nLalu reda.", "27 orang", "Korban 27 orang"),
        ("“Ada 27. Sudah,” kata Rina. Hujan.", "27. Sudah", "“Ada 27. Sudah,” kata Rina."),
        (f"Hujan {FAR}27 orang {FAR}reda.", "27 orang", f"{FAR[-400:]}27 orang {FAR[:399]}".strip()),
    ],
)
def test_the_sentence_of_a_claim_is_told_by_its_signs(editor: User, text: str, words: str, sentence: str) -> None:
    a_figure(editor, an_article(text), words)
    assert passages.sentence(passages.anchors().get()) == sentence
