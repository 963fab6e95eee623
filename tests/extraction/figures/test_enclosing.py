from claims.extraction.figures.enclosing import Enclosing
from claims.extraction.values import Quote, Span


def quote(start: int, end: int, *, clause: Span | None = None, parts: tuple[Span, ...] = ()) -> Quote:
    return Quote(start, end, "", "direct", parts, clause, None, None, (), "")


def test_the_shortest_quote_that_holds_a_stretch_is_told() -> None:
    enclosing = Enclosing([quote(0, 100), quote(10, 30), quote(40, 60)])
    assert [enclosing.innermost(*span) for span in ((2, 5), (12, 14), (28, 33), (41, 60), (99, 100), (100, 104))] == [
        0,
        1,
        0,
        2,
        0,
        None,
    ]


def test_a_quote_in_parts_holds_nothing_between_them_unless_its_clause_does() -> None:
    parts = ((0, 10), (20, 30))
    apart, whole = Enclosing([quote(0, 30, parts=parts)]), Enclosing([quote(0, 30, parts=parts, clause=(0, 30))])
    assert [apart.innermost(*span) for span in ((5, 7), (12, 15), (22, 24))] == [0, None, 0]
    assert whole.innermost(12, 15) == 0


def test_a_quote_holds_what_stands_in_its_parts() -> None:
    enclosing = Enclosing([quote(0, 30, parts=((0, 10), (20, 30)))])
    assert [enclosing.holds(0, offset) for offset in (0, 9, 10, 15, 20, 30)] == [True, True, False, False, True, False]
