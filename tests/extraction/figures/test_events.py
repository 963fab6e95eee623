import pytest

from claims.extraction.pipeline import extract

EVENTS = [
    ("id", "Serangan itu menewaskan 1.400 orang.", "killed"), ("id", "Mereka menyandera 220 orang lainnya.", "hostage"), ("id", "Sebanyak 12 orang luka-luka.", "injured"), ("id", "Ratusan rumah rusak, 300 warga mengungsi.", "displaced"),
    ("id", "Polisi menangkap lima orang.", "arrested"), ("id", "Hakim menjatuhkan hukuman 5 tahun penjara.", "sentenced"), ("id", "Inflasi naik 3 persen.", "grew"), ("id", "Harga beras Rp 15.000 per kilogram.", "priced"),
    ("id", "Korban tewas bertambah menjadi 43 orang.", "killed"), ("en", "At least 14 people were killed.", "killed"), ("en", "Police arrested 17 demonstrators.", "arrested"), ("en", "Exports fell 4%.", "fell"),
    ("en", "About 300 residents were evacuated.", "evacuated"), ("en", "He was fined $500.", "paid"), ("en", "It has 20 pages.", None), ("ms", "Seramai 12 orang maut.", "killed"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "event"), EVENTS)
def test_event(code: str, text: str, event: str | None) -> None:
    figures = extract(text, language=code).figures
    assert figures[-1].event == event


def test_place_and_accumulation() -> None:
    figure = extract("Sejauh ini 45 orang tewas di Jalur Gaza.", language="id").figures[0]
    assert (figure.place, figure.accumulation) == ("Jalur Gaza", "cumulative")
    before = extract("In Gaza City as many as 45 people were killed so far.", language="en").figures[0]
    assert (before.place, before.accumulation) == ("Gaza City", "cumulative")
    both = extract("Di Kota Rafah ada 45 orang tewas di Jalur Gaza.", language="id").figures[0]
    assert both.place == "Jalur Gaza"
    figure = extract("He earns £26,000 per month from it.", language="en").figures[0]
    assert figure.accumulation == "per_period"
