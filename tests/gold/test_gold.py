"""The engine's quality on the annotated articles, the scorer's own arithmetic, and the articles' marks."""

import re

import pytest

from tests.gold.floors import WouldLower, measured, recorded, updated
from tests.gold.scoring import Article, digest, load, measure

WORDS = {
    "id": "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|pertama|kedua|ketiga|puluhan|ratusan|separuh",
    "en": "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second|third|dozens|hundreds|half|twice|both",
}
NUMBERS = {
    code: re.compile(rf"\d+(?:[.,]\d+)*|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for code, words in WORDS.items()
}


@pytest.fixture(scope="module")
def engine() -> dict[str, dict[str, float]]:
    return measured()


def measures() -> list[tuple[str, str]]:
    return [(language, name) for language, row in recorded()["floors"].items() for name in row]


@pytest.mark.parametrize(("language", "name"), measures())
def test_engine_stays_above_its_floor(engine, language, name):
    assert engine[language][name] >= recorded()["floors"][language][name]


def test_every_measure_has_a_floor(engine):
    assert {(language, name) for language, row in engine.items() for name in row} == set(measures())


def test_floors_belong_to_these_articles():
    assert recorded()["corpus"] == digest(), "articles changed: run `python -m tests.gold.update`"


def test_there_are_enough_articles():
    articles = load()
    for language in ("id", "en"):
        texts = [article.text for article in articles if article.language == language]
        assert len(texts) >= 15
        assert all(1000 <= len(text) <= 4000 for text in texts)


@pytest.mark.parametrize("article", load(), ids=lambda article: article.name)
def test_every_number_of_an_article_is_marked(article):
    marks = article.marks["figures"] + article.marks["distractors"]
    bare = [
        found.group()
        for found in NUMBERS[article.language].finditer(article.text)
        if not any(mark["start"] < found.end() and found.start() < mark["end"] for mark in marks)
    ]
    assert bare == []


@pytest.mark.parametrize("article", load(), ids=lambda article: article.name)
def test_marks_are_whole(article):
    for mark in article.marks["figures"] + article.marks["distractors"] + article.marks["quotes"]:
        assert 0 <= mark["start"] < mark["end"] <= len(article.text)
        words = article.text[mark["start"] : mark["end"]]
        assert words == words.strip()
    for quote in article.marks["quotes"]:
        assert quote["speaker"]
        assert ("clause_start" in quote) == (quote["kind"] == "mixed")
        if quote["cue"]:
            assert article.text[quote["cue_start"] : quote["cue_end"]] == quote["cue"]


TEXT = "Sedikitnya 12 orang tewas pada 3 Mei. “Air naik,” kata Budi."
MARKS = {
    "figures": [
        {"start": 11, "end": 13, "value": 12, "bound": "at_least", "counted": "orang", "checkable": True},
    ],
    "distractors": [{"start": 31, "end": 36, "why": "date"}],
    "quotes": [
        {
            "start": 38,
            "end": 49,
            "kind": "direct",
            "speaker": "Budi Santoso",
            "speaker_start": 55,
            "speaker_end": 59,
            "cue": "",
        }
    ],
}


def figure(start: int, end: int, value: str, **more: object) -> dict:
    return {
        "number": {"start": start, "end": end},
        "value": value,
        "high": None,
        "bound": "at_least",
        "unit": None,
        "counted": "orang",
    } | more


def quote(name: str, start: int = 38, end: int = 49) -> dict:
    part = {"start": start, "end": end}
    return {**part, "form": "direct", "parts": [part], "speaker": {"name": name}, "attribution": []}


@pytest.mark.parametrize(
    ("figures", "quotes", "expected"),
    [
        (
            [figure(11, 13, "12")],
            [quote("Budi")],
            {"figures": 1, "bound": 1, "counted": 1, "refused": 1, "quoted_joint": 1},
        ),
        ([figure(11, 13, "12", bound="more_than")], [], {"figures": 1, "bound": 1, "quoted": 0}),
        ([figure(11, 13, "12", bound="at_most")], [], {"figures": 1, "bound": 0}),
        ([figure(11, 13, "13")], [], {"figures": 0, "bound": 0}),
        ([figure(11, 13, "12", high="14")], [], {"figures": 0}),
        ([figure(11, 36, "12")], [], {"figures": 0}),
        ([figure(11, 13, "12"), figure(31, 32, "3")], [], {"figures": 2 / 3, "refused": 0}),
        ([figure(11, 13, "12", counted="tewas")], [], {"counted": 0}),
        ([], [quote("Rina")], {"quoted": 1, "quoted_joint": 0, "quoted_name": 0}),
        ([], [quote("Budi", 38, 44)], {"quoted": 0}),
        ([], [quote("Budi", 39, 47)], {"quoted": 1, "quoted_name": 1}),
    ],
)
def test_the_scorer_counts_hits_misses_and_extras(figures, quotes, expected):
    article = Article("id/x", "id", TEXT, MARKS)
    found = measure([article], lambda _: {"figures": figures, "quotes": quotes})
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_chain_wants_the_same_role():
    article = Article(
        "en/x",
        "en",
        TEXT,
        {**MARKS, "quotes": [{**MARKS["quotes"][0], "via": [{"role": "relay", "start": 50, "end": 54}]}]},
    )
    part = {"role": "relay", "start": 51, "end": 53}
    for role, value in (("relay", 1), ("medium", 0)):
        answer = {"figures": [], "quotes": [{**quote("Budi"), "attribution": [{**part, "role": role}]}]}
        assert measure([article], lambda _, answer=answer: answer)["chain"] == value


def test_floors_rise_and_are_not_lowered_silently():
    old = {"corpus": "a", "floors": {"id": {"figures": 0.9}}}
    assert updated(old, {"id": {"figures": 0.95}}, "b") == {"corpus": "b", "floors": {"id": {"figures": 0.94}}}
    assert updated(old, {"id": {"figures": 0.905}}, "a")["floors"]["id"]["figures"] == 0.9
    with pytest.raises(WouldLower, match=r"id figures: 0\.800"):
        updated(old, {"id": {"figures": 0.8}}, "a")
    with pytest.raises(WouldLower, match="no longer measured"):
        updated(old, {"id": {"quoted": 0.8}}, "a")
    assert updated(old, {"id": {"figures": 0.8}}, "a", lower=True)["floors"]["id"]["figures"] == pytest.approx(0.79)
