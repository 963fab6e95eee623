import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "Rini (38) pingsan", ["38!age"]), ("id", "bayi 8 bulan itu", ["8 bulan!age"]), ("id", "hukuman 8 bulan penjara", ["8 bulan=8 month"]),
        ("en", "He's nine.", ["nine!age"]), ("en", "Ann Boyd, 61, said", ["61!age"]), ("en", "a hall for 61, 20 of them seats", ["61=61", "20=20"]), ("ms", "lelaki berumur 30 tahun", ["30 tahun!age"]),
    ],
)  # fmt: skip
def test_age(code: str, text: str, wanted: list[str]) -> None:
    assert read(code, text) == wanted
