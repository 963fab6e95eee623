"""The engine: reads the figures and quotes of a news article, with their exact places in its text. No Django in here.

`pipeline` puts the stages in order: a text is parted into `blocks` and `sentences` (`scan` holds it with what was found), then
`quotes/` reads what was said and `figures/` the numbers; `people/` says whose names stand there. What they all know of a
language comes from the files of languages/, through `language` and `speech`.
"""

from .compiled import places

__path__ = places(__path__)

from .language import UnknownLanguage, available, guess
from .pipeline import extract
from .values import Extraction

__all__ = ["Extraction", "UnknownLanguage", "available", "extract", "guess"]
