"""Finding the claim's figure in a page's text: by what it counts, by the words that an editor pinned, or in a cell.

Pure: text in, a `Located` out. Numbers move, so the claimed value is never looked for; what is counted, what happened to it,
where and when decide. A figure that could be another's is reported as ambiguous or missing, never as found.
"""

from .cells import read_cell
from .page import Page
from .pinned import pin
from .prose import locate, offered
from .values import Located, Pinned, Seen

__all__ = ["Located", "Page", "Pinned", "Seen", "locate", "offered", "pin", "read_cell"]
