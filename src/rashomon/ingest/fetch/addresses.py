"""Which machine an address names: only what stands on the public internet, in whatever form the address is written."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from rashomon.ingest.fetch.policy import Policy, RefusedError

Resolve = Callable[[str, int], list[str]]
"""Given a host and port, the IP addresses it stands for now, in the order in which to try them. Raises OSError."""

_PORTS = {"http": 80, "https": 443}
_NAT64 = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}\.?", re.IGNORECASE)
_LONGEST = 4000


def check_address(url: str, policy: Policy) -> None:
    """Raise `RefusedError` for an address that is not to be asked, whatever machine it names."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as e:
        raise RefusedError(f"not an address ({e})") from e
    if parts.scheme not in _PORTS:
        raise RefusedError(f"{parts.scheme or 'no scheme'}: only http and https are fetched")
    if not host or len(url) > _LONGEST:
        raise RefusedError("not an address: " + ("too long" if host else "it names no host"))
    if any(c.isspace() or not c.isprintable() for c in url):
        raise RefusedError("not an address: it holds white space or control characters")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("an address with a user name or password in it is not fetched")
    if _NUMERIC.fullmatch(host) and not _is_plain(host):
        raise RefusedError(f"the host {host} is a number in disguise: write its address with four decimal parts")
    if port not in policy.ports and not policy.allow_private:
        raise RefusedError(f"port {port} is not one that pages are fetched from")


def resolve(host: str, port: int) -> list[str]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def check_machine(address: str, host: str, policy: Policy) -> None:
    """Raise `RefusedError` unless the IP address is one of the public internet, or private ones are allowed."""
    if policy.allow_private:
        return
    try:
        numbers = list(_meant_by(address))
    except ValueError as e:
        raise RefusedError(f"{host} stands for {address}, which is no IP address") from e
    if any(not n.is_global or n.is_multicast or n.is_reserved or n.is_unspecified for n in numbers):
        which = address if host == address else f"{host} stands for {address}, which"
        raise RefusedError(f"{which} is not on the public internet")


def _meant_by(address: str) -> Iterator[IPv4Address | IPv6Address]:
    """The IP address itself, or the IPv4 addresses that it carries inside, by which a tunnel or gateway would go on."""
    number = ip_address(address)
    if isinstance(number, IPv4Address):
        yield number
        return
    inner = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
    if number in _NAT64 or (number in _COMPATIBLE and int(number) > 1):
        inner.append(IPv4Address(int(number) & 0xFFFFFFFF))
    carried = [i for i in inner if i is not None]
    yield from carried
    if not carried or number.teredo:
        yield number


def _is_plain(host: str) -> bool:
    try:
        return str(ip_address(host)) == host
    except ValueError:
        return False
