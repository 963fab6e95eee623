"""What went wrong is kept so that it can be said in the language of whoever reads it."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy, override

from claims.services.counts import Count
from claims.services.telling import said
from claims.services.troubles import Why, phrase_of, sentence_of
from claims.wording import Phrase

GONE = Why("gone", "http_410", "The page is not there any more (status 410).")


@pytest.mark.parametrize(
    ("why", "language", "said"),
    [
        (GONE, "id", "Halaman itu sudah tidak ada (status 410)."),
        (Why("unreachable", "dns", "The name x.example could not be found."), "id", "Nama situs itu tidak ditemukan."),
        (
            Why("unreachable", "dns", "The name x.example could not be found."),
            "en",
            "The name x.example could not be found.",
        ),
        (Why("unreachable", "dns", ""), "en", "The name of the site could not be found."),
        (
            Why("blocked", "redirect_private_address", "10.0.0.1 is not a public address."),
            "id",
            "Alamat itu mengalihkan ke alamat yang tidak dibaca: Alamat itu berada di jaringan privat, yang tidak dibaca.",
        ),
        (Why("unreadable", "never_heard_of", "100 % odd."), "id", "100 % odd."),
    ],
)
def test_a_reason_in_the_readers_language(why: Why, language: str, said: str) -> None:
    with override(language):
        assert str(why) == said


def test_an_error_is_kept_as_phrase_and_as_english_sentence() -> None:
    error = ValidationError(gettext_lazy("The page could not be fetched: %(why)s"), params={"why": GONE})
    with override("id"):
        phrase, sentence, shown = phrase_of(error), sentence_of(error), error.messages
    assert sentence == "The page could not be fetched: The page is not there any more (status 410)."
    assert shown == ["Halaman tidak bisa diambil: Halaman itu sudah tidak ada (status 410)."]
    assert Phrase.from_dict(phrase.as_dict()) == phrase
    assert phrase.render() == sentence


def test_a_number_of_things_is_kept_as_one_and_grouped_for_whoever_reads_it() -> None:
    most = gettext_lazy("The text has %(length)s characters; an article may have at most %(most)s.")
    error = ValidationError(most, params={"length": Count(2_000_001), "most": Count(2_000_000)})
    phrase = Phrase.from_dict(phrase_of(error).as_dict())
    with override("en"):
        assert said(phrase) == "The text has 2,000,001 characters; an article may have at most 2,000,000."
    assert sentence_of(error) == said(phrase)
    with override("id"):
        assert error.messages == [said(phrase)] == ["Teks ini 2.000.001 karakter; artikel paling banyak 2.000.000."]


def test_of_a_page_that_moved_the_new_address_is_told_in_every_language() -> None:
    why = Why("moved", "moved", "The address now leads elsewhere: https://b.example/x", "https://b.example/x")
    with override("id"):
        assert "https://b.example/x" in str(why)
        assert "mengarah ke halaman lain" in str(why)


def test_what_is_kept_in_english_is_english_whatever_language_is_active() -> None:
    with override("id"):
        assert GONE.english == GONE.message
        assert Why("unreachable", "dns", "").english == "The name of the site could not be found."
