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
    assert [figure.event for figure in extract(told, language="id").figures] == ["released", *["hostage"] * 3]
    other = "Kelompok itu membebaskan 24 sandera dan kemudian menuju ke sebuah desa terpencil, membawa dua perahu."
    assert [figure.event for figure in extract(other, language="id").figures] == ["released", None]


@pytest.mark.parametrize(
    ("code", "text", "places"),
    [
        ("en", "A ferry sank off the island of Kalden and 17 people drowned.", ["Kalden"]),
        ("en", "In the northern port city of Aren 12 people died.", ["Aren"]),
        ("en", "Twelve people died in the Belo district.", ["Belo"]),
        ("en", "Twelve people died in the Belo town of Aren.", ["Aren"]),
        ("en", "Twelve people died in northern Kalden.", ["Kalden"]),
        ("en", "Twelve people died in the Philippines.", ["Philippines"]),
        ("en", "Twelve people died in Kalden's north.", ["Kalden"]),
        ("en", "Twelve people spoke in the Senate.", [None]),
        ("en", "The song stayed at No. 4 with 36,000 copies.", [None]),
        ("en", "He scored 30 points in Sunday's win.", [None]),
        ("id", "Kapal tenggelam di perairan Pulau Kalden dan 17 orang tewas.", ["Pulau Kalden"]),
        ("id", "Sebanyak 12 rumah terendam di wilayah Aren.", ["Aren"]),
        ("id", "Sebanyak 12 rumah terendam di wilayah itu.", [None]),
    ],
)
def test_words_may_stand_between_the_preposition_and_the_name_of_a_place(
    code: str, text: str, places: list[str | None]
) -> None:
    assert [figure.place for figure in extract(text, language=code).figures] == places


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "In the past 24 hours, 45 new cases were recorded.", ["per_period"]),
        ("en", "At least 12 people were killed over the past week.", ["per_period"]),
        ("en", "More than 7,000 people have been killed since the war began.", ["cumulative"]),
        ("en", "A fire killed 23 workers, the deadliest since 2012.", [None]),
        ("en", "Since Monday, 12 people have died.", ["cumulative"]),
        ("en", "Some 1,200 people will be evacuated in the next two days.", [None]),
        ("en", "The mill, shut since 2019, killed 12 people.", [None]),
        ("en", "The index rose to 3,410 points, its highest since May.", [None]),
        ("id", "Dalam 24 jam terakhir tercatat 45 kasus baru.", ["per_period"]),
        ("id", "Lebih dari 7.000 warga tewas sejak perang dimulai.", ["cumulative"]),
        ("id", "Sebanyak 600 warga mengungsi selama dua pekan ke depan.", [None]),
    ],
)
def test_what_happened_within_a_time_or_since_one(code: str, text: str, told: list[str | None]) -> None:
    assert [figure.accumulation for figure in extract(text, language=code).figures] == told


def test_where_somebody_speaks_is_not_where_it_happened() -> None:
    told = '"Kami menahan 12 orang di Aren," ujar Kapolda Budi Hartono di Kalden, Jumat.'
    assert [figure.place for figure in extract(told, language="id").figures] == ["Aren"]
    told = '"Kami menahan 12 orang," ujar Kapolda Budi Hartono di Kalden, Jumat.'
    assert [figure.place for figure in extract(told, language="id").figures] == [None]
