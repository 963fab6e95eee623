"""What hangs on a name and is none of it: titles written without a blank ("H.Ahmad") and academic degrees ("S.Pd., MM")."""

from collections.abc import Sequence

from claims.extraction.frames import Frame
from claims.extraction.speech import Speech


def glued_title(word: str, speech: Speech) -> int:
    """How many characters of a word are titles that a lost blank has joined to a name: 6 of "Drs.H.Suparman"."""
    at = 0
    while (stop := word.find(".", at)) > 0 and stop + 2 < len(word):
        low = word[at:stop].lower()
        if not word[stop + 1].isupper() or not (low in speech.roles.courtesy or low in speech.roles.ranks):
            break
        at = stop + 1
    return at


def is_degree(word: str, speech: Speech) -> bool:
    """Whether a word is an academic degree or the title of a specialist ("S.Pd", "SPd", "Sp.KK")."""
    if not word[:1].isupper():
        return False
    low = word.rstrip(".,").lower()
    if "." in low:
        return low.replace(".", "") in speech.roles.degrees or low.startswith(speech.roles.specialists)
    return low in speech.roles.degrees and (len(low) > 3 or sum(letter.isupper() for letter in word) > 1)


def without_degrees(words: Sequence[str], speech: Speech) -> list[str]:
    """The words of a name without the degrees behind it; a name that is nothing else is left as it is."""
    end = len(words)
    while end > 1 and is_degree(words[end - 1], speech):
        end -= 1
    return list(words[:end])


def plain_name(name: str, speech: Speech) -> str:
    """A name without the titles that hang on its first word and the degrees behind it."""
    if not speech.roles.degrees:
        return name
    words = without_degrees(name.split(), speech)
    cut = glued_title(words[0], speech)
    return name if not cut and len(words) == len(name.split()) else " ".join(words)[cut:]


def past_degree(frame: Frame, at: int) -> int:
    """The comma behind a degree at comma `at` ("kata Rina Dewi, MD, melansir Antara"), else `at`."""
    return at + 2 * (frame.lows[at + 2 : at + 3] == [","] and is_degree(frame.words(at + 1, at + 2), frame.speech))
