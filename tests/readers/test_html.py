"""HTML sources: all that is visible, in reading order, with regions; what the page says of itself; cells of its tables."""

from __future__ import annotations

import pytest

from claims.readers import html, parse_locator
from claims.readers.charsets import Decoded
from claims.readers.values import Unreadable


def page(content: str) -> Decoded:
    return Decoded(content, "utf-8")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>About <b>1,400</b> people</p><p>were killed.</p>", "About 1,400 people\nwere killed."),
        ("<p>  1,400\n\n  people </p>", "1,400 people"),
        ("<meta charset=utf-8><title>t</title><style>p{}</style><article><p>1,400 people</p></article>", "1,400 people"),
        ("<p>1,400  people  died  </p>", "1,400 people died"),
        ("<p>1<sup>,</sup>400</p>", "1,400"),
        ("<span>1</span><span>400</span>", "1400"),
        ("<span>1 </span><span> 400</span>", "1 400"),
        ("<div>1</div><div>400</div>", "1\n400"),
        ("1<br>400", "1\n400"),
        ("<p>1&nbsp;400 &amp; more &#8211; 2</p>", "1\u00a0400 & more – 2"),
        ("<p>a<!-- 7,000 -->b</p>", "ab"),
        ("<p>a</p><script>var n = 7000;</script><style>p{}</style><template>7000</template><noscript>7000</noscript><p>b</p>", "a\nb"),
        ("<p hidden>7,000</p><p style='color:red; Display : NONE'>7,000</p><p style='visibility:hidden'>7,000</p><p>1,400</p>", "1,400"),
        ("<p>a <span hidden>7,000</span> b</p>", "a b"),
        ("<head><title>7,000</title></head><body>1,400</body>", "1,400"),
        ("<select><option>7,000</select><textarea>7,000</textarea><p>1,400", "1,400"),
        ("<ul><li>1,400 killed<li>2,000 hurt</ul>", "1,400 killed\n2,000 hurt"),
        ("<table><tr><th>Area<th>Killed<tr><td>Gaza<td>11,078</table>", "Area\tKilled\nGaza\t11,078"),
        ("<table><tr><td> Gaza <br> Strip</td> <td>11,078</td></tr></table>", "Gaza\nStrip\t11,078"),
        ("<pre>a  1\n   2</pre>", "a  1\n   2"),
        ("<h1>Toll</h1>1,400<h2>More</h2>", "Toll\n1,400\nMore"),
        ("<dl><dt>Killed<dd>1,400</dl>", "Killed\n1,400"),
        ("<p>x\0y</p>", "xy"),
        ("just text", "just text"),
        ("<?xml version='1.0' encoding='utf-16'?><p>1,400</p>", "1,400"),
        ("<p>1,400<sup>2</sup> people", "1,400 people"),
        ("<p>1400<sup><a href='#n2'>2</a>, 3</sup> people", "1400 people"),
        ("<p><b>1400</b><sup>12</sup> people", "1400 people"),
        ("<p>12 km<sup>2</sup>, the 20<sup>th</sup>, 1400<sup>[2]</sup>, 1,400 <sup>2</sup>", "12 km2, the 20th, 1400[2], 1,400 2"),
        ("<p>10<sup>6</sup> and 5 × 10<sup>6</sup>, 110<sup>6</sup>", "106 and 5 × 106, 110"),
        ("<p>2<sup>1</sup>/<sub>4</sub> hours", "2 1/4 hours"),
        ("<p><s>1,500</s><del>1,600</del> <strike>1,700</strike>1,400 people", "1,400 people"),
        ("<p>At least <s>1,500</s>1,400 people", "At least 1,400 people"),
        ("<p>1,&shy;400 and 1.&#8203;200 and 1\u2060,\ufeff300<b>\u200b</b>", "1,400 and 1.200 and 1,300"),
        ("<p>1,400<p>unclosed <b>and <i>misnested</b> tags", "1,400\nunclosed and misnested tags"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_of_the_page_sees(content: str, text: str) -> None:
    assert html.text(page(content)).text == text


def test_regions_tell_the_article_from_what_stands_around_it() -> None:
    found = html.text(
        page(
            "<header><a>Desk</a></header><nav>World 24</nav><main><h1>The toll</h1> <p>1,400 killed</p><table><caption>By area</caption>"
            "<tr><td>Gaza<td>11,078</table></main><aside>Live: 1,200</aside><div role=navigation>More</div><footer>© 2023</footer>"
        )
    )
    regions = [(region.kind, found.text[region.start : region.end]) for region in found.regions]

    assert regions == [
        ("header", "Desk"), ("nav", "World 24"), ("main", "The toll\n1,400 killed\nBy area\nGaza\t11,078"), ("heading", "The toll"),
        ("table", "By area\nGaza\t11,078"), ("caption", "By area"), ("aside", "Live: 1,200"), ("nav", "More"), ("footer", "© 2023"),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["", "<!-- x -->", "<!DOCTYPE html>"])
def test_a_page_without_elements_is_empty(content: str) -> None:
    with pytest.raises(Unreadable):
        html.text(page(content))


ABOUT = """<html lang="id"><head><title>Korban | Warta</title><meta property="og:title" content=" Korban bertambah ">
<meta name="author" content="Ani"><meta property="og:site_name" content="Warta"><link rel="canonical" href="https://warta.test/1">
<meta property="article:published_time" content="2023-10-27T09:00:00+07:00"><meta property="og:updated_time" content="2023-10-28"></head><body>x"""
LINKED = """<title>t</title><script type="application/ld+json">[{"@type": "WebSite", "name": "no"}, {"@graph": [{"@type": ["NewsArticle"],
"headline": "Toll rises", "datePublished": "2023-11-10T08:00:00Z", "dateModified": "soon", "author": [{"name": "A"}, "B", {"x": 1}],
"publisher": {"name": "Desk"}}]}]</script><p>x"""


def test_what_a_page_says_about_itself() -> None:
    about = html.text(page(ABOUT))

    assert (about.title, about.author, about.outlet, about.language) == ("Korban bertambah", "Ani", "Warta", "id")
    assert (about.published, about.modified) == ("2023-10-27T09:00:00+07:00", "2023-10-28")
    assert about.canonical == "https://warta.test/1"


def test_linked_data_comes_first() -> None:
    about = html.text(page(LINKED))

    assert (about.title, about.author, about.outlet) == ("Toll rises", "A, B", "Desk")
    assert (about.published, about.modified) == ("2023-11-10T08:00:00+00:00", None)


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[" * 5000,
        "null",
        '"x"',
        '{"@type": 5}',
        '{"@type":"NewsArticle","headline":7,"author":{"name":{}}}',
        '{"@graph":{}}',
    ],
)
def test_broken_linked_data_does_no_harm(data: str) -> None:
    about = html.text(page(f'<title>t</title><script type="application/ld+json">{data}</script><p>x'))

    assert (about.title, about.author, about.text) == ("t", None, "x")


TABLES = """<table><caption>Injured</caption><tr><th>Area<th>10 Nov<tr><td>Gaza<td>27,490</table>
<table><caption>Killed</caption><thead><tr><th rowspan=2>Area<th colspan=2>Killed<th rowspan=2>10 Nov<tr><th>All<th>Children</thead>
<tr><td>Gaza<td>11,078<td>4,506<td>x</tr><tr><td>West Bank<td colspan=2>183<td>y</tr></table><table><tr><td>Missing:<td>2,650</table>"""


@pytest.mark.parametrize(
    ("locator", "values"),
    [
        ("table:row=Gaza;column=Children", ["4,506"]),
        ("table:row=Gaza;column=Killed>All", ["11,078"]),
        ("table:row=Gaza;column=10 Nov", ["27,490", "x"]),
        ("table:table=1;row=Gaza;column=10 Nov", ["27,490"]),
        ("table:table=Injured;row=Gaza;column=10 Nov", ["27,490"]),
        ("table:table=#2;row=Gaza;column=10 Nov", ["x"]),
        ("table:row=West Bank;column=Children", ["183"]),
        ("table:row=Missing", ["2,650"]),
        ("table:table=4;row=Gaza;column=10 Nov", []),
        ("table:table=Hurt;row=Gaza;column=10 Nov", []),
        ("table:row=Lebanon;column=Children", []),
    ],
)
def test_cells_of_tables(locator: str, values: list[str]) -> None:
    assert [cell.text for cell in html.find(page(TABLES), parse_locator(locator)).cells] == values


def test_a_cell_knows_its_place_and_names() -> None:
    cell = html.find(page(TABLES), parse_locator("table:row=Gaza;column=Children")).cells[0]

    assert (cell.place, cell.labels, cell.number) == ("table 2, row 3, column 3", ("Killed", "Gaza", "Children"), None)


@pytest.mark.parametrize(
    ("locator", "reason"),
    [
        ("table:table=9;row=a", "no_table"),
        ("table:row=Gaza;column=Nope", "no_column"),
        ("table:row=Nope;column=10 Nov", "no_row"),
    ],
)
def test_nothing_found_has_a_reason(locator: str, reason: str) -> None:
    assert html.find(page(TABLES), parse_locator(locator)).reason == reason


def test_a_table_inside_a_table_is_read_once_in_its_own_right() -> None:
    nested = "<table><tr><td>x<td><table><tr><td>Killed<td>1,400</table></table>"
    cells = html.find(page(nested), parse_locator("table:table=2;row=Killed")).cells

    assert [cell.text for cell in cells] == ["1,400"]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("<title>Toll rises | The Daily</title><h1>The Daily</h1><h1>Toll  rises</h1>", "Toll rises"),
        ("<title>Toll rises | The Daily</title><h1></h1><h1>Toll  rises</h1>", "Toll rises"),
        ("<title>Toll rises | The Daily</title><h1>Another line</h1>", "Toll rises | The Daily"),
        ("<title>Toll rises</title>", "Toll rises"),
    ],
)
def test_the_outlets_name_is_no_part_of_the_title(content: str, title: str) -> None:
    assert html.text(page(f"{content}<p>x")).title == title
