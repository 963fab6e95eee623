"""The measuring process: `python -m bench.recheck.measures BASE PAGES ROWS PART…`, with the servers' addresses in its environment."""

import os
import sys

from django.core.management import call_command
from django.db import connections

from bench.recheck import desk, leasing, visiting  # noqa: F401 (desk comes first)


def main(base: str, pages: int, rows: int, parts: list[str]) -> None:
    call_command("migrate", verbosity=0)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {pages} pages of 10 KB a round\n")
    print("| what | goal | found: median (least–most) | |\n|---|---|---|---|")
    sizes = [10_000, 100_000, rows] if rows > 100_000 else [10_000, rows]
    steps = {
        "loop": lambda: visiting.loop(base, pages),
        "workers": lambda: visiting.workers(base, pages),
        "safety": lambda: visiting.safety(base, pages // 2),
        "messages": lambda: leasing.messages(base),
        # The last two, because they do away with the sources of the others.
        "due": lambda: leasing.due(sizes),
        "leases": leasing.leases,
    }
    for name, step in steps.items():
        if name in parts:
            step()
    connections.close_all()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
