import pytest

from claims.extraction.pipeline import extract

ABOUT = "The cricket side lost a wicket. "
CASES = [
    ("Chasing 210, Kent were all out for 187.", ["runs", "runs"]),
    ("Hill made a brilliant 79 and Roy was 34 not out.", ["runs", "runs"]),
    ("Hill had innings of 59, 63 and 19.", ["runs", "runs", "runs"]),
    ("Hill took three wickets for 45 from 10 overs.", ["wickets", "runs", "overs"]),
    ("The club has 12 members and met at 10.", ["members", None]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_runs(text: str, wanted: list[str | None]) -> None:
    assert [figure.counted for figure in extract(ABOUT + text, language="en").figures] == wanted


def test_other_articles_count_no_runs() -> None:
    assert [
        figure.counted for figure in extract("A sticky wicket: the post was left for 45.", language="en").figures
    ] == [None]
