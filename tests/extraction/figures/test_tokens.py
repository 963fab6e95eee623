from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Phrases, Tokens, grouped
from claims.extraction.language import load
from claims.extraction.scan import Scan


def tokens_of(text: str, code: str = "en") -> Tokens:
    language = load(code)
    return Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)


def test_words_numerals_and_signs() -> None:
    text = "US$1.2bn, luka-luka; 23-year-old's 14/6"
    tokens = tokens_of(text)
    assert tokens.words == ["us", "$", "1.2", "bn", ",", "luka-luka", ";", "23", "-", "year-old's", "14", "/", "6"]
    assert [text[a:b].lower() for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words


def test_number_words_are_cut_at_hyphens() -> None:
    assert tokens_of("Twenty-five two-party anak-anak").words == [
        "twenty",
        "-",
        "five",
        "two",
        "-",
        "party",
        "anak-anak",
    ]


def test_lost_blanks_are_found_again() -> None:
    assert tokens_of("menerimaRp 50 jutadari", "id").words == ["menerima", "rp", "50", "juta", "dari"]
    assert tokens_of("5 jutaan", "id").words == ["5", "jutaan"]


def test_the_parts_of_a_word_know_their_places() -> None:
    text = "menerimaRp 50 jutadari dua puluh-lima-belas orang"
    tokens = tokens_of(text, "id")
    assert [text[a:b].lower() for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert tokens.words[5:12] == ["dua", "puluh", "-", "lima", "-", "belas", "orang"]


def test_outside_there_is_nothing() -> None:
    tokens = tokens_of("a b")
    assert (tokens.at[-1], tokens.at[2], tokens.raw(5), tokens.glued(0), tokens.capital(9)) == (
        "",
        "",
        "",
        False,
        False,
    )


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases([("lebih", 1), ("lebih dari", 2), ("tidak lebih dari", 3)])
    words = ["tidak", "lebih", "dari", "5"]
    assert phrases.ending(words, 3) == (3, 3)
    assert phrases.starting(words, 1) == (2, 2)
    assert phrases.starting(words, 3) is None
    assert phrases.ending(words, 0) is None
    assert grouped({"x": ["a b"]}).starting(["a", "b"], 0) == (2, "x")
