"""Who does the speaking where a verb, a colon or "according to" cues a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from rashomon.annotate.quotes.candidate import Range, span_of
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.lines import Line, Place
from rashomon.annotate.quotes.marks import Quoted
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

_NAMES = frozenset({"PROPN", "PRON"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_RELATIVES = frozenset({"WP", "WP$", "WDT"})
_LINKS = frozenset({"CCONJ", "SCONJ", "PUNCT", "ADP"})
"""What a noun phrase that is cut short cannot end in."""
_TIMES = frozenset({"DATE", "TIME"})
_OBJECT_PRONOUNS = frozenset(
    {"me", "him", "her", "us", "them", "it", "that", "this", "what", "which", "himself", "herself"}
)
_ASIDE = frozenset({"acl", "advcl", "pcomp", "relcl"})
"""Clauses beside the one that a colon lets speak."""
_DEEP = 4
"""How far up the verb that reports a participle is looked for."""
_SHORT = 3
"""A name alone before its verb has at most so many words."""


@dataclass(slots=True)
class Utterance:
    """One act of speech: its quotations, and the words outside them that say whose they are."""

    quotes: list[Quoted]
    speaker: Span | None = None
    cue: Span | None = None
    tree: Tree | None = None
    anchor: Token | None = None
    head: Token | None = None


def with_subject(line: Line, tree: Tree, verb: Token, part: Place, n: int) -> Utterance | None:
    """The utterance that `verb` cues, if someone outside the quotations does the speaking."""
    if tree.passive(verb) or _describes(verb):
        return None
    head = _name_at(part, n) or _reporter(tree, verb) or tree.subject(verb)
    if head is not None and _in(part, head) and head.pos in _THINGS and head.entity not in _TIMES:
        noun = tree.antecedent(head) or head
        return _made(tree, verb, noun, _clipped(tree, noun, part, verb))
    if tree.infinitive(verb):
        return None
    beside = _stranded(part, n) or _noun_beside(part, n) or _opening_noun(part, n)
    if beside is not None:
        tree_of, noun, piece = beside
        return Utterance([], span_of(tree_of, piece), cue_span(tree, verb), tree, verb, noun)
    if verb.tag == "VBG":
        main = _main_subject(line, tree, verb)
        if main is not None:
            return _made(tree, verb, main, _clipped(tree, main, [(tree, t) for t in tree.tokens[: verb.index]], verb))
    return None


def _describes(verb: Token) -> bool:
    """Whether a participle tells of the thing right before it: "a box labelled"."""
    return verb.tag == "VBN" and verb.dep == "acl" and verb.head == verb.index - 1


def _name_at(part: Place, n: int) -> Token | None:
    """The name right before a participle: "footage of Ferrow saying"."""
    tree, verb = part[n]
    of, before = part[n - 1] if n else part[n]
    named = verb.tag == "VBG" and before.pos == "PROPN" and before.entity not in _TIMES
    return before if named and of is tree and before.index == verb.index - 1 else None


def _reporter(tree: Tree, verb: Token) -> Token | None:
    """Who goes on speaking in a participle below words that are reported: "Ferrow wrote that it leaked, adding"."""
    if verb.tag != "VBG" or verb.dep != "advcl":
        return None
    above = next((t for t in islice(tree.sentence.ancestors(verb), _DEEP) if t.dep not in {"advcl", "xcomp"}), verb)
    reporting = tree.head(above)
    if above.dep != "ccomp" or not lexicon().may_speak(reporting.lemma.lower()):
        return None
    return tree.subject(reporting)


def by_agent(tree: Tree, verb: Token, part: Place) -> Utterance | None:
    """ "was asked by Ferrow": whoever a passive verb names."""
    by = tree.child(verb, "agent")
    head = tree.child(by, "pobj") if by is not None else None
    if by is None or head is None or not _in(part, head):
        return None
    return _made(tree, verb, head, _clipped(tree, head, part, by))


def opening(part: Place, n: int) -> Utterance | None:
    """ "…," Bell told: a capitalised name or a pronoun alone before the verb speaks, whatever the parser makes of them."""
    tree, verb = part[n]
    before = [t for of, t in part[:n] if of is tree]
    plain = len(before) == 1 and before[0].lower in {"he", "she", "they", "i", "we"}
    named = 0 < n <= _SHORT and all(t.text[0].isupper() and t.entity not in _TIMES for t in before)
    if len(before) != n or not (plain or named):
        return None
    return _made(tree, verb, before[-1], (before[0].index, before[-1].index))


def according(part: Place) -> Utterance | None:
    """ "…", according to X": whoever the preposition right behind a quotation names."""
    tree, first = part[0]
    to = _preposition(part)
    if to is None:
        return None
    head = tree.child(to, "pobj") or tree.child(first, "pobj")
    if head is None:
        return None
    piece = _clipped(tree, head, part, to)
    return Utterance([], span_of(tree, piece), span_of(tree, (first.index, to.index)), tree, first, head)


def _preposition(part: Place) -> Token | None:
    """The last word of the preposition that opens the part."""
    for words in lexicon().after_quotation:
        if part[0][1].lower == words[0]:
            return next((t for _, t in part[len(words) - 1 : len(words) + 1] if t.lower == words[-1]), None)
    return None


def by_colon(part: Place) -> Utterance | None:
    """ "Smith: "…"", or a sentence whose subject the colon lets speak."""
    tree, colon = part[-1]
    if len(part) > 1 and part[-2][1].pos == "PROPN" and part[-2][0] is tree:
        of, last, piece = _run(part, len(part) - 2, -1)
        return Utterance([], span_of(of, piece), mark_span(colon, tree), tree, colon, last)
    owner = _owner_of_words(part)
    subjects = [t for of, t in part if of is tree and t.dep in {"nsubj", "ROOT"} and t.pos in {"PROPN", "PRON", "NOUN"}]
    main = (t for t in subjects if tree.head(t).dep not in _ASIDE)
    subject = owner or next(main, subjects[0] if subjects else None)
    if subject is None:
        return None
    piece = _clipped(tree, subject, part[:-1], colon)
    return Utterance(
        [],
        span_of(tree, piece),
        span_of(tree, (colon.index, colon.index)) or mark_span(colon, tree),
        tree,
        colon,
        subject,
    )


def _owner_of_words(part: Place) -> Token | None:
    """Whose words a colon brings: "Ferrow" of "Ferrow's answer:", "his" of "his response:"."""
    tree, noun = part[-2] if len(part) > 1 else part[-1]
    return tree.child(noun, "poss") if noun.lemma.lower() in lexicon().nouns else None


def subject_of(part: Place) -> Utterance | None:
    """The person whom the sentence before a quotation has as its subject."""
    for tree, t in part:
        if t.dep == "nsubj" and (t.pos == "PROPN" or t.lower in {"he", "she"}) and tree.head(t).dep == "ROOT":
            piece = _clipped(tree, t, part, tree.head(t))
            return Utterance([], span_of(tree, piece), None, tree, None, t)
    return None


def _main_subject(line: Line, tree: Tree, verb: Token) -> Token | None:
    """The subject of the sentence that a participle hangs on, the quotations left out."""
    shared = tree.subject(verb)
    if shared is not None and shared.pos in _NAMES and not line.quoted(shared.start):
        return shared
    for t in tree.tokens[: verb.index]:
        if (
            t.dep == "nsubj"
            and t.pos in _THINGS
            and not line.quoted(t.start)
            and tree.head(t).dep in {"ROOT", "ccomp", "conj"}
        ):
            return t
    return None


def _in(part: Place, t: Token) -> bool:
    return part[0][1].start <= t.start <= part[-1][1].start


def _made(tree: Tree, verb: Token, head: Token, piece: Range) -> Utterance:
    return Utterance([], span_of(tree, piece), cue_span(tree, verb), tree, verb, head)


def cue_span(tree: Tree, verb: Token) -> Span | None:
    return span_of(tree, tree.group(verb))


def mark_span(t: Token, tree: Tree) -> Span:
    return Span(article=tree.sentence.span.article, start=t.start, end=t.end)


def _clipped(tree: Tree, head: Token, part: Place, verb: Token) -> Range:
    """The noun phrase of `head` as far as it lies in the part, on its own side of the verb."""
    indices = [t.index for of, t in part if of is tree]
    low, high = (min(indices), max(indices)) if indices else (head.index, head.index)
    first, last = max(tree.left[head.index], min(low, head.index)), min(tree.right[head.index], max(high, head.index))
    if head.index < verb.index:
        last = min(last, tree.group(verb)[0] - 1)
    else:
        first = max(first, verb.index + 1)
    while last > head.index and (tree.tokens[last].pos in _LINKS or tree.tokens[last].tag in {"WP", "WDT"}):
        last -= 1
    return min(first, head.index), max(last, head.index)


def _noun_beside(part: Place, n: int) -> tuple[Tree, Token, Range] | None:
    """Where the parser found no subject: the name or pronoun right before the verb, or right after it."""
    before = [
        k
        for k in range(max(0, n - 4), n)
        if part[k][1].dep not in {"aux", "advmod", "neg"} and part[k][1].entity not in _TIMES
    ]
    if before and (part[before[-1]][1].pos in _NAMES or part[n][1].pos == "NOUN"):
        return _run(part, before[-1], -1)
    if n + 1 < len(part) and part[n + 1][1].pos in _THINGS | {"DET"} and part[n + 1][1].entity not in _TIMES:
        k = n + 1
        while k + 1 < len(part) and part[k][1].pos in {"DET", "ADJ", "NUM"}:
            k += 1
        if part[k][1].pos in {"PROPN", "PRON", "NOUN"} and part[k][1].lower not in _OBJECT_PRONOUNS:
            return _run(part, k, 1)
    return None


def _stranded(part: Place, n: int) -> tuple[Tree, Token, Range] | None:
    """The name between commas right before the verb, with what is told of it, whatever the parser hung it on:
    "Asked about the dam, Ferrow, who had built it, said"."""
    tree = part[n][0]
    if n < 2 or part[n - 1][1].text != ",":
        return None
    for k in range(n - 2, 0, -1):
        of, t = part[k]
        if of is tree and t.pos == "PROPN" and t.entity not in _TIMES and part[k + 1][1].text == ",":
            _, last, piece = _run(part, k, -1)
            opens = piece[0] > 0 and tree.tokens[piece[0] - 1].text == ","
            if opens and (k + 2 == n or part[k + 2][1].tag in _RELATIVES):
                return tree, last, piece
    return None


def _opening_noun(part: Place, n: int) -> tuple[Tree, Token, Range] | None:
    """The noun phrase that the part opens with, where nothing but it stands before the verb."""
    tree, first = part[0]
    if n == 0 or part[n][0] is not tree or first.pos not in {"PROPN", "NOUN", "DET", "ADJ"} or first.entity in _TIMES:
        return None
    before = [t for _, t in part[:n]]
    if any(t.pos in {"VERB", "AUX"} and t.dep not in {"relcl", "acl", "aux", "auxpass", "amod"} for t in before):
        return None
    end = next((k for k, t in enumerate(before) if t.text in {",", "("}), len(before)) - 1
    heads = [t for t in before[: end + 1] if t.pos in {"PROPN", "NOUN"}]
    return (tree, heads[-1], (first.index, before[end].index)) if heads else None


def _run(part: Place, n: int, step: int) -> tuple[Tree, Token, Range]:
    """The run of name words that starts at place `n` and goes the way of `step`."""
    tree, t = part[n]
    end = n
    while (
        t.pos in {"PROPN", "NOUN"}
        and 0 <= end + step < len(part)
        and part[end + step][1].pos in {"PROPN", "NOUN"}
        and part[end + step][0] is tree
    ):
        end += step
    indices = sorted((part[n][1].index, part[end][1].index))
    return tree, part[max(n, end)][1], (indices[0], indices[1])
