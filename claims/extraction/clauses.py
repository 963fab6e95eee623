"""Whether words of a frame are a clause: the verb that shows it."""

from .frames import Frame
from .said import Said

SHORTEST = 2
"""Words of the shortest clause that is taken for a report."""

VERB_WINDOW = 18
"""Words of a clause in which its verb is looked for."""


def is_verb_at(frame: Frame, at: int) -> bool:
    """Whether a word is the finite verb of a clause by its form or its list."""
    low, speech = frame.lows[at], frame.speech
    if frame.capital(at):
        return False
    if low in speech.auxiliaries:
        return True
    return (len(low) > 4 and bool(speech.verb_starts) and low.startswith(speech.verb_starts)) or (
        len(low) > 4 and bool(speech.verb_ends) and low.endswith(speech.verb_ends)
    )


def has_verb(frame: Frame, first: int, last: int, said: Said | None = None) -> bool:
    """Whether a clause, not a noun phrase alone, begins at word `first`."""
    speech, lows = frame.speech, frame.lows
    window = range(first, min(last, first + VERB_WINDOW))
    if lows[first] in speech.subjects:
        return True
    skip = False
    manner = lows[last - 2] in speech.ends_name or lows[last - 2] in speech.adverbs
    if lows[last - 1] in speech.predicates and last - first > SHORTEST and not manner:
        return True
    if said is not None and said.word in speech.gerunds and lows[first].endswith(speech.gerund):
        return True
    for i in window:
        if not speech.own and i > first and lows[i] in speech.subordinators and lows[i] not in speech.links:
            return False
        if not speech.own and lows[i] == "," and i + 1 < last and lows[i + 1] in speech.joiners:
            return False
        if lows[i] in speech.relative or (not speech.own and i > first and _is_contact(frame, i)):
            skip = True
            continue
        if is_verb_at(frame, i) and i > first - (1 if speech.own else 0):
            if skip:
                skip = False
                continue
            return True
    return False


def _is_contact(frame: Frame, at: int) -> bool:
    """Whether a pronoun right behind a noun opens a clause about it ("the times he ran")."""
    lows, speech = frame.lows, frame.speech
    if lows[at] not in speech.pronouns and lows[at] not in speech.plural_pronouns:
        return False
    before = lows[at - 1]
    return (
        before.isalpha()
        and before not in speech.time
        and before not in speech.conjunctions
        and before not in speech.ends_name
        and before not in speech.auxiliaries
        and not before.endswith((*speech.verb_ends, speech.gerund))
    )
