import re
import tomllib
from typing import Any

import pytest

from claims.extraction.blocks import marks_of
from claims.extraction.figures.bounds import bound_words
from claims.extraction.figures.events import CONCEPTS, event_words
from claims.extraction.figures.grammar import grammar_of
from claims.extraction.figures.measures import UNITS
from claims.extraction.figures.pairs import pair_words
from claims.extraction.language import FOLDER, UnknownLanguage, available, guess, load, plain_words

PLAIN = (str, int)


def test_the_three_languages_are_there() -> None:
    assert {"en", "id", "ms"} <= set(available())


@pytest.mark.parametrize("code", ["id", "ID", "id-ID", "id_ID"])
def test_a_code_may_name_a_region(code: str) -> None:
    assert load(code).name == "Indonesian"


def test_an_unknown_language_is_refused_in_one_line() -> None:
    with pytest.raises(UnknownLanguage, match="no language 'tlh'; there are en, id, ms"):
        load("tlh")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Polisi mengatakan bahwa korban tewas karena kecelakaan itu sudah dibawa ke rumah sakit.", "id"),
        ("Polis berkata mangsa maut kerana kemalangan itu telah dibawa ke hospital, katanya semalam.", "ms"),
        ("Police said the victims of the accident had been taken to hospital.", "en"),
        ("Kasus DBD naik tiga kali lipat", "id"),
        ("Inflation rose to 3.4%", "en"),
        ("12345 !!", "en"),
        ("", "en"),
    ],
)
def test_guess(text: str, code: str) -> None:
    assert guess(text) == code


def sections(table: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Every key of a language file with its value, by its dotted path."""
    found: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict) and any(isinstance(inner, dict) for inner in value.values()):
            found.update(sections(value, f"{path}{key}."))
        else:
            found[f"{path}{key}"] = value
    return found


@pytest.mark.parametrize("code", available())
def test_a_language_is_data_alone(code: str) -> None:
    """Words, numbers and lists of them in lower case: no patterns and no code."""
    table = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    for path, value in sections({key: table[key] for key in table if key != "quotes"}).items():
        for word in words_of(value):
            if word == load(code).name or word in UNITS.kinds:
                continue
            assert isinstance(word, PLAIN), path
            if isinstance(word, str):
                assert word == word.lower(), (path, word)
                assert not any(sign in word for sign in ("\\", "(?", "[^", ".*")), (path, word)


def words_of(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *(word for inner in value.values() for word in words_of(inner))]
    return [word for inner in value for word in words_of(inner)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("code", available())
def test_all_languages_fill_in_the_same_form(code: str) -> None:
    """The sections and keys that English has, each language has; open tables (units, events, months) may differ."""
    open_tables = {"units", "events", "quotes", "measures.before", "measures.with_scale"}
    ours, english = load(code).tables, load("en").tables
    for section, keys in english.items():
        if section in open_tables:
            continue
        assert section in ours
        assert set(keys) == set(ours[section]), section


def test_the_form_explains_every_key() -> None:
    form = (FOLDER / "README.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`]+`|\[[\w.]+\]", form))))
    tables = load("en").tables
    quotes = [tables["quotes"][name] for name in ("cues", "chain", "roles", "sexes", "stands_for")]
    forms = [table for section, table in tables.items() if section not in {"units", "events"}]
    assert {key for table in (*forms, *quotes) for key in table} <= explained


@pytest.mark.parametrize("code", available())
def test_every_look_up_can_be_prepared(code: str) -> None:
    language = load(code)
    for prepare in (grammar_of, marks_of, bound_words, event_words, pair_words):
        assert prepare(language) is prepare(language)


@pytest.mark.parametrize("code", available())
def test_units_and_events_are_known_to_the_neutral_tables(code: str) -> None:
    tables = load(code).tables
    assert set(tables["units"]) <= set(UNITS.kinds)
    assert set(tables["events"]) <= set(CONCEPTS)


@pytest.mark.parametrize(
    "text", ["covid-19 dan p3k, çok ab_cd", "naïve “two”\u2028one", "", "\ud800a", "istanbul i̇zmir"]
)
def test_plain_words_are_the_runs_of_letters(text: str) -> None:
    assert plain_words(text) == re.findall("[a-z]+", text)
