import pytest

from tests.extraction.reading import read

LABELS = [
    ("id", "Warga duduk di tangga 10."), ("id", "Bus masuk ke peron 4 Terminal Melati."), ("ms", "Mangsa ditemui di lorong 3."),
    ("id", "Jadwal Liga 3 pekan ini berubah"), ("id", "musim 2025 pekan ini"), ("id", "di palang 31 dan palang 32"),
    ("en", "The leak is in vent 4."), ("en", "She lives at 47 Milton Grove now"), ("en", "He broke s 417 again"), ("en", "The airline flew a 757 Combi to us"),
]  # fmt: skip
COUNTS = [
    ("id", "Warga menyumbang sapi 20, kambing 31, dan ayam 44.", 3), ("id", "Bantuan 3 Unit Perahu Karet", 1), ("id", "Tim meraih nilai 33.", 1),
    ("id", "Korban tewas 12, luka 9.", 2), ("id", "Ia absen 3 pekan", 1), ("id", "angka kesakitan 61,4/100.000 penduduk", 1), ("en", "a rate of 61.4/100,000 people", 1),
    ("en", "In total 40 came", 1), ("en", "A lead of 40 runs", 1), ("en", "They hold 47 Milton residents", 1), ("en", "The team scored 40 Monday", 1), ("en", "It took 12 French to Rome", 1), ("en", "the women's 12", 1), ("en", "They came to score 12", 1),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), LABELS)
def test_a_number_that_tells_a_thing_from_its_like(code: str, text: str) -> None:
    found = read(code, text)
    assert found
    assert all("!" in row for row in found)


@pytest.mark.parametrize(("code", "text", "count"), COUNTS)
def test_a_number_that_counts(code: str, text: str, count: int) -> None:
    assert len([row for row in read(code, text) if "!" not in row]) == count
