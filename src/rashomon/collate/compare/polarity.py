"""One report says so, the other says no: the same predicate affirmed and negated, or two that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.arguments import entailed, one_object, one_subject
from rashomon.collate.compare.date import apart
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin, parties, same_parties
from rashomon.collate.compare.modality import FORESEEN
from rashomon.collate.compare.notes import BEFORE, LATER
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import denial
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_opposed, is_a
from rashomon.records import Claim, Role
from rashomon.records.collation import DifferenceKind, Severity

ALIKE = 0.4
"""Likeness below which a yes and a no are not known to be about one thing."""
SURE = 0.65
_TOUCHED = ("agent", "patient")


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims that affirm and deny one thing; two speakers who do so dispute."""
    for k in (*evidence.closest, *_disputes(evidence)):
        if (
            k.likeness >= ALIKE
            and _states(k.a, evidence)
            and _states(k.b, evidence)
            and contradictory(k, evidence)
            and (same_parties(k, evidence) or _nobody_and_some(k, evidence))
            and (_has_one_core(k, evidence) or _nobody_and_some(k, evidence))
        ):
            yield Finding(
                kind=_kind(k.a, k.b),
                severity=_severity(k, evidence),
                sides=tuple(
                    side(denial(c, evidence), "no" if c.polarity == "negative" else "yes", c) for c in (k.a, k.b)
                ),
            )
    yield from _denials(evidence)
    yield from _first_victims(evidence)
    yield from _reversals(evidence)


def _disputes(evidence: Evidence) -> Iterator[Kin]:
    """Pairs within one report that two named sources say."""
    for k in evidence.kinship.pairs:
        voices = {k.a.voice.entity, k.b.voice.entity}
        if not k.across and k.predicates == "same" and None not in voices and len(voices) == 2:
            yield k


def _first_victims(evidence: Evidence) -> Iterator[Finding]:
    """Nobody killed or hurt in one report, and somebody in a later one: the toll has begun."""
    tolls = {root(w) for w in words("measure", "tolls")}
    for no in evidence.claims:
        none = any(r.role in _TOUCHED and _is_nobody(r, evidence) for r in no.roles)
        if no.polarity == "positive" or not none or root(no.predicate) not in tolls:
            continue
        seen: set[str] = set()
        for some in evidence.claims:
            if some.span.article not in seen and _is_victim_of(some, no, evidence):
                seen.add(some.span.article)
                yield Finding(
                    kind="update", severity="soft", sides=(side(no.span, BEFORE, no), side(some.span, LATER, some))
                )


def _is_victim_of(some: Claim, no: Claim, evidence: Evidence) -> bool:
    """Whether a claim of a later report tells of somebody whom the same befell, on no day of long ago."""
    sentence = evidence.sentence(some.span)
    if root(some.predicate) != root(no.predicate) or some.polarity == "negative" or some.modality != "asserted":
        return False
    if some.nominal or sentence is None or evidence.months_in(sentence) or not evidence.is_later(some.span, no.span):
        return False
    return any(r.role in _TOUCHED and _is_someone(r, evidence) for r in some.roles)


def _reversals(evidence: Evidence) -> Iterator[Finding]:
    """What somebody by name was to do, and in a later report is not to do, or the other way round."""
    plans = [c for c in evidence.claims if c.modality in FORESEEN and not c.nominal]
    for before in plans:
        for after in plans:
            if (
                before.polarity != after.polarity
                and before.predicate == after.predicate
                and evidence.is_later(after.span, before.span)
                and parties(before, evidence, ("agent",)) & parties(after, evidence, ("agent",))
                and one_object(before, after, evidence)
            ):
                yield Finding(
                    kind="update",
                    severity="soft",
                    sides=(side(before.span, BEFORE, before), side(after.span, LATER, after)),
                )
                break


def _denials(evidence: Evidence) -> Iterator[Finding]:
    """What somebody denies, and others state, in another report or the same one: the first that does in each report."""
    taken: set[tuple[str, str]] = set()
    for k in evidence.kinship.pairs:
        no, yes = (k.a, k.b) if k.a.modality == "denied" else (k.b, k.a)
        ends = (no.id, yes.span.article)
        if no.modality == "denied" and ends not in taken and _is_denied(no, yes, k, evidence):
            taken.add(ends)
            yield Finding(
                kind="stance",
                severity="medium" if k.likeness >= SURE else "soft",
                sides=(side(yes.span, "yes", yes), side(denial(no, evidence), "no", no)),
            )


def _is_denied(no: Claim, yes: Claim, k: Kin, evidence: Evidence) -> bool:
    """Whether `yes` says, outright or by hearsay, that what `no` denies was or will be so; and another says it."""
    meant = yes.modality not in {"denied", "conditional", "demanded", "hoped"} and bool(yes.tense)
    if not meant or yes.nominal or evidence.is_asked(yes) or no.polarity != yes.polarity or no.polarity == "negative":
        return False
    if k.likeness < ALIKE or k.predicates != "same" or no.voice.name == yes.voice.name:
        return False
    if evidence.is_later(yes.span, no.span) or not _are_of_one_class(no, yes, evidence):
        return False
    return one_subject(no, yes, evidence) and entailed(no, yes, evidence) and same_parties(k, evidence)


def _are_of_one_class(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether both predicates are verbs, or both adjectives or nouns: what was opened is not what is open."""
    ours, theirs = (evidence.predicate(c) for c in (a, b))
    return ours is not None and theirs is not None and ours[1].pos == theirs[1].pos


def _states(c: Claim, evidence: Evidence) -> bool:
    """Whether the clause says that something is so; a noun or an infinitive only speaks of it, a question asks."""
    return not c.nominal and bool(c.tense) and c.modality != "conditional" and not evidence.is_asked(c)


def _has_one_core(k: Kin, evidence: Evidence) -> bool:
    """Whether somebody or something by its own name or word plays a part in both."""
    return bool(parties(k.a, evidence) & parties(k.b, evidence) or k.shared_heads())


def contradictory(k: Kin, evidence: Evidence) -> bool:
    """Whether exactly one of the two turns the other's sense round: by negation or by an opposite, at one time."""
    if k.a.time and k.b.time and apart(k.a.time, k.b.time, evidence):
        return False
    if any(words("order", "marks") & set(c.text.lower().split()) for c in (k.a, k.b)):
        return False
    if evidence.is_earlier(k.a) != evidence.is_earlier(k.b) or not one_subject(k.a, k.b, evidence):
        return False
    opposed = k.predicates == "opposed" or (k.predicates == "same" and _qualified_otherwise(k.a, k.b, evidence))
    if k.a.polarity == k.b.polarity:
        return opposed and one_object(k.a, k.b, evidence)
    no, yes = (k.a, k.b) if k.a.polarity == "negative" else (k.b, k.a)
    if _denies_degree(no, evidence):
        return False
    return not opposed and (entailed(no, yes, evidence) or _nobody_and_some(k, evidence))


def _qualified_otherwise(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether the two say that it was so in opposite ways ("well equipped", "poorly equipped")."""
    return any(are_opposed(x, y, "a") for x in _qualities(a, evidence) for y in _qualities(b, evidence))


def _denies_degree(claim: Claim, evidence: Evidence) -> bool:
    """Whether only so much of it is denied ("not that deep")."""
    found = evidence.predicate(claim)
    below = found[0].children(found[1]) if found is not None else ()
    return any(c.dep == "advmod" and c.lower in words("nobody", "degree") for c in below)


def _qualities(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The adjectives and adverbs (as adjectives) that hang on the predicate."""
    found = evidence.predicate(claim)
    if found is None:
        return frozenset()
    sentence, head = found
    below = [t for t in sentence.children(head) if t.dep in {"advmod", "acomp", "amod", "npadvmod"}]
    below = [t for t in below if t.lower not in words("measure", "compass")]
    return frozenset(t.lower.removesuffix("ly") if t.pos == "ADV" else t.lower for t in below)


def _kind(a: Claim, b: Claim) -> DifferenceKind:
    return "stance" if a.voice.entity and b.voice.entity and a.voice.entity != b.voice.entity else "polarity"


def _nobody_and_some(k: Kin, evidence: Evidence) -> bool:
    """Whether one says that nobody did or suffered what the other says that people did ("nobody was arrested", "two were arrested")."""
    if k.predicates != "same" or any(evidence.months_in(s) for c in (k.a, k.b) if (s := evidence.sentence(c.span))):
        return False
    no, some = (k.a, k.b) if k.a.polarity == "negative" else (k.b, k.a)
    if some.modality != "asserted" or some.tense != "past":
        return False
    return any(
        _is_nobody(r, evidence) and any(o.role == r.role and _is_someone(o, evidence) for o in some.roles)
        for r in no.roles
        if r.role in _TOUCHED
    )


def _is_nobody(r: Role, evidence: Evidence) -> bool:
    first = evidence.text(r.span).lower().split()[0]
    return r.head.lower() in words("nobody", "heads") if first != "no" else _is_people(r.head)


def _is_someone(r: Role, evidence: Evidence) -> bool:
    return _is_people(r.head) or any(q.span.overlaps(r.span) for q in evidence.quantities) or bool(r.entity)


def _is_people(head: str) -> bool:
    return head.lower() in words("nobody", "people") | words("nobody", "heads") or is_a(head.lower(), "person")


def _severity(k: Kin, evidence: Evidence) -> Severity:
    """Hard where both are stated outright of what surely is one thing; what somebody does not believe, he does not deny outright."""
    if _nobody_and_some(k, evidence):
        return "medium"
    outright = k.a.modality == k.b.modality == "asserted" and k.a.tense == k.b.tense
    believed = any(denial(c, evidence) != c.span for c in (k.a, k.b))
    if outright:
        return "hard" if k.likeness >= SURE and not believed else "medium"
    return "medium" if k.likeness >= SURE else "soft"
