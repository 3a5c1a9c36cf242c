"""What one report has as open or under way, and another as known or done. Never a contradiction: a reader wants the later state."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rashomon.collate.compare.arguments import one_object, one_subject
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin, parties
from rashomon.collate.compare.notes import BEFORE, LATER
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.strangers import strangers
from rashomon.collate.compare.wording import kernel
from rashomon.collate.compare.words import words
from rashomon.lexicon import class_of, is_a, nearness
from rashomon.records import Claim, Mention, Sentence, Span, Token, Witness

_AGE = 6
"""Characters after a name within which an age tells that a person is introduced ("Ines Sand, 47,")."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Words for an earlier state of a thing, words for the later one that ends it, and whether anyone may fill its part."""

    before: frozenset[str]
    after: frozenset[str]
    anyone: bool = False


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Under way against done, an attempt against its success, unknown against known: the first of each thing."""
    for before, after in (*_stages(evidence), *_attempts(evidence), *_successes(evidence)):
        if not evidence.is_later(before.span, after.span):
            yield _update(kernel(before, evidence), before, kernel(after, evidence), after)
    yield from _answers(evidence)
    yield from _names(evidence)


def _stages(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """An earlier state and the later one of the same person or thing: the nearest pair of each stage and pair of reports."""
    for stage in stages():
        before = [c for c in evidence.claims if c.predicate in stage.before and _holds(c)]
        after = [c for c in evidence.claims if c.predicate in stage.after and _holds(c) and c.tense == "past"]
        taken: set[str] = set()
        for a in before:
            fitting = (b for b in after if a.span.article != b.span.article and _of_one(a, b, stage, evidence))
            b = next(fitting, None)
            if b is not None and a.span.article not in taken:
                taken.add(a.span.article)
                yield a, b


def _holds(c: Claim) -> bool:
    return c.polarity == "positive" and c.modality == "asserted" and bool(c.tense) and not c.nominal


def _of_one(a: Claim, b: Claim, stage: Stage, evidence: Evidence) -> bool:
    """Whether the same one is in both states. Of someone searched for, it is enough that in both it is a person without a name."""
    if strangers(a, b, evidence) or not one_object(a, b, evidence):
        return False
    if stage.anyone and not _sought(a):
        return False  # "looking forward" is no search
    ours, theirs = (parties(c, evidence, ("patient", "agent", "reason", "topic")) for c in (a, b))
    if any(evidence.entity_type(e) == "PERSON" and not _did_to_another(e, b, evidence) for e in ours & theirs):
        return True
    return stage.anyone and any(_is_person(r.head) for r in b.roles if r.role == "patient")


def _did_to_another(entity: str, c: Claim, evidence: Evidence) -> bool:
    """Whether someone is the doer of what is done to another: the later state is not his, then."""
    return entity in parties(c, evidence, ("agent",)) and any(r.role == "patient" for r in c.roles)


def _sought(c: Claim) -> bool:
    return any(_is_person(r.head) for r in c.roles if r.role in {"patient", "reason", "topic"})


def _is_person(head: str) -> bool:
    return is_a(head.lower(), "person") or head.lower() in words("unknown", "sought")


def _attempts(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """What is tried in one report, and done in another."""
    for k in evidence.kinship.alike(0.0):
        tried = [attempted(c, evidence) for c in (k.a, k.b)]
        if tried[0] != tried[1] and k.predicates == "same" and k.a.polarity == k.b.polarity and _same_object(k):
            before, after = (k.a, k.b) if tried[0] else (k.b, k.a)
            if (
                _holds(after)
                and evidence.is_told(after)
                and one_subject(before, after, evidence)
                and class_of(after.predicate, "v") != "communication"
                and after.tense in {"past", "present"}
            ):
                yield before, after


def _successes(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """What one report has somebody try to do to a thing, and another has done by the same one, in a verb near in meaning."""
    tried = [c for c in evidence.claims if attempted(c, evidence)]
    done = [c for c in evidence.claims if _holds(c) and not attempted(c, evidence)]
    for before in tried:
        for after in done:
            if (
                before.span.article != after.span.article
                and nearness(root(before.predicate), frozenset({root(after.predicate)})) != "none"
                and parties(before, evidence, ("agent",)) & parties(after, evidence, ("agent",))
                and {r.head for r in before.roles if r.role == "patient"}
                & {r.head for r in after.roles if r.role == "patient"}
            ):
                yield before, after
                break


def attempted(c: Claim, evidence: Evidence) -> bool:
    """Whether the claim is only tried: it hangs on a verb of trying."""
    sentence = evidence.sentence(c.trigger)
    token = _trigger(c, evidence)
    if sentence is None or token is None or token.dep not in {"xcomp", "advcl"}:
        return False
    over = sentence.head(token)
    return over.lemma.lower() in words("attempt", "verbs") and any(t.lower == "to" for t in sentence.children(token))


def _same_object(k: Kin) -> bool:
    heads = [{r.head.lower() for r in c.roles if r.role == "patient"} for c in (k.a, k.b)]
    objects = [{r.entity for r in c.roles if r.role == "patient" and r.entity} for c in (k.a, k.b)]
    return bool(heads[0] & heads[1] or objects[0] & objects[1] or k.aligned)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that say that something is not known, and the lemmas of what that is."""

    span: Span
    of: frozenset[str]


def _answers(evidence: Evidence) -> Iterator[Finding]:
    """What one report says is unknown, and the first claim of another that tells it."""
    taken: set[tuple[str, str, int]] = set()
    for u in left_open(evidence):
        for i, topic in enumerate(unknowns()):
            for told in evidence.claims if u.of & topic.before else ():
                key = (u.span.article, told.span.article, i)
                if key in taken or told.span.article == u.span.article or told.predicate not in topic.after:
                    continue
                if _holds(told) and told.tense == "past" and told.part == "body" and not _background(told, evidence):
                    taken.add(key)
                    if not evidence.is_later(u.span, told.span):
                        yield _update(u.span, None, kernel(told, evidence), told)


def _background(c: Claim, evidence: Evidence) -> bool:
    sentence = evidence.sentence(c.trigger)
    return sentence is None or bool(evidence.months_in(sentence))


def left_open(evidence: Evidence) -> Iterator[Unknown]:
    """What the reports say they do not know."""
    for w in evidence.witnesses:
        for s in w.annotation.sentences:
            for t in s.tokens:
                if _says_unknown(t, s):
                    clause = (*s.subtree(t), t)
                    span = s.span_of(tuple(sorted(clause, key=lambda x: x.start)))
                    if not evidence.repeated(span):
                        content = clause if t.lemma.lower() in words("unknown", "negated") else s.tokens
                        yield Unknown(span, frozenset(x.lemma.lower() for x in content if x.pos in {"NOUN", "VERB"}))


def _says_unknown(t: Token, s: Sentence) -> bool:
    """ "Unclear", "was not known", "declined to release", "no information"."""
    lemma = t.lemma.lower()
    if lemma in words("unknown", "plain"):
        return t.pos == "ADJ"
    if lemma not in words("unknown", "negated"):
        return False
    negated = any(c.dep == "neg" or c.lower == "no" for c in s.children(t))
    return negated or (t.dep == "xcomp" and s.head(t).lemma.lower() in words("unknown", "refusing"))


def _names(evidence: Evidence) -> Iterator[Finding]:
    """A name held back in one report, and in another a person with an age whom the first does not name."""
    told = {w.article.id: _introduced(w) for w in evidence.witnesses}
    seen: set[tuple[str, str]] = set()
    for u in left_open(evidence):
        here = u.span.article
        if told[here] or not u.of & words("unknown", "names"):
            continue
        known = {m.entity for m in evidence.by_article[here].annotation.mentions if m.kind == "name"}
        for article in sorted(told):
            new = [m for m in told[article] if m.entity not in known]
            if new and (here, article) not in seen:
                seen.add((here, article))
                around = evidence.claims_around(new[0].span)
                yield _update(u.span, None, new[0].span, around[0] if around else None)


def _update(before: Span, earlier: Claim | None, after: Span, later: Claim | None) -> Finding:
    return Finding(
        kind="update",
        severity="soft",
        sides=(side(before, BEFORE, earlier), side(after, LATER, later)),
    )


def _introduced(w: Witness) -> list[Mention]:
    """The persons whom a report names with their age."""
    text = w.article.text
    found = []
    for m in w.annotation.mentions:
        after = text[m.span.end : m.span.end + _AGE].lstrip(", (")
        before = text[max(0, m.span.start - 2 * _AGE) : m.span.start].rstrip()
        if m.kind == "name" and m.type == "PERSON" and (after[:2].isdigit() or before.endswith("-old")):
            found.append(m)
    return found


def _trigger(c: Claim, evidence: Evidence) -> Token | None:
    read = evidence.predicate(c)
    return read[1] if read is not None else None


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = tomllib.loads(
        (files("rashomon.collate.compare") / "stages.toml").read_text("utf-8")
    )
    return found


@lru_cache(maxsize=1)
def stages() -> tuple[Stage, ...]:
    """The rows of `stages.toml`."""
    return tuple(
        Stage(frozenset(r["before"].split()), frozenset(r["after"].split()), bool(r.get("anyone")))
        for r in _tables()["stage"]
    )


@lru_cache(maxsize=1)
def unknowns() -> tuple[Stage, ...]:
    """What may be unknown, and the predicates that tell it."""
    return tuple(Stage(frozenset(r["of"].split()), frozenset(r["told"].split())) for r in _tables()["unknown"])
