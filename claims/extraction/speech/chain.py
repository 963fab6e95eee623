"""The words of the chain through which something was said: [quotes.chain] of a language's file."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Chain:
    """Who is told something, through what, by whom else; each by the name of its list in the file, the last five made of several."""

    # Who hears it.
    audience: frozenset[str]  # "told *to* reporters"
    audience_weak: frozenset[str]  # the same, only before one of the nouns or an outlet: "*pada* wartawan"
    audience_nouns: frozenset[str]  # "reporters", "parliament"
    gatherings: frozenset[str]  # "the summit"
    courts: frozenset[str]  # "the inquest"
    reaches: frozenset[str]  # "*rang* the police to say"
    speaks: frozenset[str]  # "*speaking* to the BBC"
    addresses: frozenset[str]  # "*addressing* reporters"
    # Through what it is said.
    medium: frozenset[str]  # "*in* an interview"
    medium_sure: frozenset[str]  # those of them that need no comma
    medium_nouns: frozenset[str]  # "an *interview*"
    circumstances: frozenset[str]  # those that only tell when or whence: "*usai* rapat"
    takes: frozenset[str]  # "*took* to Twitter to say"
    voices: frozenset[str]  # "*lodged* a complaint that"
    voiced_nouns: frozenset[str]  # "menyampaikan *belasungkawa*"
    through: frozenset[str]  # "*through* his lawyer"
    go_betweens: frozenset[str]  # "through his *lawyer*"
    sites: frozenset[str]  # places that lie in one another: "di ruang Baleg, *gedung* Nusantara"
    reacts: frozenset[str]  # "saat *menanggapi* pernyataan itu": no medium
    # Who or what passes it on.
    just_as: frozenset[str]  # "*seperti* dilansir Antara"
    taken_from: frozenset[str]  # "dikutip *dari* Antara"
    pages: frozenset[str]  # "the *newspaper*"
    outlets: frozenset[str]  # "reuters", in lower case
    outlet_words: frozenset[str]  # "the Cape *Times*"
    outlet_ends: tuple[str, ...]  # "padangkita*.com*"
    watched: frozenset[str]  # what an outlet has itself seen: "*pantauan* Antara"
    # Papers and people that tell something, named or not.
    document_nouns: frozenset[str]  # "the *report* said"
    source_heads: frozenset[str]  # "*keterangan* polisi"
    outcomes: frozenset[str]  # "dari *hasil* survei itu"
    paper_in: frozenset[str]  # "*dalam* laporan itu disebutkan"
    seen: frozenset[str]  # "*terlihat* bahwa"
    exists: frozenset[str]  # "*muncul* unggahan yang menyebut"
    informants: frozenset[str]  # those of document_nouns that are people: "a *source* said"
    informed: frozenset[str]  # "a source *close* to the talks"
    finders: frozenset[str]  # "the *judge* found that"
    nobody: frozenset[str]  # who is not named by what stands before: "the Leeds *official*"
    because: frozenset[str]  # "berkata ini *kerana* …"
    # Nouns of several lists.
    channels: frozenset[str]  # what or who something is said through
    any_medium: frozenset[str]  # a medium, or who prints or sends it
    audiences: frozenset[str]  # who is told something, or where
    occasions: frozenset[str]  # when something is said
    towards: frozenset[str]  # what of audience_weak is no medium: "*ke* polisi"


def chain_words(table: Mapping[str, list[str]]) -> Chain:
    """The words of a [quotes.chain], with the nouns of several of its lists."""
    words = {name: frozenset(told) for name, told in table.items() if name not in {"outlets", "outlet_ends"}}
    return Chain(
        **words,
        outlets=frozenset(name.lower() for name in table["outlets"]),
        outlet_ends=tuple(table["outlet_ends"]),
        channels=words["medium_nouns"] | words["go_betweens"],
        any_medium=words["medium_nouns"] | words["pages"],
        audiences=words["audience_nouns"] | words["gatherings"],
        occasions=words["medium_nouns"] | words["gatherings"] | words["courts"],
        towards=words["audience_weak"] - words["medium"],
    )
