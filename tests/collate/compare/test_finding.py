"""From what comparators find to differences: the same ones whatever letters the reports have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from tests.report.sample import sample

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, differences, side
from rashomon.records import Difference, Span


def at(article: str, start: int) -> Span:
    return Span(article=article, start=start, end=start + 4)


def found(order: Sequence[int], findings: Sequence[Finding]) -> tuple[Difference, ...]:
    """The differences of the sample's reports when they come in another order."""
    witnesses = sample().witnesses
    sigla = [w.siglum for w in witnesses]
    given = [replace(witnesses[i], siglum=siglum) for i, siglum in zip(order, sigla, strict=True)]
    return differences(findings, Evidence((), (), (), given))


def test_what_comes_together_does_not_hang_on_the_order_of_the_reports() -> None:
    a, b, c = (w.article.id for w in sample().witnesses[:3])
    # The second shares a place with the first and the third, which share none: a chain.
    pairs = [((a, 0), (b, 0)), ((b, 2), (c, 0)), ((c, 2), (a, 20))]
    findings = [
        Finding(kind="extent", severity="soft", sides=(side(at(*x), "some"), side(at(*y), "all")), topic=topic)
        for (x, y), topic in zip(pairs, ("the helm", "the helm of the ferry", ""), strict=True)
    ]
    results = [{(d.id, frozenset(d.sides)) for d in found(order, findings)} for order in permutations(range(3))]
    assert all(r == results[0] for r in results)
