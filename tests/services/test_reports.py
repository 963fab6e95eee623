"""Claims become lines with all that hangs on them, in a fixed number of queries."""

from datetime import datetime
from decimal import Decimal

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Claim, Evidence, Party
from claims.services import evidence, readings, reports, rulings
from tests.factories import a_check, a_figure, a_quote, an_article, some_evidence


def test_a_line_holds_the_reading_the_sentence_the_sources_and_the_rulings(editor: User) -> None:
    claim = a_figure(editor, an_article(outlet="Harian Contoh", title="Judul"))
    a_check(some_evidence(editor, claim, publisher="Kementerian"), value=Decimal(1405))
    rulings.rule(claim, "true", editor=editor, reason="Counted.")
    (line,) = reports.lines(Claim.objects.all())
    assert (line.words, line.value, line.bound, line.counted) == (
        "sekitar 1.400 orang",
        Decimal(1400),
        "about",
        "orang",
    )
    assert line.sentence == "Serangan itu menewaskan sekitar 1.400 orang di Israel selatan."
    assert (line.outlet, line.article_title, line.verdict) == ("Harian Contoh", "Judul", "true")
    assert [(source.publisher, source.stance) for source in line.sources] == [("Kementerian", "supports")]
    assert [(check.value, check.finding) for check in line.checks] == [(Decimal(1405), "matches")]
    assert [(ruling.verdict, ruling.editor) for ruling in line.rulings] == [("true", "sari")]


def test_the_sentence_of_a_quote_ends_where_it_ends(editor: User) -> None:
    a_quote(editor)
    (line,) = reports.lines(Claim.objects.all())
    assert line.sentence == "“Jumlah ini masih dapat berubah,” kata juru bicara Rina Wibowo di Jakarta."
    assert (line.speaker, line.cue) == ("Rina Wibowo", "kata")


def test_what_an_editor_says_of_who_speaks_goes_along(editor: User) -> None:
    quote, figure = a_quote(editor), a_figure(editor)
    readings.correct(figure, editor=editor, reason="by name", changed={"speaker_name": "Rina Wibowo"})
    assert [line.speaker_kind for line in reports.lines(Claim.objects.all())] == ["", ""]
    Party.objects.filter(name="Rina Wibowo").update(kind=Party.Kind.PERSON)
    told = {line.uid: (line.speaker, line.speaker_kind) for line in reports.lines(Claim.objects.all())}
    assert told == dict.fromkeys([str(quote.uid), str(figure.uid)], ("Rina Wibowo", "person"))


def test_ten_claims_take_as_many_queries_as_two(editor: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as context:
            list(reports.lines(Claim.objects.all()))
        return len(context)

    def more(count: int) -> None:
        for _ in range(count):
            claim = a_figure(editor)
            a_check(some_evidence(editor, claim))
            rulings.rule(claim, "true", editor=editor, reason="Counted.")

    more(2)
    few = queries()
    more(8)
    assert queries() == few


def test_what_was_known_leaves_out_a_source_that_had_been_taken_off_and_shows_the_stance_of_then(editor: User) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)

    def known(at: datetime | None) -> list[str]:
        (line,) = reports.lines(Claim.objects.filter(pk=claim.pk), at)
        return [source.stance for source in line.sources]

    hung = timezone.now()
    evidence.detach(row, editor=editor)
    off = timezone.now()
    some_evidence(editor, claim, stance="refutes")
    back = timezone.now()
    evidence.detach(Evidence.objects.get(), editor=editor)
    assert [known(at) for at in (hung, off, back, timezone.now(), None)] == [["supports"], [], ["refutes"], [], []]
    assert Evidence.history.latest().history_user == editor
