"""`rashomon serve`: the desk in a browser and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rashomon.app.cli.corpus import DEFAULT
from rashomon.errors import RashomonError


def serve(
    corpus: Annotated[
        Path, typer.Argument(metavar="CORPUS", envvar="RASHOMON_CORPUS", help="The corpus: one SQLite file.")
    ] = Path(DEFAULT),
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; loopback needs no token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="NAME", help="Another name of this server.")
    ] = None,
) -> None:
    """Open the desk: pages for a browser, /api/v1 for programs."""
    try:
        import uvicorn

        from rashomon.app.web.server import create_app
        from rashomon.app.web.settings import ServeSettings
    except ImportError as e:
        raise RashomonError(f"serving needs {e.name}: install rashomon[web]") from e
    settings = ServeSettings(host=host, port=port, allowed_hosts=tuple(allow_host or ()))
    app = create_app(corpus, settings)
    typer.echo(
        f"The desk is open at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C closes it)", err=True
    )
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=False)
    raise typer.Exit
