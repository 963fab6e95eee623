"""What the words around a figure add to the engine's reading."""

import pytest

from claims.extraction.language import load
from claims.locating.page import Page
from claims.locating.reading import event_said, events_said, read_of
from tests.ending import must_end
from tests.judged.judging import cases

CASES = [
    # page, value, field, what it says
    ("In Gaza 11,078 people have been killed. Of them 4,506 were children.", 4506, "event", "killed"),
    ("Kantor itu menyebut 14.128 orang tewas, 5.840 di antaranya anak-anak.", 5840, "event", "killed"),
    ("Of these, 24,686 people have been fully identified.", 24686, "scope", "identified"),
    ("Ten people have died and 1,067 have been injured in the quake.", 1067, "event", "injured"),
    ("The death toll from the floods has risen to 58.", 58, "event", "killed"),
    ("Dead by district:\n- Aren: 12 people\n- Belo: 7 people", 7, "event", "killed"),
    ("In all 90 people fled:\n- Aren: 83 people\n- Belo: 7 people", 7, "event", "displaced"),
    ("The dead were found.\n- Aren: 12 people\n- Belo: 7 people", 7, "event", None),
    ("In the past 24 hours, 302 people were killed.", 302, "accumulation", "per_period"),
    ("Sepekan terakhir ditemukan 86 kasus baru dan tiga anak meninggal.", 3, "accumulation", "per_period"),
    ("Pasien meninggal bertambah 372 orang sehingga total 24.118 orang.", 372, "accumulation", "per_period"),
    ("Pasien meninggal bertambah 372 orang sehingga total 24.118 orang.", 24118, "accumulation", "cumulative"),
    ("Rebels say 240 civilians were killed in Orlan. The army puts the number at 61.", 61, "event", "killed"),
    ("Rebels say 240 civilians were killed in Orlan. The army puts the number at 61.", 61, "place", "Orlan"),
    ("Rescuers reported two dead. The toll has reached 11, the mayor said.", 11, "event", "killed"),
    ("Hospitals are full, 12 are missing. In Aren the toll stood at 21.", 21, "event", "killed"),
    ("The firm will lay off 640 of its 5,200 employees.", 640, "event", "laid_off"),
    ("Jumlah pekerja yang terkena PHK mencapai 46.240 orang.", 46240, "event", "laid_off"),
    ("The boat carried 118 passengers and a crew of nine.", 9, "counted", "crew"),
    ("Among them are 13 children. Of the dead, 48 have been identified.", 48, "counted", "dead"),
    ("Sebanyak 15 tewas akibat banjir di Aren.", 15, "counted", "orang"),
    ("In Aren, 15 died in explosions at a hotel.", 15, "counted", None),
    ("In Gaza 11,078 people have been killed. Of them 4,506 were children.", 4506, "counted", "children"),
    ("Kota\tMeninggal\tLuka\nSolo\t12\t40", 40, "event", "injured"),
    ("Kota\tMeninggal\tLuka\nSolo\t12\t40", 12, "place", "Solo"),
    ("District\tCases this week\tCases since January\nKandy\t97\t2,871", 2871, "accumulation", "cumulative"),
]


@pytest.mark.parametrize(("text", "value", "field", "says"), CASES)
def test_the_words_around_a_figure_add_to_its_reading(text: str, value: int, field: str, says: str | None) -> None:
    page = Page(text, None, None)
    figure = next(found for found in page.figures if found.value == value)
    assert getattr(read_of(page, figure), field) == says


def test_a_label_before_a_colon_says_what_is_counted() -> None:
    page = Page("Houses damaged: 2,384. Schools damaged: 25.", "en", None)
    counted = {figure.value: read_of(page, figure).counted for figure in page.figures}
    assert [str(counted[value]).split()[0] for value in sorted(counted) if value] == ["Schools", "Houses"]


def test_the_reading_of_one_long_word_in_capitals_ends() -> None:
    """A pattern that may part such a word in four ways took ten thousand times as long, with the fourth power of its length."""
    page = Page("In Aren 12 people were hurt, then " + "A" * 400 + " had 9 people.", "en", None)
    with must_end():
        assert [read_of(page, figure).place for figure in page.figures] == ["Aren", "Aren"]


def test_a_long_row_of_figures_that_take_each_other_up() -> None:
    page = Page("In Aren 13 people were killed." + "\n\nThe number now is 14." * 600, "en", None)
    assert read_of(page, page.figures[-1]).event == "killed"


def test_a_list_whose_members_all_end_like_a_head() -> None:
    page = Page("\n".join(["- Aren: 7 people:"] * 3000), "en", None)
    assert read_of(page, page.figures[-1]).event is None


def test_the_events_of_a_stretch_are_those_for_which_it_has_a_word() -> None:
    for text in {case.text for case in cases()}:
        page = Page(text, None, None)
        for span in page.lines:
            told = {event for event in load(page.language).tables["events"] if event_said(page, event, *span)}
            assert events_said(page, *span) == told
