"""The engine: reads the figures and quotes of a news article, with their exact places in its text. No Django in here."""

from .compiled import places

__path__ = places(__path__)

from .language import UnknownLanguage, available, guess
from .pipeline import extract
from .values import Extraction

__all__ = ["Extraction", "UnknownLanguage", "available", "extract", "guess"]
