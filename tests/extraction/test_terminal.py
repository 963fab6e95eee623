from claims.extraction.pipeline import extract
from claims.extraction.terminal import shown

TEXT = "“Ada sekitar 12 orang tewas,” kata Budi pada 7 Oktober."


def test_marks_and_readings_without_a_terminal() -> None:
    lines = shown(TEXT, extract(TEXT, language="id", explain=True), colours=False).splitlines()
    assert lines[0] == "‹“Ada ›⟦sekitar 12 orang⟧[1]‹ tewas,”› kata Budi pada (7 Oktober)."
    assert lines[2].startswith("[1] sekitar 12 orang  =  12 about, counts orang, killed")
    assert "Budi" in lines[3]
    assert lines[4] == "  –  7 Oktober: date"


def test_colours_in_a_terminal_and_no_sequence_of_the_article_itself() -> None:
    text = "\x1b Ada 12 orang\x07."
    output = shown(text, extract(text, language="id"), colours=True)
    assert "\x1b[30;43m12 orang\x1b[0m" in output
    assert output.startswith("\ufffd Ada")
    assert "\x07" not in output
