"""What every command that listens can be told: which corpus, where, under which names, with which tokens."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

LOOPBACK = "127.0.0.1"

Served = Annotated[
    Path, typer.Argument(metavar="CORPUS", envvar="RASHOMON_CORPUS", help="The corpus: one SQLite file.")
]
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; loopback needs no token.")]
Port = Annotated[int, typer.Option(min=1, max=65535)]
OtherNames = Annotated[
    list[str] | None, typer.Option("--allow-host", metavar="NAME", help="Another name of this server.")
]
TokensOf = Annotated[
    Path | None, typer.Option("--tokens", metavar="F", help="Ask for tokens of this file (rashomon token add).")
]


def address(host: str, port: int) -> str:
    """The address that a browser is given."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
