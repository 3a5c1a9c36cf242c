"""Whether what one claim is about is what the other is about: the ground on which a yes and a no, or two opposites, exclude each other.

"She is not running against him" and "she is running" can both be true, and so can "he opposed the tax" and "he backed the bridge".
"""

from __future__ import annotations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.kinship import parties
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_synonyms, is_a, is_function_word
from rashomon.records import Claim, Role, Span, Token

_RESTRICTING = ("patient", "recipient", "goal", "source", "topic", "partner", "place", "attribute")
_SORTING = frozenset({"relcl", "acl"})
_OBJECTS = ("patient", "recipient", "topic", "goal", "partner")


def entailed(no: Claim, yes: Claim, evidence: Evidence) -> bool:
    """Whether `yes` says what `no` denies: every restriction of the denial stands in it, and both are done to the same."""
    if any(words("nobody", "only") & set(c.text.lower().split()) for c in (no, yes)):
        return False
    ours, theirs = (_of(c, _RESTRICTING, evidence) for c in (no, yes))
    for r in ours:
        met = [o for o in theirs if _matched(r, o, evidence)]
        if r.head.lower() != no.predicate and not met:
            return False
        if met and not any(o.head.lower() in words("nobody", "all") for o in met) and _narrowed(r, yes, evidence):
            return False
    done_to = _of(yes, ("patient",), evidence)
    return not done_to or any(_matched(r, o, evidence) for o in done_to for r in ours) or not _is_bare(no, evidence)


def _narrowed(r: Role, yes: Claim, evidence: Evidence) -> bool:
    """Whether a denial is of things of a sort that `yes` does not name: "no cars that burn oil" says nothing of other cars."""
    here, there = evidence.sentence(r.span), evidence.sentence(yes.span)
    head = next((t for t in reversed(here.tokens) if r.span.start <= t.start < r.span.end), None) if here else None
    if here is None or there is None or head is None:
        return False
    clauses = (c for t in here.tokens if r.span.contains(_span(t, r)) for c in here.children(t) if c.dep in _SORTING)
    sort = {
        evidence.key(r.span.article, t) for c in clauses for t in here.subtree(c) if not r.span.contains(_span(t, r))
    }
    return not sort - {None} <= {evidence.key(yes.span.article, t) for t in there.tokens}


def _span(t: Token, r: Role) -> Span:
    return Span(article=r.span.article, start=t.start, end=t.end)


def one_object(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether both are of the same thing or person, or one of them does not say of what."""
    return not (_of(a, _OBJECTS, evidence) and _of(b, _OBJECTS, evidence)) or object_in_common(a, b, evidence)


def object_in_common(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether both name the same thing or person that it is done to."""
    return any(_matched(r, o, evidence) for r in _of(a, _OBJECTS, evidence) for o in _of(b, _OBJECTS, evidence))


def one_subject(a: Claim, b: Claim, evidence: Evidence) -> bool:
    """Whether who does, has or is it may be one: a name in common, a word in common, or nobody known in one of them."""
    ours, theirs = (parties(c, evidence, ("agent", "patient")) for c in (a, b))
    if _is_anyone(a) != _is_anyone(b) or (_is_own(a) != _is_own(b) and not ours & theirs):
        return False
    if ours and theirs:
        return bool(ours & theirs) or bool(_heads(a) & _heads(b))
    return True


def _is_own(c: Claim) -> bool:
    """Whether somebody speaks of himself."""
    return any(r.role == "agent" and r.head.lower() in words("nobody", "own") for r in c.roles)


def _is_anyone(c: Claim) -> bool:
    """Whether it is said of whoever listens ("you cannot build there")."""
    return any(r.role == "agent" and r.head.lower() == "you" for r in c.roles)


def _heads(c: Claim) -> frozenset[str]:
    return frozenset(
        root(r.head.lower()) for r in c.roles if r.role in {"agent", "patient"} and not is_function_word(r.head)
    )


def _of(c: Claim, roles: tuple[str, ...], evidence: Evidence) -> list[Role]:
    """The fillers of these roles; a number tells how much, not of what."""
    found = [r for r in c.roles if r.role in roles and not r.head.isdigit()]
    return [r for r in found if r.head.lower() not in words("nobody", "heads") and evidence.text(r.span)]


def _is_bare(c: Claim, evidence: Evidence) -> bool:
    """Whether the claim names nothing besides who did it."""
    return not _of(c, _RESTRICTING, evidence)


def _matched(a: Role, b: Role, evidence: Evidence) -> bool:
    """One entity, one word, two words for one thing, or a word for all."""
    if a.entity is not None and a.entity == b.entity:
        return True
    if evidence.entities_in(a.span) & evidence.entities_in(b.span):
        return True
    one, other = a.head.lower(), b.head.lower()
    if {one, other} & words("nobody", "all"):
        return True
    if root(one) == root(other) and not is_function_word(one):
        return True
    return any(are_synonyms(one, other, pos) for pos in ("n", "a")) or is_a(one, other) or is_a(other, one)
