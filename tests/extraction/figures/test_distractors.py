import pytest

from tests.extraction.reading import read

WHY = {
    "age": [
        ("id", "Budi (43), warga"), ("id", "berusia 43 tahun"), ("id", "bocah 7 tahun itu"), ("id", "atas nama Rusinah 48 tahun."), ("id", "Aminah (80 tahun) warga"),
        ("en", "Robert Napier, 25, won"), ("en", "the 25-year-old man"), ("en", "men aged 25"), ("en", "a man in his 40s"), ("en", "a 1-year old girl"), ("en", "people 65 and older"),
        ("ms", "berumur 43 tahun"),
    ],
    "ordinal": [("id", "menit ke-43"), ("id", "peringkat 3 dunia"), ("id", "korban pertama"), ("id", "babak 16 besar"), ("en", "the 22nd time"), ("en", "game five of the set"), ("en", "her second title"), ("en", "a 13th-month payment")],
    "date": [("id", "tahun 1990-an"), ("id", "periode 400 SM"), ("en", "the 1990s"), ("en", "in 2003"), ("id", "UUD 1945 itu"), ("en", "the 2003 champion")],
    "idiom": [("id", "salah satu"), ("id", "roda dua itu"), ("en", "one of the men"), ("en", "no one came"), ("en", "a double-digit lead"), ("en", "open 24/7"), ("en", "both men"), ("id", "keduanya tewas")],
    "period": [("id", "dua tahun terakhir"), ("id", "dua tahun ke depan"), ("en", "the last nine months"), ("en", "the next five years")],
    "structure": [("id", "lima hal penting"), ("en", "three reasons"), ("id", "1. Korban meninggal"), ("id", "2) Nama")],
}  # fmt: skip
AMOUNTS = [
    ("id", "75 ribu kursi"), ("id", "1500 orang hadir"), ("id", "Jakarta 250 personel"), ("en", "about 2000 people"), ("en", "1500 homes"), ("en", "three-bedroom"), ("en", "a 60-day notice"),
    ("id", "5 Gempa Kuat, Korban Capai 162 Orang"), ("id", "Sekitar 2/3 wilayah tergenang"),
    ("id", "satu keluarga"), ("en", "one person dead"), ("id", "dua tahun penjara"), ("en", "three years in prison"), ("id", "3 ribu tahun lalu"), ("en", "Room for 20 people"), ("id", "level 7.162,21"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "code", "text"), [(why, *row) for why, rows in WHY.items() for row in rows])
def test_a_number_is_refused_with_its_reason(why: str, code: str, text: str) -> None:
    assert [found.rpartition("!")[2] for found in read(code, text)][:1] == [why]


@pytest.mark.parametrize(("code", "text"), AMOUNTS)
def test_a_number_that_only_looks_refusable_is_kept(code: str, text: str) -> None:
    assert all("!" not in found for found in read(code, text))
    assert read(code, text)
