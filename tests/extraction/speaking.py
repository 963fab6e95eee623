"""The speech side of the engine on one line of text, written short, for tables of cases."""

from claims.extraction.frames import Frame, frames_of
from claims.extraction.language import load
from claims.extraction.marks import find_marked
from claims.extraction.quotes.cues import attributions
from claims.extraction.quotes.said import Said
from claims.extraction.scan import Scan
from claims.extraction.sentences import find_sentences
from claims.extraction.speech import speech_of


def scan_of(code: str, text: str) -> Scan:
    """The text with its lines as paragraphs and its sentences."""
    scan = Scan(text, load(code))
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            scan.paragraphs.append((at, at + len(line.rstrip())))
        at += len(line)
    scan.sentences = find_sentences(scan)
    return scan


def frames(code: str, text: str) -> list[Frame]:
    """The sentences of the text that hold a quotation or a cue."""
    scan = scan_of(code, text)
    return frames_of(scan, speech_of(scan.language), find_marked(text, scan.paragraphs))


def frame(code: str, text: str) -> Frame:
    """The one such sentence of the text."""
    (only,) = frames(code, text)
    return only


def plain_frame(code: str, text: str) -> Frame:
    """The words of a text without quotations, read as one sentence."""
    return Frame(text, (0, len(text)), speech_of(load(code)), [])


def told(code: str, text: str) -> list[tuple[str, str, str, str]]:
    """(shape, cue, speaker, what follows the attribution) of each attribution of the text's one sentence."""
    only = frame(code, text)
    return [
        (said.shape, said.word, name_of(said), only.words(said.content, len(only.lows))) for said in attributions(only)
    ]


def name_of(said: Said) -> str:
    """The name of the speaker of an attribution."""
    return said.phrase.name if said.phrase else ""
