"""The day of print is read where a text tells it, and nowhere else."""

from datetime import date

import pytest

from claims.services.datelines import day_told

DAY = date(2023, 10, 27)
BODY = "Banjir itu merusak ratusan rumah di Desa Cikupa dan menewaskan 27 orang, menurut pemerintah desa setempat."
FLOOD = (
    "The flood damaged hundreds of houses in the village of Cikupa and killed 27 people, the council says in a note."
)
THRICE = f"{BODY}\n\n" * 3
TOLD = [
    ("id", f"Banjir di Cikupa\n\nJumat, 27 Oktober 2023 10:15 WIB\n\n{BODY}"),
    ("id", f"Banjir di Cikupa\nRina Dewi - Harian Contoh\nJumat, 27 Okt 2023 10:15 WIB\n{BODY}"),
    ("id", f"Banjir di Cikupa\n\n27/10/2023, 10:15 WIB\n\n{BODY}"),
    ("id", f"Banjir di Cikupa\n\n{BODY}\n\n“Air naik,” kata Rina Dewi, Jumat (27/10/2023)."),
    ("id", f"Banjir di Cikupa\n\n{BODY}\n\n“Air naik,” kata Rina Dewi di Cikupa, Jumat, 27 Oktober 2023."),
    ("id", f"{BODY} Hal itu dikatakan Rina Dewi pada Jumat (27/10/2023). Sejak 7 Oktober 2022 desa itu banjir."),
    ("en", f"Flood in Cikupa\n\n27 October 2023\n\n{FLOOD}"),
    ("en", f"Flood in Cikupa\n\nFriday, October 27, 2023\n\n{FLOOD}"),
    ("en", f"Flood in Cikupa\n\nLONDON, 27 October 2023 — {FLOOD}"),
    ("en", f"Flood in Cikupa\n\n{FLOOD}\n\nAnn Hill told reporters on Friday, October 27, 2023, that the water rose."),
    ("en", f"Flood in Cikupa\n\n{FLOOD}\n\nAnn Hill told reporters on Friday 27 October 2023 that the water rose."),
    ("ms", f"Banjir di Cikupa\n\nJumaat, 27 Oktober 2023\n\n{BODY}"),
]
UNTOLD = [
    ("id", f"Banjir di Cikupa\n\n{BODY}"),
    ("id", f"Banjir di Cikupa\n\n{BODY}\n\n“Air naik,” kata Rina Dewi, Jumat (27/10)."),  # which year?
    ("id", f"Banjir di Cikupa\n\n{BODY} Sejak 7 Oktober 2023 desa itu banjir."),
    ("id", "Banjir di Cikupa\n\nBanjir terjadi Kamis (26/10/2023) dan surut pada Jumat (27/10/2023), kata Rina Dewi."),
    ("id", f"{BODY} Hujan turun Rabu (25/10/2023).\n\n{BODY}\n\n“Air naik,” kata Rina Dewi, Jumat (27/10/2023)."),
    ("id", f"Banjir di Cikupa\n\n{THRICE}“Air naik,” kata Rina Dewi, Jumat (27/10/2023)."),
    ("en", f"Flood in Cikupa\n\n{FLOOD} The last one came in October 2023, and one on 3 May 2021."),
    ("id", f"Banjir terjadi Kamis (26/10/2023).\n\n{THRICE}“Air surut,” kata Rina Dewi, Jumat (27/10/2023)."),
    ("en", f"Log in | March 29, 2024\n\nFlood in Cikupa\n\nPublished: October 27, 2023\n\n{FLOOD}"),
    ("en", f"Flood in Cikupa\n\n2023\n\n{FLOOD}"),
    ("en", f"Flood in Cikupa\n\nFriday, 31 February 2023\n\n{FLOOD}"),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_text_tells_its_day(language: str, text: str) -> None:
    assert day_told(text, language) == DAY


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_another_day_is_not_taken_for_it(language: str, text: str) -> None:
    assert day_told(text, language) is None
