"""The frozen records that the stages hand to one another. No logic beyond their own invariants."""

from rashomon.records.annotation import (
    Annotation,
    Attribution,
    DateCandidate,
    Dating,
    LocalEntity,
    Mention,
    Quantity,
    Quote,
    Relay,
    Timex,
)  # fmt: skip
from rashomon.records.article import Article, Metadatum, Part, PartKind, Reject
from rashomon.records.bookmark import Bookmark
from rashomon.records.claim import Claim, Role, Voice
from rashomon.records.collation import (
    Collation,
    Difference,
    Edge,
    Entity,
    Event,
    Fact,
    Node,
    Origin,
    Side,
    Stemma,
    Story,
    TimelineEntry,
    Witness,
)  # fmt: skip
from rashomon.records.interval import Interval, TimeInterval
from rashomon.records.span import Span
from rashomon.records.syntax import Sentence, Token, make_sentence

__all__ = [
    "Annotation", "Article", "Attribution", "Bookmark", "Claim", "Collation", "DateCandidate", "Dating", "Difference", "Edge", "Entity", "Event",
    "Fact", "Interval", "LocalEntity", "Mention", "Metadatum", "Node", "Origin", "Part", "PartKind", "Quantity", "Quote", "Reject",
    "Relay", "Role", "Sentence", "Side", "Span", "Stemma", "Story", "TimeInterval", "Timex", "TimelineEntry", "Token",
    "Voice", "Witness", "make_sentence",
]  # fmt: skip
