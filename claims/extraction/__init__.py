"""The engine: reads the figures and quotes of a news article, with their exact places in its text. It knows no Django.

What `pipeline` does, in order, with

    Bima, Harbour News – The flood killed at least 12 people on Monday, Mayor Ann Hill told reporters.
    Read more: Ten bridges shut

- `invisible` leaves out signs that no reader sees, and puts the places of what was found back into the text as it was given.
- `language` guesses the language from its most frequent words and loads its file from languages/, which holds every word that a
  rule knows: `speech/` prepares them for quotes, `figures/grammar` for figures. `scan` holds the text and what was found in it.
- `line_breaks` mends broken lines. `blocks` tells the dateline "Bima, Harbour News –" and the teaser "Read more: …" from the body,
  with `lines`, `stamps`, `teasers` and `prices`. `sentences` splits the body; nothing else of the text is read further.
- `marks` finds quotation marks (here there are none) and repairs lost ones. `frames` keeps the sentences with marks or a cue
  ("told") as words in lower case; `framing` keeps sentences together that one quotation spans.
- `quotes/` tries on each cue the shapes that its classes allow. Here the speaker stands before the cue, what was said before the
  speaker, and the audience, "reporters", behind the cue: an indirect quote, "The flood killed … on Monday".
- `people/` splits "Mayor Ann Hill" into the office and the name, and remembers her: a later "she" or "the mayor" is Ann Hill.
- `figures/` reads the numeral 12, the bound "at least" before it and what is counted behind it, "people". From the sentence it takes
  the event (killed), the day (the Monday before the day of print) and the quote that holds the figure. "Ten" in the teaser is no
  claim; with `explain` the result says why.

Every stage is a function of a `Scan`. In the folders each module has one subject; their docstrings name the modules in order.
Around the stages: `values` are what they hand on and what `extract` returns, `arithmetic` how they divide, `demand` reads the figures of
a page only as far as they are asked for, `terminal` shows a marked article, `compiled` finds a build of the modules.
"""

from .compiled import places

__path__ = places(__path__)

from .language import UnknownLanguage, available, guess
from .pipeline import extract
from .values import Extraction

__all__ = ["Extraction", "UnknownLanguage", "available", "extract", "guess"]
