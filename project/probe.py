"""`python -m project.probe URL`: ends with 0 when that address of this machine answers 200. For containers' health checks."""

import http.client
import sys
from urllib.parse import urlsplit


def answers(url: str, timeout: float = 5) -> bool:
    """True when the address answers 200 within the time given."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if answers(sys.argv[1]) else 1)
