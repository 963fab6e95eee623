"""Sentences that workers kept, in the language of whoever reads them."""

from datetime import date
from decimal import Decimal

from django.utils import translation

from claims.models import Alert, Check, CurrencyChange, Job, Reading, Snapshot
from claims.services import telling
from claims.wording import SAYS, Phrase


def test_a_finding_is_explained_in_the_readers_language():
    phrase = Phrase(SAYS["same"], {"read": Phrase("%(amount)s", {"amount": Decimal(1400)})}).as_dict()
    check = Check(sentence="The source says 1,400, as the claim does.", **phrase)
    with translation.override("en"):
        assert telling.why(check) == "The source says 1,400, as the claim does."
    with translation.override("id"):
        assert "1.400" in telling.why(check)


def test_without_a_readable_template_the_kept_sentence_stands():
    assert telling.why(Check(sentence="As it was.", template="%(gone)s", params={})) == "As it was."
    assert telling.why(Check(snapshot=Snapshot(message="HTTP 404"))) == "HTTP 404"


def test_a_snapshot_of_a_page_that_moved_names_its_new_address():
    moved = Snapshot(fetched="moved", reason="moved", message="It leads on.", final_url="https://b.example/x")
    with translation.override("id"):
        assert "https://b.example/x" in telling.loss(moved)


def test_alerts_and_failures_speak_the_readers_language():
    lost = Phrase("The source cannot be read. %(why)s", {"why": Phrase("The server did not answer in time.")}).as_dict()
    alert = Alert(rule="lost", sentence="The source cannot be read. No complete answer within 30 seconds.", **lost)
    job = Job(
        error="Given up: it ended a worker 3 times.",
        template="Given up: it ended a worker %(n)s times.",
        params={"n": "3"},
    )
    with translation.override("en"):
        assert telling.alarm(alert) == alert.sentence
        assert telling.failure(job) == job.error
    with translation.override("id"):
        assert telling.alarm(alert) == "Sumber tidak bisa dibaca. Server itu tidak menjawab tepat waktu."
        assert telling.failure(job) == "Dihentikan: pekerjaan ini mematikan pekerja 3 kali."
        assert telling.failure(Job(error="Told by an older release.")) == "Told by an older release."


def test_a_turn_of_currency_is_explained_in_the_readers_language():
    phrase = Phrase(SAYS["missing"], {"claimed": Decimal(1400)}).as_dict()
    check = Check(sentence="As found.", finding="missing", reading=Reading(as_of=date(2023, 11, 10)), **phrase)
    with translation.override("id"):
        assert "1.400" in telling.turn(CurrencyChange(check_row=check, reason="As found."))
        disagree = CurrencyChange(check_row=check, reason="Sources give different figures for 10 November 2023.")
        assert telling.turn(disagree) == "Sumber-sumber menyebut angka yang berlainan untuk 10 November 2023."
        assert telling.turn(CurrencyChange(reason="No source has told yet.")) == "Belum ada sumber yang menyebutkannya."
