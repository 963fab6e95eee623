"""The parts of a chain that stand in front of a cue: at the head of the sentence, or between the speaker and the cue."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.phrases import Phrase, describe

from .asides import asker, closes_name
from .attribution import Link, read_tail, relay_link, spoken_to
from .objects import forward
from .outlets import is_medium, names_outlet, object_end, relayed_as, stands_at
from .said import own_phrase
from .starts import is_dated
from .subjects import backward

FEW: Final = 4
"""Small words behind a name that still belong to those who were told ("told NATO defence ministers to …")."""

BETWEEN: Final = 16
"""Words of a medium between a speaker and the cue."""


def inserted(frame: Frame, start: int, cue: int) -> tuple[Link, ...]:
    """The relay or medium between a speaker and its cue: "the ministry, quoted by Interfax, said"."""
    for i in range(start + 1, cue - 1):
        if (asked := asker(frame, i)) and (end := object_end(frame, asked)) < cue:
            return (Link("audience", asked, end),)  # "Budi, saat dihubungi Antara, mengatakan"
        if frame.head_first and frame.lows[i] in frame.speech.chain.medium_sure and is_medium(frame, i):
            end = object_end(frame, i + 1)
            if end < cue and (_ends_aside(frame, end) or frame.lows[end] in frame.speech.relative):
                return (Link("medium", i, end),)  # "Budi dalam keterangannya, Senin, mengatakan"
        if frame.head_first and frame.lows[i] in frame.speech.chain.audience:
            end = object_end(frame, i + 1)
            if end < cue and _ends_aside(frame, end):
                return (Link("audience", i, end),)  # "Budi, kepada wartawan, mengatakan"
        before = frame.lows[i - 1]
        led = before == "," or before in frame.speech.chain.just_as
        led = led or (frame.head_first and frame.capital(i - 1))  # "Rina dilansir Antara mengatakan"
        if led and frame.lows[i] in frame.speech.cues.relay:
            link = relay_link(frame, i)
            return (link,) if link is not None else ()
    return ()


def _ends_aside(frame: Frame, at: int) -> bool:
    """Whether a comma or a place stands behind what is put between a speaker and its cue."""
    return frame.lows[at] == "," or frame.lows[at] in frame.speech.roles.place_before


def fronted(frame: Frame, phrase: Phrase, shared: bool) -> tuple[Link, ...]:
    """The medium that opens the sentence: "Dalam siaran pers, X menyatakan …", "In a statement, X said …"."""
    at = 1 if frame.lows[0] in frame.speech.conjunctions else 0
    if not frame.head_first and (outlet := _source_outlet(frame)) and outlet.last <= phrase.first:
        return (outlet,)
    gerund = frame.lows[0].endswith(frame.speech.gerund) and frame.lows[0] not in frame.speech.chain.medium
    if not frame.head_first and gerund and frame.lows[0] in frame.speech.cues.relay:
        cited = relay_link(frame, 0)
        return (
            (cited,) if cited is not None and cited.last <= phrase.first else ()
        )  # "Citing officials, the Cape Times said …"
    if not frame.head_first and gerund:
        return _spoken_at(frame, phrase)
    if frame.lows[0] in frame.speech.subordinators and (spoke := spoken_to(frame, 1)).links:
        return spoke.links if spoke.end <= phrase.first else ()  # "While speaking to reporters, Hill said …"
    if frame.head_first and frame.lows[0] in frame.speech.chain.speaks:
        tail = read_tail(frame, 1)
        return tail.links if tail.end <= phrase.first else ()
    if frame.lows[1:2] == [","] and frame.lows[0] in frame.speech.openers:
        at = 2
    elif not frame.head_first and frame.lows[0] in frame.speech.connectives:
        at = 1  # "Also in a tweet, Hill said …"
    if shared or phrase.first <= at + 1:
        return ()
    if frame.head_first and (relay := _passed_on(frame, at, phrase.first)) is not None:
        return (relay,)
    asked = asker(frame, at) or asker(frame, at + 1)
    if asked and object_end(frame, asked) <= phrase.first:
        return (Link("audience", asked, object_end(frame, asked)),)  # "Saat dihubungi Antara, X mengatakan …"
    medium = is_medium(frame, at)
    told = frame.head_first and stands_at(frame, at, frame.speech.chain.audience)
    if not medium and not told:
        return ()
    end = object_end(frame, at + 1 + (told and frame.lows[at] not in frame.speech.chain.audience))
    if frame.head_first and end < phrase.first and frame.lows[end] in frame.speech.auxiliaries:
        return ()  # "Saat sidang akan dimulai, X mengatakan …"
    if not frame.head_first and end <= phrase.first:
        return read_tail(frame, at, spoken=False).links  # "In a letter to the board, Hill said …"
    if not frame.head_first and frame.lows[phrase.first - 1] in frame.speech.chain.medium_nouns:
        end = min(end, phrase.first)  # "In its statement Acme said …"
    pointed = (i + 1 for i in range(at + 1, end - 1) if frame.lows[i] in frame.speech.determiners and frame.head_first)
    end = next(pointed, end)  # "Dalam kesempatan itu Direktur Jenderal Pajak, …"
    return (Link("medium" if medium else "audience", at, end),) if end <= phrase.first else ()


def _source_outlet(frame: Frame) -> Link | None:
    """The outlet of a source that opens an English sentence ("According to Reuters, Hill said …")."""
    lows, speech = frame.lows, frame.speech
    if len(lows) < FEW or "source" not in speech.cues.kinds.get(f"{lows[0]} {lows[1]}", ()):
        return None
    end = object_end(frame, 2)
    paper = not speech.chain.document_nouns.isdisjoint(lows[2:end])  # "According to court records, Hill said …"
    return Link("relay", 2, end) if paper or names_outlet(frame, 2, end) else None


def _passed_on(frame: Frame, at: int, stop: int) -> Link | None:
    """The outlet that a sentence opens with ("Seperti dilansir Antara, X mengatakan …", "Mengutip Antara, X …")."""
    cue = relayed_as(frame, at) or at
    link = relay_link(frame, cue) if frame.lows[cue] in frame.speech.cues.relay else None
    ends = link is not None and link.last < stop and frame.lows[link.last]
    if link is None or not ends or (ends not in ",(" and ends not in frame.speech.chain.taken_from):
        return None
    low = frame.lows[link.first]
    nobody = low in frame.speech.adverbs or low in frame.speech.openers or low in frame.speech.time
    return link if frame.capital(link.first) or not nobody else None  # "seperti diberitakan sebelumnya" names nobody


def _spoken_at(frame: Frame, phrase: Phrase) -> tuple[Link, ...]:
    """The medium or the audience of a participle that opens the sentence ("Speaking at a rally, X said", "Taking to X, …")."""
    if phrase.first < 3 or "source" in frame.speech.cues.kinds.get(" ".join(frame.lows[:2]), ()):
        return ()  # "According to police, Hill said …"
    if frame.lows[1] in frame.speech.by_whom or frame.lows[0] in frame.speech.chain.reacts:
        return ()  # "Emerging from the meeting, Hill said …", "Commenting on the news, …"
    tail = spoken_to(frame, 0)
    tail = tail if tail.links else read_tail(frame, 1, spoken=False)
    if tail.links:
        return tail.links if tail.end <= phrase.first else ()
    end = object_end(frame, 2)
    timed = read_tail(frame, end).end
    to = frame.lows[1] in frame.speech.to and frame.lows[timed : timed + 1] == [","]
    if not to:
        return ()
    page = frame.lows[2] in frame.speech.chain.medium_nouns
    told = "say" in frame.speech.cues.kinds.get(frame.lows[0], ()) or frame.lows[0] in frame.speech.chain.speaks
    return (Link("medium" if page else "audience", 1, end),) if page or told else ()


def closed_between(frame: Frame, first: int, floor: int) -> tuple[int, tuple[Link, ...]] | None:
    """Where the subject of an English cue at `first` ends when a medium closed by a comma stands between the two, and that
    medium ("Hill, in a post on X, said", "The governor in the statement, said")."""
    if frame.head_first or first < 2:
        return None
    closed = frame.lows[first - 1] == ","
    for i in range(max(floor + 1, first - BETWEEN), first - 2):
        if frame.lows[i] == "," and (spoke := _spoken_between(frame, i + 1, first - closed)):
            return i, spoke  # "Hill, speaking to reporters in Leeds, said", "Hill, while addressing a rally today said"
        if not closed or not is_medium(frame, i):
            continue
        tail = read_tail(frame, i, spoken=False)
        if tail.links and max(tail.end, read_tail(frame, tail.end).end) >= first - 1:
            opening = next((j for j in range(i - 1, floor, -1) if frame.lows[j] == ","), 0)
            if any(frame.lows[j] in frame.speech.relative for j in range(max(opening, floor) + 1, i)):
                return None  # "Hill, who took part in the study, said"
            by = frame.lows[i] in frame.speech.by and i == opening + 2
            issued = opening > 0 and (by or frame.lows[opening + 1].endswith(frame.speech.verb_ends))
            agent = frame.lows[i] in frame.speech.by and issued  # "A report, seen by the news agency, said"
            heard = frame.speech.chain.courts if issued else frozenset[str]()  # "The lawsuit, filed in court, alleges"
            links = tuple(i for i in tail.links if i.last <= first and heard.isdisjoint(frame.lows[i.first : i.last]))
            links = () if agent else links
            return (opening if issued or opening == i - 1 else i), links  # "The study, published in Nature, found"
    return None


def _spoken_between(frame: Frame, at: int, stop: int) -> tuple[Link, ...]:
    """Those to whom an English participle at word `at`, or behind its conjunction, tells that somebody spoke, in front of a comma
    at word `stop`, or where nothing but times, places and adverbs stands between."""
    spoke = spoken_to(frame, at + (frame.lows[at] in frame.speech.subordinators))
    if not spoke.links or spoke.end > stop or frame.lows[stop] == ",":
        return spoke.links if spoke.links and spoke.end <= stop else ()
    end = read_tail(frame, spoke.end).end
    end += frame.lows[end] == ","
    while end < stop and frame.lows[end] in frame.speech.adverbs:
        end += 1
    return spoke.links if end >= stop else ()


def quoted_by(frame: Frame, phrase: Phrase) -> tuple[Phrase, tuple[Link, ...]]:
    """An English subject whom an outlet passes on, and the outlet ("A source quoted by the Cape Times said …")."""
    lows, speech, cue = frame.lows, frame.speech, phrase.first - 1
    if frame.head_first or cue < 1 or lows[phrase.first] not in speech.by or lows[cue] not in speech.cues.relay:
        return phrase, ()
    source = backward(frame, cue, 0)
    return (source, (Link("relay", phrase.first + 1, phrase.last),)) if source is not None else (phrase, ())


def spoken_before(frame: Frame, comma: int) -> tuple[Link, ...]:
    """The medium and those told of the verb that an English participle hangs on ("… claimed the raid in a statement to the
    press, saying it was theirs")."""
    for i in range(max(1, comma - BETWEEN), comma - 1) if not frame.head_first else ():
        spoke = frame.lows[i - 1] in frame.speech.chain.speaks  # "Hill spoke at a rally, saying …"
        if spoke and (spoken := spoken_to(frame, i - 1)).links and read_tail(frame, spoken.end).end >= comma:
            return spoken.links  # "Hill spoke to reporters, saying …"
        sure = (spoke or frame.lows[i] in frame.speech.chain.medium_sure) and is_medium(frame, i)
        tail = read_tail(frame, i, spoken=False) if sure else None
        if tail is not None and tail.links and tail.end >= comma:
            return tail.links
    return ()


def before_media(frame: Frame, end: int, floor: int) -> tuple[int, tuple[Link, ...]]:
    """Where an English subject ends in front of the media and the days that stand without a comma between it and its cue at
    word `end` ("Hill in a post on her website on Monday said"), and those media."""
    lows, speech = frame.lows, frame.speech
    links: tuple[Link, ...] = ()
    medium = speech.chain.medium
    for i in range(end - 2, max(floor, end - BETWEEN), -1):
        opens = lows[i] in medium and lows[i] not in speech.by_whom
        opens = opens and (lows[i - 1] not in PUNCTUATION or closes_name(frame, i))
        if not opens or not speech.coordinators.isdisjoint(lows[i:end]) or lows[end - 1] == ",":
            continue  # "… in the town and activists say"
        words = [j for j in range(i + 1, end) if lows[j] not in speech.articles]
        if words and all(is_dated(frame, j) for j in words):
            end = i - (i - 1 > floor and lows[i - 1] in speech.until)
        elif is_medium(frame, i) and any(stands_at(frame, j, speech.chain.channels) for j in range(i + 1, end)):
            tail = read_tail(frame, i)
            if tail.links and tail.end >= end:
                found = tuple(link._replace(last=min(link.last, end)) for link in tail.links if link.first < end - 1)
                links, end = found + links, i
    return end, links


def issued_before(frame: Frame, participle: int) -> tuple[Link, ...]:
    """The paper that an English verb in front of a participle brings out ("Hill issued a statement on Monday saying …")."""
    lows, speech = frame.lows, frame.speech
    end = participle - (lows[participle - 1] == ",")
    while end > 1 and (lows[end - 1] in speech.time or lows[end - 1] in speech.chain.medium):
        end -= 1
    verb = next((i for i in range(end - 2, max(0, end - FEW - 2), -1) if lows[i] in speech.chain.voices), 0)
    paper = verb and lows[end - 1] in speech.chain.medium_nouns and lows[verb + 1] in speech.introducers
    paper = paper and lows[verb - 1] not in speech.passive  # "they were sent an email asking …"
    return (Link("medium", verb + 1, end),) if paper and not frame.head_first else ()


def told_end(frame: Frame, at: int) -> int:
    """Where the English person that was told ends: before "that", a pronoun, an article or a small word that opens the clause."""
    lows, speech = frame.lows, frame.speech
    behind = lows[at + 2 : at + 3]
    named = behind != [] and frame.capital(at + 2) and not frame.capital(at + 1) and behind[0] not in speech.time
    heard = lows[at] in speech.definite and (named or not speech.that.isdisjoint(behind))
    if heard and (lows[at + 1] in speech.chain.audience_nouns or lows[at + 1] in speech.chain.courts):
        return at + 2  # "told the inquest how he fell", "told the court Hill had left"
    if lows[at] in speech.pronouns and lows[at + 1 : at + 2] and lows[at + 1] in speech.introducers:
        return at + 1  # "told her the plan was dead"
    if not speech.head_first and lows[at] in speech.determiners and at + 1 < len(lows):
        ours = (speech.chain.pages, speech.chain.outlet_words, speech.chain.audience_nouns)
        if any(lows[at + 1] in words for words in ours):
            return at + 2  # "told this newspaper the work was done"
    phrase = forward(frame, at)
    if phrase is None or all(lows[i] in speech.time for i in range(at, phrase.last)):
        return at
    if programme := _programme_end(frame, at):
        return programme
    owned = phrase.last < len(lows) - 1 and lows[phrase.last] == QUOTED and lows[phrase.last - 1].endswith(("'s", "’s"))
    if owned and not speech.head_first:
        return phrase.last + 1  # "told CNN's "Harbour Tonight" that …"
    end = phrase.last
    while phrase.kind != "description" and _is_outlet_noun(frame, end):
        end += 1  # "told LBC radio the plan was dead"
    if end - at == 1 and lows[at] in speech.articles and lows[end : end + 1] == [QUOTED]:
        return at
    if lows[end - 1] in speech.chain.pages and 1 < end - at <= FEW:
        return end  # "told the Reuters news agency"
    if phrase.kind == "description" and end - at > 1:
        if lows[at + 1] in speech.links and (stated := _that_behind(frame, at + 1)):
            return stated  # "told leaders of the clubs that …"
        if lows[at] in speech.chain.audience_nouns and lows[at].endswith("s"):
            if lows[at + 1] in speech.links and lows[at + 1] not in speech.articles:
                end = at + 3 if speech.articles.isdisjoint(lows[at + 2 : at + 3]) else object_end(frame, at + 2)
                return _that_behind(frame, end) or end
            return at + 1  # "told reporters authorities are looking for two men"
        inside = (speech.articles, speech.links, speech.ends_name)
        for i in range(at + 1, end):
            opens = lows[i] in speech.definite and not any(lows[i - 1] in words for words in inside)
            if opens or (lows[i] in speech.articles and lows[at] not in speech.articles):
                return i - (
                    lows[i - 1] in speech.charges
                )  # "told the board the number had risen", "warned people of the smoke"
            goes_on = i + 1 < end and lows[i + 1] in speech.chain.audiences
            if (lows[i] in speech.chain.audience_nouns and not goes_on) or (
                lows[i] in speech.chain.gatherings and speech.links.isdisjoint(lows[i + 1 : i + 2])
            ):
                return i + 1
        named = lows[end - 1] in speech.roles.titles or speech.roles.is_title_of_several(lows[end - 1])
        colon = next((i for i in range(at, min(len(lows), at + FEW)) if lows[i] == ":"), 0)
        if colon and not named and lows[at] in speech.indefinite:
            return at  # "The figures told a longer story: …"
        end = end if named else min(end, at + 2)
    if end < len(lows) and not frame.capital(end):
        for i in range(end, min(len(lows), end + FEW + 2)):
            low = lows[i]
            if low in speech.to or low in speech.clause_that:
                return i
            if low in speech.ends_name or low in speech.subjects or low in speech.articles or low in PUNCTUATION:
                break
    if end < len(lows) and is_medium(frame, end):
        return end  # "told the union in a letter that …"
    if stated := _that_behind(frame, end):
        return stated
    it_is = end < len(lows) and lows[end].replace("’", "'").partition("'")[0] in speech.subjects  # "told Sky it's over"
    verb = end < len(lows) and not it_is and (lows[end] in speech.auxiliaries or lows[end].endswith(speech.verb_ends))
    return at if verb and not frame.capital(end) else end


def _that_behind(frame: Frame, at: int) -> int:
    """The "that" behind a long list of those who were told ("assured residents of Marl, Harrow and Vale that …"), else 0."""
    lows, speech = frame.lows, frame.speech
    if at >= len(lows) or not (lows[at] == "," or lows[at] in speech.prepositions):
        return 0
    for i in range(at, min(len(lows) - 1, at + BETWEEN + FEW)):
        if lows[i] in speech.clause_that:
            return i
        if lows[i] in speech.to or (i == at + 1 and lows[i].endswith(speech.gerund)):
            return 0  # "warned firms not to send her plans that …", "told jurors of finding a gun that …"
        verb = lows[i] in speech.auxiliaries or lows[i] in speech.cues.kinds or lows[i].endswith(speech.verb_ends)
        ended = lows[i] in speech.pronouns or lows[i] in speech.time
        if (verb and not frame.capital(i)) or ended or (lows[i] in PUNCTUATION and lows[i] != ","):
            return 0
    return 0


def _programme_end(frame: Frame, at: int) -> int:
    """The word behind an outlet's own programme or paper, its names in capitals ("told BBC Radio 4's Today programme the plan
    was dead"), else 0."""
    lows, speech = frame.lows, frame.speech
    owner = at
    while owner < len(lows) and (frame.capital(owner) or lows[owner][:1].isdigit() or lows[owner] in speech.definite):
        owner += 1
        if lows[owner - 1].endswith(("'s", "’s")):
            break
    if owner == at or not lows[owner - 1].endswith(("'s", "’s")):
        return 0
    noun = owner
    while noun < len(lows) and frame.capital(noun):
        noun += 1
    outlet = noun < len(lows) and (lows[noun] in speech.chain.pages or lows[noun] in speech.chain.medium_nouns)
    return noun + 1 if outlet and owner < noun < owner + FEW else 0


def _is_outlet_noun(frame: Frame, at: int) -> bool:
    """Whether the noun of an outlet stands at word `at`, or one small word on ("ABC regional radio")."""
    if at >= len(frame.lows):
        return False
    return frame.lows[at] in frame.speech.chain.medium_nouns or frame.lows[at] in frame.speech.chain.pages


def through_medium(frame: Frame, phrase: Phrase, *, pointed: bool) -> tuple[Phrase, tuple[Link, ...]]:
    """As in "demikian laporan tertulis P2BK …", "demikian siaran persnya", "demikian bunyi siaran pers itu" (`pointed`): the
    medium and the one who speaks in it."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first:
        return _issued_by(frame, phrase), ()
    if phrase.kind == "pronoun" or not stands_at(frame, phrase.first, speech.chain.medium_nouns):
        return phrase, ()
    at = phrase.first
    while at < phrase.last and not frame.capital(at):
        at += 1
    if phrase.first < at < phrase.last:
        speaker = describe(frame, at, phrase.last)
        return (speaker, (Link("medium", phrase.first, at),)) if speaker is not None else (phrase, ())
    if lows[phrase.last - 1].endswith(speech.own) or (pointed and lows[phrase.last - 1] in speech.determiners):
        return own_phrase(frame, phrase.last - 1, phrase.last), (Link("medium", phrase.first, phrase.last),)
    return phrase, ()


def _issued_by(frame: Frame, paper: Phrase) -> Phrase:
    """An English paper with the one behind it whose it is ("…," read a statement from Kesper Foods)."""
    lows, speech, at = frame.lows, frame.speech, paper.last
    if paper.kind != "description" or lows[at - 1] not in speech.chain.document_nouns or at + 2 > len(lows):
        return paper
    named = frame.capital(at + 1) if at + 1 < len(lows) else False
    named = named or (lows[at + 1 : at + 2] != [] and lows[at + 1] in speech.definite)
    whose = forward(frame, at + 1) if named and lows[at] in speech.by_whom else None
    ends = whose is not None and (whose.last >= len(lows) or lows[whose.last] in PUNCTUATION | speech.ends_name)
    if whose is None or not ends or whose.kind not in ("name", "body"):
        return paper
    return paper._replace(last=whose.last, end=whose.end, name=frame.text[paper.start : whose.end])
