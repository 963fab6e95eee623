"""A claimed figure held against a read one: the table of docs/data.md as data, its edges, and what must hold for all numbers."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison import (
    FINDINGS,
    Expected,
    Read,
    Tolerance,
    amount_phrase,
    compare,
    described,
    several,
    step_of,
)
from claims.wording import SAYS, Phrase

PRINTED = date(2023, 10, 27)


def figure(kind: type, words: str, **more: Any) -> Any:
    """A figure from words like "more_than 7000 percent": bound, value (a-b for a range) and unit; the bound may be left out."""
    parts = words.split()
    bound = parts.pop(0) if not parts[0].lstrip("-")[0].isdigit() else "exact"
    low, _, high = parts[0].partition("..") if parts else ("", "", "")
    return kind(
        value=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
        bound="range" if high else bound,
        unit=parts[1] if len(parts) > 1 else None,
        **more,
    )


VALUES = [
    # claimed, read, finding
    ("7028", "7028", "matches"),
    ("7028", "7029", "differs"),
    ("7028", "7027", "differs"),
    ("7000", "7028", "matches"),
    ("7000", "7140", "matches"),
    ("7000", "7141", "differs"),
    ("7000", "6860", "matches"),
    ("7000", "6859", "differs"),
    ("1400", "1405", "matches"),
    ("1400", "1428", "matches"),
    ("1400", "1429", "differs"),
    ("20", "20.4", "matches"),
    ("20", "21", "differs"),
    ("4.5 percent", "4.52 percent", "differs"),
    ("1500000", "1520000", "matches"),
    ("1500000", "1540000", "differs"),
    ("0", "0", "matches"),
    ("0", "1", "differs"),
    ("about 1400", "1405", "matches"),
    ("about 1400", "1449", "matches"),
    ("about 1400", "1451", "differs"),
    ("about 1400", "1200", "differs"),
    ("about 7000", "7350", "matches"),
    ("about 7000", "7351", "differs"),
    ("about 23", "24", "differs"),
    ("nearly 8000", "7600", "matches"),
    ("nearly 8000", "8000", "matches"),
    ("nearly 8000", "8001", "differs"),
    ("nearly 8000", "7599", "differs"),
    ("more_than 7000", "7028", "matches"),
    ("more_than 7000", "7999", "matches"),
    ("more_than 7000", "8000", "differs"),
    ("more_than 7000", "7000", "differs"),
    ("more_than 7000", "6999", "differs"),
    ("more_than 7000", "11078", "differs"),
    ("more_than 1000", "1150", "matches"),
    ("more_than 1000", "1151", "differs"),
    ("more_than 240", "242", "matches"),
    ("more_than 240", "250", "differs"),
    ("at_least 1400", "1400", "matches"),
    ("at_least 1400", "1499", "matches"),
    ("at_least 1400", "1399", "differs"),
    ("at_least 23", "23", "matches"),
    ("at_least 23", "24", "differs"),
    ("less_than 7000", "6999", "matches"),
    ("less_than 7000", "7000", "differs"),
    ("less_than 7000", "6000", "differs"),
    ("at_most 7000", "7000", "matches"),
    ("at_most 7000", "6001", "matches"),
    ("at_most 7000", "6000", "differs"),
    ("at_most 1000", "850", "matches"),
    ("at_most 1000", "849", "differs"),
    ("200..250", "200", "matches"),
    ("200..250", "250", "matches"),
    ("200..250", "199", "differs"),
    ("200..250", "251", "differs"),
    # the source has a bound of its own
    ("more_than 7000", "more_than 7000", "matches"),
    ("more_than 7000", "at_least 7000", "matches"),
    ("more_than 7000", "about 7000", "matches"),
    ("more_than 7000", "less_than 7000", "differs"),
    ("more_than 7000", "nearly 8000", "matches"),
    ("more_than 7000", "more_than 11000", "differs"),
    ("7028", "more_than 7000", "matches"),
    ("7028", "about 7000", "matches"),
    ("7028", "more_than 8000", "differs"),
    ("1400", "about 1400", "matches"),
    ("1400", "at_least 1400", "matches"),
    ("about 1400", "at_least 1300", "differs"),
    ("about 1400", "about 1200", "differs"),
    ("225", "200..250", "matches"),
    ("200..250", "210..240", "matches"),
    ("200..250", "240..300", "differs"),
    ("200..250", "about 225", "matches"),
    # shares, units and scales
    ("65 percent", "65 percent", "matches"),
    ("5.1 percent", "more_than 5 percent", "matches"),
    ("65 percent", "65", "incomparable"),
    ("5 percent", "5 percentage_point", "incomparable"),
    ("1500000 IDR", "1500000 USD", "incomparable"),
    ("12 km", "12 m", "incomparable"),
    ("7000", "7", "incomparable"),
    ("7.3", "7300000", "incomparable"),
    ("5 percent", "5000 percent", "differs"),
    # words without a number
    ("vague", "45", "incomparable"),
    ("45", "vague", "incomparable"),
    ("vague", "vague", "incomparable"),
]


@pytest.mark.parametrize(("claimed", "read", "finding"), VALUES)
def test_a_claimed_number_beside_a_read_one(claimed: str, read: str, finding: str) -> None:
    assert compare(figure(Expected, claimed), figure(Read, read)).kind == finding


DATES = [
    # claim's as-of, claim's print day, read as-of, precision, basis, finding
    (None, PRINTED, date(2023, 11, 10), "day", "stated", "superseded"),
    (None, PRINTED, date(2023, 10, 27), "day", "stated", "differs"),
    (None, PRINTED, date(2023, 10, 26), "day", "stated", "incomparable"),
    (None, PRINTED, None, "day", "unknown", "differs"),
    (None, PRINTED, date(2023, 11, 10), "day", "inferred", "differs"),
    (None, PRINTED, date(2023, 9, 1), "day", "inferred", "differs"),
    (None, None, date(2023, 11, 10), "day", "stated", "differs"),
    (date(2023, 10, 26), PRINTED, date(2023, 10, 27), "day", "stated", "superseded"),
    (date(2023, 10, 26), PRINTED, date(2023, 10, 26), "day", "stated", "differs"),
    (None, PRINTED, date(2023, 10, 1), "month", "stated", "differs"),
    (None, PRINTED, date(2023, 11, 1), "month", "stated", "superseded"),
    (None, PRINTED, date(2023, 9, 1), "month", "stated", "incomparable"),
    (None, PRINTED, date(2023, 1, 1), "year", "stated", "differs"),
    (None, PRINTED, date(2022, 1, 1), "year", "stated", "incomparable"),
]


@pytest.mark.parametrize(("as_of", "published", "read_as_of", "precision", "basis", "finding"), DATES)
def test_dates_decide_what_another_number_means(
    as_of: date | None, published: date | None, read_as_of: date | None, precision: str, basis: str, finding: str
) -> None:
    expected = Expected(value=Decimal(1400), as_of=as_of, published=published)
    dates = {"as_of": read_as_of, "as_of_precision": precision, "as_of_basis": basis}
    assert compare(expected, Read(value=Decimal(1200), **dates)).kind == finding  # type: ignore[arg-type]
    assert compare(expected, Read(value=Decimal(1400), **dates)).kind == "matches"  # type: ignore[arg-type]


LATER_AND_EARLIER = [
    # claim of 27 October 2023, reading, its stated day, finding, what makes them incomparable
    ("more_than 7000", "7028", date(2023, 10, 26), {}, "matches", None),
    ("more_than 7000", "11078", date(2023, 11, 10), {}, "superseded", None),
    ("more_than 7000", "6547", date(2023, 10, 25), {}, "incomparable", "older"),
    ("more_than 7000", "more_than 11000", date(2023, 11, 10), {}, "superseded", None),
    ("more_than 7000", "10000..11000", date(2023, 11, 10), {}, "superseded", None),
    ("more_than 7000", "vague", date(2023, 11, 10), {}, "incomparable", "vague_read"),
    ("about 1400", "1405", date(2023, 11, 10), {}, "matches", None),
    ("about 1400", "about 1200", date(2023, 11, 10), {}, "superseded", None),
    ("about 1400", "1200", date(2023, 10, 27), {}, "differs", None),
    ("220", "222", date(2023, 10, 23), {}, "matches", None),
    ("220", "203", date(2023, 10, 19), {}, "incomparable", "older"),
    ("220", "229", date(2023, 10, 27), {}, "differs", None),
    ("220", "239", date(2023, 10, 30), {}, "superseded", None),
    # no day makes comparable what speaks of something else
    ("7000", "7", date(2023, 11, 10), {}, "incomparable", "scale"),
    ("5 USD", "5 EUR", date(2023, 11, 10), {}, "incomparable", "unit"),
    ("5 percent", "5", date(2023, 11, 10), {}, "incomparable", "unit"),
    ("7000", "4000", date(2023, 11, 10), {"scope": "identified"}, "incomparable", "scope"),
    ("7000", "18967", date(2023, 11, 10), {"event": "injured"}, "incomparable", "event"),
]


@pytest.mark.parametrize(("claimed", "read", "day", "sides", "finding", "difference"), LATER_AND_EARLIER)
def test_a_dated_reading_beside_a_claim(
    claimed: str, read: str, day: date, sides: dict[str, str], finding: str, difference: str | None
) -> None:
    expected = figure(Expected, claimed, published=PRINTED, event="killed")
    found = compare(expected, figure(Read, read, as_of=day, as_of_basis="stated", **sides))
    assert found.kind == finding
    assert difference is None or found.says.template == SAYS[difference]


SIDES: list[tuple[dict[str, str], dict[str, str], str | None]] = [
    # claim, reading, what makes them incomparable
    ({"scope": "identified"}, {}, "scope"),
    ({}, {"scope": "identified"}, "scope"),
    ({"scope": "identified"}, {"scope": "identified"}, None),
    ({"place": "Israel"}, {"place": "Gaza"}, "place"),
    ({"population": "warga Gaza"}, {"population": "Palestinians"}, None),
    ({"population": "warga Gaza"}, {"population": "Palestinians", "place": "West Bank"}, "place"),
    ({"place": "Jawa Barat"}, {"place": "West Java"}, None),
    ({"place": "Sleman"}, {"place": "Bantul"}, "place"),
    ({"place": "Sleman"}, {}, None),
    ({"event": "killed"}, {"event": "injured"}, "event"),
    ({"event": "killed"}, {}, None),
    ({"counted": "orang"}, {"counted": "people"}, None),
    ({"counted": "orang"}, {"counted": "children"}, "counted"),
    ({"counted": "anak-anak"}, {"counted": "children"}, None),
    ({"counted": "anak-anak dan perempuan"}, {"counted": "children"}, "counted"),
    ({"counted": "rumah"}, {"counted": "people"}, "counted"),
    ({"counted": "sandera"}, {"counted": "people"}, None),
    ({"form": "delta"}, {"form": "count"}, "form"),
    ({"accumulation": "per_period"}, {"accumulation": "cumulative"}, "form"),
]


@pytest.mark.parametrize(("claim", "reading", "difference"), SIDES)
def test_what_is_counted_where_and_how(claim: dict[str, str], reading: dict[str, str], difference: str | None) -> None:
    found = compare(Expected(value=Decimal(1400), **claim), Read(value=Decimal(1400), **reading))  # type: ignore[arg-type]
    assert found.kind == ("incomparable" if difference else "matches")
    assert difference is None or found.says.template == SAYS["scope" if difference == "counted" else difference]
    assert difference != "counted" or claim["counted"].split()[0] in found.says.render()


def test_a_fraction_of_one_is_a_percentage() -> None:
    third = Read(value=Decimal("0.65"), form="share")
    assert compare(Expected(value=Decimal(65), unit="percent", form="share"), third).kind == "matches"


TOLERANCES = [
    ("1400", "1200", Tolerance(absolute=Decimal(200)), "matches"),
    ("1400", "1199", Tolerance(absolute=Decimal(200)), "differs"),
    ("1400", "1405", Tolerance(absolute=Decimal(0)), "differs"),
    ("1400", "1540", Tolerance(percent=Decimal(10)), "matches"),
    ("1400", "1541", Tolerance(percent=Decimal(10)), "differs"),
    ("nearly 1400", "1401", Tolerance(percent=Decimal(10)), "differs"),
    ("more_than 7000", "9000", Tolerance(absolute=Decimal(2000)), "matches"),
    ("more_than 7000", "7000", Tolerance(absolute=Decimal(2000)), "differs"),
    ("200..250", "260", Tolerance(absolute=Decimal(10)), "matches"),
]


@pytest.mark.parametrize(("claimed", "read", "tolerance", "finding"), TOLERANCES)
def test_an_editor_may_set_a_tolerance(claimed: str, read: str, tolerance: Tolerance, finding: str) -> None:
    assert compare(figure(Expected, claimed), figure(Read, read), tolerance).kind == finding


@pytest.mark.parametrize(
    "given_parts",
    [{}, {"absolute": Decimal(1), "percent": Decimal(1)}, {"absolute": Decimal(-1)}, {"percent": Decimal(-1)}],
)
def test_a_tolerance_is_one_distance(given_parts: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        Tolerance(**given_parts)


SENTENCES = [
    ("more_than 7000", "7028", {}, "The source says 7,028; the claim's more than 7,000 describes it."),
    ("7000", "7028", {}, "The source says 7,028; the claim's 7,000 is that number, rounded."),
    (
        "about 1400",
        "about 1200",
        {"as_of": date(2023, 11, 10), "as_of_basis": "stated"},
        "As of 10 November 2023 the source says about 1,200; the claim, of 27 October 2023, says about 1,400.",
    ),
    ("1500000000 IDR", "1500000000 IDR", {}, "The source says IDR 1.5 billion, as the claim does."),
    ("12..15 percent", "13 percent", {}, "The source says 13 percent; the claim's 12 to 15 percent describes it."),
]


@pytest.mark.parametrize(("claimed", "read", "more", "sentence"), SENTENCES)
def test_the_sentence_says_why(claimed: str, read: str, more: dict[str, Any], sentence: str) -> None:
    expected = figure(Expected, claimed, published=PRINTED)
    assert compare(expected, figure(Read, read, **more)).says.render() == sentence


def test_the_sentence_can_be_said_in_another_language_and_after_storing() -> None:
    found = compare(figure(Expected, "more_than 7000", published=PRINTED), figure(Read, "7028"))
    catalogue = {
        found.says.template: "Sumber: %(read)s; klaim: %(claimed)s.",
        "more than %(amount)s": "lebih dari %(amount)s",
    }
    stored = Phrase.from_dict(found.says.as_dict())
    said = stored.render(
        lambda message: catalogue.get(message, message), lambda number: f"{number:,}".replace(",", ".")
    )
    assert said == "Sumber: 7.028; klaim: lebih dari 7.000."


def test_nothing_read_and_too_much_read() -> None:
    expected = figure(Expected, "220")
    assert compare(expected, None).kind == "missing"
    alone = several(expected, figure(Read, "222"))
    assert alone.kind == "ambiguous"
    assert alone.says.render() == several(expected, figure(Read, "222"), figure(Read, "222")).says.render()
    both = several(expected, figure(Read, "222"), figure(Read, "229"))
    assert both.kind == "ambiguous"
    assert "222" in both.says.render()
    assert "229" in both.says.render()


def test_every_finding_has_a_label() -> None:
    assert [kind for kind, _ in FINDINGS] == [
        "matches",
        "differs",
        "superseded",
        "incomparable",
        "ambiguous",
        "missing",
    ]


@pytest.mark.parametrize(
    ("value", "step"),
    [("1400", "100"), ("7028", "1"), ("7000", "1000"), ("4.5", "0.1"), ("0", "1"), ("1E+6", "1000000")],
)
def test_the_step_is_one_unit_of_the_last_digit(value: str, step: str) -> None:
    assert step_of(Decimal(value)) == Decimal(step)


numbers = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=2)
bounds = st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most"])
loose = st.sampled_from(["exact", "about", "nearly", "at_least", "at_most"])
MIRROR = {"more_than": "less_than", "less_than": "more_than", "at_least": "at_most", "at_most": "at_least"}


@given(numbers, loose)
def test_a_reading_equal_to_the_claim_matches(value: Decimal, bound: str) -> None:
    assert compare(Expected(value=value, bound=bound), Read(value=value)).kind == "matches"


@given(numbers, bounds)
def test_the_same_words_match(value: Decimal, bound: str) -> None:
    assert compare(Expected(value=value, bound=bound), Read(value=value, bound=bound)).kind == "matches"


@given(numbers, numbers, st.sampled_from(sorted(MIRROR)))
def test_upper_and_lower_bounds_are_mirrors(value: Decimal, distance: Decimal, bound: str) -> None:
    one, other = described(value, None, bound), described(value, None, MIRROR[bound])
    assert one.holds(value + distance) == other.holds(value - distance)


@given(numbers, numbers, numbers, bounds)
def test_nearer_on_the_same_side_is_never_worse(value: Decimal, one: Decimal, other: Decimal, bound: str) -> None:
    near, far = sorted((one, other))
    stretch = described(value, None, bound)
    for side in (1, -1):
        if near > 0 and stretch.holds(value + side * far):
            assert stretch.holds(value + side * near)


@given(numbers, numbers, bounds, numbers, numbers)
def test_a_wider_tolerance_never_loses_a_match(
    value: Decimal, read: Decimal, bound: str, one: Decimal, other: Decimal
) -> None:
    narrow, wide = sorted((one, other))
    if described(value, None, bound, Tolerance(absolute=narrow)).holds(read):
        assert described(value, None, bound, Tolerance(absolute=wide)).holds(read)


@given(
    st.none() | numbers,
    st.none() | numbers,
    bounds | st.sampled_from(["range", "vague"]),
    bounds | st.sampled_from(["range", "vague"]),
    st.none() | numbers,
    st.sampled_from([None, "percent", "IDR", "km"]),
    st.sampled_from([None, "orang", "people", "anak", "zzz"]),
    st.none() | st.dates(),
)
def test_every_pair_has_a_finding_and_a_sentence(
    claimed: Decimal | None, read: Decimal | None, bound: str, read_bound: str, high: Decimal | None, unit: str | None,
    counted: str | None, day: date | None,
) -> None:  # fmt: skip
    expected = Expected(value=claimed, high=high, bound=bound, unit=unit, counted=counted, published=day)
    found = compare(expected, Read(value=read, high=high, bound=read_bound, unit=unit, as_of=day, as_of_basis="stated"))
    assert found.kind in dict(FINDINGS)
    assert found.says.render()
    assert "%(" not in found.says.render()
    assert amount_phrase(expected).render()
