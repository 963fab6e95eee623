import re

from claims.extraction.speech.patterns import behind_first_word, pattern_of


def test_one_pattern_finds_each_word_alone() -> None:
    pattern = re.compile(pattern_of(["kata", "katanya", "di hadapan", "said"]))
    text = "Kata dia, berkata, katanya di\nhadapan perkataan kata-kata kataBudi said, saidy"
    assert [m.group() for m in pattern.finditer(text)] == ["Kata", "katanya", "di\nhadapan", "kata", "said"]


def test_no_words_find_nothing() -> None:
    assert re.search(pattern_of([]), "kata said") is None


def test_words_are_looked_up_by_the_first_of_them() -> None:
    found = behind_first_word(["agree", "agree to", "co-wrote", "élan"])
    assert found == {"agree": ("", " to"), "co": (" wrote",), "": (" lan",)}
