from claims.extraction.figures.agewords import age_words, period_words
from claims.extraction.language import load


def test_people_are_meant_by_their_pronouns_and_things_by_none() -> None:
    assert {"she", "they"} <= age_words(load("en")).meant
    assert "it" not in age_words(load("en")).meant


def test_an_age_is_told_before_and_behind_the_number() -> None:
    words = age_words(load("id"))
    assert words.before.ending(["berusia", "40"], 1) == (1, True)
    assert words.before.ending(["40", "berusia"], 1) is None


def test_an_hour_stands_behind_what_leads_to_a_label_or_a_year() -> None:
    assert {"at", "since"} <= period_words(load("en")).hours_before
