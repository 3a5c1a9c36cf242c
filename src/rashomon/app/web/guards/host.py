"""Only requests meant for this server: a page elsewhere whose name was rebound to our address sends its own name as Host."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.app.web.problems import ProblemResponse
from rashomon.app.web.settings import ServeSettings, address_of, is_loopback


class KnownHosts:
    """Refuses a Host that is neither ours nor allowed. An address as such cannot be rebound; a name can."""

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self._app = app
        self._loopback = settings.loopback
        self._names = {n.lower() for n in (settings.host, *settings.allowed_hosts)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not self._known(Headers(scope=scope).getlist("host")):
            detail = "the Host header names another server: serve with --allow-host NAME if the name is yours"
            await ProblemResponse(421, detail)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _known(self, hosts: Sequence[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = host_name(hosts[0])
        if name in self._names or (self._loopback and is_loopback(name)):
            return True
        return not self._loopback and address_of(name) is not None


def host_name(host: str) -> str:
    """The name or address of a Host header, without its port."""
    host = host.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]
