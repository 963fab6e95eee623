import pytest

from claims.extraction.blocks import find_blocks
from claims.extraction.language import load
from claims.extraction.scan import Scan

LONG = "Warga yang tinggal di tepi sungai itu diminta mengungsi ke balai desa sejak pagi karena air terus naik."

ARTICLE = f"""Banjir Landa Tiga Kecamatan

Reporter

Kantorberita.example

Jumat, 27 Oktober 2023 09:00 WIB

Banjir merendam pasar di kota itu. ANTARA

KANTORBERITA, Jakarta - {LONG}

SCROLL TO CONTINUE WITH CONTENT

{LONG}

Baca Juga:

Sepuluh Desa Terisolasi

{LONG} Baca juga: Kisah 5 Penyintas Banjir

Nasib Pengungsi

{LONG}

(abc/def)

Berita terkait

Dua Desa Terendam

2 jam lalu

Baca Selengkapnya"""

KINDS = [
    ("Banjir Landa", "headline"),
    ("Reporter", "byline"),
    ("Kantorberita.example", "byline"),
    ("Jumat,", "dateline"),
    ("Banjir merendam", "caption"),
    ("KANTORBERITA, Jakarta -", "dateline"),
    ("Warga yang", "body"),
    ("SCROLL", "advert"),
    ("Warga yang", "body"),
    ("Baca Juga:", "teaser"),
    ("Sepuluh Desa", "teaser"),
    ("Warga yang", "body"),
    ("Baca juga: Kisah 5", "teaser"),
    ("Nasib Pengungsi", "heading"),
    ("Warga yang", "body"),
    ("(abc/def)", "byline"),
    ("Berita terkait", "related"),
    ("Dua Desa", "related"),
    ("2 jam lalu", "related"),
    ("Baca Selengkapnya", "related"),
]


def blocks_of(text: str, code: str = "id") -> list[tuple[str, str]]:
    return [(text[block.start : block.end], block.kind) for block in find_blocks(Scan(text, load(code)))]


def test_an_article_with_all_that_stands_around_it() -> None:
    found = blocks_of(ARTICLE)
    assert [kind for _, kind in found] == [kind for _, kind in KINDS]
    assert all(words.startswith(start) for (words, _), (start, _) in zip(found, KINDS, strict=True))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"LONDON (AP) — {LONG}", ("LONDON (AP) —", "dateline")),
        (f"JAKARTA, Kantor.com - {LONG}", ("JAKARTA, Kantor.com -", "dateline")),
        (f"Washington: {LONG}", (f"Washington: {LONG}", "body")),
        (f"Hamas dan Israel - yang bertikai sejak lama - berunding. {LONG}", None),
    ],
)
def test_datelines(text: str, first: tuple[str, str] | None) -> None:
    found = blocks_of(text)
    assert found[0] == (first or (text, "body"))


def test_a_line_broken_around_a_link_is_one_paragraph() -> None:
    found = blocks_of("Judul\n\nPolisi\nmenangkap dua pria\n, kata juru bicara di kantor polisi kota itu pada Senin.")
    assert found[-1][0].startswith("Polisi\nmenangkap")


def test_the_article_goes_on_after_a_list_in_its_middle() -> None:
    text = f"Judul\n\n{LONG}\n\nBerita Terkait\n\nSatu Judul Lain\n\n{LONG}\n\n{LONG}"
    assert [kind for _, kind in blocks_of(text)] == ["headline", "body", "related", "related", "body", "body"]


def test_english_boilerplate() -> None:
    text = f"A title\n\nBy Jane Doe\n\n{LONG}\n\nRead more: Five facts\n\n(Reporting by A; Editing by B)\n\nMost Read\n\n1. Ten dead"
    assert [kind for _, kind in blocks_of(text, "en")][-4:] == ["teaser", "byline", "related", "related"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u00a0"])
def test_nothing_but_blanks_has_no_blocks(text: str) -> None:
    assert blocks_of(text) == []


def test_blocks_cover_all_that_is_no_blank() -> None:
    covered = "".join(words for words, _ in blocks_of(ARTICLE))
    assert "".join(covered.split()) == "".join(ARTICLE.split())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "Published in the journal Rivers, the study counts 41 dams that were built within a decade in one valley.",
            "body",
        ),
        ("Published 12 May 2024 at 09:00", "byline"),
        (
            f"Reporting by Ann Lee in Leeds, Bob Moor in York and {'Cas Ng in Hull, ' * 4}Di Fox in Bath; editing by Eve.",
            "byline",
        ),
    ],
)
def test_only_a_short_line_tells_who_wrote(line: str, kind: str) -> None:
    found = blocks_of(f"A title\n\n{LONG}\n\n{line}\n\n{LONG}", "en")
    assert dict(found)[line] == kind


HEADLINE = "Council mends the bridge over the Tarn"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("$3 for 6 months", "advert"),
        ("As low as $7.50 per Month.", "advert"),
        ("Only £2 a week. Cancel anytime", "advert"),
        ("Save 40%. From £2 a week", "advert"),
        ("Tickets for $3 a day", "heading"),
        ("Fees rise to $90 per month", "heading"),
        ("1.2k shares", "advert"),
        ("Comments (14)", "advert"),
        ("– 1069", "advert"),
        ("14 trees fell", "heading"),
        ("TRAVEL ・ 3 DAYS AGO", "dateline"),
    ],
)
def test_offers_and_counts_of_readers_are_lines_of_their_own(line: str, kind: str) -> None:
    found = blocks_of(f"{HEADLINE}\n\n{LONG}\n\n{line}\n\n{LONG}", "en")
    assert dict(found)[line] == kind


def test_a_number_alone_below_the_headline_counts_readers() -> None:
    assert blocks_of(f"{HEADLINE}\n- 1069\n{LONG}", "en")[1] == ("- 1069", "advert")


@pytest.mark.parametrize("head", ["Ten to watch this week\nAs low as $5 per month.", "$2 for 2 months"])
def test_what_stands_above_an_offer_and_the_headline_is_no_part_of_the_article(head: str) -> None:
    found = blocks_of(f"{head}\n\n{HEADLINE}\n\n{LONG}", "en")
    assert {kind for words, kind in found if words in head} == {"advert"}
    assert found[-2:] == [(HEADLINE, "headline"), (LONG, "body")]


def test_an_offer_between_headline_and_story_leaves_the_headline() -> None:
    found = blocks_of(f"{HEADLINE}\n$2 for 2 months\n{LONG}", "en")
    assert [kind for _, kind in found] == ["headline", "advert", "body"]


def test_a_title_above_its_day_and_hour_is_that_of_another_article() -> None:
    title, hour = "Two trucks overturn on the valley road", "Monday, 4 May 2026 10:15 GMT"
    found = dict(blocks_of(f"{HEADLINE}\n\n{LONG}\n\n{title}\n{hour}\n\n{LONG}", "en"))
    assert (found[title], found[hour]) == ("teaser", "dateline")
    below = dict(blocks_of(f"{HEADLINE}\n{hour}\n\n{LONG}\n\n{title}\n\n{LONG}", "en"))
    assert (below[HEADLINE], below[title]) == ("headline", "heading")


def test_a_line_told_twice_below_the_mark_of_a_teaser_is_the_title_of_another_article() -> None:
    line = "Jalan desa akan diperbaiki dengan separuh anggaran tahun ini."
    found = blocks_of(f"Headline\n{line}\n{line}\n{LONG}\n{LONG}")
    assert [kind for words, kind in found if words == line] == ["teaser", "teaser"]


@pytest.mark.parametrize("sign", ["(OL-3)", "(abc/def)", "(Ant/SU02)"])
def test_nothing_behind_the_editors_sign_is_the_article(sign: str) -> None:
    other = "Seorang pria 40 tahun tewas setelah sebuah truk menabrak rumahnya di desa lain pada hari Senin malam."
    found = blocks_of(f"Judul\n\n{LONG}\n\n{LONG}\n{LONG} {sign}\n{other}\n{other}")
    assert [kind for _, kind in found] == ["headline", "body", "body", "body", "related", "related"]


@pytest.mark.parametrize(
    "text",
    [
        f"Judul\n\n{LONG} (H-2) berlaku.\n\n{LONG}",
        f"Judul\n\n{LONG[:-1]} (abc/def)\n\n{LONG}",
        f"Judul\n\n{LONG} (abc/def)\n\n{LONG}\n\n{LONG}\n\n{LONG}",
    ],
)
def test_what_is_no_sign_at_the_end_closes_nothing(text: str) -> None:
    assert "related" not in {kind for _, kind in blocks_of(text)}


def test_comments_of_readers_are_no_part_of_the_article() -> None:
    found = blocks_of(f"{HEADLINE}\n\n{LONG}\n\n{LONG}\n\nLeave a Comment\n\n{LONG}\n\n{LONG}", "en")
    assert [kind for _, kind in found] == ["headline", "body", "body", "related", "related", "related"]
    above = blocks_of(f"{HEADLINE}\n\nLeave a Comment\n\n{LONG}\n\n{LONG}", "en")
    assert [kind for _, kind in above][-2:] == ["body", "body"]


def test_the_title_below_the_mark_of_a_teaser_at_the_top_may_be_a_sentence() -> None:
    title = "Puasa dimulai pada Kamis, 19 Februari."
    found = blocks_of(f"Headline\n{title}\n{LONG}\nAir surut pada malam hari, kata camat.")
    assert [kind for _, kind in found] == ["teaser", "teaser", "body", "body"]
