"""The only door to the network: what an address answers, as data.

    fetch(url, policy=…, limits=…, user_agent=…) -> Fetched          an article, a source, a feed
    post(url, body, headers, policy=…, limits=…, …) -> Fetched       a webhook
    robots(url, policy=…, limits=…, user_agent=…) -> RobotsFile      what a host allows; `judge(text, url, agent)` reads it

Nothing here raises for what a remote does: a refused address, a dead host, a bomb and a page that arrived whole are all
a `Fetched` with an `outcome`, a machine's `reason` and a sentence. Every address that a name resolves to is judged before
the connection, the connection goes to the address judged, and each redirect is judged again.
"""

from .addresses import forbidden
from .answers import RELOCATED
from .gateway import fetch, post
from .policy import Policy, Refused, Target, vet
from .robots import Judgement, RobotsFile, judge, robots
from .values import Fetched, Limits, Outcome, Validators

__all__ = [
    "RELOCATED",
    "Fetched",
    "Judgement",
    "Limits",
    "Outcome",
    "Policy",
    "Refused",
    "RobotsFile",
    "Target",
    "Validators",
    "fetch",
    "forbidden",
    "judge",
    "post",
    "robots",
    "vet",
]
