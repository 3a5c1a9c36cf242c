"""Ties: the places where one article shows whom it relies on, and which stretch of it that covers.

Credits cover the text or an unknown part of it; a named agency, outlet or platform covers its sentence; an attribution covers its
content. Who the sources of attributions are has been settled before (entities of the story).
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from rashomon.origins.credits import find_credits, own_entry, unregistered_agencies
from rashomon.origins.register import Entry, load_register
from rashomon.records import Article, Attribution, Entity, Quote, Relay, Sentence, Span, Token, Witness
from rashomon.records.collation import OriginKind

Manner = Literal["credit", "contribution", "report", "channel", "platform", "voice", "document", "unnamed"]
"""report: the party says it itself; channel: somebody told it to the party; voice: somebody speaks; unnamed: nobody says who."""

_PROSE = frozenset({"headline", "standfirst", "caption", "body"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INNER = frozenset({"compound", "nmod", "poss", "amod"})
_OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody or something that can be an origin. `id` is the same in all articles where it is certainly the same.

    `members`: the ids of those who speak together here ("the two leaders said").
    """

    id: str
    kind: OriginKind
    name: str
    anonymous: bool = False
    members: tuple[str, ...] = ()


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


class Parties:
    """Who the entities and the named agencies of a story are."""

    def __init__(
        self,
        entities: Sequence[Entity],
        articles: Sequence[Article] = (),
        members: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`members`: entity id of a pair or group to the ids of those it is made of."""
        self._entities: Mapping[str, Entity] = {e.id: e for e in entities}
        self._members = members or {}
        # Who is one of the story's outlets, or credited by one report, is known as such in all of them.
        self.register = (
            load_register()
            .with_outlets(a.outlet for a in articles if a.outlet)
            .with_agencies(name for a in articles for name in unregistered_agencies(a))
        )

    def of_entry(self, entry: Entry) -> Party:
        """The party for an agency, outlet or platform of the register."""
        kinds: dict[str, OriginKind] = {"agency": "agency", "release": "agency", "platform": "platform"}
        kind = kinds.get(entry.kind, "outlet")
        return Party(id=f"{kind}:{entry.name}", kind=kind, name=entry.name)

    def of_source(self, article: str, entity: str | None, words: str) -> Party | None:
        """The party behind an attribution's source: an entity of the story if known, else the words themselves.

        Somebody without a name is the same only within one article, unless described by the same words: see `anonymous`.
        """
        words = " ".join(words.split())
        known = self._entities.get(entity) if entity else None
        name = known.name if known is not None else words
        entry = self.register.entry(name) or self.register.entry(words) or self._own_reporter(words)
        if entry is not None:
            return self.of_entry(entry)
        if known is not None and not known.anonymous:
            return Party(id=known.id, kind="speaker", name=known.name, members=self._members.get(known.id, ()))
        if not name or name.lower() in _words("unnamed", "pronouns"):
            return None
        bare = _bare(name)
        if _head_noun(bare) in _words("documents", "nouns"):
            paper = _noun_phrase(bare)
            return Party(id=f"document:{article}:{paper}", kind="document", name=paper)
        return Party(id=f"source:{bare}", kind="speaker", name=name, anonymous=True)

    def _own_reporter(self, words: str) -> Entry | None:
        """ "a Reuters reporter" is Reuters."""
        named = list(self.register.namings(words))
        of_house = _head_noun(_bare(words)) in _words("reporting", "outlets")
        return named[0].entry if of_house and named and not named[0].weak else None


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
            tie = _manner(sentence, _head_within(sentence, span), naming.entry)
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
                told = t.dep in _OBJECTS and s.head(t).lemma in _words("telling", "verbs")
                if told and t.pos == "NOUN" and t.lemma in _words("reporting", "outlets") and _described(s, t):
                    words = s.span_of((*_described(s, t), t))
                    name = words.of(self._article.text)
                    party = Party(id=f"outlet:{_bare(name)}", kind="outlet", name=name, anonymous=True)
                    evidence = s.span_of((s.head(t), t))
                    yield Tie(
                        article=self._article.id, party=party, manner="channel", evidence=(evidence,), scope=(s.span,)
                    )

    def papers(self) -> Iterator[Tie]:
        """Papers and statements of which the text says who gave them out: "the readout released by the ministry"."""
        kinds = _words("documents", "nouns") | _words("documents", "spoken")
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
        name = _bare(s.span_of(tuple(before)).of(self._article.text))
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
                if t.lower in _words("unnamed", "adverbs") or _according_to_reports(s, t):
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
            if occasion.start <= t.start < occasion.end and t.pos == "NOUN" and t.lemma in _words("documents", "nouns"):
                words = occasion.of(self._article.text)
                party = Party(id=f"document:{self._article.id}:{_bare(words)}", kind="document", name=_bare(words))
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


def _manner(sentence: Sentence, named: Token | None, entry: Entry) -> tuple[Manner, Span | None] | None:
    """How a sentence relies on the one it names, and the words that say so; None if it only mentions them."""
    if named is None:
        return None
    if entry.kind == "platform":
        return _posted(sentence, named, sentence.head(named))
    if named.dep in _INNER and sentence.head(named).lemma.lower() in _words("reporting", "pieces"):
        return "report", sentence.span_of((named, sentence.head(named)))
    following = sentence.tokens[named.index + 1 : named.index + 2]
    if any(t.pos == "VERB" and t.tag == "VBD" and t.lemma in _words("reporting", "verbs") for t in following):
        # Whatever the parser made of a long sentence: "…, Reuters reported."
        return "report", sentence.span_of((named, *following))
    named = _outlet_phrase(sentence, named)
    head = sentence.head(named)
    if named.dep in _SUBJECTS and head.lemma in _words("reporting", "verbs") and _speaks(sentence, head):
        return "report", sentence.span_of((named, head))
    if named.dep in _OBJECTS and head.lemma in _words("telling", "verbs"):
        return "channel", sentence.span_of((head, named))
    if named.dep in _OBJECTS and head.lemma in _words("leading", "verbs"):
        return "report", sentence.span_of((head, named))
    if named.dep == "pobj":
        return _led(sentence, named, head)
    return None


def _outlet_phrase(sentence: Sentence, named: Token) -> Token:
    """The head of the phrase that names the outlet: "agency" of "the AFP news agency", "daily" of "the daily X"."""
    for _ in range(3):
        head = sentence.head(named)
        inner = named.dep in _INNER and head.lemma.lower() in _words("reporting", "outlets")
        called = named.dep in {"appos", "acl"} and head.lemma.lower() in _words("reporting", "outlets") | {"affiliate"}
        if not inner and not called:
            return named
        named = head
    return named


def _speaks(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb passes something on: "to be" does so only with "first" ("was first to report")."""
    return verb.lemma != "be" or any(t.lower == "first" for t in sentence.subtree(verb))


def _led(sentence: Sentence, named: Token, preposition: Token) -> tuple[Manner, Span | None] | None:
    """ "according to X", "told … in an interview with X", "obtained by X", "a report in X"."""
    over = sentence.head(preposition)
    place = sentence.span_of((over, named)) if over.index < named.index else sentence.span_of((preposition, named))
    if preposition.lower == "to" and over.lower == "according":
        return "report", place
    if preposition.lower in {"by", "from", "via"} and over.lemma in _words("leading", "verbs"):
        return "report", place
    if preposition.lower in {"to", "with"} and over.lemma in _words("telling", "verbs") | _words("telling", "nouns"):
        return "channel", place
    if preposition.lower in {"in", "by", "from", "for", "on"} and over.lemma in _words("telling", "nouns"):
        return "report", place
    return None


def _posted(sentence: Sentence, named: Token, head: Token) -> tuple[Manner, Span | None] | None:
    """ "on X", "in a Telegram post": the platform as the place of a statement."""
    if named.dep in _INNER and head.lemma in _words("posting", "nouns"):
        over = sentence.head(head)
        return "platform", sentence.span_of((over, named, head)) if over.pos == "ADP" else sentence.span_of(
            (named, head)
        )
    if named.dep == "pobj" and head.lower in {"on", "via", "to", "over"}:
        over = sentence.head(head)
        chain = [over, *sentence.ancestors(over)]
        if any(t.lemma in _words("posting", "verbs") | _words("posting", "nouns") for t in chain[:3]):
            return "platform", sentence.span_of((head, named))
    return None


def _head_within(sentence: Sentence, span: Span) -> Token | None:
    """The token of a name that the rest of it hangs on."""
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end + 1]
    indexes = {t.index for t in inside}
    return next((t for t in inside if t.head not in indexes or t.head == t.index), None)


def _gives_out(verb: Token) -> bool:
    return verb.lemma in _words("documents", "given_out")


def _described(sentence: Sentence, outlet: Token) -> tuple[Token, ...]:
    """The words that say which outlet is meant ("state", "local"); empty for "the media" and the like."""
    return tuple(c for c in sentence.children(outlet) if c.dep in {"compound", "amod"})


def _according_to_reports(sentence: Sentence, t: Token) -> bool:
    """ "according to local media reports": reports, and no name of whose."""
    if t.dep != "pobj" or t.lemma not in _words("unnamed", "nouns") or t.pos != "NOUN":
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


def _noun_phrase(bare: str) -> str:
    """The words of a description up to its head noun: "birth certificate" of "birth certificate seen by the Herald"."""
    words = bare.split()
    until = next((i for i, w in enumerate(words) if w in _words("documents", "ends")), len(words))
    return " ".join(words[:until]).rstrip(",")


def _head_noun(bare: str) -> str:
    """The singular of the noun that a description is of."""
    head = _noun_phrase(bare).rpartition(" ")[2]
    return head.removesuffix("s") if head not in _words("documents", "nouns") else head


def _bare(words: str) -> str:
    """A description without article and case, so that "A White House official" is the same as "the White House official"."""
    found = words.lower().split()
    while len(found) > 1 and found[0] in {"a", "an", "the", "one", "in", "some"}:
        found = found[1:]
    return " ".join(found)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("rashomon.origins").joinpath("tie_words.toml").read_text("utf-8"))


@lru_cache(maxsize=64)
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(_table()[table][name])
