"""Ties: the places where one article shows whom it relies on, and which stretch of it that covers.

Credits cover the text or an unknown part of it; a named agency, outlet or platform covers its sentence; an attribution covers its
content. Who the sources of attributions are has been settled before (entities of the story).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.origins.credits import find_credits, own_entry
from rashomon.origins.manner import OBJECTS, Manner, head_within, manner_of
from rashomon.origins.parties import Parties, Party, bare_words
from rashomon.origins.tie_words import tie_words
from rashomon.records import Attribution, Quote, Relay, Sentence, Span, Token, Witness

_PROSE = frozenset({"headline", "standfirst", "caption", "body"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An article relies on `party`: `evidence` shows it, `scope` are the stretches resting on it (empty: the text, or unknown).

    `through`: the parties that stand between, nearest to the article first.
    """

    article: str
    party: Party
    manner: Manner
    evidence: tuple[Span, ...]
    scope: tuple[Span, ...] = ()
    through: tuple[Party, ...] = ()


def find_ties(witness: Witness, parties: Parties) -> tuple[Tie, ...]:
    """All ties that one article shows, in the order of its text."""
    reader = _Reader(witness, parties)
    ties = [
        *reader.credits(),
        *reader.named(),
        *reader.told(),
        *reader.attributed(),
        *reader.papers(),
        *reader.unnamed(),
    ]
    return tuple(sorted(ties, key=lambda t: (t.evidence[0], t.party.id, t.manner)))


class _Reader:
    def __init__(self, witness: Witness, parties: Parties) -> None:
        self._article = witness.article
        self._annotation = witness.annotation
        self._parties = parties
        self._sentences = tuple(s for s in witness.annotation.sentences if s.part in _PROSE)
        self._starts = [s.span.start for s in self._sentences]
        self._credits = find_credits(witness.article, parties.register)

    def credits(self) -> Iterator[Tie]:
        for c in self._credits:
            evidence = self._line_of(c.span)
            manner: Manner = "credit" if c.whole else "contribution"
            yield Tie(
                article=self._article.id, party=self._parties.of_entry(c.entry), manner=manner, evidence=(evidence,)
            )

    def named(self) -> Iterator[Tie]:
        """Agencies, outlets and platforms named in the text as ones who report, are told, or carry a post."""
        own = own_entry(self._article, self._parties.register)
        for naming in self._parties.register.namings(self._article.text):
            span = Span(article=self._article.id, start=naming.start, end=naming.end)
            sentence = self._sentence_at(span)
            if naming.entry is own or naming.weak or sentence is None or any(c.span == span for c in self._credits):
                continue
            tie = manner_of(sentence, head_within(sentence, span), naming.entry)
            if tie is not None:
                manner, cue = tie
                yield Tie(
                    article=self._article.id,
                    party=self._parties.of_entry(naming.entry),
                    manner=manner,
                    evidence=(span if cue is None else span.cover(cue),),
                    scope=(sentence.span,),
                )

    def told(self) -> Iterator[Tie]:
        """What somebody told an outlet without a name of its own: "told state television"."""
        for s in self._sentences:
            for t in s.tokens:
                told = t.dep in OBJECTS and s.head(t).lemma in tie_words("telling", "verbs")
                if told and t.pos == "NOUN" and t.lemma in tie_words("reporting", "outlets") and _described(s, t):
                    words = s.span_of((*_described(s, t), t))
                    name = words.of(self._article.text)
                    party = Party(id=f"outlet:{bare_words(name)}", kind="outlet", name=name, anonymous=True)
                    evidence = s.span_of((s.head(t), t))
                    yield Tie(
                        article=self._article.id, party=party, manner="channel", evidence=(evidence,), scope=(s.span,)
                    )

    def papers(self) -> Iterator[Tie]:
        """Papers and statements of which the text says who gave them out: "the readout released by the ministry"."""
        kinds = tie_words("documents", "nouns") | tie_words("documents", "spoken")
        for s in self._sentences:
            for t in s.tokens:
                given = next((c for c in s.children(t) if c.dep in {"acl", "relcl"} and _gives_out(c)), None)
                if t.pos == "NOUN" and t.lemma in kinds and given is not None:
                    yield from self._paper(s, t, given)

    def _paper(self, s: Sentence, paper: Token, given: Token) -> Iterator[Tie]:
        before = [x for x in s.subtree(paper) if x.index <= paper.index]
        agent = next((c for c in s.children(given) if c.dep == "agent"), None)
        giver = [x for x in s.subtree(agent) if x.index > agent.index] if agent is not None else []
        evidence = s.span_of((*before, given, *giver))
        name = bare_words(s.span_of(tuple(before)).of(self._article.text))
        document = Party(id=f"document:{self._article.id}:{name}", kind="document", name=name)
        whose = self._whose(s.span_of(tuple(giver))) if giver else None
        yield Tie(
            article=self._article.id,
            party=document if whose is None else whose,
            manner="document",
            evidence=(evidence,),
            scope=(s.span,),
            through=() if whose is None else (document,),
        )

    def _whose(self, words: Span) -> Party | None:
        """The party that a phrase ends in naming."""
        named = [m for m in self._annotation.mentions if m.kind == "name" and words.contains(m.span)]
        if not named:
            return None
        last = max(named, key=lambda m: m.span.end)
        return self._parties.of_source(self._article.id, last.entity, last.span.of(self._article.text))

    def attributed(self) -> Iterator[Tie]:
        """The sources of attributions, and of quotes that no attribution holds."""
        for a in self._annotation.attributions:
            # "did not comment" gives nothing to rest on.
            if not a.negated:
                yield from self._attribution(a)
        contents = [c for a in self._annotation.attributions for c in a.content]
        for q in self._annotation.quotes:
            if q.speaker is not None and q.kind != "label" and not any(c.overlaps(q.span) for c in contents):
                yield from self._quote(q)

    def unnamed(self) -> Iterator[Tie]:
        """ "reportedly" and the like: somebody else's word, nobody says whose."""
        party = Party(id=f"unnamed:{self._article.id}", kind="speaker", name="unnamed reports", anonymous=True)
        for s in self._sentences:
            for t in s.tokens:
                if t.lower in tie_words("unnamed", "adverbs") or _according_to_reports(s, t):
                    yield Tie(
                        article=self._article.id,
                        party=party,
                        manner="unnamed",
                        evidence=(s.span_of((t,)),),
                        scope=(s.span,),
                    )

    def _attribution(self, a: Attribution) -> Iterator[Tie]:
        through = self._relays(a.relay)
        evidence = _compact((*a.source, *a.cue))
        if a.occasion is not None:
            yield from self._occasion(a.occasion, a.content)
        if not a.source:
            return
        party = self._parties.of_source(self._article.id, a.entity, a.source[0].of(self._article.text))
        if party is not None and evidence:
            yield Tie(
                article=self._article.id,
                party=party,
                manner="document" if party.kind == "document" else "voice",
                evidence=evidence,
                scope=a.content,
                through=through,
            )

    def _quote(self, q: Quote) -> Iterator[Tie]:
        if q.speaker is None:
            return
        party = self._parties.of_source(self._article.id, q.entity, q.speaker.of(self._article.text))
        if party is not None:
            yield Tie(
                article=self._article.id,
                party=party,
                manner="voice",
                evidence=_compact((q.speaker, *((q.cue,) if q.cue else ()))),
                scope=(q.span,),
                through=self._relays(q.relay),
            )

    def _occasion(self, occasion: Span, content: tuple[Span, ...]) -> Iterator[Tie]:
        """A document that words stand in ("in court papers"); the party speaking has its own tie."""
        sentence = self._sentence_at(occasion)
        for t in sentence.tokens if sentence is not None else ():
            if (
                occasion.start <= t.start < occasion.end
                and t.pos == "NOUN"
                and t.lemma in tie_words("documents", "nouns")
            ):
                words = occasion.of(self._article.text)
                party = Party(
                    id=f"document:{self._article.id}:{bare_words(words)}", kind="document", name=bare_words(words)
                )
                yield Tie(article=self._article.id, party=party, manner="document", evidence=(occasion,), scope=content)
                return

    def _relays(self, relay: Sequence[Relay]) -> tuple[Party, ...]:
        found = (self._parties.of_source(self._article.id, r.entity, r.name) for r in relay)
        return tuple(p for p in found if p is not None)

    def _line_of(self, span: Span) -> Span:
        """The credit's line if it is a short one, else the name alone."""
        text = self._article.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        return Span(article=span.article, start=start, end=end) if end - start <= 2 * len(span) + 24 else span

    def _sentence_at(self, span: Span) -> Sentence | None:
        i = bisect_right(self._starts, span.start) - 1
        return self._sentences[i] if i >= 0 and self._sentences[i].span.contains(span) else None


def _gives_out(verb: Token) -> bool:
    return verb.lemma in tie_words("documents", "given_out")


def _described(sentence: Sentence, outlet: Token) -> tuple[Token, ...]:
    """The words that say which outlet is meant ("state", "local"); empty for "the media" and the like."""
    return tuple(c for c in sentence.children(outlet) if c.dep in {"compound", "amod"})


def _according_to_reports(sentence: Sentence, t: Token) -> bool:
    """ "according to local media reports": reports, and no name of whose."""
    if t.dep != "pobj" or t.lemma not in tie_words("unnamed", "nouns") or t.pos != "NOUN":
        return False
    preposition = sentence.head(t)
    return sentence.head(preposition).lower == "according" and not any(x.pos == "PROPN" for x in sentence.subtree(t))


def _compact(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Source and cue as one span where they stand together."""
    if not spans:
        return ()
    cover = spans[0]
    for s in spans[1:]:
        cover = cover.cover(s)
    return (cover,) if len(cover) <= sum(map(len, spans)) + 8 else tuple(sorted(spans))
