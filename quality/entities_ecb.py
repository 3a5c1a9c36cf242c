"""How well entities hold together within and across articles, by the entity chains that people drew in ECB+.

    python quality/entities_ecb.py ../shared/eval/coref_events/docs.jsonl.gz [--topics N] [--show N]

ECB+ marks persons, bodies and places of a few sentences of each article, and which of them are the same over the articles of
one event. Figures: share of marked mentions found; B-cubed within the articles, and over all articles of an event, with a
missed mention as a cluster of its own; and the share of the pairs joined that people joined too (a wrong merge invents
agreement: this is the figure to keep high).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from rashomon.app.assemble import annotate_articles, ingest
from rashomon.collate.entities import resolve_story
from rashomon.records import Article

TAGS = ("HUMAN_PART_PER", "HUMAN_PART_ORG", "HUMAN_PART_GPE", "LOC_GEO", "LOC_FAC")


class Marked(NamedTuple):
    article: str
    start: int
    end: int
    text: str
    gold: str
    found: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--topics", type=int, default=1000, help="only topics up to this number")
    parser.add_argument("--show", type=int, default=0, help="print so many wrongly joined and wrongly parted pairs")
    args = parser.parse_args()
    events: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in gzip.decompress(args.docs.read_bytes()).decode("utf-8").splitlines():
        doc = json.loads(line)
        if doc["topic"] <= args.topics:
            events[doc["subtopic"]].append(doc)
    marked = [m for name in sorted(events) for m in read_event(name, events[name])]
    print(json.dumps(figures(marked)))
    for line in sorted(pairs_gone_wrong(marked))[: args.show]:
        print(line)


def read_event(name: str, docs: list[dict[str, Any]]) -> Iterator[Marked]:
    """The marked mentions of one event with the entity that each was given."""
    articles = ingest([Article(id=d["id"], text=d["text"]) for d in docs]).articles
    story = resolve_story(articles, list(annotate_articles(articles)))
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for e in story.entities:
        for s in e.mentions:
            spans[s.article].append((s.start, s.end, e.id))
    for doc in docs:
        for i, m in enumerate(doc["mentions"]):
            if m["tag"] not in TAGS:
                continue
            (start, end) = m["spans"][0][0], m["spans"][-1][1]
            gold = m["instance"] or f"{doc['id']}-{i}"
            found = best(spans[doc["id"]], start, end) or f"missed-{doc['id']}-{i}"
            yield Marked(doc["id"], start, end, doc["text"][start:end], f"{name}/{gold}", f"{name}/{found}")


def best(spans: Iterable[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The entity of the mention that lies nearest to [start, end), if one covers half of the shorter of the two."""
    near = [(min(e, end) - max(s, start) - abs((e - s) - (end - start)), name) for s, e, name in spans if 2 * (min(e, end) - max(s, start)) >= min(e - s, end - start)]  # fmt: skip
    return max(near)[1] if near else None


def figures(marked: list[Marked]) -> dict[str, Any]:
    within = [m._replace(gold=f"{m.article}/{m.gold}", found=f"{m.article}/{m.found}") for m in marked]
    joined, right = pair_counts(marked)
    return {
        "mentions": len(marked),
        "found": round(sum("missed-" not in m.found for m in marked) / len(marked), 4),
        "within": b_cubed(within),
        "across": b_cubed(marked),
        "joined_pairs_right": round(right / max(1, joined), 4),
    }


def b_cubed(marked: list[Marked]) -> dict[str, float]:
    by_gold, by_found = Counter(m.gold for m in marked), Counter(m.found for m in marked)
    both = Counter((m.gold, m.found) for m in marked)
    p = sum(both[m.gold, m.found] / by_found[m.found] for m in marked) / len(marked)
    r = sum(both[m.gold, m.found] / by_gold[m.gold] for m in marked) / len(marked)
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4)}


def pair_counts(marked: list[Marked]) -> tuple[int, int]:
    """Pairs of mentions put together, and those of them that are together in the gold."""

    def pairs(counts: Counter[Any]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    return pairs(Counter(m.found for m in marked)), pairs(Counter((m.gold, m.found) for m in marked))


def pairs_gone_wrong(marked: list[Marked]) -> Iterator[str]:
    """Texts that one entity joins against the gold, and texts of one gold chain that several entities hold."""
    for kind, one, other in (("joined", "found", "gold"), ("parted", "gold", "found")):
        groups: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for m in marked:
            groups[getattr(m, one)][getattr(m, other)][m.text] += 1
        for name, parts in groups.items():
            if len(parts) > 1:
                n = sum(sum(c.values()) for c in parts.values())
                shown = " | ".join(", ".join(sorted(c)) for c in sorted(parts.values(), key=lambda c: -sum(c.values())))
                yield f"{kind} {n:4} {name}: {shown}"


if __name__ == "__main__":
    main()
