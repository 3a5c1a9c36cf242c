"""Claims of one article from its parse."""

from __future__ import annotations

from hashlib import sha256

from rashomon.annotate import reads_as_english
from rashomon.claims.clauses import Clause, clauses_of, trimmed, verb_of
from rashomon.claims.modality import modality_of, polarity_of, tense_of
from rashomon.claims.repeats import printed_before
from rashomon.claims.roles import Fillers, subjects
from rashomon.claims.voice import Voices
from rashomon.claims.words import words
from rashomon.records import Annotation, Article, Claim, Sentence, Span, Timex

_LONGEST = 240
"""Characters. A longer claim loses its last phrases: it would stand for several statements at once."""
_DROPPABLE = frozenset({"prep", "npadvmod", "advmod", "advcl", "conj", "relcl", "acl", "appos"})


def extract_claims(article: Article, annotation: Annotation) -> tuple[Claim, ...]:
    """The claims of an article in the order of its text; roles and voices carry the article's own entity ids.

    A part that repeats another (a headline printed twice) states nothing a second time, nor does a sentence printed over and
    over (see `repeats`).
    """
    if not reads_as_english(article.language):
        return ()  # the tables of this stage are English: a false agreement is worse than a missed one
    repeated = [p.span for p in annotation.parts if p.repeats]
    again = printed_before(annotation.sentences)
    reader = _Reader(article, annotation)
    claims = [
        c
        for s in annotation.sentences
        if s.index not in again and not any(r.contains(s.span) for r in repeated)
        for c in reader.claims(s)
    ]
    return tuple(sorted(claims, key=lambda c: (c.span.start, c.span.end, c.trigger.start, c.nominal)))


class _Reader:
    """What the clauses of one article are read with."""

    def __init__(self, article: Article, annotation: Annotation) -> None:
        self._article = article
        self._times = annotation.times
        self._quantities = annotation.quantities
        self._fillers = Fillers(annotation.mentions, [(t.span.start, t.span.end) for t in annotation.times])
        self._voices = Voices(article.text, annotation.attributions, annotation.quotes)

    def claims(self, sentence: Sentence) -> list[Claim]:
        found = [self._claim(c) for c in clauses_of(sentence) if not _only_attributes(c)]
        return [c for c in found if not _only_dates(c)]

    def _claim(self, clause: Clause) -> Claim:
        sentence = clause.sentence
        span = _span(clause)
        trigger = Span(article=span.article, start=clause.head.start, end=clause.head.end)
        times = tuple(t for t in self._times if _holds(clause, span, t.span))
        key = f"{span.article} {span.start} {span.end} {trigger.start} {clause.nominal}"
        modality = modality_of(clause)
        return Claim(
            id=sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
            span=span,
            trigger=trigger,
            text=span.of(self._article.text),
            predicate=_predicate(clause),
            tense=tense_of(clause),
            roles=self._fillers.of(clause),
            time=_own_time(clause, [t for t in times if t.type in {"DATE", "TIME"}]),
            times=times,
            quantities=tuple(q for q in self._quantities if _holds(clause, span, q.span)),
            polarity=polarity_of(clause),
            modality="denied" if self._voices.denied(trigger) and modality == "asserted" else modality,
            voice=self._voices.at(trigger),
            part=sentence.part,
            sentence=sentence.index,
            nominal=clause.nominal,
        )


def _own_time(clause: Clause, times: list[Timex]) -> Timex | None:
    """The first time that hangs on the predicate, else the first: in "the leader of the 2008 march was freed in May", May."""
    heads = {clause.top.index, clause.verb.index, clause.head.index}
    return next((t for t in times if _hangs_on(t, heads, clause)), times[0] if times else None)


def _hangs_on(time: Timex, heads: set[int], clause: Clause) -> bool:
    """Whether no noun of the clause stands between a time and one of the words `heads`."""
    sentence = clause.sentence
    inside = [t for t in clause.own if t.start < time.span.end and time.span.start < t.end]
    if not inside:
        return False
    outer = min(inside, key=lambda t: sum(1 for _ in sentence.ancestors(t)))
    over = next((a for a in sentence.ancestors(outer) if a.index in heads or a.pos != "ADP"), None)
    return over is not None and over.index in heads


def _holds(clause: Clause, span: Span, item: Span) -> bool:
    """Whether `item` is among the clause's own words, not those of a clause within it; a parser may leave its last word outside."""
    return span.start <= item.start < span.end and any(item.start <= t.start < item.end for t in clause.own)


def _span(clause: Clause) -> Span:
    span = clause.sentence.span_of(clause.own)
    if len(span) <= _LONGEST:
        return span
    kept = list(clause.own)
    heads = {clause.top.index, clause.verb.index, clause.head.index}
    loose = [t for t in clause.own if t.head in heads and t.dep in _DROPPABLE and t.index > clause.head.index]
    for t in reversed(loose):
        below = {x.index for x in clause.sentence.subtree(t)}
        kept = [k for k in kept if k.index not in below]
        span = clause.sentence.span_of(trimmed(tuple(kept)))
        if len(span) <= _LONGEST:
            break
    return span


def _predicate(clause: Clause) -> str:
    """The lemma with its particle; a noun of action gives its verb ("hold a call", "their call": call)."""
    if clause.light is not None or clause.nominal:
        return verb_of(clause.head.lemma)
    particle = next((c.lower for c in clause.sentence.children(clause.head) if c.dep == "prt"), "")
    if (clause.verb.lemma == "take" and _object_is(clause, "place")) or clause.head.lemma in {"occur", "happen"}:
        for subject in subjects(clause.sentence, clause.verb, clause.top):
            if subject.pos == "NOUN":
                return verb_of(subject.lemma)
    return f"{clause.head.lemma} {particle}".strip()


def _object_is(clause: Clause, lemma: str) -> bool:
    return any(c.dep == "dobj" and c.lemma == lemma for c in clause.sentence.children(clause.verb))


def _only_dates(claim: Claim) -> bool:
    """Whether a noun for a part of something names nothing but a time by it ("the start of this year")."""
    return claim.nominal and not claim.roles and claim.predicate in words("phases", "verbs")


def _only_attributes(clause: Clause) -> bool:
    """Whether the clause is nothing but an attribution ("officials said"), with no occasion, listener or time of its own."""
    if clause.nominal or clause.head.lemma not in words("speech", "verbs"):
        return False
    bare = {"nsubj", "aux", "auxpass", "neg", "punct", "ccomp", "mark", "cc", "advmod", "nsubjpass", "conj"}
    return all(c.dep in bare for c in clause.sentence.children(clause.verb))
