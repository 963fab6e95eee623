"""The words of a language that quotes and names are read by: the [quotes] of its file, prepared once.

`Speech` holds them; what its file keeps in a section of its own is a part of it, made by the module of that name.
"""

from .speech import Speech, speech_of

__all__ = ["Speech", "speech_of"]
