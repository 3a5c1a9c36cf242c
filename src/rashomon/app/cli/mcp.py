"""`rashomon mcp`: the desk as tools for an assistant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.app.cli.corpus import DEFAULT
from rashomon.app.cli.serving import LOOPBACK, Host, OtherNames, Port, Served, TokensOf, address
from rashomon.errors import RashomonError


def mcp(
    corpus: Served = Path(DEFAULT),
    http: Annotated[
        bool, typer.Option("--http", help="Streamable HTTP at /mcp instead of standard input and output.")
    ] = False,
    host: Host = LOOPBACK,
    port: Port = 8001,
    allow_host: OtherNames = None,
    tokens: TokensOf = None,
) -> None:
    """Offer the corpus to an assistant: find stories, facts, differences, who said what, check a claim. Nothing is changed."""
    from rashomon.app.desk import Desk
    from rashomon.store import Corpus

    try:
        from rashomon.app.mcp.server import make_server
    except ImportError as e:
        raise RashomonError(f"the tools need {e.name}: install rashomon[mcp]") from e
    desk = Desk(Corpus.open(corpus))
    if not http:
        make_server(desk).run()
        return
    import uvicorn

    from rashomon.app.mcp.http import PATH, http_app
    from rashomon.app.web.settings import ServeSettings

    settings = ServeSettings(host=host, port=port, allowed_hosts=tuple(allow_host or ()), tokens=tokens)
    app = http_app(desk, settings)
    typer.echo(f"The tools are at {address(host, port)}{PATH} (Ctrl-C closes them)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
