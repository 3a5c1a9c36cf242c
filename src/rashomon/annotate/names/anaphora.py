"""Whom a pronoun means: who agrees with it and is most in mind, in the light of who is speaking."""

from __future__ import annotations

from math import inf

from rashomon.annotate.names.discourse import Discourse, Scene, clash
from rashomon.annotate.names.pronouns import Form
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Token

_SPEECH_CONTENT, _SAME_SPEAKER, _PARALLEL, _CLAUSE_SUBJECT = 60.0, 70.0, 35.0, 80.0
_UNNAMED = 0.6
"""How much less ready "he" and "she" are to mean somebody whom the article does not name."""
_ACTED_ON = 0.5
"""How ready "it" is to mean the body that speaks where something is done to it: "the railway said the driver had passed it"."""
_SPEAKER_REACH = 3
_MUTUAL = frozenset({"call", "conversation", "meeting", "talk", "summit", "relationship", "discussion", "dispute", "feud", "marriage", "wedding", "divorce", "fight", "duel", "exchange", "debate", "rivalry"})  # fmt: skip
"""What two have with each other: "their call" belongs to the two of whom the sentence speaks."""
_COLLECTIVE = 40.0
"""How much less ready "they" is to mean one body than a group of people."""


class Anaphora:
    """Finds what pronouns stand for in an article."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._cast, self._memory = discourse.cast, discourse.memory

    def antecedent(self, scene: Scene, t: Token, form: Form, not_this: int = -1) -> int:
        """The entity that the pronoun `t` means, never `not_this`; -1 if none can be told."""
        sentence = scene.sentence
        if t.lower == "their" and sentence.head(t).lemma in _MUTUAL and (pair := self._pair_before(sentence, t)) >= 0:
            return pair
        subject = _clause_subject(sentence, t)
        own = scene.resolved.get(subject.index, -1) if subject is not None else -1
        if form.reflexive and own >= 0:
            return own
        if form.gender == "n" and _pleonastic(sentence, t):
            return -1
        scores = self._memory.scores(t.start, sentence.index)
        barred = self._set_beside(sentence, t) | {not_this}
        scores = {i: v for i, v in scores.items() if i not in barred and self._agrees(i, form)}
        self._beside_subject(sentence, t, own, form, scores)
        if t.tag != "PRP$" or own not in scores:
            self._speech_context(scene, t, form, scores)
        scores = {i: self._readiness(i, v, form) for i, v in scores.items()}
        if not scores:
            return -1
        best = max(scores, key=lambda i: (scores[i], -i))
        return best if form.gender in ("m", "f") or scores[best] > self._rival(sentence, t, form) else -1

    def _beside_subject(self, sentence: Sentence, t: Token, own: int, form: Form, scores: dict[int, float]) -> None:
        """ "She met her": not herself; "she met her lawyer": her own; "twenty were hurt, four of them badly": of the twenty."""
        if own not in scores:
            return
        if _is_partitive(sentence, t):
            scores[own] += _CLAUSE_SUBJECT
        elif t.dep in ("dobj", "dative", "pobj") and not form.reflexive:
            del scores[own]
        elif t.tag == "PRP$":
            scores[own] += _CLAUSE_SUBJECT

    def _set_beside(self, sentence: Sentence, t: Token) -> set[int]:
        """Whom its own clause sets beside a subject, who is somebody else: "of Ferrow, he said"."""
        found: set[int] = set()
        for seen in self._memory.before(t.start, sentence.index) if t.dep == "nsubj" else ():
            if seen.sentence != sentence.index:
                break
            above = sentence.tokens[seen.verb]
            if above.dep == "prep" and above.head == t.head:
                found.add(seen.entity)
        return found

    def _readiness(self, entity: int, score: float, form: Form) -> float:
        member = self._cast.members[entity]
        if form.plural and not member.plural:
            return score - _COLLECTIVE
        return score * _UNNAMED if form.gender in ("m", "f") and not member.named else score

    def _pair_before(self, sentence: Sentence, t: Token) -> int:
        """The two persons of the sentence so far: "he spoke with her … during their call"."""
        order: list[int] = []
        for seen in self._memory.before(t.start, sentence.index):
            if seen.sentence == sentence.index and seen.entity >= 0 and seen.entity not in order:
                order.append(seen.entity)
        for kind in ("PERSON", "GPE"):
            able = [i for i in order if self._cast.members[i].type == kind and not self._cast.members[i].plural]
            if len(able) >= 2:
                return self._cast.pair((able[0], able[1]))
        return -1

    def _speech_context(self, scene: Scene, t: Token, form: Form, scores: dict[int, float]) -> None:
        sentence = scene.sentence
        above = sentence.head(t)
        if t.dep == "nsubj":
            for seen in self._memory.before(t.start, sentence.index):
                if sentence.index - seen.sentence > 1:
                    break
                if seen.subject and seen.entity in scores:
                    scores[seen.entity] += _PARALLEL
                    break
            speaker, at = self._discourse.last_speaker
            if above.lemma in words().utter and speaker in scores and sentence.index - at <= _SPEAKER_REACH:
                scores[speaker] += _SAME_SPEAKER
        acts = form.gender != "n" or t.dep not in ("dobj", "pobj")
        for speaker in self._content_of(scene, t):
            if speaker in scores:
                scores[speaker] = scores[speaker] + _SPEECH_CONTENT if acts else scores[speaker] * _ACTED_ON

    def _content_of(self, scene: Scene, t: Token) -> set[int]:
        """Whose reported words hold the pronoun: by the attributions, and by the nearest verb of speech above it."""
        found: set[int] = set()
        source = self._discourse.text.source_of(t.start)
        if source is not None and source.end <= t.start:
            found.add(self._cast.standing_at(source))
        for verb in scene.sentence.ancestors(t):
            if verb.lemma in words().speech:
                found |= {
                    scene.resolved.get(c.index, -1)
                    for c in scene.sentence.children(verb)
                    if c.dep == "nsubj" and c.index != t.index
                }
                break
        return found

    def _agrees(self, entity: int, form: Form) -> bool:
        m = self._cast.members[entity]
        if form.plural:
            return m.plural or m.type in ("GROUP", "ORG")
        if form.gender == "n":
            return m.type in ("ORG", "GPE") and not m.plural
        return m.type == "PERSON" and not m.plural and not clash(m.gender, form.gender)

    def _rival(self, sentence: Sentence, t: Token, form: Form) -> float:
        """The salience of the thing nearest by that "it" or "they" could mean instead.

        What a report said was so before is what it says more of: "the signal was green, the railway said; it had said it was red".
        """
        best = 0.0
        told = form.gender == "n" and self._is_reported(sentence, t.start, t)
        for seen in self._memory.before(t.start, sentence.index):
            if (
                seen.entity < -1
                and self._discourse.things[seen.entity] == form.plural
                and sentence.index - seen.sentence <= 1
            ):
                best = max(best, (seen.weight + 100.0) * 0.5 ** (sentence.index - seen.sentence))
                where = self._discourse.text.sentences[seen.sentence]
                verb = where.tokens[seen.verb]
                alike = _is_inert(sentence, t) or (t.dep == "nsubj" and verb.lemma == sentence.head(t).lemma)
                if told and alike and seen.subject and self._is_reported(where, seen.start, verb):
                    return inf
        agent = t.dep == "nsubj" and sentence.head(t).lemma in words().speech
        return best - (80.0 if agent else 0.0)

    def _is_reported(self, sentence: Sentence, start: int, t: Token) -> bool:
        """Whether a word stands in what somebody is said to say."""
        return self._discourse.text.source_of(start) is not None or any(
            a.lemma in words().utter for a in sentence.ancestors(t)
        )


def _is_partitive(s: Sentence, t: Token) -> bool:
    """ "four of them", "most of whom"."""
    of = s.head(t)
    return of.lower == "of" and t.dep == "pobj" and s.head(of).pos in ("NUM", "DET", "PRON", "ADJ")


def _is_inert(s: Sentence, t: Token) -> bool:
    """Whether something is done to, or said to be the case of, what the pronoun means: "passed it", "it was red"."""
    return t.dep in ("dobj", "pobj", "nsubjpass") or (t.dep == "nsubj" and s.head(t).lemma in ("be", "remain", "stay"))


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
