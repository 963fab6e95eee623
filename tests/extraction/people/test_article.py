from claims.extraction.language import load
from claims.extraction.people.article import Article
from claims.extraction.pipeline import divide
from claims.extraction.scan import Scan
from claims.extraction.speech import speech_of


def test_each_part_is_read_once() -> None:
    scan = Scan("Finance Minister Carol Peters spoke. Peters left.", load("en"))
    divide(scan, quotes=True)
    article = Article(scan, speech_of(scan.language))
    for part in ("names", "offices", "nicknames", "heads", "genders", "organisations"):
        assert getattr(article, part) is getattr(article, part)
    assert article.names.longest("Peters") == "Carol Peters"
