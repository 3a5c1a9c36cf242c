"""The shapes of what is asked and answered, for the description of the interface and for what comes in.

What goes out is the JSON of `report/json.py`, much of it as the store keeps it; the models describe it and are held against it in tests.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from rashomon.records.collation import DifferenceKind, OriginKind, Severity
from rashomon.records.ledger import NewsKind, Outcome

Item = TypeVar("Item")
Pair = Annotated[list[int], Field(min_length=2, max_length=2, description="start and end")]


class Out(BaseModel):
    """Whatever goes out may have more fields one day."""

    model_config = ConfigDict(extra="allow")


class In(BaseModel):
    """Whatever comes in must be known: a misspelt field is an error."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)


class Page(Out, Generic[Item]):
    """Some of what was asked for. `next` given as `cursor` brings what follows; null: there is no more."""

    items: list[Item]
    next: str | None


class Span(Out):
    """Half-open range of Unicode code points in one article's text."""

    article: str
    start: int
    end: int


# -- jobs


class Job(Out):
    """Work in the background. `progress` counts articles kept and read; `outcome` is there when it is done."""

    id: str
    kind: Literal["add", "collate"]
    state: Literal["waiting", "running", "done", "failed"]
    made: str
    story: str | None
    progress: dict[str, int]
    outcome: dict[str, Any] | None
    error: str | None


# -- articles


class ArticleIn(In):
    """One report. Without `id` it gets a hash of its text."""

    text: str = Field(min_length=1)
    id: str | None = Field(None, min_length=1, max_length=200)
    headline: str | None = Field(None, max_length=2000)
    outlet: str | None = Field(None, max_length=200)
    byline: str | None = Field(None, max_length=500)
    published: str | None = Field(None, max_length=40, description="ISO 8601")
    url: str | None = Field(None, max_length=2000)
    language: str | None = Field(None, max_length=20)


class ArticlesIn(In):
    """Reports to keep and read."""

    items: list[ArticleIn] = Field(min_length=1, max_length=1000)


class AddressesIn(In):
    """Pages or feeds to fetch: http or https only, never in private networks."""

    addresses: list[Annotated[str, Field(pattern="^https?://", max_length=2000)]] = Field(min_length=1, max_length=100)


class ArticleLine(Out):
    """An article in a list, without its text."""

    id: str
    headline: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None
    added: str
    story: str | None
    day: str | None


class Part(Out):
    kind: Literal["headline", "standfirst", "caption", "byline", "dateline", "body", "credit", "debris"]
    start: int
    end: int


class Article(ArticleLine):
    """An article as it is kept. Its text never changes; spans count its code points."""

    text: str
    input: str
    byline: str | None
    parts: list[Part]
    notes: list[str]
    why: str
    versions: list[str]


# -- stories


class Story(Out):
    """A story as it stands. The four counts are those of its latest collation, null before the first; `stale`: it has grown since."""

    id: str
    title: str
    articles: list[str]
    outlets: int
    first: str
    last: str
    begin: str | None
    end: str | None
    arrivals: list[list[str | int]]
    facts: int | None
    differences: int | None
    contradictions: int | None
    origins: int | None
    stale: bool


# -- within a collation


class Origin(Out):
    """Where claims enter the story."""

    id: str
    kind: OriginKind
    name: str
    claims: list[str]
    evidence: list[Span]
    certainty: str


class Fact(Out):
    """Claims that state the same proposition."""

    id: str
    text: str
    event: str | None
    relation: Literal["agree", "agree_partial", "single"]
    claims: list[str]
    witnesses: list[str]
    origins: list[Origin]
    independent_origins: int
    why: str


class Role(Out):
    role: str
    span: Span


class Claim(Out):
    """One proposition as one article states it."""

    id: str
    span: Span
    text: str
    predicate: str
    roles: list[Role]
    polarity: str
    modality: str
    attribution: dict[str, Any]


class FactInFull(Fact):
    """A fact with the claims that state it."""

    stated: list[Claim]


class Side(Span):
    """One side of a difference."""

    value: str
    source: str
    claim: str | None


class Difference(Out):
    """A typed divergence; only a hard one is a contradiction."""

    id: str
    kind: DifferenceKind
    severity: Severity
    scope: Literal["within", "across"]
    note: str
    sides: list[Side]
    facts: list[str]


class Quote(Out):
    """Words inside quotation marks, the marks excluded."""

    article: str
    start: int
    end: int
    kind: str
    utterance: int
    relay: list[dict[str, Any]]


class Name(Out):
    text: str
    count: int


class Entity(Out):
    """Someone or something over one story."""

    id: str
    type: str
    name: str
    anonymous: bool
    names: list[Name]
    mentions: list[Span]


class TimelineEntry(Out):
    """Something dated."""

    when: str
    precision: str
    status: str
    text: str
    evidence: list[Span]


class Node(Out):
    id: str
    kind: Literal["article", "agency", "person", "document", "platform"]
    name: str


class Stemma(Out):
    """Who relies on whom."""

    nodes: list[Node]
    edges: list[dict[str, Any]]


class Collation(Out):
    """The whole result for one story (docs: the contract of `rashomon collate --json`)."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)

    schema_: str = Field(alias="schema")
    version: str
    story: dict[str, Any]
    articles: list[dict[str, Any]]
    entities: list[Entity]
    claims: list[Claim]
    facts: list[Fact]
    differences: list[Difference]
    quotes: list[Quote]
    timeline: list[TimelineEntry]
    stemma: Stemma


# -- a story as it grew


class ChangedWords(Span):
    """Words of one version; none where some came in or went out."""

    text: str


class Change(Out):
    """Words of a page and those that stand there in its next version."""

    before: ChangedWords
    after: ChangedWords


class Revision(Out):
    """What changed from one version of a page to the next; `told` is where the newer says so, null for a silent change."""

    earlier: str
    later: str
    told: Span | None
    changes: list[Change]


class News(Out):
    """Something new in a story; of a revision the changes."""

    kind: NewsKind
    text: str
    note: str
    evidence: list[Span]
    changes: list[Change]
    fact: str | None
    difference: str | None


class Confirmation(Out):
    """An origin that states a fact, from the arrival of the first article through which it does."""

    when: str
    article: str
    origin: str


class Turn(Out):
    """What a later report did to a fact."""

    when: str
    article: str
    text: str
    difference: str | None


class Withdrawal(Out):
    when: str
    article: str


class LedgerEntry(Out):
    """One fact's life."""

    fact: str
    text: str
    first: Confirmation
    confirmed: list[Confirmation]
    changed: list[Turn]
    withdrawn: Withdrawal | None
    evidence: list[Span]


class Expectation(Out):
    """Something expected: the day it is due, and what became of it."""

    expected: str
    due: str
    outcome: Outcome
    until: str | None
    fact: str | None
    evidence: list[Span]
    settled: list[Span]


# -- over all stories


class Hit(Out):
    """A found article; in `around` the searched words stand between ⟦ and ⟧."""

    article: str
    headline: str
    outlet: str
    published: str
    around: str
    story: str | None
    day: str | None


class Facet(Out):
    value: str
    name: str
    count: int


class Found(Page[Hit]):
    """A page of hits, and how all of them fall on outlets and stories."""

    total: int
    outlets: list[Facet]
    stories: list[Facet]


class Person(Out):
    """An entity over all collated stories: the same kind and name."""

    id: str
    type: str
    name: str
    stories: int
    mentions: int
    statements: int


class Appearance(Out):
    """A story in which an entity stands."""

    story: str
    title: str
    names: list[Name]
    mentions: int
    articles: int


class Statement(Out):
    """Words somebody said, as one article gives them; `through` are those who passed them on, the last first."""

    story: str
    article: str
    outlet: str
    day: str | None
    speaker: str | None
    name: str
    start: int
    end: int
    text: str
    cue: str
    quoted: bool
    through: list[str]


# -- judgements


class _Judging(In):
    because: str = Field("", max_length=2000, description="for readers")


Targets = Annotated[list[Annotated[str, Field(min_length=1, max_length=100)]], Field(min_length=1, max_length=100)]


class Merge(_Judging):
    """These facts state the same thing."""

    action: Literal["merge"]
    targets: Annotated[list[str], Field(min_length=2, max_length=100)]


class Split(_Judging):
    """These claims do not belong to their fact."""

    action: Literal["split"]
    targets: Targets


class Dismiss(_Judging):
    """These are no differences."""

    action: Literal["dismiss"]
    targets: Targets


class Retype(_Judging):
    """This difference is of another kind."""

    action: Literal["retype"]
    targets: Targets
    kind: DifferenceKind
    severity: Severity | None = None


class Reweigh(_Judging):
    """This difference is of another weight."""

    action: Literal["reweigh"]
    targets: Targets
    severity: Severity


JudgementIn = Annotated[Merge | Split | Dismiss | Retype | Reweigh, Field(discriminator="action")]


class Judgement(Out):
    """A judgement as it is kept; `undone` is when it was taken back."""

    id: str
    action: str
    judgement: dict[str, Any]
    articles: list[str]
    added: str
    undone: str | None
