"""The words of a language by which quotes and names are read: the [quotes] of its file, prepared once.

`speech` holds them as a `Speech`. The sections inside [quotes] are parts of it, each made by the module of its name (`cues`, `chain`,
`roles`, `stands_for`); `patterns` makes one pattern of many words.
"""

from .speech import Speech, speech_of

__all__ = ["Speech", "speech_of"]
