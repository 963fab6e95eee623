"""Found by every Python that a test starts (tests/conftest.py puts this folder on PYTHONPATH): the same guard there."""

import importlib.util
import sys
from pathlib import Path

# Under the name by which a test process imports it, so that there is one list of attempts.
spec = importlib.util.spec_from_file_location("tests.guard", Path(__file__).parent.parent / "guard.py")
guard = sys.modules["tests.guard"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(guard)
guard.install()
