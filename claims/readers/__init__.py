"""Readers: bytes that somebody else wrote, turned into text and cells. One file a format; `reading.READERS` is the table.

They run inside `claims.sandbox`, never in a worker itself. Importing this package loads no parser.

A **locator** says which cell of a source holds the figure. Its grammar, one line of text:

    json:/data/0/killed                        JSON Pointer (RFC 6901); `json:` alone is the whole document
    $.data[0].killed                           JSONPath: .name ['name'] [n] [-n] [*] [?(@.name=='value')]
    csv:row=Gaza;column=Killed                 the row whose label is Gaza, the column headed Killed
    xlsx:sheet=Toll;row=Gaza;column=Killed     the same on a sheet (the first one when not named)
    xlsx:sheet=Toll;cell=B7                    one cell by its address
    table:row=Gaza;column=Killed               the same in a table of an HTML page or Word file (any that has both)
    table:table=2;row=Killed                   the second table; without a column: the only value of that row
    words:prefix=toll at ;exact=1,400;suffix= people     pinned words; read by `claims.locating` on the text

    csv:row=Gaza;column=Killed;thousands=.     a cell whose marks do not tell what they part: here "1.400" is 1400
    json:/data/0/killed;thousands=.            the same of a text in JSON; a number there tells itself

Values end at `;`, or stand in double quotes ("" for a quote inside). A label must be the whole cell; case, runs of white
space and a final colon do not count. `row=#2` and `column=#3` count from 1 (rows from the one below the header),
`row=#-1` is the last row. `in=Date` names the column in which the row's label stands (else: the first column, or any column
left of the value). `column=Killed>Children` walks down a header of several lines. Two cells that fit are both given, so that
the caller can say "ambiguous"; none is an empty answer with a reason.
"""

from .locators import (
    MARKS,
    Locator,
    check_locator,
    parse_locator,
    with_thousands,
    without_thousands,
    words_locator,
)

__all__ = [
    "MARKS",
    "Locator",
    "check_locator",
    "parse_locator",
    "with_thousands",
    "without_thousands",
    "words_locator",
]
