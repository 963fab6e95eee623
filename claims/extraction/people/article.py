"""What an article tells of its people from its first word to its last."""

from collections.abc import Sequence

from claims.extraction.marks import Marked
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .genders import Genders
from .heads import Heads
from .holders import Offices
from .names import Names
from .nicknames import Nicknames
from .organisations import Organisations


class Article:
    """The parts of an article that are read as a whole, each when it is first asked for."""

    def __init__(self, scan: Scan, speech: Speech, marked: Sequence[Marked] = ()) -> None:
        self.scan, self.speech, self.marked = scan, speech, marked
        self._named: set[str] = set()
        self._names: Names | None = None
        self._offices: Offices | None = None
        self._nicknames: Nicknames | None = None
        self._heads: Heads | None = None
        self._genders: Genders | None = None
        self._organisations: Organisations | None = None

    @property
    def names(self) -> Names:
        """The names of the article."""
        self._names = self._names or Names(self.scan, self.speech)
        return self._names

    @property
    def offices(self) -> Offices:
        """Who is named with an office in its text."""
        self._offices = self._offices or Offices(self.scan, self.speech, self.names)
        return self._offices

    @property
    def nicknames(self) -> Nicknames:
        """Who is called by another name in its text."""
        self._nicknames = self._nicknames or Nicknames(self.scan, self.speech, self.names)
        return self._nicknames

    @property
    def heads(self) -> Heads:
        """The subjects of its sentences."""
        self._heads = self._heads or Heads(
            self.scan, self.speech, self.names, self.marked, self._named, self.genders.of
        )
        return self._heads

    @property
    def genders(self) -> Genders:
        """What it tells of men and women."""
        self._genders = self._genders or Genders(self.scan, self.speech, self.names)
        return self._genders

    @property
    def organisations(self) -> Organisations:
        """Its organisations."""
        self._organisations = self._organisations or Organisations(
            self.scan, self.speech, self.names, self.heads, self.genders
        )
        return self._organisations
