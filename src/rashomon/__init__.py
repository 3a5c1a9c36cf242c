"""rashomon: one event, many accounts.

Reads several reports of one event and lays them side by side, every item pointing at the characters it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from rashomon.collate.judge import Judgement
from rashomon.errors import RashomonError
from rashomon.records import Article, Collation, Span
from rashomon.version import __version__

# The package of that name is loaded before the function below takes the name: once loaded it never takes it back.
import_module("rashomon.collate")


__all__ = ["Article", "Collation", "Judgement", "RashomonError", "Span", "__version__", "collate"]


def collate(inputs: Sequence[str | Path | Article], judgements: Sequence[Judgement] | Path = ()) -> Collation:
    """Collate reports of one event, as people have judged it before.

    `inputs` are Articles, paths of files or folders (`Path`), or texts (`str`). `judgements` are those made, in their order, or the file
    that `rashomon judge` keeps them in. Raises `RashomonError` when no input can be used.
    """
    from rashomon.app import assemble
    from rashomon.app.judgements import read_judgements

    given = [assemble.article_of(x, f"text {i}") if isinstance(x, str) else x for i, x in enumerate(inputs, start=1)]
    judged = read_judgements(judgements) if isinstance(judgements, Path) else judgements
    return assemble.collate_inputs(assemble.ingest(given), judged)
