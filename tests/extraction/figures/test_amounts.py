import pytest

from tests.extraction.reading import read

CASES = [
    ("id", "minus 0,08 persen", ["minus 0,08 persen=-0.08 percent"]), ("en", "at -5°C today", ["-5°C=-5 celsius"]), ("en", "plus or minus 3 percentage points", ["3 percentage points=3 percentage_point"]),
    ("id", "separuh warga", ["separuh=0.5 fraction"]), ("en", "less than half of them", ["half=0.5 fraction"]), ("en", "twice as many", ["twice=2 times"]),
    ("en", "the price rose fourfold", ["fourfold=4 times"]), ("id", "dua kali lipat", ["dua kali=2 times"]), ("id", "gempa M 6,3", ["6,3=6.3 magnitude"]), ("id", "GEMPA M6,3 itu", ["M6,3=6.3 magnitude"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_amount(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
