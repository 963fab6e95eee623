import pytest

from claims.extraction import extract


def units(text: str, language: str = "id") -> list[tuple[str, str | None]]:
    answer = extract(text, language=language).as_dict()
    return [(text[row["number"]["start"] : row["number"]["end"]], row["unit"]) for row in answer["figures"]]


@pytest.mark.parametrize(
    "text",
    [
        "Andil cabai 0,12, beras 0,08, dan rokok 0,05 persen.",
        "Inflasi Kenari 0,51, Melati 0,42 dan Rumbi 0,37 persen.",
        "Kemiskinan tinggal 0,85 persen, sementara pengangguran 4,76.",
        "Porsi asing 42,1 persen, domestik 57,9.",
        "Pertumbuhan ekonomi 5,12 dari target 5,2 persen.",
        "Persentasenya dari 12 naik ke 18 persen.",
    ],
)
def test_a_row_of_shares_tells_its_percent_once(text: str) -> None:
    assert {unit for _, unit in units(text)} == {"percent"}


@pytest.mark.parametrize(
    "text",
    [
        "Rp 10 miliar untuk jalan, 5 miliar untuk jembatan, dan 2 miliar untuk drainase.",
        "Hadiah utama Rp 50 juta, juara dua 30 juta.",
        "Denda Rp 500 ribu, lalu naik jadi 750 ribu.",
        "Kerugian Rp 3,2 miliar, dikembalikan baru 1,1 miliar.",
    ],
)
def test_a_clause_tells_its_currency_once(text: str) -> None:
    assert {unit for _, unit in units(text)} == {"IDR"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kemiskinan 9,8 persen dan IPM 72,4.", "72,4"),
        ("Gini rasio 0,38 dan kemiskinan 9,8 persen.", "0,38"),
        ("Inflasi 2,3 persen, indeks 109,04.", "109,04"),
        ("Harga naik 1,2 persen menjadi 64,8.", "64,8"),
        ("Nilai transaksi Rp 18 triliun, frekuensi 2,1 juta.", "2,1 juta"),
        ("Ia membawa Rp 5 juta, 2 ribu orang datang.", "2 ribu"),
        ("Proyek Rp 3 miliar itu dikunjungi warga, 2 ribu di antaranya pelajar.", "2 ribu"),
    ],
)
def test_what_is_measured_otherwise_takes_no_unit(text: str, number: str) -> None:
    assert (number, None) in units(text)


def test_english_rows_are_left_as_they_are() -> None:
    assert ("4.5", None) in units("Prices in Leeds rose 4.5, York 3.2 and Hull 2.1 percent.", "en")
