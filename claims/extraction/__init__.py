"""The engine: reads the figures and quotes of a news article, with their exact places in its text. No Django in here.

What `pipeline` does, in order, with

    Bima, Harbour News – The flood killed at least 12 people on Monday, Mayor Ann Hill told reporters.
    Read more: Ten bridges shut

- `language` guesses the language by its commonest words and loads its file from languages/, where every word stands that a rule
  knows: `speech/` prepares those for quotes, `figures/grammar` those for figures. `scan` holds the text and what is found in it.
- `line_breaks` mends broken lines; `blocks` tells the dateline "Bima, Harbour News –" and the teaser "Read more: …" from the body by
  `lines`, `stamps`, `teasers` and `prices`; `sentences` parts the body. Nothing else of the text is read further.
- `marks` finds quotation marks, here none, and mends what was lost of them; `frames` keeps the sentences with marks or a cue
  ("told"), as their words in small letters, where `framing` holds those together that a quotation joins.
- `quotes/` tries on each cue the shapes that its classes allow. Here the speaker stands before the cue, what was said before the
  speaker, and behind the cue the audience, "reporters": an indirect quote, "The flood killed … on Monday".
- `people/` parts "Mayor Ann Hill" into the office and the name, and remembers her: "she" or "the mayor" would be Ann Hill.
- `figures/` reads the numeral 12, before it the bound "at least", behind it what is counted, "people", and in its sentence the
  event, killed, the day, which is the Monday before the day of print, and the quote that the figure stands in. "Ten" in the teaser
  is no claim; with `explain` it is told with why.

Every stage is a function of a `Scan`, each file of the four folders one subject; the docstrings of these folders name their order.
"""

from .compiled import places

__path__ = places(__path__)

from .language import UnknownLanguage, available, guess
from .pipeline import extract
from .values import Extraction

__all__ = ["Extraction", "UnknownLanguage", "available", "extract", "guess"]
