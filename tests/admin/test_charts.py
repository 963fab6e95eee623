"""Readings over time: places in the drawing, and the table that says the same."""

from datetime import UTC, date, datetime
from decimal import Decimal

import time_machine
from django.template.loader import render_to_string

from claims.admin import charts
from tests.factories import a_check, a_figure, some_evidence


def story(editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, value=Decimal(1400), as_of=date(2023, 10, 8))
    a_check(row, "superseded", value=Decimal(1200), as_of=date(2023, 11, 10))
    return claim, row


def test_without_readings_there_is_no_chart(editor):
    assert charts.of_claim(a_figure(editor)) is None


def test_later_readings_stand_to_the_right_and_lower_values_lower(editor):
    claim, _row = story(editor)
    first, second = charts.of_claim(claim).lines[0].points
    assert Decimal(first.x) < Decimal(second.x)
    assert Decimal(first.y) < Decimal(second.y)
    assert (first.value, second.value) == ("1,400", "1,200")


def test_the_printed_figure_is_a_line_of_its_own(editor):
    claim, _row = story(editor)
    chart = charts.of_claim(claim)
    assert chart.printed_text == "about 1,400"
    assert chart.printed == chart.lines[0].points[0].y


def test_a_source_has_a_line_for_each_claim(editor):
    _claim, row = story(editor)
    other = a_figure(editor, value=Decimal(220), counted="sandera")
    a_check(some_evidence(editor, other), value=Decimal(220))
    assert len(charts.of_source(row.source).lines) == 2


def test_one_reading_alone_can_be_drawn(editor):
    claim = a_figure(editor)
    a_check(some_evidence(editor, claim), value=Decimal(0))
    assert len(charts.of_claim(claim).points()) == 1


def test_the_drawing_has_a_title_and_a_table(editor):
    claim, _row = story(editor)
    shown = render_to_string("claims/chart.html", {"chart": charts.of_claim(claim)})
    assert "<title>What the sources said over time</title>" in shown
    assert shown.count("<circle") == 2
    assert shown.count('<td class="amount">') == 2
    assert "style=" not in shown


def test_readings_without_a_day_share_the_clock_on_which_all_were_read(editor):
    """1,400 without a date, read first; then 1,200 as of a day years ago: it stands to the right, for it was said later."""
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    with time_machine.travel("2026-11-01T10:00:00Z"):
        a_check(row, value=Decimal(1400))
    with time_machine.travel("2026-11-02T10:00:00Z"):
        a_check(row, "superseded", value=Decimal(1200), as_of=date(2023, 11, 10))
    first, second = charts.of_claim(claim).lines[0].points
    assert (first.value, second.value) == ("1,400", "1,200")
    assert Decimal(first.x) < Decimal(second.x)


def test_counts_have_whole_ticks_and_one_day_is_told_in_hours(editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    for hour, value in ((2, 1400), (4, 1139)):
        with time_machine.travel(datetime(2023, 10, 27, hour, tzinfo=UTC), tick=False):
            a_check(row, value=Decimal(value))
    chart = charts.of_claim(claim)
    assert [tick.text for tick in chart.ticks] == ["1,139", "1,270", "1,400"]
    assert [day.text for day in chart.days] == ["27 Oct 2023, 02:00 UTC", "27 Oct 2023, 04:00 UTC"]
