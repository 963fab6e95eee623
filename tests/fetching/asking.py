"""The gateway's verbs as the tests use them: under one name, and with time enough where a test does not say how much."""

from functools import partial

from claims import fetching

AGENT = "Periksa/1.0 (desk)"
PLENTY = fetching.Limits(deadline=30)

fetch = partial(fetching.fetch, limits=PLENTY, user_agent=AGENT)
post = partial(fetching.post, limits=PLENTY, user_agent=AGENT)
robots = partial(fetching.robots, limits=PLENTY, user_agent=AGENT)
