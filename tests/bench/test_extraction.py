"""`make bench-extraction`: the command on one article, what it judges by, and the part of the page that it writes."""

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from bench import extraction, hostile, report
from bench.peers import PEERS, home
from bench.peers.contract import figure, paragraphs
from bench.peers.cqe import led_back

TEXT = "At least 1,400 people died on 7 October, officials said.\n\n“We are still looking,” said Anna Reed.\n"
MARKS = {
    "source": {"sha256_of_text": sha256(TEXT.encode()).hexdigest()},
    "language": "en",
    "quotes": [{"start": 58, "end": 82, "kind": "direct", "speaker": "Anna Reed"}],
    "figures": [{"start": 9, "end": 14, "value": 1400, "bound": "at_least", "counted": "people", "checkable": True}],
    "distractors": [{"start": 30, "end": 31, "why": "date"}],
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "one.json").write_text(json.dumps(MARKS))
    return tmp_path


def test_one_article_and_our_engine_alone(articles: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = report.PAGE.read_bytes()
    assert extraction.main(["--articles", str(articles), "--skip", "peers", "hostile"]) == 0
    (row,) = [line for line in capsys.readouterr().out.splitlines() if "periksa" in line]
    assert "| en | 1.000 / 1.000 / 1.000 | 1.000 / 1.000 / 1.000 | 1.000 |" in row
    assert report.PAGE.read_bytes() == page


def row(kind: str, hits: int, *, ratio: float | None = None) -> extraction.Row:
    counts = Counter({f"{kind} hit": hits, f"{kind} given": 10, f"{kind} wanted": 10})
    peer = PEERS[0] if ratio else None
    return extraction.Row(
        "quantulum3" if ratio else "ours", "en", (kind,), counts, 1000, (1.0,), (ratio,) * 7 if ratio else (), peer
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "ratio", "reached"),
    [(9, 7, 31.0, [True, True]), (9, 7, 29.0, [True, False]), (7, 7, 300.0, [False, True])],
    ids=["better and faster", "too slow", "faster and no better"],
)
def test_finding_more_comes_before_being_faster(ours: int, theirs: int, ratio: float, reached: list[bool]) -> None:
    targets = extraction.compared([row("figures", ours)], [row("figures", theirs, ratio=ratio)])
    assert [target.reached for target in targets] == reached


@pytest.mark.parametrize(
    ("seconds", "reached"),
    [((0.1, 0.4, 0.8), [True, True]), ((0.1, 0.6, 1.2), [False, True]), ((0.1, 0.2, 0.5), [True, False])],
    ids=["linear", "slow", "steep"],
)
def test_the_worst_hostile_text_is_judged(seconds: tuple[float, ...], reached: list[bool]) -> None:
    easy = hostile.Course("easy", "id", hostile.SIZES, (0.01, 0.02, 0.04))
    worst = hostile.Course("worst", "id", hostile.SIZES, seconds)
    courses = sorted([easy, worst], key=lambda each: each.per_megabyte, reverse=True)
    assert [target.reached for target in extraction.limits(courses)] == reached


def test_hostile_texts_are_timed_at_each_size() -> None:
    (course,) = hostile.measured(["news_en"], ["en"], (500, 1000))
    assert len(course.seconds) == 2
    assert all(seconds > 0 for seconds in course.seconds)
    assert course.per_megabyte == pytest.approx(course.seconds[1] * 1048.576)
    assert "| news_en | en |" in "\n".join(hostile.lines([course]))


def test_what_is_left_unread_is_told() -> None:
    assert hostile.unread("digit_lines", "id", 1000) == (0, 0)
    figures, quotes = hostile.unread("news_en", "en", 200_000)
    assert figures > 0
    assert quotes > 0


def test_a_part_of_the_page_is_replaced_and_the_rest_kept(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    report.write("one", "One", ["old"], page)
    page.write_text(page.read_text() + "\n## Other\n\nkept\n")
    report.write("one", "One", ["new"], page)
    report.write("two", "Two", ["also"], page)
    text = page.read_text()
    assert "old" not in text
    assert re.findall(r"^(?:## .*|new|kept|also)$", text, re.MULTILINE) == [
        "## One", "new", "## Other", "kept", "## Two", "also",
    ]  # fmt: skip


def test_a_part_without_an_end_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    page.write_text("# Benchmarks\n\n<!-- one -->\n\n## Other\n")
    with pytest.raises(ValueError, match="<!-- /one -->"):
        report.write("one", "One", ["new"], page)
    assert page.read_text().endswith("## Other\n")


def test_the_peers_packages_are_pinned_and_name_no_host() -> None:
    lines = [line for line in home.PACKAGES.read_text().splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.module)
def test_every_peer_has_its_module(peer: extraction.Peer) -> None:
    assert (home.ROOT / "bench" / "peers" / f"{peer.module}.py").exists()


def test_what_a_peer_gives_becomes_our_contract() -> None:
    assert figure(3, 5, 1200.0, 1300) == {
        "number": {"start": 3, "end": 5}, "value": "1200.0", "high": "1300", "bound": "range", "unit": None, "counted": None,
    }  # fmt: skip
    assert figure(3, 5, "a few") is None
    assert figure(3, 5, float("nan")) is None
    assert list(paragraphs("a\n\n bc\n")) == [(0, "a"), (3, " bc")]


@pytest.mark.parametrize(
    ("rewritten", "number", "original"),
    [("fund 1.2 billion now", "1.2 billion", "1.2bn"), ("It rose 5 percent to 10", "10", "10"), ("about 30 - 40", "30 - 40", "30-40")],
)  # fmt: skip
def test_an_offset_into_a_rewritten_text_is_led_back(rewritten: str, number: str, original: str) -> None:
    text = {"1.2bn": "fund 1.2bn now", "10": "It rose 5% to 10", "30-40": "about 30-40"}[original]
    start = rewritten.index(number)
    span = led_back(rewritten, text, start, start + len(number))
    assert span is not None
    assert text[slice(*span)].startswith(original[:2])
    assert text.index(original) <= span[0] < span[1] <= text.index(original) + len(original)


def test_nothing_left_of_a_number_has_no_place() -> None:
    assert led_back("abc 7", "xyz", 4, 5) is None
