"""Coreference within one article: names first, then nominals and pronouns sentence by sentence, quoted ones last."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.names.cast import Cast, Found, Member
from rashomon.annotate.names.gazetteer import bare, gazetteer
from rashomon.annotate.names.grouping import group_names
from rashomon.annotate.names.nominals import Nominal, nominals
from rashomon.annotate.names.pronouns import Form, form_of
from rashomon.annotate.names.roles import Role, role
from rashomon.annotate.names.salience import Memory, Seen, weight
from rashomon.annotate.names.text import Place, Text
from rashomon.annotate.names.words import words
from rashomon.records import Article, Attribution, LocalEntity, Mention, Quote, Sentence, Span, Token

_SPEECH_CONTENT, _SAME_SPEAKER, _PARALLEL, _CLAUSE_SUBJECT = 60.0, 70.0, 35.0, 80.0
_QUOTED = 0.5
"""What is mentioned inside a quotation weighs half for the text around it."""
_UNNAMED = 0.6
"""How much less ready "he" and "she" are to mean somebody whom the article does not name."""
_SPEAKER_REACH = 3
_BUSINESS = frozenset({"inc", "inc.", "corp", "corp.", "corporation", "co", "co.", "company", "ltd", "ltd.", "llc", "plc", "group", "holdings", "airlines", "airways", "motors", "technologies", "systems", "industries", "studios", "pictures", "electronics", "pharmaceuticals", "oil", "steel", "energy", "advisors", "associates", "partners"})  # fmt: skip
_MUTUAL = frozenset({"call", "conversation", "meeting", "talk", "summit", "relationship", "discussion", "dispute", "feud", "marriage", "wedding", "divorce", "fight", "duel", "exchange", "debate", "rivalry"})  # fmt: skip
"""What two have with each other: "their call" belongs to the two of whom the sentence speaks."""
_COLLECTIVE = 40.0
"""How much less ready "they" is to mean one body than a group of people."""


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
    return reader.cast.records()


class _Reader:
    def __init__(self, article: Article, text: Text, names: Sequence[Mention]) -> None:
        self.article, self.text = article, text
        self.cast = Cast()
        self.memory = Memory()
        self._last_speaker: tuple[int, int] = (-1, -10)
        self._postponed: list[tuple[Sentence, Token, Form, Quote]] = []
        self._things: dict[int, bool] = {}
        grouped, of = group_names(article.text, names, text)
        for g in grouped:
            self.cast.add(Member(g.type, g.name, True, gender=g.gender, metonym=g.metonym))
        self._names: dict[int, list[tuple[Place, int, Mention]]] = {}
        for m, entity in zip(names, of, strict=True):
            self.cast.mention(Found(m.span, "name", m.type, entity))
            place = text.place(m.span)
            if place is not None:
                self._names.setdefault(place.sentence.index, []).append((place, entity, m))

    def read(self, sentence: Sentence) -> None:
        """All mentions of one sentence; pronouns inside quotations wait until their speakers are known."""
        owner = [-1] * len(sentence.tokens)
        names = self._names.get(sentence.index, [])
        for place, entity, _ in names:
            for i in range(place.first, place.last + 1):
                owner[i] = entity
        phrases = {n.head.index: n for n in nominals(sentence, [o >= 0 for o in owner])}
        heads = {place.head.index: (place, entity) for place, entity, _ in names}
        for place, entity, _ in names:
            self._learn_titles(place, entity, owner)
        resolved: dict[int, int] = {}
        for t in sentence.tokens:
            if t.index in heads:
                place, entity = heads[t.index]
                self._note(sentence, t, entity, sentence.tokens[place.first].start)
                resolved[t.index] = entity
                self._note_pair(sentence, t, heads)
            elif t.index in phrases:
                entity = self._nominal(phrases[t.index], owner, resolved)
                if entity >= 0:
                    resolved[t.index] = entity
            elif (form := form_of(t)) is not None:
                entity = self._pronoun(sentence, t, form, resolved)
                if entity >= 0:
                    resolved[t.index] = entity
            elif t.tag in ("WP", "WDT", "WP$"):
                self._relative(sentence, t, resolved)
            elif (
                t.tag in ("NN", "NNS")
                and owner[t.index] < 0
                and t.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
            ):
                self._note_thing(sentence, t)

    # Names

    def _learn_titles(self, place: Place, entity: int, owner: list[int]) -> None:
        """Roles and gender from the words before a person's name: "Russian President", "Mrs."."""
        member = self.cast.members[entity]
        if member.type != "PERSON":
            return
        s = place.sentence
        i = place.first - 1
        titles: list[Token] = []
        of: set[str] = set()
        while i >= 0 and place.first - i < 8:
            t = s.tokens[i]
            if owner[i] >= 0 and owner[i] != entity:
                of.add(self.cast.members[owner[i]].name)
            elif t.lower in words().titles or t.lemma.lower() in words().persons:
                titles.append(t)
            elif t.pos not in ("ADJ", "NOUN", "PROPN", "PART") and t.text not in ("-",):
                break
            i -= 1
        for t in titles:
            member.gender = member.gender or words().titles.get(t.lower, "") or words().persons.get(t.lemma.lower(), "")
        if titles:
            self.cast.give_role(entity, role(titles[0].lemma, frozenset(of)))

    def _note(self, sentence: Sentence, t: Token, entity: int, start: int) -> None:
        above = sentence.head(t)
        quote = self.text.quote_at(t.start)
        embedded = t.dep in ("pobj", "poss", "compound", "nmod", "appos") and above.pos in ("NOUN", "PROPN", "ADP")
        score = weight(t, embedded) * (_QUOTED if quote is not None else 1.0)
        subject = t.dep in ("nsubj", "nsubjpass")
        seen = Seen(start, t.end, sentence.index, sentence.line, entity, score, subject, above.index, quote.span.start if quote else -1)  # fmt: skip
        self.memory.add(seen)
        if subject and quote is None and entity >= 0:
            self._listen(entity, sentence, above)

    def _listen(self, entity: int, sentence: Sentence, verb: Token) -> None:
        """Remember who spoke last, until the text turns to somebody else."""
        if verb.lemma in words().utter:
            self._last_speaker = (entity, sentence.index)
        elif sentence.index > self._last_speaker[1] and self.cast.members[entity].type == "PERSON":
            self._last_speaker = (-1, -10)

    def _note_pair(self, sentence: Sentence, t: Token, heads: dict[int, tuple[Place, int]]) -> None:
        """Two persons joined by "and" are a pair that "they" may mean."""
        if t.dep != "conj" or t.head not in heads:
            return
        a, b = heads[t.head][1], heads[t.index][1]
        kinds = {self.cast.members[a].type, self.cast.members[b].type}
        if a != b and len(kinds) == 1 and kinds <= {"PERSON", "GPE", "ORG"}:
            self._note(sentence, sentence.tokens[t.head], self.cast.pair((a, b)), t.start)

    def _note_thing(self, sentence: Sentence, t: Token) -> None:
        thing = -2 - len(self._things)
        self._things[thing] = t.tag == "NNS"
        self._note(sentence, t, thing, t.start)

    # Nominals

    def _nominal(self, n: Nominal, owner: list[int], resolved: dict[int, int]) -> int:
        """The entity of a nominal, noted as a mention of it."""
        asked = role(n.head.lemma, self._belongs_to(n, owner, resolved))
        entity = self._tied(n, owner, resolved)
        if entity >= 0:
            member = self.cast.members[entity]
            if n.type == "PERSON" and member.type == "PERSON":
                self.cast.give_role(entity, asked)
                member.gender = member.gender or n.gender
        else:
            entity = self._antecedent_of(n, asked)
        if entity < 0:
            entity = self._new(n, asked)
        span = Span(article=self.article.id, start=n.start, end=n.end)
        self.cast.mention(Found(span, "nominal", self.cast.members[entity].type, entity))
        if not n.title:
            self._note(n.sentence, n.head, entity, n.start)
        return entity

    def _belongs_to(self, n: Nominal, owner: list[int], resolved: dict[int, int]) -> frozenset[str]:
        """The names in the phrase, whose "his" it holds, and "my" as itself."""
        of = {self.cast.members[o].name for o in owner[n.first : n.last + 1] if o >= 0}
        for t in n.sentence.tokens[n.first : n.head.index]:
            if t.tag == "PRP$" and t.index in resolved:
                of.add(self.cast.members[resolved[t.index]].name)
            elif t.lower in ("my", "our"):
                of.add(t.lower)
        return frozenset(of)

    def _tied(self, n: Nominal, owner: list[int], resolved: dict[int, int]) -> int:
        """The entity that the grammar makes the nominal one with: its name, its apposition, the subject it is said of."""
        s, t = n.sentence, n.head
        above = s.head(t)
        if n.title or t.dep == "appos":
            return self._matching(n, owner[above.index] if owner[above.index] >= 0 else resolved.get(above.index, -1))
        for c in s.children(t):
            if c.dep == "appos" and owner[c.index] >= 0:
                return self._matching(n, owner[c.index])
        if n.type == "GPE":
            for c in s.children(t):
                named = [
                    owner[x.index] for x in s.children(c) if c.lower == "of" and x.dep == "pobj" and owner[x.index] >= 0
                ]
                if named:
                    return self._matching(n, named[0])
        if t.dep == "attr" and above.lemma == "be" and not any(c.dep in ("neg", "aux") and c.lower in ("not", "n't", "would", "could", "may", "might", "will") for c in s.children(above)):  # fmt: skip
            for c in s.children(above):
                if c.dep == "nsubj":
                    return self._matching(n, owner[c.index] if owner[c.index] >= 0 else resolved.get(c.index, -1))
        return -1

    def _matching(self, n: Nominal, entity: int) -> int:
        """`entity` if a nominal of this kind can mean it."""
        if entity < 0:
            return -1
        member = self.cast.members[entity]
        if n.type == "PERSON":
            return entity if member.type == "PERSON" and not _clash(member.gender, n.gender) else -1
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
        return self.cast.named_so(shown)

    def _holder(self, n: Nominal, asked: Role) -> int:
        """Who holds the role; of several the most salient. "The president" alone needs someone in mind already."""
        if n.definiteness == "possessed" and not asked.of:
            return -1
        salient = self.memory.scores(n.start, n.sentence.index)
        holders = [i for i in self.cast.holders(asked) if not _clash(self.cast.members[i].gender, n.gender)]
        if asked.of and len(holders) == 1:
            return holders[0]
        known = [i for i in holders if i in salient]
        return max(known, key=lambda i: (salient[i], -i)) if known else holders[0] if len(holders) == 1 else -1

    def _body(self, n: Nominal) -> int:
        """The named body or country that "the ministry", "the country" takes up: one that bears the noun, else a salient one."""
        noun = n.head.lemma.lower()
        salient = self.memory.scores(n.start, n.sentence.index)
        near = {s.entity for s in self.memory.before(n.start, n.sentence.index) if n.sentence.index - s.sentence <= 2}
        fitting = [i for i in sorted(near) if i >= 0 and (m := self.cast.members[i]).named and m.type == n.type]
        bearing = [i for i in fitting if noun in self.cast.members[i].name.lower().split()]
        if not bearing and not n.modifiers:
            bearing = [i for i in fitting if _is_a(noun, self.cast.members[i].name)]
        return max(bearing, key=lambda i: (salient[i], -i)) if bearing else -1

    def _two(self, n: Nominal) -> int:
        """Whom "the two leaders" or "both countries" means: the two last mentioned who can be."""
        if n.modifiers:
            return -1
        wanted = "GPE" if n.type == "GPE" or n.head.lemma in ("country", "nation", "state", "side") else "PERSON"
        order: list[int] = []
        for seen in self.memory.before(n.start, n.sentence.index):
            if seen.entity >= 0 and seen.entity not in order:
                order.append(seen.entity)
        members = self.cast.members
        gender = words().persons.get(n.head.lemma.lower(), "")
        able = [
            i for i in order if members[i].type == wanted and members[i].named and not _clash(members[i].gender, gender)
        ]
        if n.head.lemma == "leader":
            leading = [i for i in able if any(r.noun in words().leaders for r in self.cast.members[i].roles)]
            able = leading if len(leading) >= 2 else able
        return self.cast.pair((able[0], able[1])) if len(able) >= 2 else -1

    def _same_words(self, n: Nominal, asked: Role) -> int:
        """An earlier nominal of the same noun that this one takes up again: with no new modifier, never by "a" or "an"."""
        if n.definiteness == "indefinite" or (n.definiteness == "possessed" and not asked.of):
            return -1
        near = {s.entity: s.sentence for s in reversed(self.memory.before(n.start, n.sentence.index))}
        members = self.cast.members
        called = self.cast.called(asked.noun)
        for i in sorted(called, key=lambda i: (members[i].modifiers != n.modifiers, -near.get(i, -1))):
            m = members[i]
            held = {of for r in m.roles for of in r.of}
            if m.plural != n.plural or (n.definiteness == "possessed" and asked.of != held):
                continue
            if n.definiteness == "bare" and (n.modifiers != m.modifiers or not n.plural):
                continue
            if n.plural and n.modifiers != m.modifiers and i not in near:
                continue
            if n.modifiers <= m.modifiers:
                return i
        return -1

    def _new(self, n: Nominal, asked: Role) -> int:
        anonymous = n.type in ("PERSON", "GROUP")
        name = self.article.text[n.start : n.end]
        member = Member(n.type, " ".join(name.split()), False, n.gender, n.plural, anonymous)
        member.noun, member.modifiers = asked.noun, n.modifiers
        entity = self.cast.add(member)
        if n.definiteness != "indefinite":
            self.cast.give_role(entity, asked)
        return entity

    # Pronouns

    def _relative(self, sentence: Sentence, t: Token, resolved: dict[int, int]) -> None:
        """ "who", "whose", "which" mean the noun that their clause hangs from."""
        clause = next((a for a in sentence.ancestors(t) if a.dep == "relcl"), None)
        entity = resolved.get(clause.head, -1) if clause is not None and clause.head < t.index else -1
        if entity >= 0:
            resolved[t.index] = entity
            span = Span(article=self.article.id, start=t.start, end=t.end)
            self.cast.mention(Found(span, "pronoun", self.cast.members[entity].type, entity))

    def _pronoun(self, sentence: Sentence, t: Token, form: Form, resolved: dict[int, int]) -> int:
        quote = self.text.quote_at(t.start)
        if quote is not None:
            self._postponed.append((sentence, t, form, quote))
            return -1
        if form.person == 1:
            return -1
        entity = self._antecedent(sentence, t, form, resolved, -1)
        if entity >= 0:
            self._take(sentence, t, form, entity)
        return entity

    def read_quoted(self) -> None:
        """Pronouns inside quotations: the first person is the speaker, the third is anyone else."""
        for sentence, t, form, quote in self._postponed:
            speaker = self._speaker(quote)
            if form.person == 1:
                if speaker >= 0:
                    self._take(sentence, t, form, speaker)
                continue
            entity = self._antecedent(sentence, t, form, {}, speaker)
            if entity >= 0:
                self._take(sentence, t, form, entity)

    def _speaker(self, quote: Quote) -> int:
        return self.cast.standing_at(quote.speaker) if quote.speaker is not None else -1

    def _take(self, sentence: Sentence, t: Token, form: Form, entity: int) -> None:
        member = self.cast.members[entity]
        if form.gender in ("m", "f") and not member.gender:
            member.gender = form.gender
        span = Span(article=self.article.id, start=t.start, end=t.end)
        self.cast.mention(Found(span, "pronoun", member.type, entity))
        self._note(sentence, t, entity, t.start)

    def _antecedent(self, sentence: Sentence, t: Token, form: Form, resolved: dict[int, int], not_this: int) -> int:
        if t.lower == "their" and sentence.head(t).lemma in _MUTUAL and (pair := self._pair_before(sentence, t)) >= 0:
            return pair
        subject = _clause_subject(sentence, t)
        own = resolved.get(subject.index, -1) if subject is not None else -1
        if form.reflexive and own >= 0:
            return own
        if form.gender == "n" and _pleonastic(sentence, t):
            return -1
        scores = self.memory.scores(t.start, sentence.index)
        scores = {i: v for i, v in scores.items() if i != not_this and self._agrees(i, form)}
        if own in scores:
            if t.dep in ("dobj", "dative", "pobj") and not form.reflexive:
                del scores[own]
            elif t.tag == "PRP$":
                scores[own] += _CLAUSE_SUBJECT
        if t.tag != "PRP$" or own not in scores:
            self._speech_context(sentence, t, resolved, scores)
        if not scores:
            return -1
        if form.plural:
            scores = {i: v - (0.0 if self.cast.members[i].plural else _COLLECTIVE) for i, v in scores.items()}
        if form.gender in ("m", "f"):
            scores = {i: v * (1.0 if self.cast.members[i].named else _UNNAMED) for i, v in scores.items()}
        best = max(scores, key=lambda i: (scores[i], -i))
        return best if form.gender in ("m", "f") or scores[best] > self._rival(sentence, t, form) else -1

    def _pair_before(self, sentence: Sentence, t: Token) -> int:
        """The two persons of the sentence so far: "he spoke with her … during their call"."""
        order: list[int] = []
        for seen in self.memory.before(t.start, sentence.index):
            if seen.sentence == sentence.index and seen.entity >= 0 and seen.entity not in order:
                order.append(seen.entity)
        for kind in ("PERSON", "GPE"):
            able = [i for i in order if self.cast.members[i].type == kind and not self.cast.members[i].plural]
            if len(able) >= 2:
                return self.cast.pair((able[0], able[1]))
        return -1

    def _speech_context(self, sentence: Sentence, t: Token, resolved: dict[int, int], scores: dict[int, float]) -> None:
        above = sentence.head(t)
        if t.dep == "nsubj":
            for seen in self.memory.before(t.start, sentence.index):
                if seen.subject and seen.entity in scores:
                    scores[seen.entity] += _PARALLEL
                    break
            speaker, at = self._last_speaker
            if above.lemma in words().utter and speaker in scores and sentence.index - at <= _SPEAKER_REACH:
                scores[speaker] += _SAME_SPEAKER
        for speaker in self._content_of(sentence, t, resolved):
            if speaker in scores:
                scores[speaker] += _SPEECH_CONTENT

    def _content_of(self, sentence: Sentence, t: Token, resolved: dict[int, int]) -> set[int]:
        """Whose reported words hold the pronoun: by the attributions, and by the nearest verb of speech above it."""
        found: set[int] = set()
        source = self.text.source_of(t.start)
        if source is not None and source.end <= t.start:
            found.add(self.cast.standing_at(source))
        for verb in sentence.ancestors(t):
            if verb.lemma in words().speech:
                found |= {
                    resolved.get(c.index, -1)
                    for c in sentence.children(verb)
                    if c.dep == "nsubj" and c.index != t.index
                }
                break
        return found

    def _agrees(self, entity: int, form: Form) -> bool:
        m = self.cast.members[entity]
        if form.plural:
            return m.plural or m.type in ("GROUP", "ORG")
        if form.gender == "n":
            return m.type in ("ORG", "GPE") and not m.plural
        return m.type == "PERSON" and not m.plural and not _clash(m.gender, form.gender)

    def _rival(self, sentence: Sentence, t: Token, form: Form) -> float:
        """The salience of the thing nearest by that "it" or "they" could mean instead."""
        best = 0.0
        for seen in self.memory.before(t.start, sentence.index):
            if seen.entity < -1 and self._things[seen.entity] == form.plural and sentence.index - seen.sentence <= 1:
                best = max(best, (seen.weight + 100.0) * 0.5 ** (sentence.index - seen.sentence))
        agent = t.dep == "nsubj" and sentence.head(t).lemma in words().speech
        return best - (80.0 if agent else 0.0)


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
    if noun not in ("company", "firm"):
        return False
    return entry.sort == "company" if entry is not None else last not in words().suffixes or last in _BUSINESS


def _clash(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def _is_two(n: Nominal) -> bool:
    return n.plural and any(x.lower in ("two", "both") for x in n.sentence.children(n.head))


def _clause_subject(s: Sentence, t: Token) -> Token | None:
    """The subject of the verb that `t` hangs from, unless it is `t` itself."""
    for a in s.ancestors(t):
        if a.pos in ("VERB", "AUX"):
            for c in s.children(a):
                if c.dep in ("nsubj", "nsubjpass") and c.index != t.index:
                    return c
            if a.dep not in ("xcomp", "conj", "pcomp", "advcl"):
                return None
    return None


def _pleonastic(s: Sentence, t: Token) -> bool:
    """Whether "it" stands for nothing: "it was clear that", "it seems", "it is raining"."""
    if t.dep == "expl":
        return True
    above = s.head(t)
    if t.dep not in ("nsubj", "nsubjpass"):
        return False
    if above.lemma in ("seem", "appear", "rain", "snow", "happen", "turn"):
        return True
    if above.lemma not in ("be", "take", "make", "remain", "become"):
        return False
    after = [c for c in s.children(above) if c.index > t.index]
    after += [c for a in after if a.dep in ("acomp", "attr") for c in s.children(a)]
    return any(c.dep in ("ccomp", "xcomp", "advcl", "csubj", "acl") for c in after)
