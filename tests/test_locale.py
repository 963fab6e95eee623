"""Every visible word is translated, and what Django reads is what people edit."""

import re
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from claims.extraction.language import load

ROOT = Path(__file__).parent.parent
CATALOGUE = polib.pofile(str(ROOT / "locale" / "id" / "LC_MESSAGES" / "django.po"))
PLACES = re.compile(r"%(?:\((\w+)\))?[sd]")


def test_the_catalogues_are_complete_and_compiled():
    """`make messages` collects new words; whoever adds one translates it."""
    told = subprocess.run(
        [sys.executable, "locale/update.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("entry", [entry for entry in CATALOGUE if PLACES.search(entry.msgid)], ids=lambda e: e.msgid)
def test_a_translation_has_the_places_of_its_source(entry):
    for said in [entry.msgstr, *entry.msgstr_plural.values()]:
        assert not said or sorted(PLACES.findall(said)) == sorted(PLACES.findall(entry.msgid))


@pytest.mark.parametrize(
    ("table", "code", "name"),
    [
        ("events", "killed", "tewas"),
        ("events", "damaged", "rusak"),
        ("events", "affected", "terdampak"),
        ("events", "injured", "luka"),
        ("units", "percent", "persen"),
    ],
)
def test_the_first_word_of_a_list_is_the_name_that_the_desk_shows(table, code, name):
    """Whoever adds a word that only headlines have adds it behind."""
    assert load("id").tables[table][code][0] == name


@pytest.mark.parametrize(("language", "says"), [("en", "Nothing is here"), ("id", "Tidak ada apa-apa di sini")])
def test_an_error_page_says_in_which_language_it_is(client, language, says):
    page = client.get("/nowhere/", headers={"Accept-Language": language}).content.decode()
    assert says in page
    assert f'<html lang="{language}">' in page
