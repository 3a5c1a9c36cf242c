"""One clause-level proposition as one article states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.annotation import Quantity, Relay, Timex
from rashomon.records.article import PartKind
from rashomon.records.span import Span

Polarity = Literal["positive", "negative"]
Modality = Literal[
    "asserted", "planned", "expected", "likely", "possible", "hoped", "demanded", "denied", "conditional", "reported"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One filled slot of a claim. `role`: agent, patient, recipient, partner, topic, place, source, goal, instrument, reason,
    attribute, manner …; `head` is the filler's head lemma; `entity` its entity's id if it is one."""

    role: str
    span: Span
    head: str
    entity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whose statement a claim is: the narrator's (all empty) or a source's, through the relays between."""

    entity: str | None = None
    name: str = ""
    span: Span | None = None
    cue: str = ""
    quoted: bool = False
    relay: tuple[Relay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Predicate, roles, time, place, quantities, polarity, modality, attribution; `trigger` is the predicate's own word.

    `predicate` is a lemma with its particle, light verbs unfolded ("hold a call" is "call"). `tense`: past, present, future or "".
    """

    id: str
    span: Span
    trigger: Span
    text: str
    predicate: str
    tense: str
    roles: tuple[Role, ...] = ()
    time: Timex | None = None
    times: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    voice: Voice = Voice()
    part: PartKind = "body"
    sentence: int = 0
    nominal: bool = False
