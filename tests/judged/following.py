"""Pages that were revised, read from their files: what an editor confirmed in the first and what the second says of it."""

import html
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claims.comparison import Expected
from claims.locating import Seen
from claims.services.answers import Answer, Document
from claims.services.questions import EvidenceRow, Question
from tests.judged.judging import amount, expected_of, plain, same

FOLDER = Path(__file__).parent / "revised"


@dataclass(frozen=True)
class Pair:
    """One claim on a page and on the same page weeks later. `locator` is the place that an editor would have chosen instead of
    prose; `first` what the first page says, `reads` what the second one does, `chosen_reads` what that place may give."""

    name: str
    half: str
    kind: str
    expected: Expected
    first_page: bytes
    second_page: bytes
    confirmed: str
    locator: str
    first: str
    reads: tuple[str, ...]
    chosen_reads: tuple[str, ...]

    def answers(self, locator: str = "") -> tuple[Answer, Answer]:
        """What a check of the first page says and one of the second."""
        first = asked(self.first_page, self.expected, locator)
        return first, asked(self.second_page, self.expected, locator, first.seen)


def asked(body: bytes, expected: Expected, locator: str, seen: Seen | None = None) -> Answer:
    """What a page answers to a claim as a check would ask it."""
    evidence = EvidenceRow(1, 1, 1, "figure", None, "UTC", locator=locator, remembered=seen.packed() if seen else "")
    question = Question(evidence, expected, (), locator, None, {}, is_new=seen is None)
    answer = Document(body, "text/html", "utf-8", "https://source.example/").answer(question)
    assert answer is not None
    return answer


def pairs() -> Iterator[Pair]:
    """Every claim of every revised page."""
    for path in sorted(FOLDER.glob("*.toml")):
        for number, page in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["page"], 1):
            for row in page["claim"]:
                reads = row["reads"]
                yield Pair(
                    f"{path.stem} {number} {page['kind']}: {row['says'][:60]}",
                    path.stem,
                    page["kind"],
                    expected_of(row),
                    document(page, page["text"], None),
                    document(page, revised(page), page["after"]),
                    confirmed(page["text"], row),
                    row.get("locator") or words_locator(row["pinned"]),
                    row["first"],
                    tuple(reads.split("|")),
                    tuple(row.get("pinned_reads", reads).split("|")),
                )


def revised(page: dict[str, Any]) -> str:
    """The text of the second page: the first with its edits, each of words that stand there once."""
    text: str = page["text"]
    for old, new in page["edits"]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def confirmed(text: str, row: dict[str, Any]) -> str:
    """The words that an editor pins in the first page, "" for a cell."""
    if "pinned" not in row:
        return ""
    whole = "".join(row["pinned"][part] for part in ("prefix", "exact", "suffix"))
    assert text.count(whole) == 1, whole
    return whole


def words_locator(pinned: dict[str, str]) -> str:
    return "words:" + ";".join(f'{name}="{pinned[name]}"' for name in ("prefix", "exact", "suffix") if pinned[name])


def document(page: dict[str, Any], text: str, modified: date | None) -> bytes:
    """The page as a site serves it; a revised one keeps the day on which it was first published."""
    days = [("published_time", page["before"])] + ([("modified_time", modified)] if modified else [])
    head = "".join(f'<meta property="article:{name}" content="{day.isoformat()}">' for name, day in days)
    if page.get("media_type"):
        return text.strip().replace("<head>", "<head>" + head).encode()
    title, *lines = (html.escape(line) for line in text.strip().split("\n") if line.strip())
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    return (
        f'<html lang="{page["language"]}"><head><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>\n{body}</article></body></html>"
    ).encode()


def said(answer: Answer) -> str:
    """An answer in the words of the set: "about 1400", "10..12 percent", "missing", "ambiguous"."""
    read = answer.read
    if read is None or read.value is None:
        return answer.finding.kind
    words = [] if read.bound in {"exact", "range"} else [read.bound]
    words.append(plain(read.value) + (f"..{plain(read.high)}" if read.high is not None else ""))
    return " ".join([*words, *([read.unit] if read.unit else [])])


def outcome(reads: tuple[str, ...], answer: Answer) -> str:
    """right, wrong (a number called found that is not the page's for the claim), missing or ambiguous (safe, and not right)."""
    told = said(answer)
    if any(same(one, told) for one in reads):
        return "right"
    if told in {"missing", "ambiguous"}:
        return told
    numbers = [amount(one) for one in reads if one not in {"missing", "ambiguous"}]
    got = amount(told)
    near = any(all(got[name] == one[name] for name in ("value", "high", "unit")) for one in numbers)
    return "bound" if near else "wrong"
