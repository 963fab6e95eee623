import pytest

from tests.extraction.reading import read

NAMED = [
    ("en", "the Apollo 11 mission"), ("en", "at 10 Downing Street"), ("en", "the C 17 transport plane"), ("en", "They play in League Two today"),
    ("en", "Fox 2 was first. The crew of Fox 2 came."), ("id", "Liga 1 dimulai"), ("id", "Warga Kampung Delapan Ilir mengeluh"), ("id", "Jalan Sudirman 45 Jakarta"),
]  # fmt: skip
COUNTING = [
    ("en", "In Leeds 12 people fell ill, in York 19.", 2), ("en", "Mills had 22 and Green 11.", 2), ("en", "NEW YORK Seven men robbed a bank", 1),
    ("en", "Another 12 were hurt", 1), ("id", "Di Aceh 12 orang tewas, di Riau 19.", 2),
    ("en", "Deaths by province: Maroa 39, Testan 18, Little Kero 7.", 3), ("id", "Jawa Barat\t87\t71", 2),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), NAMED)
def test_a_number_in_a_name(code: str, text: str) -> None:
    found = read(code, text)
    assert found
    assert all("!" in row for row in found)


@pytest.mark.parametrize(("code", "text", "count"), COUNTING)
def test_a_number_beside_a_name(code: str, text: str, count: int) -> None:
    found = read(code, text)
    assert len(found) == count
    assert all("!" not in row for row in found)
