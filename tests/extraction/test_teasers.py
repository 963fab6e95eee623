import pytest

from claims.extraction.blocks import find_blocks
from claims.extraction.language import load
from claims.extraction.lines import marks_of
from claims.extraction.scan import Scan
from claims.extraction.teasers import is_offer

PARAGRAPH = (
    "The council said on Monday that the bridge over the river would stay closed until the middle of next month."
)
TITLES = ("Council Hires Ten More Bus Drivers for Winter", "Harbour Tunnel Reopens After Nine Months of Repairs")
BROKEN = (
    "By Ann LeeThe Harbour Board (HB) has announced a…",
    "The number of ferries that left on time fell to 12 in...",
)


def kinds(*lines: str, code: str = "en") -> list[str]:
    text = "\n\n".join(("Bridge stays closed", PARAGRAPH, *lines))
    return [block.kind for block in find_blocks(Scan(text, load(code)))][2:]


@pytest.mark.parametrize(
    "lines",
    [
        TITLES,
        BROKEN,
        (TITLES[0], BROKEN[0], "Ferries run late again", BROKEN[1]),
        (TITLES[0], BROKEN[0], BROKEN[1], TITLES[1]),
        ("24 Hours of Terror on the Harbour: Ferries Under Fire", "HARBOUR", TITLES[0], "TRADE", TITLES[1]),
    ],
)
def test_titles_and_first_words_of_other_articles_in_a_row(lines: tuple[str, ...]) -> None:
    assert kinds(*lines, PARAGRAPH) == ["related"] * len(lines) + ["body"]


@pytest.mark.parametrize(
    "lines",
    [
        (TITLES[0],),
        (BROKEN[0],),
        ("The ferry sank 3 days ago",),
        ("Ships Of The Old Harbour - $808m (435m)", "Ferries And The Rusty Bridge Between Them - $472m (254m)"),
        ("Some ferries were late on 12 days of the month", "Others left on time on all but three days"),
        ("“We waited for the ferry for hours...", "“Nobody told us why it did not come..."),
    ],
)
def test_what_stands_alone_or_lists_amounts_is_the_articles_own(lines: tuple[str, ...]) -> None:
    assert "related" not in kinds(*lines, PARAGRAPH)


def test_a_long_line_is_a_title_by_its_first_letters() -> None:
    titles, small = "Council Hires Ten More Drivers " * 70, "and then they went home to sleep " * 70
    assert kinds(f"{titles}{small}at last", TITLES[1], PARAGRAPH) == ["related", "related", "body"]
    assert kinds(f"{small}{titles}at last", TITLES[1], PARAGRAPH)[0] == "body"


def test_what_stands_between_the_ages_of_other_articles() -> None:
    lines = ("News1 day ago", "Ferry claims three lives in Hull", "-", "Harbour2 days ago", "Two boats sink")
    assert "body" not in kinds(*lines, PARAGRAPH)[:-1]
    assert kinds("News1 day ago", "Some ferries were late on 12 days", PARAGRAPH)[1] == "heading"


def test_titles_above_the_article_are_its_own() -> None:
    text = "\n".join((*TITLES, PARAGRAPH, PARAGRAPH))
    assert "related" not in {block.kind for block in find_blocks(Scan(text, load("en")))}


@pytest.mark.parametrize(
    ("code", "line", "heads"),
    [
        ("en", "Recent stories", True),
        ("en", "HOT THIS WEEK", True),
        ("en", "More news from this section", True),
        ("en", "Most Read Valley & Coast Stories", True),
        ("en", "Most read a paper on the bus", False),
        ("en", "Other bridges", False),
        ("en", "This week", False),
        ("en", "News", False),
        ("id", "Berita Lainnya", True),
        ("id", "Artikel Menarik untuk Anda", True),
        ("id", "Lainnya", False),
        ("id", "Berita duka", False),
        ("ms", "Berita Berkaitan", True),
        ("ms", "Artikel Pilihan Hari Ini", True),
        ("ms", "Hari ini", False),
    ],
)
def test_the_words_that_head_a_list_of_other_articles(code: str, line: str, heads: bool) -> None:
    assert marks_of(load(code)).heads_list(line.lower()) is heads


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("$3 for 6 months", True),
        ("Unlimited digital access $11/month", True),
        ("Subscribe now from £2 a week", True),
        ("Win $100-register", True),
        ("$3 for six ferries", False),
        ("Tickets from $11 a month", False),
        ("$11 million", False),
        ("Save now", False),
    ],
)
def test_offers(line: str, offer: bool) -> None:
    assert is_offer(line.lower(), marks_of(load("en"))) is offer


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Who rows? Ferries race Best of the harbour, by mail $2 for 6 months", "advert"),
        ("Who rows? Ferries race Your letters Reader rewards As low as $3.99 per month.", "advert"),
        ("Ferry raises the price of a ticket to $15 per month", "headline"),
        ("Ferry company pays its captain $2 for 6 ferries", "headline"),
    ],
)
def test_links_above_an_article_that_end_in_an_offer(line: str, kind: str) -> None:
    text = f"{line}\n\nBridge stays closed\n\n{PARAGRAPH}"
    assert find_blocks(Scan(text, load("en")))[0].kind == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("• Banjir Rendam Dua Desa di Lembah, Begini Kata Warga Setempat", "related"),
        ("- Kantor Camat Lembah Utara dan Balai Desa Sinar Maju: 25 Keluarga", "body"),
        ("- Rudi Hartono (Sinar Maju Lembah) – 31 poin", "body"),
        ("- warga Desa Lembah Utara mengungsi ke balai desa", "body"),
    ],
)
def test_a_title_behind_a_bullet_between_two_sentences(line: str, kind: str) -> None:
    text = f"Judul artikel\n\n{PARAGRAPH}\n{line}\n{PARAGRAPH}"
    assert [block.kind for block in find_blocks(Scan(text, load("id")))][2].replace("heading", "body") == kind
    led = f"Judul artikel\n\n{PARAGRAPH[:-1]}:\n{line}\n{PARAGRAPH}"
    assert "related" not in {block.kind for block in find_blocks(Scan(led, load("id")))}


@pytest.mark.parametrize(
    ("rows", "related"),
    [
        (("- Dua Truk Terguling di Jalan Tol, Sopir Selamat", "- Harga Cabai Naik di Pasar Lembah"), True),
        (("- Sinar Maju Lembah vs Putra Utara Jaya 2-1", "- Putra Lembah Sakti vs Sinar Barat Jaya 0-0"), False),
        (("- Kecamatan Lembah Utara: 90 Jiwa", "- Kecamatan Lembah Barat: 40 Jiwa"), False),
    ],
)
def test_titles_and_amounts_at_the_end(rows: tuple[str, str], related: bool) -> None:
    assert (kinds(*rows, code="id") == ["related", "related"]) is related
