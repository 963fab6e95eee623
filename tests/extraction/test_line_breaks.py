import pytest

from claims.extraction.language import load
from claims.extraction.line_breaks import trimmed_lines
from claims.extraction.lines import marks_of

LONG = "Warga yang tinggal di tepi sungai itu diminta mengungsi ke balai desa sejak pagi karena air terus naik."

CASES = [
    ("id", f"Pemkot menutup jembatan di\nKali Garang\nsejak kemarin.\n{LONG}", 2),
    ("id", f"Jembatan itu dibangun\nPT Karya\n, perusahaan kota.\n{LONG}", 2),
    ("id", f"KOTABARU, PORTAL.com\n-\nHarun Salim\n(51) menolak pindah.\n{LONG}", 2),
    ("id", f"Kami menunggu (\nrapid test\n) sampai sore,\nKata Pengantar\nitu belum ada.\n{LONG}", 2),
    ("id", f"{LONG}\nKronologi\n{LONG}", 3),
    ("id", f"{LONG}\nBaca juga\nbanjir di hulu\n{LONG}", 4),
    ("id", f"Harga dijelaskan oleh\nEditor: Siti\n{LONG}", 3),
    ("en", "The plant was bought by\nAcme Steel\nin the spring.\nIt will reopen.", 2),
    ("en", "Storm closes port\nMary Hill\nThe port was closed on Friday.", 3),
    ("en", "Storm closes port\n2 days ago 5 comments\nadd your view\nThe port was closed on Friday.", 4),
    ("en", "Storm closes port\nabout 4 hours ago by Ann Hill 12 comments\nThe port was closed on Friday.", 3),
    ("en", "The town\n\nmakes more\n\nmoney off\n\nof its\n\nroads.\n\nIt will last.", 2),
    ("en", "Kilby council to mend its bridges\n\nby Ann Hill\n\nphoto\n\nIt will last.", 4),
    ("en", "The toll rose to\n45\nafter the storm.\nThe port was closed.", 2),
]


@pytest.mark.parametrize(("code", "text", "count"), CASES)
def test_broken_lines_are_one(code: str, text: str, count: int) -> None:
    lines = trimmed_lines(text, marks_of(load(code)))
    assert len(lines) == count, [text[start:end] for start, end in lines]


MAIL = """Repairs on the bridge
Councillors said on Monday that the old bridge is kept by a firm named
Elm Roads, which has 12 workers there. It was built in 1950 and carries
4,500 cars on a usual day of the week.

Nobody was hurt on Sunday, when two cars hit each other at the end near
Tay Street. The council votes in May, and the work will last two years.
"""


def test_lines_of_a_mail_are_joined_where_they_are_full() -> None:
    lines = trimmed_lines(MAIL, marks_of(load("en")))
    assert [MAIL[start:end][:9] for start, end in lines] == ["Repairs o", "Councillo", "Nobody wa"]
    loose = MAIL.replace("\n\n", "\n")
    assert len(trimmed_lines(loose, marks_of(load("en")))) > len(lines)


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x85", "\u2028"])
def test_every_sign_that_parts_lines_does(separator: str) -> None:
    text = f"{LONG}{separator}{separator} {LONG}"
    lines = trimmed_lines(text, marks_of(load("id")))
    assert [text[start:end] for start, end in lines] == [LONG, LONG]
