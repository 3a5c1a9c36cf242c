"""All that the comparators may look at, indexed once per story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from rashomon.claims import printed_before
from rashomon.collate.compare.roots import root
from rashomon.lexicon import is_function_word
from rashomon.records import Claim, Event, Fact, Mention, PartKind, Quantity, Sentence, Span, Timex, Token, Witness

if TYPE_CHECKING:
    from rashomon.collate.compare.kinship import Kin, Kinship


SMOOTHING = 30
_DAY = len("2031-05-04")
_IN_PASSING = frozenset({"relcl", "acl", "advcl", "appos"})
_MONTH = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d)?\Z")
NO_CONTENT = frozenset({"NUM", "PUNCT", "DET", "ADP", "PRON", "AUX", "PART", "SYM", "SPACE"})


class Evidence:
    """Claims, events, facts and witnesses of one story, found by id and by place."""

    def __init__(
        self, claims: Sequence[Claim], events: Sequence[Event], facts: Sequence[Fact], witnesses: Sequence[Witness]
    ) -> None:
        self.witnesses = tuple(witnesses)
        self._again = {w.article.id: printed_before(w.annotation.sentences) for w in witnesses}
        self.facts = tuple(facts)
        self.events = {e.id: e for e in events}
        self.by_article = {w.article.id: w for w in witnesses}
        self.claims = tuple(c for c in claims if not self.repeated(c.span))
        self.claim = {c.id: c for c in claims}
        self.event_of = {c: e.id for e in events for c in e.claims}
        self.fact_of = {c: f.id for f in facts for c in f.claims}

    def repeated(self, span: Span) -> bool:
        """Whether the words stand elsewhere in the same article too and are no second statement."""
        again = self._again[span.article]
        if again and (s := self.sentence(span)) is not None and s.index in again:
            return True
        return any(p.repeats and p.span.contains(span) for p in self.by_article[span.article].article.parts)

    def text(self, span: Span) -> str:
        return span.of(self.by_article[span.article].article.text)

    def siglum(self, article: str) -> str:
        return self.by_article[article].siglum

    def part(self, span: Span) -> PartKind:
        """The kind of part that a span stands in."""
        parts = self.by_article[span.article].article.parts
        return next((p.kind for p in parts if p.span.overlaps(span)), "body")

    def sentence(self, span: Span) -> Sentence | None:
        """The sentence in which a span begins."""
        sentences = self.by_article[span.article].annotation.sentences
        starts = self._sentence_starts[span.article]
        i = bisect_right(starts, span.start) - 1
        return sentences[i] if i >= 0 and sentences[i].span.end > span.start else None

    def predicate(self, claim: Claim) -> tuple[Sentence, Token] | None:
        """The word that a claim's predicate is read from, and its sentence."""
        sentence = self.sentence(claim.trigger)
        token = next((t for t in sentence.tokens if t.start == claim.trigger.start), None) if sentence else None
        return (sentence, token) if sentence is not None and token is not None else None

    def is_asked(self, claim: Claim) -> bool:
        """Whether a claim stands in a question: who asks if it is so does not say so."""
        sentence = self.sentence(claim.trigger)
        return sentence is not None and self.text(sentence.span).rstrip(' "”’)]').endswith("?")

    def is_later(self, one: Span, other: Span) -> bool:
        """Whether the first one's report is known to have come out after the other's: by the day, or on one day by the hour."""
        a, b = (self.by_article[s.article].published for s in (one, other))
        if a is None or b is None:
            return False
        if a.value[:_DAY] != b.value[:_DAY]:
            return a.value[:_DAY] > b.value[:_DAY]
        if len(a.value) == _DAY or len(b.value) == _DAY:
            return False
        x, y = (datetime.fromisoformat(d.value) for d in (a, b))
        return (x.tzinfo is None) == (y.tzinfo is None) and x > y

    def published(self, span: Span) -> str:
        """When the report of a span came out, "" where that is not known."""
        dating = self.by_article[span.article].published
        return dating.value if dating is not None else ""

    def is_told(self, claim: Claim) -> bool:
        """Whether a claim is what its sentence tells, not said in passing of somebody or something ("who leads the party")."""
        read = self.predicate(claim)
        return not claim.nominal and read is not None and read[1].dep not in _IN_PASSING

    def is_earlier(self, claim: Claim) -> bool:
        """Whether a claim tells of an earlier time than its sentence: it stands in or under a pluperfect ("had said that she was").

        In what somebody is said to have said ("police said they had not been held") the pluperfect is only the past moved back.
        """
        read = self.predicate(claim)
        if read is None:
            return False
        sentence, token = read
        own = () if claim.voice.name else (token,)
        return any(_is_pluperfect(t, sentence) for t in (*own, *sentence.ancestors(token)))

    def claims_around(self, span: Span) -> list[Claim]:
        """The claims whose clause holds the span, the tightest first."""
        sentence = self.sentence(span)
        inside = self._claims_in[span.article, sentence.index] if sentence is not None else []
        found = [c for c in inside if c.span.contains(span)]
        return sorted(found, key=lambda c: (len(c.span), c.span.start, c.id))

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions inside a span, in the order of the text."""
        mentions, starts = self._mentions[span.article]
        found = mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [m for m in found if m.span.end <= span.end]

    def entities_in(self, span: Span) -> frozenset[str]:
        """The entities mentioned inside a span."""
        return frozenset(m.entity for m in self.mentions_in(span))

    def named_in(self, span: Span) -> frozenset[str]:
        """The entities that a span calls by name."""
        return frozenset(m.entity for m in self.mentions_in(span) if m.kind == "name")

    def entity_at(self, article: str, token: Token) -> str | None:
        """The entity of the innermost name or pronoun that a token belongs to."""
        return self._entity_of_char[article].get(token.start)

    def key(self, article: str, token: Token) -> tuple[str, str] | None:
        """What a token speaks of: an entity, or a content lemma; None for words that tell nothing."""
        entity = self.entity_at(article, token)
        if entity is not None:
            return "entity", entity
        if token.pos in NO_CONTENT or is_function_word(token.text):
            return None
        return "lemma", root(token.lemma.lower())

    def keys_of_sentences(self, article: str) -> list[frozenset[tuple[str, str]]]:
        """What each sentence of a report speaks of."""
        return self._sentence_keys[article]

    def weight(self, key: tuple[str, str], token: Token) -> float:
        """How telling a key is: by the rarity of its entity or of the token's lemma."""
        return self.rarity_of_entity(key[1]) if key[0] == "entity" else self.rarity(token.lemma.lower())

    def in_quantity(self, article: str, token: Token) -> bool:
        """Whether a token begins inside a number with its unit."""
        return token.start in self._quantity_chars[article]

    def months_in(self, sentence: Sentence) -> frozenset[str]:
        """The months and years a sentence names without a day: what happened then is background, not the story's own event."""
        times = self.by_article[sentence.span.article].annotation.times
        return frozenset(t.value for t in times if _MONTH.match(t.value) and sentence.span.contains(t.span))

    def entity_type(self, entity: str) -> str:
        return self._types.get(entity, "")

    def entity_name(self, entity: str) -> str:
        return self._names.get(entity, "")

    def is_anonymous(self, entity: str) -> bool:
        """Whether this is someone or something without a name."""
        return entity in self._anonymous

    def rarity(self, lemma: str) -> float:
        """How telling it is that two clauses of this story share a lemma: high for what few sentences hold."""
        return log(self._sentences / (1 + self._sentence_counts[lemma]))

    def rarity_of_entity(self, entity: str) -> float:
        """The same for an entity, by its mentions."""
        return max(0.3, log(self._sentences / (1 + self._mention_counts[entity])))

    @cached_property
    def closest(self) -> tuple[Kin, ...]:
        """The pairs of claims that may be compared slot by slot; see `kinship`."""
        return self.kinship.closest()

    @cached_property
    def kinship(self) -> Kinship:
        from rashomon.collate.compare.kinship import Kinship

        return Kinship(self)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(q for w in self.witnesses for q in w.annotation.quantities if not self.repeated(q.span))

    @cached_property
    def times(self) -> tuple[Timex, ...]:
        return tuple(t for w in self.witnesses for t in w.annotation.times if not self.repeated(t.span))

    @cached_property
    def _sentence_starts(self) -> dict[str, list[int]]:
        return {w.article.id: [s.span.start for s in w.annotation.sentences] for w in self.witnesses}

    @cached_property
    def _mentions(self) -> dict[str, tuple[list[Mention], list[int]]]:
        """The mentions of each report in the order of the text, and where they start."""
        found = {}
        for w in self.witnesses:
            mentions = sorted(w.annotation.mentions, key=lambda m: m.span.start)
            found[w.article.id] = mentions, [m.span.start for m in mentions]
        return found

    @cached_property
    def _claims_in(self) -> dict[tuple[str, int], list[Claim]]:
        """By article and sentence: no clause reaches beyond its sentence."""
        found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        for c in self.claims:
            found[c.span.article, c.sentence].append(c)
        return found

    @cached_property
    def _entity_of_char(self) -> dict[str, dict[int, str]]:
        found: dict[str, dict[int, str]] = {w.article.id: {} for w in self.witnesses}
        for w in self.witnesses:
            for m in sorted(w.annotation.mentions, key=lambda m: -len(m.span)):
                if m.kind != "nominal" and m.type != "NORP":
                    found[w.article.id].update(dict.fromkeys(range(m.span.start, m.span.end), m.entity))
        return found

    @cached_property
    def _quantity_chars(self) -> dict[str, frozenset[int]]:
        return {
            w.article.id: frozenset(i for q in w.annotation.quantities for i in range(q.span.start, q.span.end))
            for w in self.witnesses
        }

    @cached_property
    def _sentence_keys(self) -> dict[str, list[frozenset[tuple[str, str]]]]:
        return {
            w.article.id: [
                frozenset(k for t in s.tokens if (k := self.key(w.article.id, t)) is not None)
                for s in w.annotation.sentences
            ]
            for w in self.witnesses
        }

    @cached_property
    def _types(self) -> dict[str, str]:
        return _commonest((e.id, e.type) for w in self.witnesses for e in w.annotation.entities)

    @cached_property
    def _names(self) -> dict[str, str]:
        return _commonest((e.id, e.name) for w in self.witnesses for e in w.annotation.entities)

    @cached_property
    def _anonymous(self) -> frozenset[str]:
        return frozenset(e.id for w in self.witnesses for e in w.annotation.entities if e.anonymous)

    @cached_property
    def _sentences(self) -> int:
        """How many sentences the story has, and as many more as keep a short story's words from all being common."""
        return SMOOTHING + sum(len(w.annotation.sentences) for w in self.witnesses)

    @cached_property
    def _mention_counts(self) -> Counter[str]:
        return Counter(m.entity for w in self.witnesses for m in w.annotation.mentions)

    @cached_property
    def _sentence_counts(self) -> Counter[str]:
        sentences = (s for w in self.witnesses for s in w.annotation.sentences)
        return Counter(chain.from_iterable({t.lemma.lower() for t in s.tokens} for s in sentences))


def _is_pluperfect(verb: Token, sentence: Sentence) -> bool:
    return verb.tag == "VBN" and any(c.dep == "aux" and c.lower == "had" for c in sentence.children(verb))


def _commonest(told: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What most reports have for each entity; of equals the longest, then the first by the alphabet: not the first report's."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity, value in told:
        counts[entity][value] += 1
    return {e: min(own, key=lambda v: (-own[v], -len(v), v)) for e, own in counts.items()}
