"""What is known at any point of the reading of an article: its entities, who was mentioned last, and who is speaking."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.annotate.names.cast import Cast
from rashomon.annotate.names.salience import Memory, Seen, weight
from rashomon.annotate.names.text import Text
from rashomon.annotate.names.words import words
from rashomon.records import Article, Sentence, Token

_QUOTED = 0.5
"""What is mentioned inside a quotation weighs half for the text around it."""
NOBODY = (-1, -10)


@dataclass(slots=True)
class Scene:
    """A sentence while it is read. `owner`: by token, the entity to whose name it belongs, -1 for none; `resolved`: by the
    index of its head, what a mention read so far stands for."""

    sentence: Sentence
    owner: list[int]
    resolved: dict[int, int] = field(default_factory=dict)

    def entity_at(self, index: int) -> int:
        """The entity named or meant at a token; -1 if there is none."""
        return self.owner[index] if self.owner[index] >= 0 else self.resolved.get(index, -1)


class Discourse:
    """Cast and memory of one article. `last_speaker`: who spoke last and in which sentence; `things`: no entities, but in
    the way of "it" and "they", each with whether it is a plural."""

    def __init__(self, article: Article, text: Text) -> None:
        self.article, self.text = article, text
        self.cast, self.memory = Cast(), Memory()
        self.last_speaker: tuple[int, int] = NOBODY
        self.things: dict[int, bool] = {}

    def note(self, sentence: Sentence, t: Token, entity: int, start: int) -> None:
        """Keep that the words from `start` to the head `t` mean `entity`."""
        above = sentence.head(t)
        quote = self.text.quote_at(t.start)
        embedded = t.dep in ("pobj", "poss", "compound", "nmod", "appos") and above.pos in ("NOUN", "PROPN", "ADP")
        score = weight(t, embedded) * (_QUOTED if quote is not None else 1.0)
        subject = t.dep in ("nsubj", "nsubjpass")
        seen = Seen(start, t.end, sentence.index, sentence.line, entity, score, subject, above.index, quote.span.start if quote else -1)  # fmt: skip
        self.memory.add(seen)
        if quote is None and entity >= 0:
            if subject:
                self._listen(entity, sentence, above)
            elif t.dep == "dobj" and _is_impersonal(sentence, above):
                self._turn_to(entity, sentence)

    def note_thing(self, sentence: Sentence, t: Token) -> None:
        """Keep a common noun that is no entity."""
        thing = -2 - len(self.things)
        self.things[thing] = t.tag == "NNS"
        self.note(sentence, t, thing, t.start)

    def _listen(self, entity: int, sentence: Sentence, verb: Token) -> None:
        """Remember who spoke last, until the text turns to somebody else."""
        if verb.lemma in words().utter:
            self.last_speaker = (entity, sentence.index)
        else:
            self._turn_to(entity, sentence)

    def _turn_to(self, entity: int, sentence: Sentence) -> None:
        """Who spoke last is no longer in mind once a later sentence is about another person."""
        if sentence.index > self.last_speaker[1] and self.cast.members[entity].type == "PERSON":
            self.last_speaker = NOBODY


def _is_impersonal(s: Sentence, verb: Token) -> bool:
    """Whether nobody is the subject of `verb`: "that did not satisfy the judge"."""
    subject = next((c for c in s.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.lower in ("that", "this", "it", "which", "what")


def clash(a: str, b: str) -> bool:
    """Whether both genders are known and differ."""
    return bool(a and b and a != b)
