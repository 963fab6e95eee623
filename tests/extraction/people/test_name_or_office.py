import pytest

from claims.extraction.people.name_or_office import is_name, is_office, is_role
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Andri Firmansah", True, False),
        ("Hari Subekti", True, False),
        ("Senin", False, False),
        ("Jawa Barat", False, False),
        ("R-Ky", False, False),
        ("Ketua PWNU Jawa Timur", False, True),
        ("kuasa hukum terdakwa", False, True),
    ],
)
def test_names_and_roles(text: str, name: bool, role: bool) -> None:
    frame = plain_frame("id", text)
    assert is_name(frame, 0, len(frame.lows)) is name
    assert not name or is_role(frame, 0, len(frame.lows)) is role


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "Kepala Dinas Sosial", True),
        ("en", "The chief executive of the firm", True),
        ("en", "The report", False),
        ("en", "Two days after the crash", False),
    ],
)
def test_offices(code: str, text: str, wanted: bool) -> None:
    frame = plain_frame(code, text)
    assert is_office(frame, 0, len(frame.lows)) is wanted
