"""How the desk is served, and what may not be served at all."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import UsageError

API = "/api/v1"
"""Where the REST interface begins."""
MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """What `rashomon serve` can be told.

    `allowed_hosts`: names beside the address itself by which browsers may call the server. `tokens`: the file of access tokens; where
    it is None nobody has to show one, which only a loopback address may do. `requests_per_minute` is one client's allowance, 0 for no limit.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    allowed_hosts: tuple[str, ...] = ()
    tokens: Path | None = None
    max_body: int = 16 * MEBIBYTE
    requests_per_minute: int = 0

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host name or address means this machine."""
    if host.lower() == "localhost":
        return True
    address = address_of(host)
    return address is not None and address.is_loopback


def address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is written as, with or without the brackets of a URL; None for a name."""
    try:
        return ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None


def refuse_exposure(settings: ServeSettings, tokens: int) -> None:
    """Raise `UsageError` where other machines could read the corpus without a token; `tokens` is how many there are."""
    if not settings.loopback and not tokens:
        raise UsageError(
            f"{settings.host} can be reached from other machines: make a token first (rashomon token add NAME) "
            "and serve with --tokens FILE, or serve on 127.0.0.1"
        )
