"""S5: files made to hang, swell or crash whoever reads them. Generated, never stored."""

from __future__ import annotations

import gzip
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable

MEGABYTE = 1024 * 1024
Bomb = tuple[str, str, Callable[[], bytes]]
SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    "</Types>"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{RELATION}/%s" Target="%s"/></Relationships>'


def workbook(parts: dict[str, bytes]) -> bytes:
    """An XLSX file, its usual parts replaced by those given."""
    usual = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "_rels/.rels": (RELATIONS % ("officeDocument", "xl/workbook.xml")).encode(),
        "xl/_rels/workbook.xml.rels": (RELATIONS % ("worksheet", "worksheets/sheet1.xml")).encode(),
        "xl/workbook.xml": f'<workbook {SPREADSHEET} xmlns:r="{RELATION}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/sharedStrings.xml": f"<sst {SPREADSHEET}/>".encode(),
        SHEET: f'<worksheet {SPREADSHEET}><sheetData><row r="1"><c r="A1"><v>1400</v></c></row></sheetData></worksheet>'.encode(),
    }
    return packed(usual | parts)


def document(body: str, parts: dict[str, bytes] | None = None, declared: str = "") -> bytes:
    """A Word file with this XML in its body (prefix w), behind what is declared, and beside other parts."""
    usual = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "_rels/.rels": (RELATIONS % ("officeDocument", "word/document.xml")).encode(),
        "word/document.xml": f'{declared}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'.encode(),
    }
    return packed(usual | (parts or {}))


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP archive of these parts. It tells no time of its making: bytes name the tests that take them, and test processes must
    agree on the names."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def sheet(rows: str) -> bytes:
    return workbook({SHEET: f"<worksheet {SPREADSHEET}>{rows}</worksheet>".encode()})


def pdf(*objects: bytes) -> bytes:
    """A PDF whose objects are numbered from 1; the first is the catalogue."""
    body = b"%PDF-1.7\n"
    for number, content in enumerate(objects, 1):
        body += b"%d 0 obj %s endobj\n" % (number, content)
    return body + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def page_with(content: bytes, entries: bytes = b"") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>",
        stream(content, entries),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"),
    )


def deflated(content: bytes, times: int) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content


def entities(depth: int, width: int) -> str:
    levels = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * width}">' for i in range(depth))
    return f'<!DOCTYPE x [<!ENTITY e0 "1400 people killed">{levels}]>'


def html_bombs() -> Iterable[Bomb]:
    shapes = {
        "attributes": lambda: "<a " + " ".join(f"a{i}=1" for i in range(125_000)) + ">1,400",
        "attributes without values": lambda: "<a " + " ".join(f"a{i}" for i in range(125_000)) + ">1,400",
        "attributes with brackets": lambda: "<a " + " ".join(f"a{i}='<'" for i in range(90_000)) + ">1,400",
        "attributes with closing brackets": lambda: "<a " + " ".join(f'a{i}=">"' for i in range(90_000)) + ">1,400",
        "attributes apart by slashes": lambda: "<a/" + "/".join(f"a{i}" for i in range(125_000)) + ">1,400",
        "the same attribute": lambda: "<a " + "x=1 " * 200_000 + ">1,400",
        "attributes on a tag that never ends": lambda: "<a " + " ".join(f"a{i}=1" for i in range(125_000)),
        "nested div": lambda: "<div>" * 150_000 + "1,400",
        "nested b": lambda: "<b>" * 150_000 + "1,400",
        "nested table": lambda: "<table><tr><td>" * 60_000 + "1,400",
        "nested closed": lambda: "<div>" * 50_000 + "1,400" + "</div>" * 50_000,
        "nested font and p": lambda: "<font><p>" * 60_000 + "1,400",
        "nested a": lambda: "<a href=x>" * 100_000 + "1,400",
        "nested ul li": lambda: "<ul><li>" * 90_000 + "1,400",
        "nested form": lambda: "<form><div>" * 90_000 + "1,400",
        "nested svg": lambda: "<svg>" * 150_000 + "1,400",
        "misnested": lambda: "<b><i><u>" * 30_000 + "</b></i></u>" * 30_000 + "1,400",
        "tags": lambda: "<br>" * 300_000 + "1,400",
        "open brackets": lambda: "<" * 3_000_000,
        "closing tags": lambda: "</p>" * 250_000,
        "comments never closed": lambda: "<!--" * 1_000_000,
        "declarations": lambda: "<!DOCTYPE " * 190_000,
        "instructions": lambda: "<?" * 190_000,
        "cdata": lambda: "<![CDATA[" * 190_000,
        "entities in text": lambda: "&lt;" * 1_200_000,
        "numeric entities": lambda: "&#99999999999;" * 300_000,
        "entity declarations": lambda: entities(9, 10) + "<p>&e9;</p>",
        "quotes never closed": lambda: '<a b="' * 150_000,
        "alternating quotes": lambda: "<a b=\"'><c d='\">" * 90_000,
        "six megabytes": lambda: "<p>1,400 people</p>" * 320_000,
        "spans of cells": lambda: "<table>" + ("<tr>" + "<td rowspan=65534 colspan=1000>1" * 50) * 50 + "</table>",
        "many tables": lambda: "<table><tr><td>1</table>" * 40_000,
        "table of many cells": lambda: "<table>" + "<tr><td>1<td>2" * 60_000,
        "long name": lambda: "<" + "a" * 4_000_000 + ">",
        "script never closed": lambda: "<script>" + "<" * 190_000,
        "linked data nested": lambda: '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>x",
        "metas": lambda: "<meta name=a content=b>" * 150_000,
        "select options": lambda: "<select>" + "<option>1" * 150_000,
        "zero bytes": lambda: "<p>1" + "\0" * 1_000_000,
        "iframes": lambda: "<iframe><div>" * 90_000,
        "paragraphs in buttons": lambda: "<button><p>" * 90_000,
        "frames": lambda: "<frameset>" * 100_000,
    }
    for name, shape in shapes.items():
        yield f"html: {name}", "text/html", lambda shape=shape: shape().encode()


def json_bombs() -> Iterable[Bomb]:
    shapes = {
        "lists": lambda: "[" * 200_000,
        "closed lists": lambda: "[" * 100_000 + "]" * 100_000,
        "objects": lambda: '{"a":' * 200_000,
        "closed objects": lambda: '{"a":' * 100_000 + "1" + "}" * 100_000,
        "number of a million digits": lambda: '{"killed": ' + "9" * 1_000_000 + "}",
        "NaN": lambda: '{"killed": NaN}',
        "Infinity": lambda: '{"killed": -Infinity}',
        "many keys": lambda: "{" + ",".join(f'"k{i}":{i}' for i in range(400_000)) + "}",
        "the same key": lambda: "{" + ",".join(f'"k":{i}' for i in range(600_000)) + "}",
        "long path": lambda: '{"' + "k" * 4000 + '":[' * 900 + ",".join(["1"] * 2000) + "]}" * 900,
        "open string": lambda: '{"a": "' + "\\u0031" * 1_000_000,
        "lone surrogates": lambda: '{"a": "' + "\\ud800" * 500_000 + '"}',
        "many empty lists": lambda: "[" + "[]," * 2_000_000 + "[]]",
    }
    for name, shape in shapes.items():
        yield f"json: {name}", "application/json", lambda shape=shape: shape().encode()


def csv_bombs() -> Iterable[Bomb]:
    shapes = {
        "quote never closed": lambda: 'a,b\n"' + "x" * 5_000_000,
        "one long line": lambda: "a," * 3_000_000,
        "quotes": lambda: '"' * 5_000_000,
        "many rows": lambda: "a,b\n" * 500_000,
        "long field": lambda: "a,b\n" + "1" * 4_000_000 + ",2\n",
        "zero bytes": lambda: "a,b\n1,\0\n",
    }
    for name, shape in shapes.items():
        yield f"csv: {name}", "text/csv", lambda shape=shape: shape().encode()


def xlsx_bombs() -> Iterable[Bomb]:
    row = '<row r="{}"><c r="A{}" t="inlineStr"><is><t>{}</t></is></c></row>'
    shapes = {
        "unpacks to 60 MB": lambda: sheet("<sheetData>" + row.format(1, 1, "x" * 2000) * 30_000 + "</sheetData>"),
        "unpacks to 256 MB of zeros": lambda: zeros(256),
        "unpacks to 40 MB of blanks": lambda: sheet(" " * (40 * MEGABYTE)),
        "entities in the sheet": lambda: workbook(
            {SHEET: f"{entities(9, 10)}<worksheet {SPREADSHEET}>&e9;</worksheet>".encode()}
        ),
        "entities in UTF-16": lambda: workbook(
            {SHEET: f"{entities(9, 10)}<worksheet {SPREADSHEET}>&e9;</worksheet>".encode("utf-16")}
        ),
        "entities in the strings": lambda: workbook(
            {"xl/sharedStrings.xml": f"{entities(9, 10)}<sst {SPREADSHEET}>&e9;</sst>".encode()}
        ),
        "external entity": lambda: workbook(
            {SHEET: b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'}
        ),
        "many parts": lambda: workbook({f"xl/extra{i}.xml": b"<a/>" for i in range(5000)}),
        "far columns": lambda: sheet(
            "<sheetData>"
            + "".join(f'<row r="{i}"><c r="XFD{i}"><v>1</v></c></row>' for i in range(1, 3000))
            + "</sheetData>"
        ),
        "far row": lambda: sheet('<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
        "row numbers beyond": lambda: sheet(
            '<sheetData><row r="999999999999"><c r="A999999999999"><v>1</v></c></row></sheetData>'
        ),
        "dimension lies": lambda: sheet('<dimension ref="A1:XFD1048576"/><sheetData/>'),
        "nested elements": lambda: sheet("<a>" * 200_000),
        "number of a million digits": lambda: sheet(
            f'<sheetData><row r="1"><c r="A1"><v>{"9" * 1_000_000}</v></c></row></sheetData>'
        ),
        "exponent": lambda: sheet('<sheetData><row r="1"><c r="A1"><v>1e400</v></c></row></sheetData>'),
        "truncated": lambda: workbook({})[:-100],
        "sizes lie": lambda: lying(workbook({SHEET: b" " * (20 * MEGABYTE)})),
        "attributes": lambda: sheet("<sheetData " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/>"),
        "workbook that is a picture": lambda: workbook({"xl/workbook.xml": b"\x89PNG" * 1000}),
    }
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    for name, shape in shapes.items():
        yield f"xlsx: {name}", media, shape


CELL = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
WIDE = CELL.replace("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val='99999'/><w:vMerge w:val='continue'/></w:tcPr>")
EMPTY = "<w:tc><w:p/></w:tc>"


def tabled(body: str) -> bytes:
    """A Word file with these tables, beside a picture for which it is none that unpacks to many times its size."""
    return document(body, {"word/media/image1.png": random.Random(1).randbytes(MEGABYTE // 2)})


def docx_bombs() -> Iterable[Bomb]:
    said = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    shapes = {
        "unpacks to 60 MB": lambda: document(said.format("x" * 2000) * 30_000),
        "unpacks to 40 MB of blanks": lambda: document(" " * (40 * MEGABYTE)),
        "too much text": lambda: document(
            said.format("".join(f"{n} people " for n in range(50_000))) * 8,
            {"word/a.bin": random.Random(1).randbytes(MEGABYTE)},
        ),
        "entities": lambda: document(said.format("&e9;"), declared=entities(9, 10)),
        "entities in UTF-16": lambda: document(
            "", {"word/document.xml": f"{entities(9, 10)}<a>&e9;</a>".encode("utf-16")}
        ),
        "entities in the properties": lambda: document("", {"docProps/core.xml": entities(9, 10).encode()}),
        "external entity": lambda: document(
            said.format("&e;"), declared='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        ),
        "many parts": lambda: document(said.format("x"), {f"word/extra{i}.xml": b"<a/>" for i in range(5000)}),
        "nested tables": lambda: document("<w:tbl><w:tr><w:tc>" * 60_000),
        "nested paragraphs": lambda: document("<w:p>" * 200_000),
        "truncated": lambda: document(said.format("1400"))[:-100],
        "sizes lie": lambda: lying(document(" " * (20 * MEGABYTE))),
        "body that is a picture": lambda: document("", {"word/document.xml": b"\x89PNG" * 1000}),
        "locked": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        "attributes": lambda: document("<w:p " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/>"),
        "table of many cells": lambda: tabled("<w:tbl>" + ("<w:tr>" + CELL * 2 + "</w:tr>") * 120_000 + "</w:tbl>"),
        "many tables": lambda: tabled(f"<w:tbl><w:tr>{CELL}</w:tr></w:tbl>" * 40_000),
        "spans of cells": lambda: tabled(f"<w:tbl>{f'<w:tr>{WIDE * 50}</w:tr>' * 300}</w:tbl>"),
        "rows that begin far": lambda: tabled(
            "<w:tbl>" + f"<w:tr><w:trPr><w:gridBefore w:val='99999'/></w:trPr>{CELL}</w:tr>" * 9000 + "</w:tbl>"
        ),
        "empty cells": lambda: tabled(f"<w:tbl>{f'<w:tr>{EMPTY * 300_000}</w:tr>'}</w:tbl>"),
    }
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    for name, shape in shapes.items():
        yield f"docx: {name}", media, shape


def zeros(megabytes: int) -> bytes:
    """A workbook whose sheet says, and is, that many megabytes of zeros; packed once, never unpacked here."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = bytes(MEGABYTE)
    packed = b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
    crc = 0
    for _ in range(megabytes):
        crc = zlib.crc32(piece, crc)
    name = SHEET.encode()
    sizes = struct.pack("<III", crc, len(packed), megabytes * MEGABYTE)
    local = struct.pack("<4sHHHHH", b"PK\x03\x04", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0) + name
    base = workbook({})
    directory = struct.unpack("<I", base[-6:-2])[0]
    entry = struct.pack("<4sHHHHHH", b"PK\x01\x02", 20, 20, 0, 8, 0, 33) + sizes
    entry += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, directory) + name
    central = base[directory:-22] + entry
    count = struct.unpack("<H", base[-12:-10])[0] + 1
    start = directory + len(local) + len(packed)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(central), start, 0)
    return base[:directory] + local + packed + central + end


def lying(archive: bytes) -> bytes:
    """The archive with every size in its directory set to ten bytes."""
    content = bytearray(archive)
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 24 : place + 28] = struct.pack("<I", 10)
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)


def pdf_bombs() -> Iterable[Bomb]:
    many = b"".join(b"%d 0 R " % n for n in range(3, 6_000))
    shapes = {
        "nested Flate": lambda: page_with(
            deflated(bytes(100 * MEGABYTE), 3), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]"
        ),
        "Flate of 300 MB": lambda: page_with(deflated(b"(1) Tj " * (40 * MEGABYTE), 1), b"/Filter/FlateDecode"),
        "a thousand filters": lambda: page_with(b"x", b"/Filter[" + b"/FlateDecode" * 100_000 + b"]"),
        "LZW": lambda: page_with(b"\x80" * MEGABYTE, b"/Filter/LZWDecode"),
        "run lengths": lambda: page_with(b"\x81(" * (4 * MEGABYTE), b"/Filter/RunLengthDecode"),
        "predictor": lambda: page_with(
            deflated(bytes(MEGABYTE), 1),
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32>>",
        ),
        "forms that draw themselves": lambda: page_with(b"/X Do " * 1000),
        "pages that hold each other": lambda: pdf(
            b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>"
        ),
        "thousands of pages": lambda: pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 6000/Kids[" + many + b"]>>",
            *[b"<</Type/Page/Parent 2 0 R>>"] * 5_997,
        ),
        "nested lists": lambda: page_with(b"[" * 2_000_000 + b"] TJ"),
        "nested dictionaries": lambda: pdf(b"<</Type/Catalog/Pages" + b"<</A" * 300_000),
        "saved states": lambda: page_with(b"BT /F 9 Tf (1) Tj ET " + b"q " * 3_000_000),
        "text without end": lambda: page_with(b"BT /F 9 Tf " + b"(1400 people) Tj " * 400_000 + b"ET"),
        "damaged table": lambda: (
            b"%PDF-1.7\nxref\n0 99999999\n"
            + b"0000000000 65535 f \n" * 100
            + b"trailer<</Root 1 0 R>>startxref\n9\n%%EOF"
        ),
        "previous tables in a circle": lambda: (
            b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"
        ),
        "objects in a circle": lambda: pdf(b"2 0 R", b"3 0 R", b"1 0 R"),
        "big box": lambda: page_with(b"BT /F 1e30 Tf 1e30 0 0 1e30 0 0 Tm (1400) Tj ET"),
        "cut": lambda: page_with(b"BT (1400) Tj ET")[:120],
        "only a head": lambda: b"%PDF-1.7" + b"\n" * 5_000_000,
        "locked": lambda: pdf(b"<</Type/Catalog>>").replace(
            b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 5/R 6/O()/U()/P 0>>"
        ),
    }
    for name, shape in shapes.items():
        yield f"pdf: {name}", "application/pdf", shape


def other_bombs() -> Iterable[Bomb]:
    yield "text: six million letters", "text/plain", lambda: b"a" * 6_000_000
    yield "text: zero bytes", "text/plain", lambda: b"\0a\0\0b" * 100
    yield "text: twenty megabytes", "text/plain", lambda: b"1,400 people " * (20 * MEGABYTE // 13)
    yield "gzip in gzip", "text/plain", lambda: gzip.compress(gzip.compress(bytes(20 * MEGABYTE)))
    yield "zip", "text/csv", lambda: zeros(1)[:1000] + b"x"
    yield "feed with entities", "application/rss+xml", (entities(9, 10) + "<rss>&e9;</rss>").encode
    yield "broken utf-8", "text/html", lambda: b"<p>" + b"\xf0\x9f" * 1_000_000
    yield "utf-16 that is none", "text/plain", lambda: b"\xff\xfe" + b"\x00\xd8" * 500_000
    yield (
        "json in utf-32",
        "application/json",
        lambda: b"\xff\xfe\x00\x00" + json.dumps([1] * 10).encode("utf-32-le") + b"\x01",
    )
    yield "shift states", "text/plain", lambda: b"\x1b$B" * 500_000
    yield "white space", "text/html", lambda: b" " * 5_000_000


def all_bombs() -> list[Bomb]:
    return [*html_bombs(), *json_bombs(), *csv_bombs(), *xlsx_bombs(), *docx_bombs(), *pdf_bombs(), *other_bombs()]
