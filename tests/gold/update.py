"""`python -m tests.gold.update`: raise the floors to what the engine reaches; refuses to lower one.

--lower    record lower floors too: say in the commit why the engine may read worse than it did
--show     only print what is measured, with every disagreement
"""

import argparse
import sys

from tests.gold.floors import WouldLower, measured, write


def main(arguments: list[str] | None = None) -> int:
    """0, or 1 when a floor would be lowered."""
    options = argparse.ArgumentParser(prog="python -m tests.gold.update")
    options.add_argument("--lower", action="store_true", help="record lower floors too")
    options.add_argument("--show", action="store_true", help="only print what is measured, with every disagreement")
    chosen = options.parse_args(arguments)
    if chosen.show:
        show(measured(print))
        return 0
    try:
        show(write(lower=chosen.lower)["floors"])
    except WouldLower as refusal:
        print(f"floors are not lowered without --lower: {refusal}", file=sys.stderr)
        return 1
    return 0


def show(table: dict[str, dict[str, float]]) -> None:
    for language, row in table.items():
        print(language, "  ".join(f"{name} {value:.3f}" for name, value in row.items()))


if __name__ == "__main__":
    sys.exit(main())
