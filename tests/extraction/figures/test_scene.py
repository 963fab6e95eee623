import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("id", "Gempa di Cianjur Tewaskan 56 Orang", "Cianjur"),
        ("en", "Fire in North Leeds Kills Four People", "North Leeds"),
        ("en", "In Grand Harbour City, 30 people died.", "Grand Harbour City"),
    ],
)
def test_the_word_of_an_event_ends_a_place_in_a_headline(code: str, text: str, place: str) -> None:
    assert [figure.place for figure in extract(text, language=code).figures] == [place]


def test_place_and_accumulation() -> None:
    figure = extract("Sejauh ini 45 orang tewas di Jalur Gaza.", language="id").figures[0]
    assert (figure.place, figure.accumulation) == ("Jalur Gaza", "cumulative")
    before = extract("In Gaza City as many as 45 people were killed so far.", language="en").figures[0]
    assert (before.place, before.accumulation) == ("Gaza City", "cumulative")
    both = extract("Di Kota Rafah ada 45 orang tewas di Jalur Gaza.", language="id").figures[0]
    assert both.place == "Jalur Gaza"
    figure = extract("He earns £26,000 per month from it.", language="en").figures[0]
    assert figure.accumulation == "per_period"


def test_a_figure_of_a_row_is_about_what_the_one_before_it_is_about() -> None:
    told = "Kelompok itu membebaskan 24 sandera, terdiri atas 13 warga Aru, 10 warga Mirat, dan dua warga Sekan."
    assert [figure.event for figure in extract(told, language="id").figures] == ["hostage"] * 4
    other = "Kelompok itu membebaskan 24 sandera dan kemudian menuju ke sebuah desa terpencil, membawa dua perahu."
    assert [figure.event for figure in extract(other, language="id").figures] == ["hostage", None]
