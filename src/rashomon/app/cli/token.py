"""`rashomon token`: who may ask a served desk, and who may also change it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from rashomon.app.web.tokens import TokenFile

token_app = typer.Typer(help="Tokens for a served desk: make, list, revoke.", no_args_is_help=True)
File = Annotated[Path, typer.Option("--tokens", metavar="F", help="The file that tokens are kept in, as hashes.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose it is.", show_default=False)]
DEFAULT_FILE = Path("tokens.jsonl")


@token_app.command()
def add(
    name: Name,
    scope: Annotated[Literal["read", "write"], typer.Option(help="write holds read.")] = "read",
    tokens: File = DEFAULT_FILE,
) -> None:
    """Make a token and show it, this once."""
    secret = TokenFile(tokens).add(name, scope)
    typer.echo(f"{name} may {scope}; the token is shown only now (serve with --tokens {tokens}):", err=True)
    typer.echo(secret)


@token_app.command("list")
def show(tokens: File = DEFAULT_FILE) -> None:
    """The tokens by name, one a line."""
    for token in TokenFile(tokens).tokens():
        typer.echo(f"{token.scope:<5} {token.name}")


@token_app.command()
def revoke(name: Name, tokens: File = DEFAULT_FILE) -> None:
    """Take a token back; a running server knows at once."""
    TokenFile(tokens).revoke(name)
    typer.echo(f"{name} is revoked", err=True)
