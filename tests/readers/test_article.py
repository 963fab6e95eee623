"""Articles for import: the headline and the story, without what stands around them."""

from __future__ import annotations

from claims.readers import article
from claims.readers.charsets import Decoded

STORY = (
    "<p>Rumah sakit di wilayah utara melaporkan sekitar 1.400 orang tewas sejak pertempuran pecah pada awal Oktober tahun ini.</p>"
    "<p>“Kami kehabisan obat,” kata kepala rumah sakit itu kepada wartawan yang berkunjung pada hari Jumat sore.</p>"
    "<p>Kementerian kesehatan menyebut jumlah korban luka mencapai 2.650 orang, sebagian besar warga sipil di kota.</p>"
)
PAGE = (
    '<html lang="id"><head><title>Korban Bertambah - Warta</title><meta property="og:title" content="Korban Bertambah">'
    '<meta property="og:site_name" content="Warta"><meta name="author" content="Ani Lestari">'
    '<meta property="article:published_time" content="2023-10-27T09:00:00+07:00"></head><body><nav><a href=/>Beranda</a> <a href=/1>24 Jam</a></nav>'
    "<article><h1>Korban Bertambah</h1>{story}</article><footer>Hak cipta 2023</footer></body></html>"
)


def read(content: str, url: str | None = None) -> tuple[str, object]:
    page = article.text(Decoded(content, "utf-8"), url)
    return page.text, page


def test_an_article_is_its_headline_and_its_story() -> None:
    text, page = read(PAGE.format(story=STORY), "https://warta.test/1")

    assert text.startswith("Korban Bertambah\n")
    assert text.count("Korban Bertambah") == 1
    assert "sekitar 1.400 orang tewas" in text
    assert "2.650 orang" in text
    assert "24 Jam" not in text
    assert "Hak cipta" not in text
    assert (page.title, page.author, page.outlet, page.published, page.language) == (
        "Korban Bertambah", "Ani Lestari", "Warta", "2023-10-27T09:00:00+07:00", "id",
    )  # fmt: skip


def test_a_paragraph_is_a_line() -> None:
    lines = [line for line in read(PAGE.format(story=STORY))[0].split("\n") if line]

    assert len(lines) == 4
    assert lines[2].startswith("“Kami")


def test_a_short_notice_is_taken_from_the_pages_own_article() -> None:
    text, _ = read(PAGE.format(story="<p>1.200 orang tewas.</p>"))

    assert "1.200 orang tewas." in text
    assert "24 Jam" not in text


def test_a_page_without_an_article_gives_all_it_shows() -> None:
    assert "1,400 people" in read("<div>1,400 people</div><div>were killed</div>")[0]
