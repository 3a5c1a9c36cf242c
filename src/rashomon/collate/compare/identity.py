"""Who or what it was: another doer, another thing, another nationality in the same place of the same statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import ANY_TIME, OF_ONE_FACT, Kin, entity_in
from rashomon.collate.compare.notes import DONE
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import happening, joined, names_overlap
from rashomon.collate.compare.words import words
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import are_synonyms, class_of, is_a, is_function_word, siblings
from rashomon.records import Claim, Mention, Role, Sentence, Span, Token, Witness
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two claims are not known to be of one thing."""
SURE = 0.6
_MUTUAL = frozenset({"consultation", "agreement", "contest", "accident"})
_ROLES = ("agent", "patient", "attribute", "instrument")


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Another filler of the same role, and another origin of the same person."""
    for k in evidence.kinship.alike(ALIKE):
        if k.likeness >= ALIKE and k.predicates == "same" and _says_more(k) and _tells(k.a) and _tells(k.b):
            yield from _fillers(k, evidence)
    yield from _one_part(evidence)
    yield from _reversed(evidence)
    yield from _nations(evidence)
    yield from _weapons(evidence)
    yield from _left_open(evidence)
    yield from _origins(evidence)
    yield from _superlatives(evidence)


def _says_more(k: Kin) -> bool:
    """Whether the two have more in common than the predicate."""
    return bool(k.aligned or k.shared - {("lemma", root(k.a.predicate)), ("lemma", root(k.b.predicate))})


def _tells(c: Claim) -> bool:
    """Whether the claim says who did or was what; a noun only speaks of it, and what one says another may say too."""
    return not c.nominal and class_of(c.predicate, "v") != "communication"


def _one_part(evidence: Evidence) -> Iterator[Finding]:
    """A part that only one can have played, with the same object or whereabouts, given to two persons ("at the helm")."""
    for k in evidence.kinship.rivals():
        ours, theirs = (_persons(c, evidence) for c in (k.a, k.b))
        if len(ours) == len(theirs) == 1 and apart(ours[0], theirs[0], evidence) and _one_object(k, evidence):
            yield Finding(
                kind="identity",
                severity="medium",
                sides=tuple(side(c.span, _told(r, evidence), c) for c, r in ((k.a, ours[0]), (k.b, theirs[0]))),
                topic=_object(k.a, evidence),
            )


def _persons(c: Claim, evidence: Evidence) -> list[Role]:
    """Who did it, where the claim says outright that it was done."""
    outright = c.modality == "asserted" and c.polarity == "positive" and c.tense == "past" and _tells(c)
    return (
        [r for r in c.roles if r.role == "agent" and evidence.entity_type(r.entity or "") == "PERSON"]
        if outright
        else []
    )


def _one_object(k: Kin, evidence: Evidence) -> bool:
    """Whether both name the same definite thing that it was done to, or that someone was at."""
    role = "place" if k.a.predicate == "be" else "patient"
    if k.a.predicate != k.b.predicate:
        return False  # synonyms of verbs are loose: one may take on a rival and the other a debt
    if role == "patient" and class_of(k.a.predicate, "v") in ANY_TIME | {"social"}:
        return False
    ours, theirs = ([r for r in c.roles if r.role == role] for c in (k.a, k.b))
    heads = {r.head.lower() for r in (*ours, *theirs)}
    return bool(ours and theirs) and len(heads) == 1 and all(_is_definite(r, evidence) for r in (*ours, *theirs))


def _is_definite(r: Role, evidence: Evidence) -> bool:
    return bool(r.entity) or evidence.text(r.span).lower().startswith(("the ", "his ", "her ", "their "))


def _object(c: Claim, evidence: Evidence) -> str:
    return next((evidence.text(r.span) for r in c.roles if r.role in {"patient", "place"}), "")


def _fillers(k: Kin, evidence: Evidence) -> Iterator[Finding]:
    for role in _ROLES:
        a = [r for r in k.a.roles if r.role == role]
        b = [r for r in k.b.roles if r.role == role]
        if len(a) == len(b) == 1 and apart(a[0], b[0], evidence):
            yield Finding(
                kind="identity",
                severity=_severity(a[0], b[0], k, evidence),
                sides=(side(a[0].span, _told(a[0], evidence), k.a), side(b[0].span, _told(b[0], evidence), k.b)),
                topic=happening(k.a, evidence) if role != "patient" else "",
            )


def _reversed(evidence: Evidence) -> Iterator[Finding]:
    """Who did it to whom: the doer of one report is the one it was done to in the other."""
    for k in evidence.kinship.told_twice():
        if not _mutual(k.a.predicate) and (_turned(k.a, k.b) or _turned(k.b, k.a)):
            yield Finding(
                kind="identity",
                severity="medium",
                sides=tuple(side(c.span, _doer(c, evidence), c) for c in (k.a, k.b)),
                topic=happening(k.a, evidence),
            )


def _mutual(predicate: str) -> bool:
    """Whether either may be called the doer ("met", "spoke with")."""
    return (
        class_of(predicate, "v") in {"communication", "social", "stative"} or kind_of(root(predicate)).name in _MUTUAL
    )


def _turned(a: Claim, b: Claim) -> bool:
    """Whether the one done to in `a` is the doer in `b`, where each has a doer and another one in its other part."""
    doer, sufferer, other = entity_in(a, ("agent",)), entity_in(a, ("patient",)), entity_in(b, ("agent",))
    return bool(doer and sufferer & other and not doer & (sufferer | other))


def _doer(c: Claim, evidence: Evidence) -> str:
    return joined([_told(r, evidence) for r in c.roles if r.role == "agent"])


def _nations(evidence: Evidence) -> Iterator[Finding]:
    """One doer of one deed, and what it was done to of two nations ("a Danish trawler", "a Polish boat")."""
    for k in evidence.kinship.one_deed():
        fillers = [[r for r in c.roles if r.role == "patient"] for c in (k.a, k.b)]
        for a, b in product(*fillers):
            one, other = (_nations_in(r.span, evidence) for r in (a, b))
            if one and other and not one & other and not (a.entity and a.entity == b.entity):
                yield Finding(
                    kind="identity",
                    severity="medium",
                    sides=(side(a.span, _told(a, evidence), k.a), side(b.span, _told(b, evidence), k.b)),
                )


def _nations_in(span: Span, evidence: Evidence) -> frozenset[str]:
    """The nationalities that begin a phrase, right after its article."""
    mentions = evidence.by_article[span.article].annotation.mentions
    return frozenset(
        m.entity for m in mentions if m.type == "NORP" and span.contains(m.span) and m.span.start - span.start < 4
    )


def _weapons(evidence: Evidence) -> Iterator[Finding]:
    """The one sort of weapon in one report, the one other sort of its kind in another, and neither in both."""
    named = {w.article.id: _weapons_of(w) for w in evidence.witnesses}
    for a, b in combinations((named[i] for i in sorted(named)), 2):
        for x, y in product(sorted(a), sorted(b)):
            if x not in b and y not in a and siblings(x, y):
                yield Finding(
                    kind="identity",
                    severity="medium",
                    sides=(side(a[x], x), side(b[y], y)),
                    topic="the weapon",
                )


def _left_open(evidence: Evidence) -> Iterator[Finding]:
    """The weapon that one report leaves open ("a rifle or a shotgun"), and that another names."""
    named = {w.article.id: _weapons_of(w) for w in evidence.witnesses}
    left = {w.article.id: found for w in evidence.witnesses if (found := _alternatives(w)) is not None}
    for _, (weapons, span) in sorted(left.items(), key=lambda x: x[0]):
        for other in sorted(named.keys() - left.keys()):
            chosen = next((x for x in sorted(named[other]) if x in weapons), None)
            if chosen is not None:
                yield Finding(
                    kind="modality",
                    severity="soft",
                    sides=(side(span, "left open"), side(named[other][chosen], DONE)),
                    topic="the weapon",
                )


def _alternatives(w: Witness) -> tuple[frozenset[str], Span] | None:
    """The first two weapons of a report that it joins by "or", and where they stand."""
    for s in w.annotation.sentences:
        for t in s.tokens:
            first = s.head(t)
            joined_by = {c.lower for c in s.children(first) if c.dep == "cc"}
            if t.dep == "conj" and "or" in joined_by and all(is_a(x.lemma.lower(), "weapon") for x in (first, t)):
                return frozenset({first.lemma.lower(), t.lemma.lower()}), s.span_of((first, t))
    return None


def _weapons_of(w: Witness) -> dict[str, Span]:
    """The weapons of a report by lemma, each where it is first named; those that it says may be another are left out."""
    found: dict[str, Span] = {}
    for s in w.annotation.sentences:
        for t in s.tokens:
            alone = t.dep not in {"conj", "compound"} and not any(c.dep == "conj" for c in s.children(t))
            if t.pos == "NOUN" and alone and is_a(t.lemma.lower(), "weapon") and _is_in_use(t, s):
                found.setdefault(t.lemma.lower(), s.span_of((t,)))
    return found


def _is_in_use(weapon: Token, s: Sentence) -> bool:
    """Whether somebody has, brings or used it ("armed with a rifle", "fired a shotgun"): a story may speak of weapons in general."""
    over = s.head(weapon)
    held = weapon.dep == "pobj" and over.lower == "with"
    return held or (weapon.dep in {"dobj", "nsubjpass"} and over.tag in {"VBD", "VBN", "VBG", "VBZ"})


def _told(r: Role, evidence: Evidence) -> str:
    """The filler's words, or the name of whom a pronoun stands for."""
    words = evidence.text(r.span)
    return evidence.entity_name(r.entity) if r.entity and is_function_word(words) else words


def apart(a: Role, b: Role, evidence: Evidence) -> bool:
    """Whether two fillers are surely two: names of two of a kind, or two sorts of one kind (rifle and shotgun)."""
    if a.entity and b.entity:
        one, other = evidence.entity_type(a.entity), evidence.entity_type(b.entity)
        named = not evidence.is_anonymous(a.entity) and not evidence.is_anonymous(b.entity)
        within = evidence.entities_in(a.span) & evidence.entities_in(b.span)
        two = a.entity != b.entity and not names_overlap(a.entity, b.entity, evidence) and not within
        bodies = (
            {one, other} <= {"ORG", "GPE"}
            and a.role == b.role == "agent"
            and _is_called(a, evidence)
            and _is_called(b, evidence)
        )
        return two and named and (one == other == "PERSON" or bodies)
    if any(r.entity and not evidence.is_anonymous(r.entity) for r in (a, b)):
        return False
    return _two_sorts(a.head.lower(), b.head.lower())


def _is_called(r: Role, evidence: Evidence) -> bool:
    """Whether a filler is told by a name: of "those companies" nobody knows which."""
    return r.entity in evidence.named_in(r.span)


def _two_sorts(one: str, other: str) -> bool:
    """Whether two nouns name two sorts of one thing, or two callings of a person: "rifle", "shotgun"; "student", "reporter"."""
    if are_synonyms(one, other, "n") or is_a(one, other) or is_a(other, one):
        return False
    return siblings(one, other) or (_is_calling(one) and _is_calling(other))


def _is_calling(noun: str) -> bool:
    """Whether a noun says what sort of person somebody is, by trade or standing; sex, age, number and a part in the event do not."""
    others = words("identity", "anyone")
    return (
        is_a(noun, "person")
        and noun not in others
        and not any(is_a(noun, x) for x in others - words("identity", "all"))
    )


def _severity(a: Role, b: Role, k: Kin, evidence: Evidence) -> Severity:
    """Two persons for one part of what surely is one thing tell the reader two things; a body and its branch mostly do not."""
    persons = all(r.entity and evidence.entity_type(r.entity) == "PERSON" for r in (a, b))
    return "medium" if persons and k.likeness >= SURE else "soft"


def _superlatives(evidence: Evidence) -> Iterator[Finding]:
    """Other names for what is the most or the first of its kind in both ("worst hit were …"): there is one such thing, or one such list."""
    for k in evidence.kinship.alike(OF_ONE_FACT):
        ours, theirs = (_named_most(c, evidence) for c in (k.a, k.b))
        if k.aligned and ours and theirs and not ours <= theirs and not theirs <= ours:
            yield Finding(
                kind="identity",
                severity="soft",
                sides=tuple(side(c.span, joined(_names_of(n, evidence)), c) for c, n in ((k.a, ours), (k.b, theirs))),
            )


def _named_most(c: Claim, evidence: Evidence) -> frozenset[str]:
    """The places, or else the persons, that a claim with a superlative names as what it speaks of."""
    sentence = evidence.sentence(c.trigger)
    own = [t for t in sentence.tokens if c.span.start <= t.start < c.span.end] if sentence else []
    if not any(t.tag in {"JJS", "RBS"} or t.lower == "worst" for t in own) or c.polarity == "negative":
        return frozenset()
    named = frozenset[str]().union(
        *(evidence.named_in(r.span) for r in c.roles if r.role in {"agent", "patient", "attribute"})
    )
    named |= frozenset(r.entity for r in c.roles if r.role in {"agent", "patient", "attribute", "manner"} and r.entity)
    named = frozenset(e for e in named if not evidence.is_anonymous(e))
    places = frozenset(e for e in named if evidence.entity_type(e) in {"GPE", "LOC", "FAC"})
    return places or frozenset(e for e in named if evidence.entity_type(e) == "PERSON")


def _names_of(entities: frozenset[str], evidence: Evidence) -> list[str]:
    return sorted(evidence.entity_name(e) for e in entities)


def _origins(evidence: Evidence) -> Iterator[Finding]:
    """Nationalities that reports give one person: each by a word right in a phrase that stands for that person."""
    said: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for w in evidence.witnesses:
        nationalities = [m for m in w.annotation.mentions if m.type == "NORP"]
        for m in w.annotation.mentions:
            if m.kind == "nominal" and m.type == "PERSON":
                said[m.entity] += [(n.entity, m.span) for n in nationalities if _describes(n, m)]
    for entity in sorted(said):
        first: dict[tuple[str, str], tuple[str, Span]] = {}
        for nation, span in said[entity]:
            first.setdefault((nation, span.article), (nation, span))
        for (one, a), (other, b) in combinations(first.values(), 2):
            if one != other and a.article != b.article:
                yield Finding(
                    kind="identity",
                    severity="medium",
                    sides=tuple(side(s, evidence.text(s)) for s in (a, b)),
                    topic=evidence.entity_name(entity),
                )


def _describes(nation: Mention, person: Mention) -> bool:
    return person.span.contains(nation.span)
