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


SEVERAL = [
    ("en", "Three people died and more than 2,000 homes were evacuated.", ["killed", "evacuated"]),
    ("en", "The war has killed 400 people and driven some 12,000 from their homes.", ["killed", "displaced"]),
    ("en", "The army said 17 militants and three soldiers were killed.", ["killed", "killed"]),
    ("en", "The troops shot 12 villagers dead.", ["killed"]),
    ("en", "About 300 troops were flown in.", ["deployed"]),
    ("en", "Rebels killed 40 people in three attacks.", ["killed", None]),
    ("en", "Quake destroyed 30 homes, kills 4 in Harran.", ["damaged", "killed"]),
    ("en", "The outbreak has spread to six states after 28 cases and 15 deaths.", [None, "infected", "killed"]),
    ("en", "The suspects left with two cartons of eggs.", [None]),
    ("en", "Police released two suspects.", ["released"]),
    ("en", "The headset will cost $499.", ["priced"]),
    ("en", "The firm made a loss of $40 million.", ["lost_money"]),
    ("en", "Seats changed hands for up to $800.", [None]),
    ("en", "Fares went up to $800.", ["grew"]),
    ("en", "The number of cases has doubled to 4,312.", [None, "infected"]),
    ("en", "The grant will pay for 900 extra beds, six per hospital.", [None, None]),
    ("en", "Nine people were taken to hospital.", ["hospitalised"]),
    ("en", "Of 806 firms polled 300 were hopeful.", ["polled", "polled"]),
    ("id", "Banjir menerjang enam desa dan sembilan orang tewas.", ["affected", "killed"]),
    ("id", "Sembilan orang tewas di satu kecamatan.", ["killed", None]),
    ("id", "Gempa merusak 30 rumah dan menewaskan 4 orang.", ["damaged", "killed"]),
    ("id", "Ia menuntut ganti rugi Rp 250 juta dan ganti rugi lain Rp 10 juta.", ["paid", "paid"]),
    ("id", "Tim itu mengumpulkan enam poin dari tiga laga.", ["scored", None]),
    ("ms", "Sembilan orang maut di dua kampung.", ["killed", None]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "events"), SEVERAL)
def test_each_figure_has_the_event_of_what_it_counts(code: str, text: str, events: list[str | None]) -> None:
    assert [figure.event for figure in extract(text, language=code).figures] == events
