"""Words for notes: who has it, and what it says there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.collate.compare.evidence import Evidence
from rashomon.lexicon import class_of, derived, is_function_word
from rashomon.records import Claim, Side, Span

_PART_NAMES = {"headline": "headline", "standfirst": "standfirst", "caption": "caption"}
_LONGEST = 90
_LONG_CLAUSE = 100
"""Characters from which a claim is shown by its verb and what follows, not from its subject on."""
SAME = "the same report"
"""How a second side of a report is told apart from its first."""
_DOERS = ("er", "or", "ee")
_SMALL = frozenset({"aux", "auxpass", "neg", "prt", "mark"})


def witness_of(span: Span, evidence: Evidence) -> str:
    """ "A", or "A's caption" for words that stand apart from the body."""
    part = _PART_NAMES.get(evidence.part(span))
    siglum = evidence.siglum(span.article)
    return f"{siglum}'s {part}" if part else siglum


def holders(sides: Sequence[Side], evidence: Evidence) -> list[str]:
    """Who has each side, so that two sides in one article are told apart ("A's caption", "its body")."""
    named: list[str] = []
    for s in sides:
        name = witness_of(s.span, evidence)
        siglum = evidence.siglum(s.span.article)
        if named and name == siglum and any(n == siglum or n.startswith(f"{siglum}'s ") for n in named):
            name = "its body" if named[-1].startswith(f"{siglum}'s ") else SAME
        named.append(name)
    return named


def joined(words: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def possessive(name: str) -> str:
    """ "the mayor's", "two passengers'"."""
    plural = name.endswith("s") and name.rpartition(" ")[2][:1].islower()
    return f"{name}'" if plural else f"{name}'s"


def snippet(span: Span, evidence: Evidence) -> str:
    """The words of a span on one line, shortened at a word's end, without the marks and commas at its edges."""
    words = re.sub(r"\s+", " ", evidence.text(span)).strip(' ,;:-–—"“”').removeprefix("that ")
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def kernel(claim: Claim, evidence: Evidence) -> Span:
    """The claim's words, or of a long claim its verb with what is before it ("is expected to") and the words after it."""
    read = evidence.predicate(claim)
    if len(claim.span) <= _LONG_CLAUSE or read is None:
        return claim.span
    sentence, trigger = read
    heads = [trigger, sentence.head(trigger)] if trigger.dep == "xcomp" else [trigger]
    small = [t for h in heads for t in (h, *(c for c in sentence.children(h) if c.dep in _SMALL))]
    begin = min(t.start for t in small)
    after = [t for t in sentence.subtree(trigger) if begin <= t.start and t.end <= begin + _LONGEST]
    return sentence.span_of(tuple(sorted({*small, *after}, key=lambda t: t.start)))


def denial(claim: Claim, evidence: Evidence) -> Span:
    """The claim's words; of one that is denied from above, with what denies it ("do not believe the fire was set")."""
    read = evidence.predicate(claim)
    if (claim.polarity == "positive" and claim.modality != "denied") or read is None:
        return claim.span
    sentence, top = read
    while top.dep != "ROOT" and claim.span.start <= sentence.head(top).start < claim.span.end:
        top = sentence.head(top)
    over = sentence.head(top)
    if top.dep == "acl":
        over = sentence.head(over)  # "rejected the claim that …"
    if claim.modality == "denied" or top.dep == "pcomp":
        return claim.span.cover(sentence.span_of((over,)))
    if top.dep == "ccomp" and any(c.dep == "neg" for c in sentence.children(over)):
        small = tuple(c for c in sentence.children(over) if c.dep in _SMALL | {"nsubj"})
        return claim.span.cover(sentence.span_of((over, *small)))
    return claim.span


def passage(side: Side, evidence: Evidence) -> str:
    """The words of a side within its clause, where that is short enough to be read at a glance; else by themselves."""
    claim = evidence.claim.get(side.claim or "")
    if claim is None or not claim.span.contains(side.span):
        return snippet(side.span, evidence)
    around = kernel(claim, evidence)
    if around.contains(side.span) and len(around) <= _LONG_CLAUSE:
        words = snippet(around, evidence)
        return words if around.end >= claim.span.end or words.endswith("…") else f"{words} …"
    return _window(side.span, claim.span, evidence)


def _window(span: Span, clause: Span, evidence: Evidence) -> str:
    """The words of a span with those around it in its clause, as many as can be read at a glance."""
    article = evidence.by_article[span.article].article.text
    spare = max(0, _LONGEST - len(span))
    end = min(clause.end, span.end + spare // 2)
    begin = max(clause.start, end - max(_LONGEST, len(span)))
    if end < clause.end:
        end = max(span.end, article.rfind(" ", span.end, end))
    if begin > clause.start:
        begin = min(span.start, article.find(" ", begin, span.start + 1) + 1 or span.start)
    words = snippet(Span(article=span.article, start=begin, end=end), evidence)
    cut_off = end < clause.end and not words.endswith("…")
    return f"{'… ' if begin > clause.start else ''}{words}{' …' if cut_off else ''}"


def speaker_name(source: str, evidence: Evidence) -> str:
    """A source as a reader knows it: the entity's name where the source is an entity."""
    return with_small_article(evidence.entity_name(source) or source)


def happening(claim: Claim, evidence: Evidence) -> str:
    """What a claim is about, as a noun phrase: "the call", "the sinking of the trawler"; empty where none can be made."""
    if claim.nominal:
        return f"the {evidence.text(claim.trigger)}"
    for name in ("patient", "agent"):
        for r in claim.roles:
            words = with_small_article(snippet(r.span, evidence))
            if r.role == name and not is_function_word(words):
                noun = noun_of(claim.predicate)
                return f"the {noun} of {words}" if noun else ""
    return ""


def with_small_article(words: str) -> str:
    """A phrase from the head of a sentence as it reads within one: "the bridge"."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "Their", "His", "Her", "Its"} and rest else words


def noun_of(predicate: str) -> str:
    """The noun for what a verb tells of ("arrest", "replacement", "death"), or ""."""
    if " " in predicate or predicate in {"be", "have"}:
        return ""
    nouns = [n for n in derived(predicate, "v", "n") if not n.endswith(_DOERS)]
    told = [n for n in nouns if class_of(n, "n") in {"act", "event", "process"}] or [
        n for n in nouns if n.endswith("ing")
    ]
    return min(told, key=lambda n: (n[:2] != predicate[:2], n.endswith("ing"), len(n), n), default="")


def names_overlap(one: str, other: str, evidence: Evidence) -> bool:
    """Whether two names share a word: a surname, a ship's name with and without its prefix."""
    a, b = (set(evidence.entity_name(e).lower().split()) for e in (one, other))
    return any(not is_function_word(w) for w in a & b)
