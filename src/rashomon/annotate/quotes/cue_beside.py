"""The cue of a quotation: the words right after it or right before it that say whose it is."""

from __future__ import annotations

import re

from rashomon.annotate.quotes.candidate import span_of
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.lines import TERMINATORS, Line, Place, first_part, last_part
from rashomon.annotate.quotes.marks import Quoted
from rashomon.annotate.quotes.speakers import (
    Utterance,
    according,
    by_agent,
    by_colon,
    cue_span,
    mark_span,
    opening,
    with_subject,
)
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

_DASHES = frozenset({"-", "–", "—", "―", "--"})
_DASHED = re.compile(r"\s*(?P<dash>--?|[–—―])\s*(?P<name>[^\W\d_][^,.;:()\n]*)")
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBORDINATING = frozenset({"after", "because", "before", "if", "once", "since", "that", "until", "when", "which", "while", "who"})  # fmt: skip
"""Words after a quotation that open a clause of their own: '"…," when she asked' is not said by her."""
_BESIDE = 3
"""After a quotation that ends in no punctuation, the verb that cues it stands this near."""
_BARE = 4
"""A cue that is a sentence of its own has at most so many words."""
_SIGNATURE = 14
"""A line below a quotation with more words than this is no signature."""


def cue_after(line: Line, quoted: Quoted, after: Place) -> Utterance | None:
    part = first_part(after)
    if not part or not quoted.closed:
        return None
    if part[0][1].text in _DASHES and _signs(after[1:]):
        return _signature(after)
    part = _cueing(part, after, line.last_of(quoted))
    for n, (tree, verb) in enumerate(part):
        if (speaks(verb, tree) and verb.tag != "VBG" and verb.dep not in {"relcl", "acl", "amod", "aux"}) or _mistagged(
            part, n
        ):
            found = opening(part, n) or with_subject(line, tree, verb, part, n)
            if found is not None:
                return found
    return according(part) if part else None


def _cueing(part: Place, after: Place, ending: str) -> Place:
    """Those of the words after a quotation that may cue it, by how it ends."""
    first = part[0][1]
    set_off = first.text in {",", *_DASHES}
    part = part[1:] if set_off else part
    if not set_off and ending in {".", "…"} and not first.text[0].islower() and not _sentence_of_its_own(part, after):
        return []
    if not part or _closes_with_cue(part):
        return part
    if part[0][1].lower in _SUBORDINATING:
        return []
    return part[:_BESIDE] if ending.isalnum() and not set_off else part


def _closes_with_cue(part: Place) -> bool:
    """Whether the sentence that goes on after the quotation ends in its cue: '"It leaked" before the flood, she said'."""
    tree, verb = part[-1]
    commas = [n for n, (_, t) in enumerate(part) if t.text == ","]
    return bool(commas) and len(part) - commas[-1] <= _BARE and speaks(verb, tree)


def cue_before(line: Line, before: Place, between: bool) -> Utterance | None:
    """The cue in the words before a quotation; those between two quotations must clearly announce the second."""
    part = last_part(before)
    if not part:
        return None
    ending = part[-1][1].text
    if ending in TERMINATORS or (between and part == before and ending != ":" and not _own_clause(line, part)):
        return None
    speaking = [n for n, (tree, t) in enumerate(part) if speaks(t, tree)]
    for n in sorted(speaking, key=lambda n: (_thinks(part[n][1]), -n)):
        tree, verb = part[n]
        beside = n >= len(part) - 2 and ending in {",", verb.text}
        if verb.dep in {"amod", "aux"} or (_subordinate(tree, verb) and not beside):
            continue
        if tree.passive(verb) and tree.subject(verb) is not None:
            return by_agent(tree, verb, part) or Utterance([], None, cue_span(tree, verb), tree, verb)
        found = with_subject(line, tree, verb, part, n)
        if found is not None:
            return found
    return by_colon(part) if ending == ":" else None


def introduction(line: Line) -> Utterance | None:
    """Who a paragraph that ends in a colon lets speak."""
    if not line.text.rstrip().endswith(":"):
        return None
    part = last_part(line.between(line.start, line.start + len(line.text)))
    for n in range(len(part) - 1, -1, -1):
        tree, verb = part[n]
        if speaks(verb, tree):
            found = with_subject(line, tree, verb, part, n)
            if found is not None:
                return found
    return by_colon(part)


def speaks(t: Token, tree: Tree) -> bool:
    if t.pos not in {"VERB", "AUX"} and t.tag not in {"VBD", "VBZ", "VBG", "VBP"}:
        return False
    words, lemma = lexicon(), t.lemma.lower()
    return words.may_speak(lemma) or any(
        words.may_speak(f"{lemma} {c.lower}")
        for c in tree.children(t, "prt", "advmod", "dobj")
        if c.index == t.index + 1
    )


def _sentence_of_its_own(part: Place, after: Place) -> bool:
    """Whether a name and a verb of saying make a sentence by themselves: "…to the mayor." Ferrow said. "…"."""
    words = [t for _, t in part]
    verbs = [t for tree, t in part if speaks(t, tree)]
    return len(part) < len(after) and len(words) <= _BARE and len(verbs) == 1 and verbs[0] in (words[0], words[-1])


def _thinks(verb: Token) -> bool:
    """Whether a verb is rather one of thought: it carries quoted words only if none of speech is there."""
    kinds = {lexicon().kinds[c] for c in lexicon().verbs.get(verb.lemma.lower(), ())}
    return bool(kinds) and "speech" not in kinds


def _subordinate(tree: Tree, verb: Token) -> bool:
    """Whether `verb` stands in a clause that only says when or why: "when he objected, she …"."""
    mark = tree.child(verb, "mark", "advmod") if verb.dep == "advcl" else None
    return mark is not None and mark.lower not in {"as", "like"} and tree.own_subject(verb) is not None


def _own_clause(line: Line, part: Place) -> bool:
    """Whether the words between two quotations announce the second: "…," he said, adding, "…", or a new sentence does."""
    first = part[0][1]
    new_sentence = first.text[0].isupper() and line.char_before(first.start) in TERMINATORS
    speaking = [t for tree, t in part if speaks(t, tree)]
    return new_sentence or len(speaking) > 1 or any(t.lower in {"and", "but", "then"} for _, t in part[:3])


def _mistagged(part: Place, n: int) -> bool:
    """Whether the parser took a plain verb of saying for a noun: "the report states"."""
    t = part[n][1]
    return (
        n > 0
        and t.pos == "NOUN"
        and t.tag == "NNS"
        and {"say", "announce", "claim"} & set(lexicon().verbs.get(t.lemma.lower(), ())) != set()
        and part[n - 1][1].pos in {"PROPN", "NOUN", "PRON"}
    )


def _signs(part: Place) -> bool:
    """Whether nothing but a name follows: "…" — Ann Bell, Leeds."""
    return (
        0 < len(part) <= _SIGNATURE
        and part[0][1].pos in {"PROPN", "NOUN", "DET"}
        and not any(t.pos in {"VERB", "AUX"} for _, t in part)
    )


def signed_below(line: Line) -> Utterance | None:
    """Whom a line names that stands below a quotation: "— Ann Bell, baker", "-Ferrow, writing to the board"."""
    words = line.between(line.start, line.start + len(line.text))
    if not 0 < len(words) <= _SIGNATURE or any(t.tag in _FINITE for _, t in words):
        return None
    dash = _DASHED.match(line.text)
    if dash is None or not all(w[0].isupper() or w in lexicon().small for w in dash["name"].split()):
        return None
    article = words[0][0].sentence.span.article
    mark, name = (
        Span(article=article, start=line.start + a, end=line.start + b) for a, b in map(dash.span, ("dash", "name"))
    )
    tree, last = next((p for p in words if p[1].end >= name.end), words[-1])
    return Utterance([], name, mark, tree, last, last)


def _signature(after: Place) -> Utterance:
    tree, dash = after[0]
    tree, first = after[1]
    end = next((n for n, (_, t) in enumerate(after[1:]) if t.text in {",", "(", ".", ";"}), len(after) - 1)
    last = after[max(1, end)][1] if after[max(1, end)][0] is tree else first
    return Utterance([], span_of(tree, (first.index, last.index)), mark_span(dash, tree), tree, dash, last)
