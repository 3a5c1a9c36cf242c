"""The stemma: articles, agencies, people, documents and platforms, and who relies on whom.

As in textual criticism a witness may have several parents (contamination), and where two witnesses share words that neither can be
shown to have from the other, a lost common ancestor is inferred.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Literal

from rashomon.origins.credits import own_entry
from rashomon.origins.manner import Manner
from rashomon.origins.parties import Parties, Party
from rashomon.origins.register import Entry
from rashomon.origins.reuse import Copied
from rashomon.origins.ties import Tie
from rashomon.records import Edge, Node, Span, Stemma, Witness
from rashomon.records.collation import OriginKind

NodeKind = Literal["article", "agency", "person", "document", "platform"]
EdgeKind = Literal["credit", "attribution", "reuse"]
LONG = 25
"""Words alike beyond which two texts likely had them from one source; shorter passages only may."""

_NODE: dict[OriginKind, NodeKind] = {
    "speaker": "person",
    "agency": "agency",
    "outlet": "agency",
    "document": "document",
    "platform": "platform",
}
_CERTAINTY = ("stated", "likely", "may")


def draw_stemma(
    witnesses: Sequence[Witness], parties: Parties, ties: Sequence[Tie], passages: Sequence[Copied]
) -> Stemma:
    """Nodes and edges in a fixed order. `passages` holds each shared passage once, on the side that took it if that is known."""
    drawing = _Drawing(witnesses, parties)
    for tie in _with_reports(ties):
        drawing.tie(tie)
    drawing.copies([p for p in passages if p.told])
    drawing.lost([p for p in passages if not p.told])
    return drawing.stemma()


class _Drawing:
    def __init__(self, witnesses: Sequence[Witness], parties: Parties) -> None:
        own = {w.article.id: own_entry(w.article, parties.register) for w in witnesses}
        self._nodes = {
            w.article.id: Node(id=w.article.id, kind="article", name=_title(w, own[w.article.id])) for w in witnesses
        }
        self._printed = _printed({a: parties.of_entry(e).id for a, e in own.items() if e is not None})
        self._evidence: dict[tuple[str, str, EdgeKind], set[Span]] = defaultdict(set)
        self._certainty: dict[tuple[str, str, EdgeKind], str] = {}

    def tie(self, tie: Tie) -> None:
        """An article relies on a party, through others perhaps."""
        kind: EdgeKind = "credit" if tie.manner in ("credit", "contribution") else "attribution"
        here = tie.article
        for party in (*tie.through, tie.party):
            there = self._party(party, tie)
            if there != here:
                self._edge(here, there, kind, tie.evidence, "likely" if there in self._printed.values() else "stated")
            here = there

    def copies(self, passages: Sequence[Copied]) -> None:
        """Passages that one article took from another."""
        for p in passages:
            certainty = "stated" if p.reason == "credit" else "likely"
            self._edge(p.span.article, p.other.article, "reuse", (p.span, p.other), certainty)

    def lost(self, passages: Sequence[Copied]) -> None:
        """Articles with words in common and no order among them: an ancestor that none of them names."""
        for group in _connected(passages):
            spans = sorted({s for p in group for s in (p.span, p.other)})
            articles = sorted({s.article for s in spans})
            node = "lost:" + sha256("\n".join(articles).encode("utf-8", "surrogatepass")).hexdigest()[:12]
            self._nodes[node] = Node(id=node, kind="document", name="lost common source", inferred=True)
            certainty = "likely" if max(p.matched for p in group) >= LONG else "may"
            for s in spans:
                self._edge(s.article, node, "reuse", (s,), certainty)

    def stemma(self) -> Stemma:
        edges = tuple(
            Edge(source=s, target=t, kind=k, evidence=tuple(sorted(e)), certainty=self._certainty[s, t, k])
            for (s, t, k), e in sorted(self._evidence.items())
        )
        order = {"article": 0, "agency": 1, "platform": 2, "document": 3, "person": 4}
        return Stemma(nodes=tuple(sorted(self._nodes.values(), key=lambda n: (order[n.kind], n.id))), edges=edges)

    def _party(self, party: Party, tie: Tie) -> str:
        """The node of a party: the witness itself where an outlet's own report is among the witnesses."""
        printed = self._printed.get(party.id)
        if printed is not None and printed != tie.article and tie.manner in ("report", "credit"):
            return printed
        inferred = tie.manner == "unnamed" and party == tie.party
        known = self._nodes.get(party.id)
        if known is None:
            self._nodes[party.id] = Node(id=party.id, kind=_NODE[party.kind], name=party.name, inferred=inferred)
        elif known.name < party.name:
            # "The magazine" here, "the magazine" there: one name whatever the order of the reports, and small letters sort last.
            self._nodes[party.id] = replace(known, name=party.name)
        return party.id

    def _edge(self, source: str, target: str, kind: EdgeKind, evidence: Sequence[Span], certainty: str) -> None:
        key = (source, target, kind)
        self._evidence[key].update(evidence)
        known = self._certainty.get(key, certainty)
        self._certainty[key] = min(known, certainty, key=_CERTAINTY.index)


def _with_reports(ties: Sequence[Tie]) -> Iterator[Tie]:
    """The ties, voices that a sentence ascribes to an agency's report led through that agency."""
    reports: dict[str, list[Tie]] = defaultdict(list)
    for t in ties:
        if t.manner in ("report", "channel"):
            reports[t.article].append(t)
    for t in ties:
        over = next((r for r in reports[t.article] if _reported(t, r)), None)
        yield (
            t
            if over is None
            else Tie(
                article=t.article,
                party=t.party,
                manner=t.manner,
                evidence=t.evidence,
                scope=t.scope,
                through=(over.party,),
            )
        )


def _reported(tie: Tie, report: Tie) -> bool:
    voiced: tuple[Manner, ...] = ("voice", "document")
    within = any(s.contains(tie.evidence[0]) for s in report.scope)
    return tie.manner in voiced and not tie.through and within and tie.party.id != report.party.id


def _printed(outlets: Mapping[str, str]) -> dict[str, str]:
    """Party id of an outlet to its article, for outlets with just one article among the witnesses."""
    count = Counter(outlets.values())
    return {party: article for article, party in outlets.items() if count[party] == 1}


def _connected(passages: Sequence[Copied]) -> list[list[Copied]]:
    """Passages grouped so that those touching the same words of an article are together."""
    places = sorted((s, i) for i, p in enumerate(passages) for s in (p.span, p.other))
    group = list(range(len(passages)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    reach: Span | None = None
    last = 0
    for span, i in places:
        if reach is not None and reach.overlaps(span):
            group[max(root(i), root(last))] = min(root(i), root(last))
            reach = reach.cover(span)
        else:
            reach = span
        last = i
    found: dict[int, list[Copied]] = {}
    for i, p in enumerate(passages):
        found.setdefault(root(i), []).append(p)
    return list(found.values())


def _title(w: Witness, entry: Entry | None) -> str:
    """The outlet as far as it is known, else the headline or the first line."""
    headline = next((p.span.of(w.article.text).strip() for p in w.article.parts if p.kind == "headline"), "")
    first = w.article.text.strip().split("\n", 1)[0]
    return w.outlet or (entry.name if entry else "") or w.article.headline or headline or first or w.article.id
