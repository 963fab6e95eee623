"""One worker process of `visiting.workers`: gets ready, says so, waits for a line, reads its sources, says so."""

import json
import sys

from bench.recheck import desk, visiting  # noqa: F401 (desk comes first)
from claims import sandbox
from claims.services import checks

if __name__ == "__main__":
    sandbox.read(b"{}", "application/json")
    checks.check_due(0)
    print("ready", flush=True)
    sys.stdin.readline()
    visiting.recheck(json.loads(sys.argv[1]))
    print("done", flush=True)
