"""What sites ask of programs that fetch: robots.txt (RFC 9309), read once for each site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from protego import Protego

from rashomon.ingest.fetch.policy import Policy, RefusedError

MAX_BYTES = 512_000
"""RFC 9309 asks for at least 500 KiB to be read; what follows is left unread."""
_ALL = "User-agent: *\nDisallow:"


class Robots:
    """The rules of the sites asked so far. `ask` gives status and text of an address, or raises `RefusedError`."""

    def __init__(self, policy: Policy, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._policy = policy
        self._ask = ask
        self._rules: dict[str, Protego] = {}

    def pause(self, url: str) -> float:
        """Seconds that the site wants between two requests; 0 where it says nothing. Raises `RefusedError` where it forbids `url`."""
        site = urlunsplit((*urlsplit(url)[:2], "", "", ""))
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if not rules.can_fetch(url, self._policy.user_agent):
            raise RefusedError("the site's robots.txt asks programs not to fetch this page")
        return rules.crawl_delay(self._policy.user_agent) or 0.0

    def _read(self, site: str) -> Protego:
        status, text = self._ask(f"{site}/robots.txt")
        if status >= 500 or status == 429:
            raise RefusedError(
                f"the site's robots.txt cannot be read now (status {status}), so nothing of it is fetched"
            )
        return Protego.parse(text.decode("utf-8", "replace") if status == 200 else _ALL)
