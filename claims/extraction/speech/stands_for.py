"""The nouns that stand for somebody named before: [quotes.stands_for] of a language's file."""

from collections.abc import Mapping
from typing import Any


class StandsFor:
    """Each by the name of its list in the file."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.anybody = frozenset(table["anybody"])  # people of whatever kind: "the *man*"
        self.person = frozenset(table["person"])  # people of some kind: "the *player*"
        self.body = frozenset(table["body"])  # organisations: "the *agency*"
        self.firms = frozenset(table["firms"])  # the one named last: "the *carmaker*"
        self.any_firm = frozenset(table["any_firm"])  # those of them that any firm is called by: "the *company*"
        self.parties = frozenset(table["parties"])  # of a case, nobody but who was called so before: "the *accused*"
        self.offices: dict[str, str] = dict(table["offices"])  # another word for an office -> the office
        self.office_heads = frozenset(office.split()[0] for office in self.offices.values())
