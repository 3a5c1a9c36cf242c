"""Two states of one thing that exclude each other in other words: relief that was slow and went smoothly, power cut and not affected."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from rashomon.collate.compare.date import apart
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.notes import DONE
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.strangers import elsewhere, strangers
from rashomon.collate.compare.wording import denial
from rashomon.collate.compare.words import words
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import are_synonyms, is_function_word
from rashomon.records import Claim, Sentence, Token

_OF_PREDICATE = frozenset({"advmod", "acomp", "attr", "oprd", "dobj"})
_ABOUT = ("agent", "topic")
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class State:
    """What a claim says of a thing: the frame, which of its two sides and in which word ("not harm"), the words for the thing, and
    whose it is said to be."""

    claim: Claim
    frame: str
    one: bool
    word: str
    of: frozenset[str]
    whose: frozenset[str]


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of reports that give one thing the two sides of a frame."""
    states = [s for c in evidence.claims if (s := _state(c, evidence)) is not None]
    for a, b in combinations(states, 2):
        if a.frame != b.frame or a.claim.span.article == b.claim.span.article or not _of_one(a, b, evidence):
            continue
        sure = [s.claim.modality == "asserted" for s in (a, b)]
        if a.one == b.one and sure[0] != sure[1]:
            yield Finding(
                kind="modality",
                severity="soft",
                sides=tuple(
                    side(s.claim.span, DONE if s.claim.modality == "asserted" else "possible", s.claim) for s in (a, b)
                ),
            )
        elif a.one != b.one and all(sure):
            yield Finding(
                kind="polarity",
                severity="medium" if a.of & b.of else "soft",
                sides=tuple(side(denial(s.claim, evidence), s.word, s.claim) for s in (a, b)),
            )


def _of_one(a: State, b: State, evidence: Evidence) -> bool:
    """Whether both speak of the same thing, at no two times, of no two people or towns."""
    if a.claim.time and b.claim.time and apart(a.claim.time, b.claim.time, evidence):
        return False
    here, there = (evidence.sentence(s.claim.span) for s in (a, b))
    if here is None or there is None or strangers(a.claim, b.claim, evidence) or elsewhere(here, there, evidence):
        return False
    if evidence.months_in(here) != evidence.months_in(there) or (a.whose and b.whose and not a.whose & b.whose):
        return False
    return bool(a.of & b.of) or any(_alike(x, y) for x in a.of for y in b.of)


def _alike(a: str, b: str) -> bool:
    """Synonyms, or two words for one kind of event ("search", "rescue")."""
    kind = kind_of(a)
    if {a, b} <= {root(w) for w in words("measure", "anyone")}:
        return True
    return are_synonyms(a, b, "n") or (not kind.general and kind == kind_of(b))


def _state(claim: Claim, evidence: Evidence) -> State | None:
    """The side that a clause takes in a frame; a noun, a wish or a condition takes none."""
    read = evidence.predicate(claim)
    if claim.nominal or not claim.tense or claim.modality not in {"asserted", "possible"} or read is None:
        return None
    sentence, head = read
    said = [claim.predicate.replace(" ", "_"), *(t.lemma.lower() for t in _said_of(head, sentence))]
    word = next((w for w in said if w in frames()), None)
    of = _things(claim, evidence) - {root(word)} if word is not None else frozenset()
    if word is None or not of:
        return None
    frame, one = frames()[word]
    affirmed = claim.polarity == "positive"
    shown = ("" if affirmed else "not ") + word.replace("_", " ")
    return State(claim, frame, one == affirmed, shown, of, _owners(claim, evidence))


def _said_of(head: Token, sentence: Sentence) -> list[Token]:
    """The words that say how it is or goes: what hangs on the predicate, and on the verb over an adjective."""
    over = [head, sentence.head(head)] if head.dep in {"acomp", "attr"} else [head]
    return [c for h in over for c in sentence.children(h) if c.dep in _OF_PREDICATE]


def _things(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The roots of the words for what is spoken of, those that go before a noun among them ("rescue effort").

    That is what something is done to, else what does it; what a place is called tells only where.
    """
    done_to = [r for r in claim.roles if r.role == "patient"]
    found = set()
    for r in done_to or [r for r in claim.roles if r.role in _ABOUT]:
        sentence = evidence.sentence(r.span)
        for t in sentence.tokens if sentence and evidence.entity_type(r.entity or "") not in _PLACES else ():
            inside = r.span.start <= t.start and t.end <= r.span.end
            counted = (
                t.dep == "pobj"
                and sentence is not None
                and sentence.head(sentence.head(t)).pos in {"NUM", "DET", "PRON"}
            )
            if inside and t.pos == "NOUN" and not is_function_word(t.text) and (t.dep != "pobj" or counted):
                found.add(root(t.lemma.lower()))
    return frozenset(found)


def _owners(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The words before what is spoken of that say whose it is ("our", "Berg")."""
    sentence = evidence.sentence(claim.span)
    spans = [r.span for r in claim.roles if r.role in {"agent", "patient"}]
    inside = (t for t in sentence.tokens if any(s.start <= t.start < s.end for s in spans)) if sentence else ()
    return frozenset(t.lower for t in inside if t.dep == "poss")


@lru_cache(maxsize=1)
def frames() -> Mapping[str, tuple[str, bool]]:
    """Each word of `frames.toml` to its frame and whether it stands on the first side of it."""
    table = tomllib.loads((files("rashomon.collate.compare") / "frames.toml").read_text("utf-8"))
    found: dict[str, tuple[str, bool]] = {}
    for frame, row in table.items():
        for key, one in (("one", True), ("other", False)):
            for word in row[key].split():
                found.setdefault(word, (frame, one))
    return found
