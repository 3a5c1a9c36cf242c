"""What is read off one article alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.article import Part
from rashomon.records.interval import Interval, TimeInterval
from rashomon.records.span import Span
from rashomon.records.syntax import Sentence

MentionKind = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteKind = Literal["full", "split", "partial", "label", "headline"]
AttributionKind = Literal["speech", "thought", "stance", "evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, nominal or pronoun and the entity it stands for (an id of the article's own: see `Annotation.entities`).

    `type`: PERSON, GROUP, ORG, GPE, LOC, FAC, EVENT, PRODUCT, WORK, NORP, MISC.
    """

    span: Span
    kind: MentionKind
    type: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEntity:
    """An entity as one article knows it. `name` is its fullest name there, or the nominal for one without a name.

    `anonymous`: someone who is not named ("a White House official"). `metonym`: a place name that stands for a government.
    `gender` is "m", "f", "n" or ""; `plural` for groups. `roles`: what the article says somebody is, as a noun and the names it
    belongs to (("president", ("Russia",)),); `members`: ids of those that a pair or group ("the two leaders") is made of.
    """

    id: str
    type: str
    name: str
    anonymous: bool = False
    metonym: bool = False
    gender: str = ""
    plural: bool = False
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: TIMEX3 type, value and mod, and the stretch of time it denotes (None while that cannot be told).

    For a DURATION `interval` is where on the time line it lies, if the text says so; `length` its length in seconds.
    `reference` says what it was reckoned from: "explicit", "published", "quotation", "narrative" or "unknown".
    """

    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    interval: TimeInterval | None = None
    length: Interval | None = None
    reference: str = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as an interval after hedges and rounding.

    `unit` is a pint unit name in the singular, a currency code, "percent", "ordinal", or "" for a bare count.
    `mod` is the hedge: APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE or None.
    `measured` is what is counted or measured, `measured_lemma` its head noun's lemma.
    """

    span: Span
    interval: Interval
    unit: str
    mod: str | None = None
    measured: Span | None = None
    measured_lemma: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One link of the chain that words came through: who passed them on, by which cue ("AFP reported": AFP, "reported")."""

    name: str
    span: Span
    cue: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words inside quotation marks (marks excluded), whose they are and by which cue.

    `utterance` numbers the utterances of an article: the halves of a split quote share theirs. `occasion` is where or how it was
    said ("in a Truth Social post", "in Denmark"). `kind` "label" is a title or scare quote: nobody's speech. `apostrophes`: each
    mark is set as two apostrophes, an archive's way of writing; read like any other, but not listed in the JSON, as there is no
    telling whether the outlet had marks there.
    """

    span: Span
    kind: QuoteKind
    utterance: int
    speaker: Span | None = None
    cue: Span | None = None
    entity: str | None = None
    relay: tuple[Relay, ...] = ()
    occasion: Span | None = None
    apostrophes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue, content (each in pieces where the text splits them). No source: "it was reported that".

    `negated` for "did not say"; `modal` for "may say", "is expected to announce". `kind`: words said or written ("speech"), what is
    believed, felt or meant to be done ("thought"), what is praised, opposed, called for or talked about without a statement of its
    own ("stance": the content is no proposition of the source's), what a survey or document shows ("evidence").
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    entity: str | None = None
    relay: tuple[Relay, ...] = ()
    negated: bool = False
    modal: bool = False
    occasion: Span | None = None
    kind: AttributionKind = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When an article was published: ISO value, whether it is stated outright, and the words (or none) that show it.

    `because` says in a few words how it was found: "given", "byline", "dateline", "siblings" …
    """

    value: str
    explicit: bool
    evidence: tuple[Span, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """A date that an article or its input offers: ISO value (with its time zone where one is given), and where it stands: the source's
    own name for it ("JSON-LD datePublished"), or "byline", "dateline", "address", "text" with the words as evidence."""

    kind: Literal["published", "updated"]
    value: str
    source: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that is read off one article, with no knowledge of any other."""

    article: str
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    published: Dating | None = None
    dates: tuple[DateCandidate, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    notes: tuple[str, ...] = ()
