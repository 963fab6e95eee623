import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.pipeline import extract
from claims.extraction.quotes.quotes import find_quotes
from tests.extraction.speaking import scan_of

PIECES = st.sampled_from(
    [
        "“Ya,” kata Budi. ", '"Ya," ', "ujarnya", "Budi mengatakan bahwa ", "menurut ", "said ", "he said", "that ", "Ann Lee", ", ", ". ", "\n", "“", "”", '"', "'", "(BMKG)", "dan ", "kata ", "kepada wartawan",
        "dalam siaran pers", "dikutip dari ", "according to ", "was quoted as saying", "yang ", "who ", "Menteri ", "the minister ", "itu ", "7 Oktober", ": ", " - ", "İ", "\ud800", "\x00", "''", "``",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["id", "en", "ms"]))
def test_offsets_hold_and_nothing_raises_on_any_text(text: str, code: str) -> None:
    scan = scan_of(code, text)
    found = find_quotes(scan)
    assert found == find_quotes(scan)
    assert found == sorted(found, key=lambda quote: (quote.start, quote.end))
    for quote in found:
        assert text[quote.start : quote.end] == quote.text
        assert quote.parts[0][0] == quote.start
        assert quote.parts[-1][1] == quote.end
        assert quote.rule.startswith(f"quote.{quote.form}.")
        spans = [(p.start, p.end) for p in quote.attribution] + [quote.clause or (0, 0)]
        spans += [(s.start, s.end) for s in (quote.speaker, quote.cue) if s is not None]
        assert all(0 <= start <= end <= len(text) for start, end in spans)
        assert all(text[p.start : p.end] == p.text for p in quote.attribution)
        assert quote.cue is None or text[quote.cue.start : quote.cue.end] == quote.cue.text


def test_an_article_cut_into_its_paragraphs_says_the_same() -> None:
    lines = [
        '"Air naik," kata Budi Santoso.',
        "Menurut Rina Wati, harga turun.",
        "Ketua KPU Hasan Ali mengatakan pemilu ditunda.",
    ]
    whole = [
        (q.text, q.form, q.speaker.name if q.speaker else "") for q in extract("\n".join(lines), language="id").quotes
    ]
    apart = [
        (q.text, q.form, q.speaker.name if q.speaker else "")
        for line in lines
        for q in extract(line, language="id").quotes
    ]
    assert whole == apart


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            '"Kami netral," kata Rina Wati kepada BBC dalam wawancara, seperti dikutip Antara.',
            [("speaker", 0), ("audience", 0), ("medium", 0), ("relay", 1)],
        ),
        ("Menurut laporan itu, 20 orang tewas.", [("document", 0)]),
    ],
)
def test_chains_run_from_the_origin_outwards(text: str, wanted: list[tuple[str, int]]) -> None:
    (quote,) = extract(text, language="id").quotes
    assert [(part.role, part.hop) for part in quote.attribution] == wanted


def test_a_figure_has_the_chain_of_the_clause_around_it() -> None:
    said, seen = extract("Menurut BNPB, 20 orang tewas. Jalan 5 kilometer rusak.", language="id").figures
    assert [part.name for part in said.attribution] == ["BNPB"]
    assert seen.attribution == ()


def test_quotes_before_their_speaker_and_quotes_of_nobody() -> None:
    text = '"Kami mulai dari nol dan tidak ada yang membantu.\n"Sekarang hasilnya terlihat," kata Nurhayati.'
    rules = [
        (quote.rule, quote.speaker.name if quote.speaker else None) for quote in extract(text, language="id").quotes
    ]
    assert rules == [("quote.floating.followed", "Nurhayati"), ("quote.direct.cue_after", "Nurhayati")]
    (alone,) = find_quotes(scan_of("id", '"Kami mulai dari nol dan tidak ada yang membantu."'))
    assert (alone.rule, alone.speaker) == ("quote.floating.unknown", None)


def test_a_speaker_does_not_hold_over_a_long_way() -> None:
    filler = "Hujan turun di lereng gunung itu sepanjang malam tanpa henti. " * 60
    text = f'"Air naik," kata Budi.\n{filler}\n"Kami mulai dari nol dan tidak ada yang membantu."'
    assert extract(text, language="id").quotes[-1].speaker is None
