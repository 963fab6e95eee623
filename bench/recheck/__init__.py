"""Re-checking measured: `python -m bench.recheck [--pages N] [--rows N]` prints a table for docs/benchmarks.md.

Ratios, side by side in one run: the loop and what it is compared with take turns, the first round is dropped, and the range
over the rounds is told. What both read is compared before it counts. It needs a PostgreSQL (DATABASE_URL or one to start),
makes a database of its own there, and starts a page server and a broker of its own.
"""
