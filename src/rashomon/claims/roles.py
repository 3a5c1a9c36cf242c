"""Who and what fills a clause's slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.claims.clauses import Clause, trimmed
from rashomon.records import Mention, Role, Sentence, Token

_BY_DEP = {
    "nsubj": "agent", "nsubjpass": "patient", "dobj": "patient", "obj": "patient", "dative": "recipient", "csubj": "agent",
    "acomp": "attribute", "attr": "attribute", "oprd": "attribute",
}  # fmt: skip
_BY_PREPOSITION = {
    "with": "partner", "between": "partner", "among": "partner", "against": "goal", "to": "goal", "into": "goal",
    "toward": "goal", "towards": "goal", "from": "source", "about": "topic", "over": "topic", "regarding": "topic",
    "concerning": "topic", "for": "reason", "because": "reason", "after": "after", "before": "before", "during": "during",
    "by": "agent", "of": "patient", "as": "attribute", "on": "place", "in": "place", "at": "place", "near": "place",
    "off": "place", "inside": "place", "outside": "place", "around": "place", "across": "place", "through": "place",
    "under": "place", "down": "place", "up": "place", "along": "place", "beside": "place", "behind": "place", "below": "place",
    "above": "place", "onto": "goal", "via": "instrument", "using": "instrument", "without": "manner", "despite": "manner",
}  # fmt: skip
_INNER = frozenset({"relcl", "acl", "appos", "advcl", "conj", "cc", "punct"})
_OF_NOUN = {"poss": "agent", "compound": "attribute", "nmod": "attribute", "amod": "attribute"}
_PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})


class Fillers:
    """Roles of the clauses of one article, their fillers tied to its mentions."""

    def __init__(self, mentions: Sequence[Mention], timed: Sequence[tuple[int, int]]) -> None:
        """`timed`: the stretches that time expressions cover; what stands there is a time, no role."""
        self._ending: dict[int, Mention] = {}
        for m in sorted(mentions, key=lambda m: -len(m.span)):
            self._ending[m.span.end] = m
        self._timed = {i for start, end in timed for i in range(start, end)}

    def of(self, clause: Clause) -> tuple[Role, ...]:
        """The roles of a clause, in the order of the text, each filler once."""
        found: dict[tuple[str, int], Role] = {}
        for name, filler in self._raw(clause):
            if filler.start in self._timed or filler.pos in {"PUNCT", "SPACE"}:
                continue
            role = self._role(clause.sentence, name, filler)
            found.setdefault((role.role, role.span.start), role)
        return tuple(sorted(found.values(), key=lambda r: (r.span.start, r.span.end, r.role)))

    def _raw(self, clause: Clause) -> Iterator[tuple[str, Token]]:
        sentence = clause.sentence
        if not clause.nominal:
            yield from self._subjects(clause)
            for v in clause.verbs:
                yield from self._arguments(sentence, v, clause)
        if clause.nominal or clause.light is not None:
            yield from self._of_noun(sentence, clause.light or clause.head)
        elif clause.head.index != clause.verb.index:
            for c in sentence.children(clause.head):
                if c.dep == "prep":
                    yield from self._prepositional(sentence, c)

    def _subjects(self, clause: Clause) -> Iterator[tuple[str, Token]]:
        sentence = clause.sentence
        passive = any(c.dep == "auxpass" for c in sentence.children(clause.verb)) or (
            clause.verb.dep == "acl" and clause.verb.tag == "VBN"
        )
        name = "patient" if passive else "agent"
        for t in subjects(sentence, clause.verb, clause.top):
            for filler in _coordinated(sentence, t):
                yield name, filler

    def _arguments(self, sentence: Sentence, v: Token, clause: Clause) -> Iterator[tuple[str, Token]]:
        for c in sentence.children(v):
            if c.dep in {"dobj", "obj", "dative", "acomp", "attr", "oprd"} and c != clause.light:
                for filler in _coordinated(sentence, c):
                    yield _BY_DEP[c.dep], filler
                if c.dep == "dative" and c.pos == "ADP":
                    yield from self._prepositional(sentence, c)
            elif c.dep in {"prep", "agent"}:
                yield from self._prepositional(sentence, c)
            elif c.dep in {"advmod", "npadvmod"}:
                yield "manner", c

    def _of_noun(self, sentence: Sentence, noun: Token) -> Iterator[tuple[str, Token]]:
        for c in sentence.children(noun):
            if c.dep in _OF_NOUN:
                for filler in _coordinated(sentence, c):
                    yield _OF_NOUN[c.dep], filler
            elif c.dep == "prep":
                yield from self._prepositional(sentence, c)

    def _prepositional(self, sentence: Sentence, preposition: Token) -> Iterator[tuple[str, Token]]:
        for c in sentence.children(preposition):
            if c.dep == "pobj":
                name = "agent" if preposition.dep == "agent" else _BY_PREPOSITION.get(preposition.lower, "manner")
                for filler in _coordinated(sentence, c):
                    yield name, filler
            elif c.dep == "prep":
                yield from self._prepositional(sentence, c)

    def _role(self, sentence: Sentence, name: str, filler: Token) -> Role:
        mention = self._mention(sentence, filler)
        if name == "topic" and mention is not None and mention.type in _PLACE_TYPES and filler.dep == "pobj":
            name = "topic" if sentence.head(filler).lower != "over" else "place"
        return Role(
            role=name,
            span=sentence.span_of(_phrase(sentence, filler)),
            head=filler.lemma,
            entity=mention.entity if mention is not None else None,
        )

    def _mention(self, sentence: Sentence, filler: Token) -> Mention | None:
        """The mention that `filler` heads: the smallest that ends with it, else one in apposition to it."""
        found = self._ending.get(filler.end)
        if found is None:
            for c in sentence.children(filler):
                if c.dep == "appos" and c.end in self._ending:
                    return self._ending[c.end]
        return found


def subjects(sentence: Sentence, verb: Token, top: Token) -> list[Token]:
    """The subject of a verb: its own, that of a verb over it, that of the verb it is joined to, or what it modifies."""
    for v in (verb, *(a for a in sentence.ancestors(verb) if a.index == top.index)):
        own = [c for c in sentence.children(v) if c.dep in {"nsubj", "nsubjpass"}]
        loose = [c for c in sentence.children(v) if c.dep == "dep" and c.pos in {"NOUN", "PROPN"} and c.index < v.index]
        if own or loose:
            return [_antecedent(sentence, top) or t if t.tag in {"WDT", "WP"} else t for t in loose + own]
    return _inherited(sentence, top, 8)


def _inherited(sentence: Sentence, top: Token, steps: int) -> list[Token]:
    if steps == 0 or top.head == top.index:
        return []
    over = sentence.head(top)
    if top.dep in {"relcl", "acl"}:
        return [over]
    if top.dep == "xcomp":
        objects = [c for c in sentence.children(over) if c.dep in {"dobj", "obj", "dative"} and c.pos != "ADP"]
        if objects:
            return objects[:1]
    if top.dep == "pcomp":
        over = sentence.head(over)
    if top.dep in {"conj", "xcomp", "advcl", "pcomp", "ccomp"}:
        own = [c for c in sentence.children(over) if c.dep in {"nsubj", "nsubjpass"}]
        return own or _inherited(sentence, over, steps - 1)
    return []


def _antecedent(sentence: Sentence, top: Token) -> Token | None:
    while top.dep == "conj":
        top = sentence.head(top)
    return sentence.head(top) if top.dep == "relcl" else None


def _coordinated(sentence: Sentence, t: Token) -> Iterator[Token]:
    yield t
    for c in sentence.children(t):
        if c.dep == "conj" and c.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}:
            yield from _coordinated(sentence, c)


def _phrase(sentence: Sentence, filler: Token) -> tuple[Token, ...]:
    """The filler's words without the clauses, appositions and conjuncts that hang on it."""
    found, stack = [], [filler]
    while stack:
        t = stack.pop()
        found.append(t)
        stack.extend(c for c in sentence.children(t) if c.dep not in _INNER)
    return trimmed(tuple(sorted(found, key=lambda t: t.index)))
