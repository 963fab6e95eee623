import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "killing one, injuring two", ["one=1", "two=2"]), ("en", "this one is new", ["one!idiom"]), ("en", "a one in 20 chance", ["one in 20=0.05 fraction"]),
        ("en", "one prohibits drones", ["one!idiom"]), ("en", "one or two cars", ["one or two=1..2"]),
        ("id", "tidak ada satu kapal pun", ["satu!idiom"]), ("id", "ada satu kapal", ["satu=1"]),
    ],
)  # fmt: skip
def test_one(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
