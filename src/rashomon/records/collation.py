"""The whole result for one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.annotation import Annotation, Dating
from rashomon.records.article import Article, Reject
from rashomon.records.claim import Claim
from rashomon.records.interval import TimeInterval
from rashomon.records.span import Span

DifferenceKind = Literal[
    "number", "duration", "date", "place", "identity", "attribution", "quotation", "polarity", "modality", "reason",
    "extent", "stance", "update", "omission",
]  # fmt: skip
Severity = Literal["hard", "medium", "soft"]
OriginKind = Literal["speaker", "agency", "outlet", "document", "platform"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """An article within a collation: its short letter, its date as far as it can be told, and what was read off it."""

    siglum: str
    article: Article
    annotation: Annotation
    outlet: str | None = None
    published: Dating | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something over the whole story. `names` are its surface forms with their counts; variants are no difference."""

    id: str
    type: str
    name: str
    names: tuple[tuple[str, int], ...]
    mentions: tuple[Span, ...]
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several claims are about: a kind of happening, who took part, when and where.

    `code` is a PLOVER type where one fits, `mode` how it was done in PLOVER's words, `cameo` the root code of CAMEO ("04").
    """

    id: str
    kind: str
    title: str
    claims: tuple[str, ...]
    participants: tuple[str, ...] = ()
    time: TimeInterval | None = None
    place: str | None = None
    code: str | None = None
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where claims enter the story. `certainty`: "stated", "likely" or "may"; `evidence` shows the tie."""

    id: str
    kind: OriginKind
    name: str
    claims: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    certainty: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Claims that state the same proposition, aligned. `main` is the claim in whose words `text` tells it, with what they lean on
    in square brackets; `why` says in plain words why the claims were put together."""

    id: str
    text: str
    event: str | None
    relation: Literal["agree", "agree_partial", "single"]
    claims: tuple[str, ...]
    witnesses: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    independent_origins: int = 0
    why: str = ""
    main: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a difference: where it stands, what it says there, and who says it ("" is the narrator)."""

    span: Span
    value: str
    source: str = ""
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A typed divergence; see `contradicts` for what is a contradiction."""

    id: str
    kind: DifferenceKind
    severity: Severity
    scope: Literal["within", "across"]
    note: str
    sides: tuple[Side, ...]
    facts: tuple[str, ...] = ()

    @property
    def contradicts(self) -> bool:
        """Whether both cannot be true of the same thing at the same time: hard, and not two speakers of whom each has his account."""
        return self.severity == "hard" and self.kind != "stance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An article, agency, person, document or platform in the stemma. `inferred`: a lost common ancestor nobody names."""

    id: str
    kind: Literal["article", "agency", "person", "document", "platform"]
    name: str
    inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`source` relies on `target` (JSON: from, to); the spans show it."""

    source: str
    target: str
    kind: Literal["credit", "attribution", "reuse"]
    evidence: tuple[Span, ...]
    certainty: str = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma:
    """The graph of who relies on whom."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something dated. `when` is an ISO date or a bound ("<2022-07"); `precision`: day, month, year, time, bound …

    `text` tells it in the words of the claim `main`, with what they lean on in square brackets.
    """

    when: str
    precision: str
    status: str
    text: str
    evidence: tuple[Span, ...]
    fact: str | None = None
    main: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles about one event and its developments."""

    id: str
    title: str
    begin: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Everything known of one story; witnesses in the order of their sigla."""

    story: Story
    witnesses: tuple[Witness, ...]
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    differences: tuple[Difference, ...] = ()
    stemma: Stemma = Stemma()
    timeline: tuple[TimelineEntry, ...] = ()
    rejects: tuple[Reject, ...] = ()
    notes: tuple[str, ...] = ()
