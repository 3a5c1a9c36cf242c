"""Which entity a nominal means: by grammar, by the role it names, by the noun it bears, or a new one."""

from __future__ import annotations

from rashomon.annotate.names.cast import Found, Member
from rashomon.annotate.names.discourse import Discourse, Scene, clash
from rashomon.annotate.names.firms import is_firm
from rashomon.annotate.names.gazetteer import bare, gazetteer
from rashomon.annotate.names.nominals import Nominal
from rashomon.annotate.names.people import fold
from rashomon.annotate.names.roles import Role, role
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Span, Token

_STATES = frozenset({"country", "nation", "state", "side"})
_FIRMS = 20
"""Firms of an article that "the company" is asked of."""
_STEM = 4
"""Letters that a word of a name needs to be the beginning of a noun for the body."""
_UNREAL = frozenset({"not", "n't", "would", "could", "may", "might", "will"})


class Described:
    """Reads nominals into the cast of an article."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._cast, self._memory = discourse.cast, discourse.memory

    def read(self, n: Nominal, scene: Scene) -> int:
        """The entity of a nominal, noted as a mention of it."""
        asked = role(n.head.lemma, self._belongs_to(n, scene))
        entity = self._tied(n, scene)
        if entity >= 0:
            member = self._cast.members[entity]
            if n.type == "PERSON" and member.type == "PERSON":
                self._cast.give_role(entity, asked)
                member.gender = member.gender or n.gender
            elif n.type == member.type == "ORG" and n.definiteness != "indefinite":
                self._cast.give_role(entity, asked)
        else:
            entity = self._antecedent_of(n, asked)
        if entity < 0:
            entity = self._new(n, asked)
        span = Span(article=self._discourse.article.id, start=n.start, end=n.end)
        self._cast.mention(Found(span, "nominal", self._cast.members[entity].type, entity))
        if not n.title:
            self._discourse.note(n.sentence, n.head, entity, n.start)
        return entity

    def _belongs_to(self, n: Nominal, scene: Scene) -> frozenset[str]:
        """The names in the phrase, whose "his" it holds, and "my" as itself."""
        of = {self._cast.members[o].name for o in scene.owner[n.first : n.last + 1] if o >= 0}
        for t in n.sentence.tokens[n.first : n.head.index]:
            if t.tag == "PRP$" and t.index in scene.resolved:
                of.add(self._cast.members[scene.resolved[t.index]].name)
            elif t.lower in ("my", "our"):
                of.add(t.lower)
        return frozenset(of)

    def _tied(self, n: Nominal, scene: Scene) -> int:
        """The entity that the grammar makes the nominal one with: its name, its apposition, the subject it is said of."""
        s, t = n.sentence, n.head
        above = s.head(t)
        if n.title or t.dep == "appos":
            return self._matching(n, scene.entity_at(above.index))
        for c in s.children(t):
            if c.dep == "appos" and scene.owner[c.index] >= 0:
                return self._matching(n, scene.owner[c.index])
        if n.type == "GPE" and (named := _named_by_of(n, scene)) >= 0:
            return self._matching(n, named)
        if t.dep == "attr" and above.lemma == "be" and not _unreal(s, above):
            subject = next((c for c in s.children(above) if c.dep == "nsubj"), None)
            return self._matching(n, scene.entity_at(subject.index)) if subject is not None else -1
        return -1

    def _matching(self, n: Nominal, entity: int) -> int:
        """`entity` if a nominal of this kind can mean it."""
        if entity < 0:
            return -1
        member = self._cast.members[entity]
        if n.type == "PERSON":
            return entity if member.type == "PERSON" and not clash(member.gender, n.gender) else -1
        if n.type == "GROUP":
            return entity if member.type in ("GROUP", "ORG") and (n.plural <= member.plural or member.plural) else -1
        if n.type == "GPE":
            return entity if member.type == "GPE" else -1
        return entity if member.type in ("ORG", "GROUP") and not member.plural else -1

    def _antecedent_of(self, n: Nominal, asked: Role) -> int:
        if n.definiteness in ("definite", "possessed") and _is_two(n):
            return self._two(n)
        if n.type == "PERSON" and n.definiteness in ("definite", "possessed", "bare"):
            holder = self._holder(n, asked)
            if holder >= 0:
                return holder
        if n.type in ("ORG", "GROUP") and (named := self._named_so(n)) >= 0:
            return named
        if n.definiteness == "definite" and n.type in ("ORG", "GPE"):
            body = self._body(n)
            if body >= 0:
                return body
        return self._same_words(n, asked)

    def _named_so(self, n: Nominal) -> int:
        """The named body that the phrase spells small: "the coast guard" of the Coast Guard."""
        shown = bare(" ".join(t.text for t in n.sentence.tokens[n.first : n.last + 1]))
        return self._cast.named_so(shown)

    def _holder(self, n: Nominal, asked: Role) -> int:
        """Who holds the role; of several the most salient. "The president" alone needs someone in mind already."""
        if n.definiteness == "possessed" and not asked.of:
            return -1
        salient = self._memory.scores(n.start, n.sentence.index)
        holders = [i for i in self._cast.holders(asked) if not clash(self._cast.members[i].gender, n.gender)]
        if asked.of and len(holders) == 1:
            return holders[0]
        known = [i for i in holders if i in salient]
        return max(known, key=lambda i: (salient[i], -i)) if known else holders[0] if len(holders) == 1 else -1

    def _body(self, n: Nominal) -> int:
        """The named body or country that "the ministry", "the country" takes up: one that bears the noun, else a salient one."""
        noun = n.head.lemma.lower()
        salient = self._memory.scores(n.start, n.sentence.index)
        near = {s.entity for s in self._memory.before(n.start, n.sentence.index) if n.sentence.index - s.sentence <= 2}
        fitting = [i for i in sorted(near) if i >= 0 and (m := self._cast.members[i]).named and m.type == n.type]
        bearing = [i for i in fitting if _bears(noun, self._cast.members[i].name)]
        if not bearing and not n.modifiers:
            bearing = [i for i in fitting if _is_a(noun, self._cast.members[i].name)]
        if not bearing and not n.modifiers and noun in words().companies:
            far = [
                i for i in self._cast.firms[:_FIRMS] if _is_a(noun, self._cast.members[i].name) and not self._is_own(i)
            ]
            return far[0] if len(far) == 1 else -1
        return max(bearing, key=lambda i: (salient[i], -i)) if bearing else -1

    def _is_own(self, entity: int) -> bool:
        """Whether a body is the outlet that reports."""
        return fold(self._cast.members[entity].name) == fold(self._discourse.article.outlet or "")

    def _two(self, n: Nominal) -> int:
        """Whom "the two leaders" or "both countries" means: the two last mentioned who can be."""
        if n.modifiers:
            return -1
        wanted = "GPE" if n.type == "GPE" or n.head.lemma in _STATES else "PERSON"
        gender = words().persons.get(n.head.lemma.lower(), "")
        seen = (s.entity for s in self._memory.before(n.start, n.sentence.index) if s.entity >= 0)
        able = [i for i in dict.fromkeys(seen) if self._one_of_two(i, wanted, gender)]
        if n.head.lemma == "leader":
            leading = [i for i in able if any(r.noun in words().leaders for r in self._cast.members[i].roles)]
            able = leading if len(leading) >= 2 else able
        return self._cast.pair((able[0], able[1])) if len(able) >= 2 else -1

    def _one_of_two(self, entity: int, wanted: str, gender: str) -> bool:
        m = self._cast.members[entity]
        return m.type == wanted and m.named and not clash(m.gender, gender)

    def _same_words(self, n: Nominal, asked: Role) -> int:
        """An earlier nominal of the same noun that this one takes up again: with no new modifier, never by "a" or "an"."""
        if n.definiteness == "indefinite" or (n.definiteness == "possessed" and not asked.of):
            return -1
        near = {s.entity: s.sentence for s in reversed(self._memory.before(n.start, n.sentence.index))}
        members = self._cast.members
        called = self._cast.called(asked.noun)
        ordered = sorted(called, key=lambda i: (members[i].modifiers != n.modifiers, -near.get(i, -1)))
        return next((i for i in ordered if _takes_up(n, asked, members[i], i in near)), -1)

    def _new(self, n: Nominal, asked: Role) -> int:
        anonymous = n.type in ("PERSON", "GROUP")
        name = self._discourse.article.text[n.start : n.end]
        member = Member(n.type, " ".join(name.split()), False, n.gender, n.plural, anonymous)
        member.noun, member.modifiers = asked.noun, n.modifiers
        entity = self._cast.add(member)
        if n.definiteness != "indefinite":
            self._cast.give_role(entity, asked)
        return entity


def _takes_up(n: Nominal, asked: Role, earlier: Member, near: bool) -> bool:
    """Whether the phrase can mean what was called by the same noun earlier."""
    held = {of for r in earlier.roles for of in r.of}
    if earlier.plural != n.plural or (n.definiteness == "possessed" and asked.of != held):
        return False
    if n.definiteness == "bare" and (n.modifiers != earlier.modifiers or not n.plural):
        return False
    if n.plural and n.modifiers != earlier.modifiers and not near:
        return False
    return n.modifiers <= earlier.modifiers


def _named_by_of(n: Nominal, scene: Scene) -> int:
    """ "the town of Brookfield": the name in the phrase; -1 if there is none."""
    for c in n.sentence.children(n.head):
        for x in n.sentence.children(c) if c.lower == "of" else ():
            if x.dep == "pobj" and scene.owner[x.index] >= 0:
                return scene.owner[x.index]
    return -1


def _unreal(s: Sentence, verb: Token) -> bool:
    """ "is not the mayor", "may be the mayor"."""
    return any(c.dep in ("neg", "aux") and c.lower in _UNREAL for c in s.children(verb))


def _bears(noun: str, name: str) -> bool:
    """Whether a name has the noun or its beginning in it: "the railway" of Sarn Rail."""
    return any(w == noun or (len(w) >= _STEM and noun.startswith(w)) for w in name.lower().split())


def _is_a(noun: str, name: str) -> bool:
    """Whether a named body or place can be taken up as "the company", "the agency", "the country", "the city"."""
    entry = gazetteer().entry(name)
    if noun in ("country", "nation"):
        return entry is not None and entry.kind == "country"
    if noun in ("city", "town"):
        return entry is None or entry.kind in ("city", "capital")
    last = name.split()[-1].lower()
    if noun == "agency":
        return last in words().agencies or (entry is not None and entry.sort in ("agency", "institution"))
    if noun not in words().companies:
        return False
    telling = words().companies[noun]
    return not telling.isdisjoint(name.lower().split()) if telling else is_firm(name)


def _is_two(n: Nominal) -> bool:
    return n.plural and any(x.lower in ("two", "both") for x in n.sentence.children(n.head))
