"""The tools over streamable HTTP, behind the same guards as the desk."""

from __future__ import annotations

from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp

from rashomon.app.desk import Desk
from rashomon.app.mcp.server import make_server
from rashomon.app.web.guards.access import TokenGate
from rashomon.app.web.guards.forgery import SameOriginWrites
from rashomon.app.web.guards.headers import SecurityHeaders
from rashomon.app.web.guards.host import KnownHosts
from rashomon.app.web.guards.rate import RateLimit
from rashomon.app.web.guards.size import BodyCap
from rashomon.app.web.settings import ServeSettings, refuse_exposure
from rashomon.app.web.tokens import TokenFile

PATH = "/mcp"


def http_app(desk: Desk, settings: ServeSettings) -> ASGIApp:
    """The application that serves the tools at /mcp. Raises `UsageError` where other machines could use it without a token."""
    tokens = TokenFile(settings.tokens) if settings.tokens is not None else None
    refuse_exposure(settings, len(tokens.tokens()) if tokens is not None else 0)
    unguarded = TransportSecuritySettings(enable_dns_rebinding_protection=False)  # KnownHosts does it
    app: ASGIApp = make_server(desk).streamable_http_app(
        streamable_http_path=PATH, transport_security=unguarded, max_request_body_size=settings.max_body
    )
    app = SameOriginWrites(app, api=(PATH,))
    app = BodyCap(app, cap=settings.max_body)
    if tokens is not None:
        app = TokenGate(app, tokens, api=(PATH,), only_reads=True)
    if settings.requests_per_minute:
        app = RateLimit(app, settings.requests_per_minute)
    return SecurityHeaders(KnownHosts(app, settings))
