"""Walking a parsed sentence: edges of phrases, subjects through coordination and control, the words of a verb group."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.quotes.mend import mended
from rashomon.records import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_VERB_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_GOVERNED = frozenset({"xcomp", "advcl", "acl", "conj", "dep", "pcomp", "ccomp"})
_OBJECT_CONTROL = frozenset(
    [
        "ask",
        "tell",
        "urge",
        "order",
        "persuade",
        "convince",
        "invite",
        "beg",
        "encourage",
        "force",
        "allow",
        "want",
        "expect",
        "help",
        "let",
        "make",
        "get",
    ]
)
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_STEPS = 6
"""How far a subject is looked for: deeper chains of verbs are parser errors."""


class Tree:
    """One sentence with the edges of every phrase at hand, so that no phrase is walked twice."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = mended(sentence)
        self.tokens = self.sentence.tokens
        self.left = [t.index for t in self.tokens]
        self.right = list(self.left)
        for i in self._upwards():
            h = self.tokens[i].head
            self.left[h] = min(self.left[h], self.left[i])
            self.right[h] = max(self.right[h], self.right[i])

    def _upwards(self) -> list[int]:
        """Tokens below the root, each before its head."""
        order, stack = [], [t.index for t in self.tokens if t.head == t.index]
        while stack:
            i = stack.pop()
            order.append(i)
            stack.extend(c.index for c in self.sentence.children(self.tokens[i]))
        return [i for i in reversed(order) if self.tokens[i].head != i]

    def child(self, t: Token, *deps: str) -> Token | None:
        """The first dependent of `t` with one of the labels."""
        return next((c for c in self.sentence.children(t) if c.dep in deps), None)

    def children(self, t: Token, *deps: str) -> Iterator[Token]:
        return (c for c in self.sentence.children(t) if c.dep in deps)

    def head(self, t: Token) -> Token:
        return self.tokens[t.head]

    def phrase(self, t: Token) -> tuple[int, int]:
        """First and last token of the phrase that `t` heads."""
        return self.left[t.index], self.right[t.index]

    def own_subject(self, verb: Token) -> Token | None:
        return next((c for c in self.sentence.children(verb) if c.dep in SUBJECTS), None)

    def subject(self, verb: Token) -> Token | None:
        """Who does what `verb` says: its own subject, or the one it shares with the verb that governs it."""
        for _ in range(_STEPS):
            found = self.own_subject(verb)
            if found is not None:
                return found
            if verb.dep == "conj":
                verb = self._coordinated(verb)
            elif verb.dep in {"xcomp", "advcl", "pcomp", "dep", "ccomp"}:
                governor = self.head(verb)
                controlled = self._controlled(verb, governor)
                if controlled is not None:
                    return controlled
                while self._leads_on(governor) and governor.head != governor.index:
                    governor = self.head(governor)
                if governor.pos not in {"VERB", "AUX", "ADJ"}:
                    return governor if governor.pos in {"NOUN", "PROPN", "PRON"} else None
                verb = governor
            elif verb.dep in {"acl", "relcl"}:
                return self._modified(verb)
            else:
                return None
        return None

    def _coordinated(self, verb: Token) -> Token:
        """The verb that `verb` is coordinated with; one with a tense of its own goes with no infinitive:
        "told them to wait and left"."""
        other = self.head(verb)
        while verb.tag in _FINITE and self.infinitive(other) and other.dep in {"xcomp", "ccomp", "advcl"}:
            other = self.head(other)
        return other

    def _leads_on(self, governor: Token) -> bool:
        """Whether who acts is to be looked for above: past prepositions and times ("a day after telling …, she left")."""
        return governor.dep in {"prep", "agent", "npadvmod"} or governor.entity in {"DATE", "TIME"}

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a relative pronoun stands for."""
        if pronoun.lower not in _RELATIVE or pronoun.tag not in {"WP", "WDT", "IN"}:
            return None
        verb = self.head(pronoun)
        for _ in range(_STEPS):
            if verb.dep in {"relcl", "acl"}:
                return self.head(verb)
            if verb.dep not in _GOVERNED:
                return None
            verb = self.head(verb)
        return None

    def passive(self, verb: Token) -> bool:
        return any(c.dep in {"auxpass", "nsubjpass", "agent", "csubjpass"} for c in self.sentence.children(verb))

    def group(self, verb: Token) -> tuple[int, int]:
        """First and last token of the verb group: auxiliaries, negation and adverbs that stand right before, particle right after."""
        first = last = verb.index
        own = {c.index for c in self.sentence.children(verb) if c.dep in _VERB_GROUP and self.left[c.index] == c.index}
        while first - 1 in own:
            first -= 1
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if after is not None and after.dep == "prt" and after.head == verb.index:
            last += 1
        return first, last

    def negated(self, verb: Token) -> bool:
        return any(c.dep == "neg" or c.lower in {"never", "hardly"} for c in self.sentence.children(verb))

    def modal(self, verb: Token) -> bool:
        """Whether `verb` is only what may, could or is to happen."""
        t = verb
        for _ in range(_STEPS):
            if any(c.dep == "aux" and c.tag == "MD" for c in self.sentence.children(t)):
                return True
            if t.dep != "xcomp":
                return False
            t = self.head(t)
            if t.lemma in {"expect", "likely", "suppose", "schedule", "intend", "plan", "due", "set", "want", "seek"}:
                return True
        return False

    def infinitive(self, verb: Token) -> bool:
        return any(c.tag == "TO" and c.dep == "aux" for c in self.sentence.children(verb))

    def _controlled(self, verb: Token, governor: Token) -> Token | None:
        if verb.dep in {"xcomp", "ccomp"} and governor.lemma in _OBJECT_CONTROL:
            return self.child(governor, "dobj", "dative")
        return None

    def _modified(self, verb: Token) -> Token | None:
        noun = self.head(verb)
        if verb.dep == "acl" and verb.tag == "VBG":
            return noun
        return None
