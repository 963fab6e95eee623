"""The article in a terminal, with what was found marked in it and read out below."""

from typing import Final

from .values import Extraction, Figure, Quote, Rejected, amount_text

PLAIN: Final = {"figure": ("⟦", "⟧"), "quote": ("‹", "›"), "rejected": ("(", ")"), "boilerplate": ("", "")}
"""Marks where the output is no terminal."""
COLOURS: Final = {
    "figure": ("\x1b[30;43m", "\x1b[0m"),
    "quote": ("\x1b[36m", "\x1b[0m"),
    "rejected": ("\x1b[2;9m", "\x1b[0m"),
    "boilerplate": ("\x1b[2m", "\x1b[0m"),
}
CLAIMS: Final = {"headline", "caption", "heading", "body"}
CONTROLS: Final = dict.fromkeys([*range(9), *range(11, 32), 127], "\ufffd")
"""Control characters of an article must not reach the terminal."""


def shown(text: str, found: Extraction, *, colours: bool) -> str:
    """The article with marks, then one line a reading: "[1] sekitar 1.400 orang  1400 about, counts orang, killed"."""
    marks = COLOURS if colours else PLAIN
    lines = [marked(text, found, marks), ""]
    lines += [f"[{number}] {describe_figure(figure)}" for number, figure in enumerate(found.figures, 1)]
    lines += [f"“{number}” {describe_quote(quote)}" for number, quote in enumerate(found.quotes, 1)]
    lines += [f"  –  {describe_rejected(numeral)}" for numeral in found.rejected if numeral.why != "boilerplate"]
    return "\n".join(lines).translate(CONTROLS if not colours else {**CONTROLS, 27: "\x1b"}) + "\n"


def marked(text: str, found: Extraction, marks: dict[str, tuple[str, str]]) -> str:
    """The text with each figure, quote, refused numeral and stretch of boilerplate between its marks.

    A figure inside a quote is marked too: the quote's mark closes before it and opens again behind it.
    """
    kinds = [""] * len(text)
    numbers = {}
    for block in found.blocks:
        if block.kind not in CLAIMS:
            kinds[block.start : block.end] = ["boilerplate"] * (block.end - block.start)
    for quote in found.quotes:
        for start, end in quote.parts or ((quote.start, quote.end),):
            kinds[start:end] = ["quote"] * (end - start)
    for numeral in found.rejected:
        if numeral.why != "boilerplate":
            kinds[numeral.start : numeral.end] = ["rejected"] * (numeral.end - numeral.start)
    for number, figure in enumerate(found.figures, 1):
        kinds[figure.start : figure.end] = ["figure"] * (figure.end - figure.start)
        numbers[figure.end] = f"[{number}]"
    pieces, last = [], ""
    for index, char in enumerate(text):
        kind = kinds[index]
        if kind != last or index in numbers:
            pieces += [marks[last][1] if last else "", numbers.get(index, ""), marks[kind][0] if kind else ""]
            last = kind
        pieces.append(char if char != "\x1b" else "\ufffd")
    return "".join([*pieces, marks[last][1] if last else "", numbers.get(len(text), "")])


def describe_figure(figure: Figure) -> str:
    """One figure in a line."""
    value = amount_text(figure.value) or "?"
    if figure.high is not None:
        value += f"–{amount_text(figure.high)}"
    facts = [
        figure.unit or "",
        f"counts {figure.counted}" if figure.counted else "",
        figure.event or "",
        f"on {figure.event_date}" if figure.event_date else "",
        f"in {figure.place}" if figure.place else "",
        figure.accumulation or "",
        f"in quote {figure.within + 1}" if figure.within is not None else "",
        f"{figure.relation.kind} of [{figure.relation.figure + 1}]" if figure.relation else "",
        figure.rule,
    ]
    words = " ".join(figure.text.split())
    return f"{words}  =  {value} {figure.bound}, " + ", ".join(fact for fact in facts if fact)


def describe_quote(quote: Quote) -> str:
    """One quote in a line."""
    words = " ".join(quote.text.split())
    words = words if len(words) <= 60 else words[:57] + "…"
    who = quote.speaker.name if quote.speaker else "unknown"
    role = f" ({quote.speaker.role})" if quote.speaker and quote.speaker.role else ""
    chain = "".join(f" → {part.role}: {part.text}" for part in quote.attribution if part.role != "speaker")
    return f"{words}  —  {who}{role}{chain}, {quote.form}, {quote.rule}"


def describe_rejected(numeral: Rejected) -> str:
    """One refused numeral in a line."""
    return f"{' '.join(numeral.text.split())}: {numeral.why}"
