from decimal import Decimal

import pytest

from claims.extraction.figures.figures import LEAST_READ, find_figures
from claims.extraction.language import load
from claims.extraction.pipeline import divide, extract
from claims.extraction.scan import Scan
from claims.extraction.values import Figure, amount_text


def figures_of(text: str, code: str) -> tuple[Figure, ...]:
    return extract(text, language=code).figures


def short(figure: Figure) -> tuple[str | None, str, str | None, str]:
    return amount_text(figure.value), figure.bound, figure.counted, figure.form


def test_a_phrase_reaches_from_its_bound_to_its_noun() -> None:
    text = "Serangan itu menewaskan sekitar 1.400 orang dan menyandera 220 orang lainnya."
    first, second = figures_of(text, "id")
    assert (first.text, text[slice(*first.number)], text[slice(*first.counted_span)]) == (
        "sekitar 1.400 orang",
        "1.400",
        "orang",
    )
    assert short(second) == ("220", "exact", "orang", "count")


def test_what_goes_on_without_a_noun_counts_what_went_before() -> None:
    assert [
        figure.counted for figure in figures_of("The attack left 14 people dead and more than 20 wounded.", "en")
    ] == ["people", "people"]
    assert [figure.counted for figure in figures_of("Dua rumah rusak. Tiga hanyut.", "id")] == ["rumah", "rumah"]


def test_a_change_points_from_its_end_to_its_start() -> None:
    old, new = figures_of("Jumlah korban turun dari 1.400 orang menjadi 1.200 orang.", "id")
    assert (old.relation, new.relation.kind, new.relation.figure) == (None, "change", 0)
    new, old = figures_of("Sales climbed to $5 million from $4 million a year before.", "en")
    assert (new.relation.kind, new.relation.figure) == ("change", 1)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Sales rose from 4,100 in May to 5,300 in June.", 1),
        ("Inflation eased to 3.2% in October from 3.7% in September.", 0),
        ("Attendance fell from 900 a year ago to 300.", 1),
        ("The firm has 58 shops, up from 49 in May.", 0),
        ("Penduduk miskin turun dari 10,6 juta orang pada Maret 2018 menjadi 9,8 juta orang.", 1),
    ],
)
def test_a_change_reaches_over_the_time_of_its_first_end(text: str, end: int) -> None:
    figures = figures_of(text, "id" if "juta" in text else "en")
    assert [figure.relation and figure.relation.kind for figure in figures] == [
        "change" if at == end else None for at in (0, 1)
    ]


def test_places_are_no_time_of_a_change() -> None:
    assert not any(figure.relation for figure in figures_of("Crowds ranged from 300 in Leeds to 4,000 in Hull.", "en"))


def test_a_part_points_to_its_whole() -> None:
    for text in (
        "They shut 71 of its 400 stores.",
        "Two of the region's 16 towns fell.",
        "Some 900 of the 1,100 men left.",
    ):
        part, whole = figures_of(text, "en")
        assert (part.relation.kind, part.relation.figure, whole.relation) == ("part_of", 1, None)
    sold = figures_of("He stole 148 packets of rice and 50 of ghee.", "en")
    assert [figure.relation for figure in sold] == [None, None]
    part, whole = figures_of("Empat dari lima pertandingan sudah berlangsung.", "id")
    assert (part.relation.kind, part.counted, whole.counted) == ("part_of", "pertandingan", "pertandingan")


def test_a_vague_word_has_no_value() -> None:
    figure = figures_of("Puluhan rumah hanyut.", "id")[0]
    assert (figure.value, figure.high, figure.bound) == (None, None, "vague")


def test_a_majority_is_a_share_but_not_where_it_only_explains() -> None:
    assert [short(figure) for figure in figures_of("Mayoritas warga menolak.", "id")] == [
        (None, "vague", "warga", "share")
    ]
    assert len(figures_of("Ada 7.000 korban, mayoritas anak-anak.", "id")) == 1


def test_separators_in_doubt_are_settled_by_what_is_counted() -> None:
    assert [figure.value for figure in figures_of("Ada 1,400 orang di sana dan naik 1,400 persen.", "id")] == [
        Decimal(1400),
        Decimal("1.400"),
    ]
    assert figures_of("He paid Rp 1.400 for it.", "en")[0].value == 1400


def test_a_rise_by_percent_is_a_delta_and_a_level_a_share() -> None:
    assert [figure.form for figure in figures_of("Harga naik 5 persen. Porsinya 5 persen.", "id")] == ["delta", "share"]


def test_a_conversion_in_brackets_is_as_exact_as_what_it_converts() -> None:
    assert [figure.bound for figure in figures_of("Jaraknya sekitar 3 mil (5 kilometer).", "id")] == ["about", "about"]


def test_victims_and_public_money_are_worth_more_than_small_counts() -> None:
    worth = [figure.worthiness for figure in figures_of("Dia punya dua kucing. Banjir menewaskan 1.400 orang.", "id")]
    assert worth[0] < worth[1] <= 1


def test_claims_and_refusals_cover_every_numeral() -> None:
    text = "Pada 7 Oktober 2023, 12 orang (dua pria berusia 43 tahun) di RT 03 menang 2-1 untuk kedua kalinya, salah satu rekor."
    found = extract(text, language="id", explain=True)
    spans = [figure.number for figure in found.figures] + [(item.start, item.end) for item in found.rejected]
    digits = [index for index, char in enumerate(text) if char.isdigit()]
    assert all(any(start <= index < end for start, end in spans) for index in digits)
    words = [text.index(word) for word in ("dua pria", "kedua", "satu rekor")]
    assert all(any(start <= index < end for start, end in spans) for index in words)
    assert {item.why for item in found.rejected} == {"date", "age", "identifier", "score", "ordinal", "idiom"}


def test_without_explain_nothing_refused_is_listed() -> None:
    assert extract("Pada 7 Oktober 2023.", language="id").rejected == ()


def test_far_more_numerals_than_an_article_has_are_told_unread() -> None:
    text = "Ada 5 orang. " * (LEAST_READ * 2)
    found = extract(text, language="id", explain=True)
    assert LEAST_READ <= len(found.figures) < LEAST_READ * 2
    assert found.rejected[-1].why == "unread"


def test_find_figures_is_the_stage_alone() -> None:
    scan = Scan("Ada 5 orang pada 7 Oktober.", load("id"))
    divide(scan, quotes=False)
    figures, rejected = find_figures(scan, explain=True)
    assert ([figure.text for figure in figures], [item.why for item in rejected]) == (["5 orang"], ["date"])
