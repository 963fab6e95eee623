"""`python -m claims.extraction`: reads articles from files or the standard input and prints what the engine finds."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from .language import UnknownLanguage, available, load
from .pipeline import extract
from .terminal import shown

PROGRAM = "claims.extraction"


class Unreadable(Exception):
    """A file that cannot be read as text; the message is one line."""


def main(arguments: list[str] | None = None) -> int:
    """Read each file and print its extraction; 0, or 1 when a file could not be read, 2 for a wrong call."""
    options = parser().parse_args(arguments)
    try:
        code = load(options.language).code if options.language else None
    except UnknownLanguage as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2
    status = 0
    for name in options.files:
        try:
            text = read(name)
        except Unreadable as error:
            print(f"{PROGRAM}: {error}", file=sys.stderr)
            status = 1
            continue
        found = extract(text, language=code, published=options.published, explain=options.explain)
        if options.format == "text":
            write(shown(text, found, colours=sys.stdout.isatty()))
        else:
            write(json.dumps(found.as_dict(), ensure_ascii=False, separators=(",", ":")) + "\n")
    return status


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog=f"python -m {PROGRAM}", description="Find the figures and quotes of articles.")
    made.add_argument("files", nargs="+", metavar="FILE", help="a UTF-8 text; - reads the standard input")
    made.add_argument("--language", help=f"{', '.join(available())}; guessed from the text when not given")
    made.add_argument("--published", type=day, metavar="YYYY-MM-DD", help="the day relative dates count from")
    made.add_argument(
        "--format", choices=("json", "text"), default="json", help="one JSON object a line, or the marked article"
    )
    made.add_argument("--explain", action="store_true", help="also tell why each other numeral is no claim")
    return made


def day(word: str) -> date:
    """A day as typed."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{word}” is no day; write it as 2023-10-27") from None


def write(output: str) -> None:
    """Write to the standard output as UTF-8, whatever the terminal's locale says."""
    sys.stdout.buffer.write(output.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def read(name: str) -> str:
    """The text of a file, newlines untouched. Raises Unreadable."""
    label = "standard input" if name == "-" else name
    try:
        data = sys.stdin.buffer.read() if name == "-" else open_bytes(name)
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{label}: not UTF-8 text (byte {error.start})") from error
    except OSError as error:
        raise Unreadable(f"{label}: {error.strerror or error}") from error


def open_bytes(name: str) -> bytes:
    """The bytes of a file."""
    return Path(name).read_bytes()


if __name__ == "__main__":
    sys.exit(main())
