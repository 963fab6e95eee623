import pytest

from tests.extraction.reading import read

WHY = {
    "identifier": [
        ("id", "Pasal 27"), ("id", "RT 03"), ("id", "KTT G20"), ("id", "Boeing 737 itu"), ("id", "RUU 12/2023"), ("id", "Jalan Sudirman 45 Jakarta"), ("id", "ayat (2) itu"), ("id", "kasus Covid-19"),
        ("id", "koordinat 7,32 LS"), ("id", "Warga Kampung Delapan Ilir mengeluh"), ("id", "bernomor polisi N-1086-EL"), ("en", "Room 101 is"), ("en", "the Apollo 11 mission"), ("en", "Channel 4 aired the film"),
        ("en", "at 10 Downing Street"), ("en", "a 5G network"), ("en", "the 3700 block of Main"), ("en", "Version 3.11 was released"), ("en", "on X at @mschultz24"), ("en", "a CVE-2025-31324 bug"), ("en", "A 007 film"),
    ],
    "event_name": [("en", "the attacks of 9/11")],
    "definition": [("en", "($1 = 0.9 euros)")],
}  # fmt: skip
AMOUNTS = [
    ("id", "5 Gempa Kuat, Korban Capai 162 Orang"), ("en", "Room for 20 people"), ("id", "level 7.162,21"), ("id", "rumah (70 kepala keluarga)"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "code", "text"), [(why, *row) for why, rows in WHY.items() for row in rows])
def test_a_number_names_something(why: str, code: str, text: str) -> None:
    assert [found.rpartition("!")[2] for found in read(code, text)][:1] == [why]


@pytest.mark.parametrize(("code", "text"), AMOUNTS)
def test_a_number_behind_a_name_counts(code: str, text: str) -> None:
    assert all("!" not in found for found in read(code, text))
    assert read(code, text)
