"""`rashomon serve`: the desk in a browser and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.app.cli.corpus import DEFAULT
from rashomon.app.cli.serving import LOOPBACK, Host, OtherNames, Port, Served, TokensOf, address
from rashomon.errors import RashomonError

_ELSEWHERE_PER_MINUTE = 600
_GOODBYE_SECONDS = 3


def serve(
    corpus: Served = Path(DEFAULT),
    host: Host = LOOPBACK,
    port: Port = 8000,
    allow_host: OtherNames = None,
    tokens: TokensOf = None,
    per_minute: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="Requests a minute from one address; 0: any. Default: any on loopback, else 600."
        ),
    ] = None,
    max_body: Annotated[int, typer.Option(min=1, metavar="MB", help="The most that a request may bring.")] = 16,
) -> None:
    """Open the desk: pages for a browser, /api/v1 for programs."""
    try:
        import uvicorn

        from rashomon.app.web.pages.render import prepare
        from rashomon.app.web.server import create_app
        from rashomon.app.web.settings import MEBIBYTE, ServeSettings, is_loopback
        from rashomon.app.web.threads import settle
    except ImportError as e:
        raise RashomonError(f"serving needs {e.name}: install rashomon[web]") from e
    allowance = per_minute if per_minute is not None else 0 if is_loopback(host) else _ELSEWHERE_PER_MINUTE
    settings = ServeSettings(
        host=host,
        port=port,
        allowed_hosts=tuple(allow_host or ()),
        tokens=tokens,
        max_body=max_body * MEBIBYTE,
        requests_per_minute=allowance,
    )
    app = create_app(corpus, settings)
    prepare()
    settle()
    typer.echo(f"The desk is open at {address(host, port)}/ (Ctrl-C closes it)", err=True)
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=_GOODBYE_SECONDS,
    )
