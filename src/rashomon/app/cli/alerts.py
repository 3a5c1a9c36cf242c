"""`rashomon alerts`: what the rules have to tell, each thing once."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from rashomon.app.cli.corpus import DEFAULT, CorpusFile


def alerts(
    rules: Annotated[Path, typer.Argument(metavar="RULES", help="A TOML file of rules (docs/alerts.md).")],
    corpus: CorpusFile = Path(DEFAULT),
    every: Annotated[int, typer.Option(min=0, metavar="SECONDS", help="Look again and again; 0: once.")] = 0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Webhooks may go to private and loopback addresses.")
    ] = False,
) -> None:
    """Tell new contradictions, facts that reached independent origins, and expected events that are overdue."""
    from rashomon.app.alerts import Sinks, Told, read_rules, tell_new
    from rashomon.app.desk import Desk
    from rashomon.store import Corpus

    found = read_rules(rules)
    desk = Desk(Corpus.open(corpus))
    told = Told(rules.with_name(rules.name + ".told"))
    sinks = Sinks(typer.echo, allow_private=allow_private)
    while True:
        _, failed = tell_new(desk, found, told, sinks)
        for line in dict.fromkeys(failed):
            typer.echo(f"rashomon: {line}", err=True)
        if not every:
            break
        time.sleep(every)
    sinks.close()
    if failed:
        raise typer.Exit(1)
