"""What each part of collation contributes: the collation figures with one part at a time taken out.

`python -m quality.ablate` prints a Markdown table over the kit's hand-annotated groups. A part is taken out where the pipeline calls it,
so that what is measured is the product less that part and nothing else.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from types import ModuleType
from typing import Any
from unittest.mock import patch

from quality.measure import KIT
from rashomon import __version__
from rashomon.app import assemble
from rashomon.records import Annotation, Article, Claim
from rashomon.report.json import collation_json

Part = Callable[[], Iterator[None]]


@contextmanager
def nothing() -> Iterator[None]:
    """The product as it is."""
    yield


@contextmanager
def dating() -> Iterator[None]:
    """Articles keep only the dates that they state themselves."""
    with patch("rashomon.collate.pipeline.date_story", lambda _, annotations: [a.published for a in annotations]):
        yield


@contextmanager
def coreference() -> Iterator[None]:
    """Nominals and pronouns stand for nobody."""
    from rashomon.annotate import pipeline

    resolve = pipeline.resolve

    def names_only(*args: Any) -> Any:
        entities, mentions = resolve(*args)
        return entities, tuple(m for m in mentions if m.kind == "name")

    with patch("rashomon.annotate.pipeline.resolve", names_only):
        yield


@contextmanager
def modality() -> Iterator[None]:
    """Whatever is planned, hoped or denied counts as asserted."""
    from rashomon.collate import pipeline

    extract = pipeline.extract_claims

    def asserted(article: Article, annotation: Annotation) -> tuple[Claim, ...]:
        return tuple(replace(c, modality="asserted") for c in extract(article, annotation))

    with patch("rashomon.collate.pipeline.extract_claims", asserted):
        yield


@contextmanager
def event_identity() -> Iterator[None]:
    """Nothing forbids that claims of other times, people or events are one fact; no events are known."""
    with ExitStack() as stack:
        stack.enter_context(
            patch("rashomon.collate.align.contradict", lambda a, b, *_: a.claim.span.overlaps(b.claim.span))
        )
        stack.enter_context(patch("rashomon.collate.pipeline.group_events", lambda *_: ()))
        yield


@contextmanager
def lexicon() -> Iterator[None]:
    """No word has a synonym, an opposite, a derived form or a class."""
    modules = [
        m for name, m in sys.modules.items() if name.startswith("rashomon.") and not name.startswith("rashomon.lexicon")
    ]
    empty: dict[str, Any] = {
        "are_synonyms": lambda a, b, *_: a == b,
        "are_related": lambda a, b, *_: a == b,
        "are_opposed": lambda *_: False,
        "derived": lambda *_: frozenset(),
        "opposites": lambda *_: frozenset(),
        "siblings": lambda *_: frozenset(),
        "class_of": lambda *_: None,
    }
    with ExitStack() as stack:
        for module in modules:
            for name, stand_in in empty.items():
                if name in vars(module):
                    stack.enter_context(patch.object(module, name, stand_in))
        forget(modules)
        yield
    forget(modules)


def forget(modules: list[ModuleType]) -> None:
    """Empty the caches of functions, which hold answers of the part that is taken out or put back."""
    for module in modules:
        for value in vars(module).values():
            if callable(getattr(value, "cache_clear", None)) and "parser" not in getattr(value, "__name__", ""):
                value.cache_clear()


PARTS = (nothing, dating, coreference, modality, event_identity, lexicon)


def scorer() -> ModuleType:
    """The kit's scorer of collations as a module."""
    spec = importlib.util.spec_from_file_location("score_collation", KIT / "eval" / "score_collation.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(score: ModuleType) -> Counter[str]:
    """Hits and totals over all groups."""
    found: Counter[str] = Counter()
    for gold_file in sorted([KIT / "seeds" / "gold.json", *KIT.glob("eval/discrepancies/*/gold.json")]):
        gold = json.loads(gold_file.read_text("utf-8"))
        collation = assemble.collate_inputs(assemble.ingest(sorted(str(p) for p in gold_file.parent.glob("*.txt"))))
        out: dict[str, Any] = {}
        pred = score.rename(json.loads(json.dumps(collation_json(collation, __version__))), gold)
        score.facts(gold, pred, out, {})
        score.differences(gold, pred, out, {})
        facts, differences = out["facts"], out["differences"]
        found["pairs"] += facts["pairs"]
        found["pair hits"] += round((facts["recall"] or 0) * facts["pairs"])
        found["judged"] += facts["judged"]
        found["right"] += round((facts["precision"] or 0) * facts["judged"])
        for severity in ("hard", "medium"):
            hits, of = differences.get(severity, (0, 0))
            found["loud hits"] += hits
            found["loud gold"] += of
        found["loud"] += differences["reported"]
        found["loud right"] += round((differences["precision"] or 0) * differences["reported"])
        found["traps"] += out["traps"]["fired"]
    return found


def row(name: str, n: Counter[str]) -> str:
    """One row of the table."""

    def share(hits: str, of: str) -> str:
        return f"{n[hits] / n[of]:.3f} ({n[hits]}/{n[of]})" if n[of] else "–"

    pairs, right = share("pair hits", "pairs"), share("right", "judged")
    return f"| {name} | {pairs} | {right} | {share('loud hits', 'loud gold')} | {share('loud right', 'loud')} | {n['traps']} |"


def main() -> int:
    """Print the table."""
    if not KIT.is_dir():
        print(f"ablate: nothing measured: the evaluation kit is not at {KIT}", file=sys.stderr)
        return 0
    score = scorer()
    print(
        "| without | fact pairs found | fact pairs right | hard and medium found | of those reported, right | traps fired |"
    )
    print("|-|-:|-:|-:|-:|-:|")
    for part in PARTS:
        with part():
            print(row(part.__name__.replace("_", " "), figures(score)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
