"""R17: charset labels lie; a number is read right, or the reading is marked uncertain. Never a wrong one in silence."""

from __future__ import annotations

import pytest

from claims.readers.charsets import decode

NBSP = "\u00a0"
INDONESIAN = f"<p>Sekitar 1.400 orang tewas – kata “Dr. Ali” – kerugian Rp{NBSP}2,5 triliun (12½ persen).</p>"
FRENCH = f"<p>Le bilan s’élève à 1{NBSP}400 morts et 27{NBSP}490 blessés, soit 3,5{NBSP}% des habitants de l’île.</p>"
GERMAN = "<p>Über 7.028 Menschen wurden getötet, für 1.234,50 € Hilfsgüter – „größte Not“.</p>"
POLISH = f"<p>Zginęło 1{NBSP}400 osób, a 27{NBSP}490 zostało rannych – powiedział „świadek” w Łodzi.</p>"
TURKISH = "<p>En az 7.028 kişi öldü, 17.439 kişi yaralandı; İçişleri Bakanlığı açıkladı.</p>"
RUSSIAN = f"<p>Погибли 1{NBSP}400 человек, ранены 27{NBSP}490, сообщило министерство здравоохранения в пятницу.</p>"
ARABIC = "<p>قتل 1400 شخص وأصيب 27490 آخرون بحسب وزارة الصحة يوم الجمعة.</p>"
JAPANESE = "<p>死者は1,400人、負傷者は27,490人に上ったと保健省が金曜日に発表した。</p>"
PLAIN = "<p>At least 1,400 people were killed and 27,490 were injured.</p>"
CASES = [
    # text, how it is really encoded, what the header says, what the page says
    (INDONESIAN, "utf-8", "utf-8", None),
    (INDONESIAN, "utf-8", None, None),
    (INDONESIAN, "utf-8", "iso-8859-1", None),
    (INDONESIAN, "utf-8", None, "windows-1252"),
    (INDONESIAN, "utf-8-sig", "iso-8859-1", None),
    (INDONESIAN, "cp1252", "utf-8", None),
    (INDONESIAN, "cp1252", "utf-8", "utf-8"),
    (INDONESIAN, "cp1252", None, "utf-8"),
    (INDONESIAN, "cp1252", "iso-8859-1", None),
    (INDONESIAN, "cp1252", "us-ascii", None),
    (INDONESIAN, "cp1252", None, None),
    (INDONESIAN, "utf-16", None, None),
    (INDONESIAN, "utf-16-le", None, None),
    (INDONESIAN, "utf-16-be", None, None),
    (INDONESIAN, "utf-16-le", "utf-8", None),
    (INDONESIAN, "utf-16-le", "utf-16", "utf-8"),
    (FRENCH, "utf-8", "iso-8859-1", None),
    (FRENCH, "utf-8", None, None),
    (FRENCH, "cp1252", "utf-8", None),
    (FRENCH, "cp1252", "iso-8859-15", None),
    (FRENCH, "cp1252", None, None),
    (FRENCH, "iso-8859-15", "iso-8859-15", None),
    (FRENCH, "utf-16-be", "iso-8859-1", None),
    (GERMAN, "cp1252", "utf-8", None),
    (GERMAN, "cp1252", None, "iso-8859-1"),
    (GERMAN, "cp1252", None, None),
    (GERMAN, "utf-8", "windows-1250", None),
    (POLISH, "cp1250", "windows-1250", None),
    (POLISH, "cp1250", None, "windows-1250"),
    (POLISH, "cp1250", "utf-8", None),
    (POLISH, "iso-8859-2", "iso-8859-2", None),
    (TURKISH, "cp1254", "windows-1254", None),
    (TURKISH, "cp1254", "utf-8", None),
    (RUSSIAN, "cp1251", "windows-1251", None),
    (RUSSIAN, "cp1251", "utf-8", None),
    (RUSSIAN, "koi8-r", "koi8-r", None),
    (ARABIC, "cp1256", "windows-1256", None),
    (ARABIC, "cp1256", "utf-8", None),
    (JAPANESE, "shift_jis", "shift_jis", None),
    (JAPANESE, "euc_jp", None, "euc-jp"),
    (JAPANESE, "iso2022_jp", "iso-2022-jp", None),
    (JAPANESE, "shift_jis", "utf-8", None),
    (PLAIN, "ascii", "utf-16", None),
    (PLAIN, "ascii", "no-such-charset", "idna"),
    (PLAIN, "ascii", "utf-7", None),
    (PLAIN, "utf-32-le", None, None),
]
NUMBERS = (
    "1.400",
    "1,400",
    f"1{NBSP}400",
    "7.028",
    "1400",
    "27,490",
    f"27{NBSP}490",
    "27490",
    "17.439",
    "1.234,50 €",
    "2,5 triliun",
    "12½",
    "3,5",
)


def page(text: str, real: str, inner: str | None) -> bytes:
    meta = f'<meta charset="{inner}">' if inner else ""
    encodable = text.replace("½", "1/2") if real in {"iso-8859-2", "cp1250"} else text
    if real in {"iso-8859-2", "iso-8859-15"}:
        for fancy, plain in (("–", "-"), ("„", '"'), ("”", '"'), ("’", "'")):
            encodable = encodable.replace(fancy, plain)
    return f"<html><head>{meta}<title>x</title></head><body>{encodable}</body></html>".encode(real)


def truths(text: str, real: str) -> list[str]:
    return [number for number in NUMBERS if number in text and not (number == "12½" and real == "iso-8859-2")]


@pytest.mark.parametrize(("text", "real", "header", "inner"), CASES)
def test_no_number_is_misread_in_silence(text: str, real: str, header: str | None, inner: str | None) -> None:
    found = decode(page(text, real, inner), header)

    assert all(number in found.text for number in truths(text, real)) or found.uncertain


def test_nearly_all_are_read_right() -> None:
    right = sum(
        all(number in decode(page(text, real, inner), header).text for number in truths(text, real))
        for text, real, header, inner in CASES
    )
    sure = sum(not decode(page(text, real, inner), header).uncertain for text, real, header, inner in CASES)

    assert len(CASES) >= 40
    assert right >= len(CASES) - 1
    assert sure >= len(CASES) * 3 // 4


def test_a_mixed_page_is_read_and_marked() -> None:
    body = FRENCH.encode() * 3 + FRENCH.encode("cp1252")
    found = decode(body, "utf-8")

    assert found.text == FRENCH * 4
    assert found.uncertain


@pytest.mark.parametrize(
    ("body", "declared", "text", "charset", "uncertain"),
    [
        (b"1,400", None, "1,400", "ascii", False),
        (b"", None, "", "ascii", False),
        (b"\xef\xbb\xbf1,400", "cp1252", "1,400", "utf-8", False),
        (b"\x801\xa0400\x81", "iso-8859-1", "€1\xa0400\x81", "cp1252", False),
        (b"caf\xc3\xa9", "utf-8", "café", "utf-8", False),
        (b"<meta charset=utf-16>1,400\xe9", None, "<meta charset=utf-16>1,400é", "cp1252", False),
        (b"caf\xc3\xa9 \xed\xa0\x80", "utf-8", "café \ud800", "utf-8", True),
        (b"\xed\xa0\xbd\xed\xb1\xa7 7", None, "\U0001f467 7", "utf-8", True),
        (b"\xff\xfe7\x00\x00\xd8", None, "7\ud800", "utf-16-le", False),
        (b"\xed\xa0\x80 \xe9", "cp1252", "\u00ed\u00a0\u20ac \u00e9", "cp1252", False),
        (
            b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>',
            None,
            '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>',
            "cp1252",
            False,
        ),
    ],
)
def test_a_body_is_decoded_by_what_it_says_and_what_it_is(
    body: bytes, declared: str | None, text: str, charset: str, uncertain: bool
) -> None:
    found = decode(body, declared)

    assert (found.text, found.charset, found.uncertain) == (text, charset, uncertain)


@pytest.mark.parametrize(
    "body",
    [b"\xff\xfe\x00", b"\x00" * 9, b"\xfe\xff\xd8", b"\x1b$B\xff", bytes(range(256)) * 4, b"\xff" * 1000, b"+ADw-"],
)
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "utf-7", "rot13", "hex", "base64", "punycode", "zlib", "\x00", "x" * 1000]
)
def test_no_bytes_make_decoding_fail(body: bytes, declared: str | None) -> None:
    assert isinstance(decode(body, declared).text, str)
