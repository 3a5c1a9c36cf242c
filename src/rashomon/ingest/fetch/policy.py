"""How far fetching may go: times, sizes, redirects, ports, and whose machines it may ask."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.errors import InputError


class RefusedError(InputError):
    """An address that is not fetched, or an answer that is not taken; the message says why in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The bounds of one `Fetcher`. Times are in seconds, sizes in bytes.

    `allow_private` lets it ask private, loopback and other addresses that are not of the public internet, on any port: for a
    newsroom's own machines and for tests, never for addresses that strangers give. `follow` fetches the pages that a fetched
    feed's entries link to where the feed itself carries only their beginnings.
    """

    user_agent: str = "rashomon"
    connect_within: float = 10.0
    silent_for: float = 20.0
    whole_within: float = 60.0
    max_bytes: int = 20_000_000
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    allow_private: bool = False
    robots: bool = True
    pause: float = 1.0
    longest_pause: float = 30.0
    follow: bool = False
