"""Readers in a killable child process: whatever a document does to its parser, the worker lives.

    read(body, media_type, charset=…, url=…, task="text") -> Read

One child is kept warm per process. It has a limit on processor time, on memory and on files, no network, and a parent
that kills it when it overruns; it is replaced when it dies and, before memory can pile up, after many documents.
"""

from .pool import Limits, close, read
from .values import Cell, Read, Region, Task

__all__ = ["Cell", "Limits", "Read", "Region", "Task", "close", "read"]
