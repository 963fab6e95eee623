"""Which figure is found, and when none is. The judged set (tests/judged) measures this on many pages."""

from datetime import date
from decimal import Decimal

import pytest

from claims.comparison import Expected
from claims.locating import Page, Pinned, locate
from claims.locating.prose import MOST
from tests.steps import calls

TOLL = Expected(
    value=Decimal(1400),
    bound="about",
    counted="orang",
    event="killed",
    place="Israel",
    published=date(2023, 10, 27),
    context="Serangan itu menewaskan sekitar 1.400 orang di Israel.",
)


def test_what_was_found_carries_its_words_and_place() -> None:
    text = "Officials have revised the count. About 1,200 people were killed in Israel, the ministry said."
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.outcome == "found"
    assert answer.read is not None
    assert (answer.read.value, answer.read.bound) == (Decimal(1200), "about")
    assert text[answer.start : answer.end] == answer.words == "About 1,200 people"
    assert text[: answer.start].endswith(answer.prefix)
    assert text[answer.end :].startswith(answer.suffix)
    assert answer.why


def test_two_that_fit_equally_are_ambiguous_with_both() -> None:
    text = "The army says 1,200 people were killed in Israel. The police says 1,350 people were killed in Israel."
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.outcome == "ambiguous"
    assert answer.read is not None
    assert answer.runner_up is not None
    assert {answer.read.value, answer.runner_up.value} == {Decimal(1200), Decimal(1350)}


def test_the_claimed_number_itself_does_not_decide() -> None:
    text = "The army says 1,400 people were killed in Israel. The police says 1,350 people were killed in Israel."
    assert locate(TOLL, Page(text, "en", None)).outcome == "ambiguous"


@pytest.mark.parametrize(
    ("event", "counted", "outcome"), [("killed", "people", "ambiguous"), ("missing", "people", "found")]
)
def test_a_count_below_half_is_offered_and_not_found(event: str, counted: str, outcome: str) -> None:
    claim = Expected(value=Decimal(40), counted=counted, event=event, place="Tula", context=f"40 people were {event}.")
    verb = "were killed" if event == "killed" else "are still missing"
    answer = locate(claim, Page(f"In Tula 12 people {verb}, officials said.", "en", None))
    assert answer.outcome == outcome
    assert answer.read is not None
    assert answer.read.value == Decimal(12)


def test_the_same_number_twice_is_one() -> None:
    text = "Israel: more than 1,200 dead\n\n1,247 people were killed in Israel. In all, 1,247 people died in Israel."
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.outcome == "found"
    assert answer.read is not None
    assert answer.read.value == Decimal(1247)


def test_the_latest_of_a_live_page_is_read() -> None:
    text = (
        "Live\n\n12 November 2023\nAs of 12 November 2023, 1,200 people were killed in Israel.\n\n"
        "8 November 2023\nAs of 8 November 2023, 1,400 people were killed in Israel."
    )
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.read is not None
    assert (answer.outcome, answer.read.value, answer.read.as_of) == ("found", Decimal(1200), date(2023, 11, 12))


def test_the_latest_entry_of_a_page_with_times_is_read() -> None:
    text = (
        "Israel live\n\n16:20 Officials say 1,200 people were killed.\n\n"
        "12:45 Officials say 1,400 people were killed.\n\n09:10 Good morning."
    )
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.read is not None
    assert (answer.outcome, answer.read.value) == ("found", Decimal(1200))


def test_what_has_added_up_to_a_total_is_no_other_version_of_it() -> None:
    text = (
        "In Israel two bodies were found. With them the toll in Israel has risen to 1,350. It had been 1,340 on Monday."
    )
    answer = locate(TOLL, Page(text, "en", None))
    assert answer.read is not None
    assert (answer.outcome, answer.read.value) == ("found", Decimal(1350))


def test_a_figure_far_off_in_size_is_no_rival() -> None:
    text = "In Israel 1,350 people were killed, the army says. In Israel 90 people were killed, it says elsewhere."
    assert locate(TOLL, Page(text, "en", None)).outcome == "found"


def test_a_figure_much_nearer_to_the_claimed_one_is_a_doubt() -> None:
    text = "In Israel 3,000 people were killed, the army says.\n\nA count of 1,450 people killed came from a hospital."
    assert locate(TOLL, Page(text, "en", None)).outcome == "ambiguous"
    assert locate(TOLL, Page(text.replace("1,450", "2,400"), "en", None)).outcome == "found"
    assert locate(TOLL, Page(text.replace("1,450", "1,400"), "en", None)).outcome == "found"


def test_the_finer_of_two_mentions_is_read_though_less_speaks_for_it() -> None:
    rate = Expected(
        value=Decimal("7.1"),
        unit="percent",
        form="share",
        counted="unemployment rate",
        event="unemployed",
        place="Kanada",
        context="The unemployment rate in Canada is 7.1 percent.",
    )
    text = "The unemployment rate in Canada is below 7 percent. The rate was pushed down to 6.8 percent."
    answer = locate(rate, Page(text, "en", None))
    assert answer.read is not None
    assert (answer.outcome, answer.read.value, answer.read.bound) == ("found", Decimal("6.8"), "exact")


def test_two_versions_of_one_number_are_ambiguous() -> None:
    text = "Rebels say 1,200 people were killed in Israel. The army puts the number at 1,350."
    assert locate(TOLL, Page(text, "en", None)).outcome == "ambiguous"


@pytest.mark.parametrize("text", ["", "   \n", "No number here.", "1,400", "On 7 October at 6.30."])
def test_nothing_to_find(text: str) -> None:
    assert locate(TOLL, Page(text, "en", None)).outcome == "missing"


def test_pinned_words_that_are_gone_are_missing() -> None:
    pinned = Pinned("1,400", "The toll stands at ", " people, the embassy said.")
    text = "The toll stands at 1,200 people, the embassy said."
    assert locate(TOLL, Page(text, "en", None), locator=pinned).outcome == "found"
    assert (
        locate(TOLL, Page("About 1,200 people were killed in Israel.", "en", None), locator=pinned).outcome == "missing"
    )


def test_one_page_is_read_once_for_many_claims() -> None:
    page = Page("About 1,200 people were killed in Israel. In Gaza 11,078 people were killed.", "en", None)
    gaza = Expected(value=Decimal(7000), bound="more_than", counted="orang", event="killed", place="Gaza")
    values = [answer.read.value for answer in (locate(TOLL, page), locate(gaza, page)) if answer.read]
    assert values == [Decimal(1200), Decimal(11078)]


def test_a_page_of_nothing_but_numbers_is_a_table() -> None:
    answer = locate(TOLL, Page("1,200 people were killed in Israel.\n" * (MOST + 200), "en", None))
    assert answer.outcome == "missing"


HOSTILE = [
    "a" * 300_000,
    "7 " * 150_000,
    ". " * 150_000,
    "killed " * 40_000,
    "(" * 200_000 + "1,200 people killed" + ")" * 200_000,
    "In Israel 1,200 people were killed, " * 500,
    "on monday 10/11 " * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_work_grows_with_the_text_and_no_faster(text: str) -> None:
    """Twice the text takes at most three times the calls (a thousand of them are no matter)."""
    half = text[: len(text) // 2]
    locate(TOLL, Page(half, "en", None))
    assert (
        calls(lambda: locate(TOLL, Page(text, "en", None)))
        <= 3 * calls(lambda: locate(TOLL, Page(half, "en", None))) + 1000
    )


OVERRUN = Expected(
    value=Decimal(1_200_000_000), unit="USD", context="The cost overrun of the high-speed train is USD 1.2 billion."
)


def test_the_only_figure_of_its_size_is_found_though_little_speaks_for_it() -> None:
    alone = locate(OVERRUN, Page("Kereta cepat\n\nPembengkakan kereta cepat US$ 1,3 miliar.", "id", None))
    assert alone.outcome == "found"
    of_two = locate(
        OVERRUN, Page("Kereta cepat\n\nKereta cepat membengkak US$ 1,3 miliar dan US$ 1,6 miliar.", "id", None)
    )
    assert of_two.outcome == "missing"
    another = locate(OVERRUN, Page("Kapal cepat\n\nPembengkakan kapal cepat US$ 1,3 miliar.", "id", None))
    assert another.outcome == "missing"
