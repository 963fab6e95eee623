"""Adding an article: by text, file or address; every bad input is told in words and keeps what was typed."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from claims.admin.adding import WORD, AddArticleForm
from claims.extraction import available
from claims.models import Article, Job, Outlet
from claims.services import articles, jobs
from tests.factories import TEXT
from tests.sandbox.bombs import document

ADD = "admin:claims_article_add"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def add(client, **data):
    return client.post(reverse(ADD), data)


def told(answer) -> str:
    assert answer.status_code == 422
    return answer.content.decode()


def a_file(data: bytes, name: str = "article.txt", kind: str = "text/plain") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type=kind)


def test_a_pasted_text_is_kept_exactly_and_its_extraction_asked_for(desk):
    text = "  Sebanyak 12 orang tewas.\r\n\r\n“Ya,” katanya. 🚚 "
    answer = add(desk, text=text, outlet="Harian Contoh", published="2023-10-27T09:12")
    article = Article.objects.get()
    assert answer.url == reverse("admin:claims_article_desk", args=(article.pk,))
    assert article.current.text == text.replace("\r\n", "\n")
    assert article.language == "id"
    assert article.published_at == datetime(2023, 10, 27, 2, 12, tzinfo=UTC)
    assert article.zone == "Asia/Jakarta"
    assert Job.objects.get().article == article


def test_a_known_outlets_zone_is_its_articles(desk):
    Outlet.objects.create(name="Kabar Timur", zone="Asia/Jayapura")
    add(desk, text=TEXT, outlet="kabar timur", published="2023-10-27T09:00")
    assert Article.objects.get().published_at == datetime(2023, 10, 27, 0, tzinfo=UTC)


def test_the_same_text_twice_is_one_article_and_says_so(desk):
    add(desk, text=TEXT, outlet="Harian Contoh")
    article = Article.objects.get()
    answer = desk.post(reverse(ADD), {"text": TEXT, "outlet": "Harian Contoh"}, follow=True)
    assert Article.objects.count() == 1
    assert f"Already there: this is article {article.pk}" in answer.content.decode()


def test_the_same_text_elsewhere_is_another_article_and_says_so(desk):
    add(desk, text=TEXT, outlet="Harian Contoh")
    answer = desk.post(reverse(ADD), {"text": TEXT, "outlet": "Harian Lain"}, follow=True)
    assert Article.objects.count() == 2
    assert "same text stands elsewhere" in answer.content.decode()


def test_a_text_file_is_read(desk):
    add(desk, upload=a_file(TEXT.encode()))
    assert "1.400 orang" in Article.objects.get().current.text


def test_an_html_file_gives_its_article(desk):
    page = (
        f"<html><head><title>Toll</title></head><body><article><h1>Toll</h1><p>{TEXT * 5}</p></article></body></html>"
    )
    add(desk, upload=a_file(page.encode(), "article.html", "text/html"))
    text = Article.objects.get().current.text
    assert "1.400 orang" in text
    assert "<p>" not in text


def test_a_word_file_gives_its_text_and_title(desk):
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in ("Korban Bertambah", TEXT.replace("\n", " ")))
    core = b'<a xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Korban</dc:title></a>'
    add(desk, upload=a_file(document(body, {"docProps/core.xml": core}), "berita.docx", WORD))
    article = Article.objects.get()
    assert article.current.text.startswith("Korban Bertambah\n")
    assert "1.400 orang" in article.current.text
    assert (article.title, article.published_at) == ("Korban", None)
    assert Job.objects.get().article == article


def test_word_files_are_offered_to_choose(desk):
    page = desk.get(reverse(ADD)).content.decode()
    assert ".docx" in page
    assert WORD in page


BAD = {
    "nothing at all": ({}, "There is no text"),
    "blanks": ({"text": " \n\t "}, "There is no text"),
    "no web address": ({"url": "ftp://a.example/x"}, "no web address"),
    "a text and a bad address": ({"text": TEXT, "url": "javascript:alert(1)"}, "no web address"),
    "an unknown language": ({"text": TEXT, "language": "tlh"}, "unknown"),
    "an unknown zone": ({"text": TEXT, "zone": "WIB"}, "IANA"),
    "words for a date": ({"text": TEXT, "published": "kemarin"}, "2023-10-27 09:00"),
    "a date to come": ({"text": TEXT, "published": "2099-01-01T00:00"}, "future"),
    "two figures for a year": ({"text": TEXT, "published": "0023-10-27T09:00"}, "before the first newspapers"),
    "midnight of the first day of all": ({"text": TEXT, "published": "0001-01-01T00:00"}, "2023-10-27 09:00"),
    "an offset that the zone would overrule": (
        {"text": TEXT, "published": "2023-10-27T09:00+02:00"},
        "2023-10-27 09:00",
    ),
    "NUL characters": ({"text": "a\0b 12 orang"}, "copy the words again where they can be read"),
    "2 million characters": ({"text": "a" * 2_000_001}, "may have at most"),
}


INDONESIAN = {
    "NUL characters": ({"text": "a\0b 12 orang"}, "salin lagi kata-katanya"),
    "2 million characters": ({"text": "a" * 2_000_001}, "2.000.001 karakter; artikel paling banyak 2.000.000."),
}


@pytest.mark.parametrize(("data", "sentence"), INDONESIAN.values(), ids=INDONESIAN)
def test_bad_input_is_told_in_words_of_whoever_typed_it(desk, data, sentence):
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = "id"
    assert sentence in told(add(desk, **data))


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_bad_input_is_told_in_words(desk, data, sentence):
    assert sentence in told(add(desk, **data))
    assert not Article.objects.exists()
    assert not Job.objects.exists()


FILES = {
    "empty": (b"", "empty"),
    "binary": (bytes(range(256)) * 50, ""),
    "a PDF called text": (b"%PDF-1.4\n" + bytes(200), ""),
    "a damaged Word file": (document("<w:p/>")[:-100], "Word file is damaged"),
    "a Word file of before 2007": (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "Save it as .docx"),
    "a locked Word file": (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "locked by a password"),
}


@pytest.mark.parametrize(("data", "sentence"), FILES.values(), ids=FILES)
def test_a_file_without_text_is_refused_in_words(desk, data, sentence):
    answer = told(add(desk, upload=a_file(data)))
    assert 'role="alert"' in answer or "errorlist" in answer
    assert sentence in answer
    assert not Article.objects.exists()


def test_a_page_that_lies_about_its_charset_is_read_right(desk):
    words = "“Ya,” kata Menteri. Sebanyak 1.400 orang tewas di sana. " * 20
    add(desk, upload=a_file(b'<html><meta charset="utf-8"><p>' + words.encode("cp1252") + b"</p></html>", "a.html"))
    assert "“Ya,” kata Menteri" in Article.objects.get().current.text


def test_a_large_file_is_refused(desk, monkeypatch):
    monkeypatch.setattr("claims.admin.adding.MOST_BYTES", 10)
    assert "larger than 10 MB" in told(add(desk, upload=a_file(b"x" * 11)))


def test_text_and_file_together_are_refused(desk):
    assert "not both" in told(add(desk, text=TEXT, upload=a_file(b"x")))


def test_what_was_typed_comes_back(desk):
    answer = told(add(desk, text=TEXT, outlet='"><script>alert(1)</script>', zone="WIB"))
    assert "1.400 orang" in answer
    assert "<script>alert(1)" not in answer


def test_an_address_alone_is_fetched_by_a_worker(desk, editor):
    answer = add(desk, url="https://news.example/toll", title="Toll", published="2023-10-27T09:00")
    job = Job.objects.get()
    assert (job.kind, job.requested_by) == (Job.Kind.FETCH, editor)
    assert answer.url == reverse("admin:claims_job_progress", args=(job.pk,))
    assert articles.Origin(**{**job.payload, "published_at": None}).title == "Toll"


def test_an_article_s_address_may_lack_its_scheme(desk):
    add(desk, url="news.example/toll")
    assert Job.objects.get().payload["url"] == "https://news.example/toll"


def test_a_page_that_cannot_be_fetched_is_told_where_one_waits(desk):
    add(desk, url="http://10.0.0.1/secret")
    job = jobs.run(Job.objects.get().pk)
    page = desk.get(reverse("admin:claims_job_progress", args=(job.pk,))).content.decode()
    assert "could not be fetched" in page


def test_adding_needs_the_right(reader):
    assert reader.get(reverse(ADD)).status_code == 403
    assert add(reader, text=TEXT).status_code == 403


def test_every_language_that_is_read_can_be_chosen_by_its_name():
    with translation.override("id"):
        offered = AddArticleForm().fields["language"].widget.choices
    assert {code for code, _name in offered} == {"", *available()}
    assert ("ms", "Melayu") in offered
