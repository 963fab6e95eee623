"""What the measurements have in common: the line about the machine, a Markdown table, a part of docs/benchmarks.md."""

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def machine_line() -> str:
    """What the figures were measured on, and how busy it was with other things."""
    return (
        f"Measured on {processor()}, {os.cpu_count()} cores (load {os.getloadavg()[1]:.1f}), "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; CPU time of one core."
    )


def processor() -> str:
    """The processor's name, where the system tells it."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "an unnamed processor"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a Markdown table."""
    return [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]


def write(part: str, title: str, lines: Sequence[str], page: Path = PAGE) -> None:
    """Replace one marked part of the page, or add it with its title at the end; the rest stays as it is.

    ValueError where the part has a beginning and no end.
    """
    first, last = f"<!-- {part} -->", f"<!-- /{part} -->"
    text = page.read_text(encoding="utf-8") if page.exists() else "# Benchmarks\n"
    if first not in text:
        text = f"{text.rstrip()}\n\n## {title}\n\n{first}\n{last}\n"
    before, _, rest = text.partition(first)
    _, end, after = rest.partition(last)
    if not end:
        raise ValueError(f"{page} has no {last} after its {first}")
    page.write_text("\n".join([f"{before}{first}", *lines, f"{last}{after}"]), encoding="utf-8")
