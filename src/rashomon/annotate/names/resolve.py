"""Coreference within one article: names first, then nominals and pronouns sentence by sentence, quoted ones last."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.names.anaphora import Anaphora
from rashomon.annotate.names.cast import Found, Member
from rashomon.annotate.names.described import Described
from rashomon.annotate.names.discourse import Discourse, Scene
from rashomon.annotate.names.firms import is_firm
from rashomon.annotate.names.grouping import group_names
from rashomon.annotate.names.nominals import Nominal, nominals
from rashomon.annotate.names.pronouns import Form, form_of
from rashomon.annotate.names.roles import role
from rashomon.annotate.names.text import Place, Text
from rashomon.annotate.names.words import words
from rashomon.records import Article, Attribution, LocalEntity, Mention, Quote, Sentence, Span, Token

_TITLES_REACH = 8
"""A person's titles stand at most so many words before the name."""
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
"""Where a common noun can be what "it" means."""

Named = tuple[Place, int]
"""Where a name stands in its sentence, and whose it is."""


def resolve(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities of an article and all their mentions: names, nominals and pronouns, in the order of the text."""
    reader = _Reader(article, Text(sentences, quotes, attributions), names)
    for sentence in sentences:
        reader.read(sentence)
    reader.read_quoted()
    return reader.records()


class _Reader:
    """Reads an article's sentences in their order."""

    def __init__(self, article: Article, text: Text, names: Sequence[Mention]) -> None:
        self._discourse = Discourse(article, text)
        self._cast = self._discourse.cast
        self._described, self._anaphora = Described(self._discourse), Anaphora(self._discourse)
        self._postponed: list[tuple[Sentence, Token, Form, Quote]] = []
        self._names: dict[int, list[Named]] = {}
        self._enlist(names)

    def _enlist(self, names: Sequence[Mention]) -> None:
        """The entities that have names, with all their names."""
        grouped, of = group_names(self._discourse.article.text, names, self._discourse.text)
        for g in grouped:
            entity = self._cast.add(Member(g.type, g.name, True, gender=g.gender, metonym=g.metonym))
            if g.forms and g.type == "ORG" and is_firm(g.name):
                self._cast.firms.append(entity)
        for m, entity in zip(names, of, strict=True):
            self._cast.mention(Found(m.span, "name", m.type, entity))
            place = self._discourse.text.place(m.span)
            if place is not None:
                self._names.setdefault(place.sentence.index, []).append((place, entity))

    def records(self) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
        """Entities and mentions found so far."""
        return self._cast.records()

    def read(self, sentence: Sentence) -> None:
        """All mentions of one sentence; pronouns inside quotations wait until their speakers are known."""
        names = self._names.get(sentence.index, [])
        scene = Scene(sentence, _owners(sentence, names))
        named, small = [o >= 0 for o in scene.owner], self._discourse.text.small
        phrases = {n.head.index: n for n in nominals(sentence, named, small)}
        heads = {place.head.index: (place, entity) for place, entity in names}
        for place, entity in names:
            self._learn_titles(place, entity, scene.owner)
        for t in sentence.tokens:
            entity = self._name(scene, t, heads) if t.index in heads else self._other(scene, t, phrases)
            if entity >= 0:
                scene.resolved[t.index] = entity

    def _other(self, scene: Scene, t: Token, phrases: dict[int, Nominal]) -> int:
        """What a word that is no name's head stands for; -1 for nothing."""
        if t.index in phrases:
            return self._described.read(phrases[t.index], scene)
        form = form_of(t)
        if form is not None:
            return self._pronoun(scene, t, form)
        if t.tag in ("WP", "WDT", "WP$"):
            return self._relative(scene, t)
        if t.tag in ("NN", "NNS") and scene.owner[t.index] < 0 and t.dep in _ROLES:
            self._discourse.note_thing(scene.sentence, t)
        return -1

    def _name(self, scene: Scene, t: Token, heads: dict[int, Named]) -> int:
        place, entity = heads[t.index]
        self._discourse.note(scene.sentence, t, entity, scene.sentence.tokens[place.first].start)
        self._note_pair(scene.sentence, t, heads)
        return entity

    def _learn_titles(self, place: Place, entity: int, owner: list[int]) -> None:
        """Roles and gender from the words before a person's name: "Russian President", "Mrs."."""
        member = self._cast.members[entity]
        if member.type != "PERSON":
            return
        titles, of = self._titles_before(place, entity, owner)
        for t in titles:
            member.gender = member.gender or words().titles.get(t.lower, "") or words().persons.get(t.lemma.lower(), "")
        if titles:
            self._cast.give_role(entity, role(titles[0].lemma, frozenset(of)))

    def _titles_before(self, place: Place, entity: int, owner: list[int]) -> tuple[list[Token], set[str]]:
        """The titles before a name, nearest first, and the names among them: whose president."""
        titles: list[Token] = []
        of: set[str] = set()
        for i in range(place.first - 1, max(place.first - _TITLES_REACH, -1), -1):
            t = place.sentence.tokens[i]
            if owner[i] >= 0 and owner[i] != entity:
                of.add(self._cast.members[owner[i]].name)
            elif t.lower in words().titles or t.lemma.lower() in words().persons:
                titles.append(t)
            elif t.pos not in ("ADJ", "NOUN", "PROPN", "PART") and t.text not in ("-",):
                break
        return titles, of

    def _note_pair(self, sentence: Sentence, t: Token, heads: dict[int, Named]) -> None:
        """Two persons joined by "and" are a pair that "they" may mean."""
        if t.dep != "conj" or t.head not in heads:
            return
        a, b = heads[t.head][1], heads[t.index][1]
        kinds = {self._cast.members[a].type, self._cast.members[b].type}
        if a != b and len(kinds) == 1 and kinds <= {"PERSON", "GPE", "ORG"}:
            self._discourse.note(sentence, sentence.tokens[t.head], self._cast.pair((a, b)), t.start)

    def _relative(self, scene: Scene, t: Token) -> int:
        """ "who", "whose", "which" mean the noun that their clause hangs from."""
        clause = next((a for a in scene.sentence.ancestors(t) if a.dep == "relcl"), None)
        entity = scene.resolved.get(clause.head, -1) if clause is not None and clause.head < t.index else -1
        if entity >= 0:
            self._mention(t, entity)
        return entity

    def _pronoun(self, scene: Scene, t: Token, form: Form) -> int:
        quote = self._discourse.text.quote_at(t.start)
        if quote is not None:
            self._postponed.append((scene.sentence, t, form, quote))
            return -1
        if form.person == 1:
            return -1
        entity = self._anaphora.antecedent(scene, t, form)
        if entity >= 0:
            self._take(scene.sentence, t, form, entity)
        return entity

    def read_quoted(self) -> None:
        """Pronouns inside quotations: the first person is the speaker, the third is anyone else."""
        for sentence, t, form, quote in self._postponed:
            speaker = self._cast.standing_at(quote.speaker) if quote.speaker is not None else -1
            entity = speaker if form.person == 1 else self._anaphora.antecedent(Scene(sentence, []), t, form, speaker)
            if entity >= 0:
                self._take(sentence, t, form, entity)

    def _take(self, sentence: Sentence, t: Token, form: Form, entity: int) -> None:
        member = self._cast.members[entity]
        if form.gender in ("m", "f") and not member.gender:
            member.gender = form.gender
        self._mention(t, entity)
        self._discourse.note(sentence, t, entity, t.start)

    def _mention(self, t: Token, entity: int) -> None:
        span = Span(article=self._discourse.article.id, start=t.start, end=t.end)
        self._cast.mention(Found(span, "pronoun", self._cast.members[entity].type, entity))


def _owners(sentence: Sentence, names: Sequence[Named]) -> list[int]:
    """By token, the entity to whose name it belongs; -1 for none."""
    owner = [-1] * len(sentence.tokens)
    for place, entity in names:
        for i in range(place.first, place.last + 1):
            owner[i] = entity
    return owner
