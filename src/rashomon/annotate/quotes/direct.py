"""Direct speech: which quotations are somebody's words in full, who says them and by which cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rashomon.annotate.quotes.candidate import Range, span_of
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.marks import MARKS, Quoted
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

_TERMINATORS = frozenset(".!?")
_NAMES = frozenset({"PROPN", "PRON"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_LONG = 4
"""A quotation of at least this many words that nothing around it claims is taken as speech, a shorter one as a label."""


@dataclass(slots=True)
class Utterance:
    """One act of speech: its quotations, and the words outside them that say whose they are."""

    quotes: list[Quoted]
    speaker: Span | None = None
    cue: Span | None = None
    tree: Tree | None = None
    anchor: Token | None = None
    head: Token | None = None
    inherited: bool = False


@dataclass(slots=True)
class Line:
    """One paragraph: its text, its trees in order, and the quotations at its surface."""

    start: int
    text: str
    trees: list[Tree]
    quotes: list[Quoted]
    places: list[tuple[Tree, Token]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = [(tree, t) for tree in self.trees for t in tree.tokens]

    def between(self, start: int, end: int) -> list[tuple[Tree, Token]]:
        """The tokens from `start` to `end`, bare marks left out."""
        return [p for p in self.places if p[1].start >= start and p[1].end <= end and p[1].text.strip("".join(MARKS))]


def find_utterances(lines: Sequence[Line]) -> list[Utterance]:
    """The utterances of an article; a quotation embedded in somebody's sentence is none by itself."""
    said: list[Utterance] = []
    last: Utterance | None = None
    introduced: Utterance | None = None
    for line in lines:
        of_line = list(_of_line(line, last, introduced))
        said.extend(u for u in of_line if u is not last)
        last = of_line[-1] if of_line else last
        introduced = _introduction(line)
    return said


def _of_line(line: Line, last: Utterance | None, introduced: Utterance | None) -> Iterator[Utterance]:
    current: Utterance | None = None
    for i, quoted in enumerate(line.quotes):
        before, after = _around(line, i)
        if quoted.continues and current is None and last is not None:
            last.quotes.append(quoted)
            current = last
            yield last
            continue
        if _embedded(line, quoted, before, current):
            continue
        found = _cue_after(line, quoted, after)
        if found is None or _announced(before):
            found = _cue_before(before, current is not None) or found
        if found is None and current is not None and not _elsewhere(before):
            current.quotes.append(quoted)
            continue
        utterance = found or _inherited(line, quoted, before, current or last, introduced)
        utterance.quotes.append(quoted)
        current = utterance
        yield utterance


def _around(line: Line, i: int) -> tuple[list[tuple[Tree, Token]], list[tuple[Tree, Token]]]:
    """The tokens since the quotation before and those up to the quotation after."""
    quoted = line.quotes[i]
    start = line.quotes[i - 1].end if i else line.start
    end = line.quotes[i + 1].start if i + 1 < len(line.quotes) else line.start + len(line.text)
    return line.between(start, quoted.start), line.between(quoted.end, end)


def _embedded(line: Line, quoted: Quoted, before: list[tuple[Tree, Token]], current: Utterance | None) -> bool:
    """Whether the quotation is part of the sentence around it: 'the "final offer" plan', 'said it was "over"'."""
    text = line.text[: quoted.start - line.start].rstrip("".join(MARKS) + " \t\u00a0")
    if not text or not before:
        return False
    mark = text[-1]
    words = _words(line, quoted)
    if mark in ":.!?;…" or (mark in "—–-" and len(words) >= _LONG):
        return False
    starts_upper = words[:1] != [] and words[0][0].isupper()
    token = before[-1][1] if before else None
    if mark == ",":
        if current is not None and len(before) <= 14 and any(_speaks(t, p) for p, t in before):
            return False
        return not ((starts_upper or len(words) > _LONG) and any(_speaks(t, p) for p, t in before[-12:]))
    if token is not None and token.pos in {"VERB", "AUX"} and starts_upper and len(words) >= 3:
        tree, verb = before[-1]
        return not _speaks(verb, tree)
    return True


def _words(line: Line, quoted: Quoted) -> list[str]:
    return line.text[quoted.start - line.start : quoted.end - line.start].split()


def _speaks(t: Token, tree: Tree) -> bool:
    if t.pos not in {"VERB", "AUX"} and t.tag not in {"VBD", "VBZ", "VBG", "VBP"}:
        return False
    words = lexicon()
    lemma = t.lemma.lower()
    particle = tree.child(t, "prt")
    return words.may_speak(lemma) or (particle is not None and words.may_speak(f"{lemma} {particle.lower}"))


def _announced(before: list[tuple[Tree, Token]]) -> bool:
    return bool(before) and before[-1][1].text == ":"


def _elsewhere(before: list[tuple[Tree, Token]]) -> bool:
    """Whether a whole further sentence stands between two quotations of a paragraph."""
    ends = [n for n, (_, t) in enumerate(before) if t.text in _TERMINATORS]
    return len(ends) > 1 or bool(ends and len(before) - ends[-1] > 3)


def _cue_after(line: Line, quoted: Quoted, after: list[tuple[Tree, Token]]) -> Utterance | None:
    ending = line.text[quoted.end - line.start - 1] if quoted.end > line.start else ""
    part = _first_part(after)
    if not part or not quoted.closed:
        return None
    if part[0][1].text in {",", "—", "–", "-"}:
        part = part[1:]
        if not part:
            return None
    elif ending == "." and not part[0][1].text[0].islower():
        return None
    for n, (tree, verb) in enumerate(part):
        if not _speaks(verb, tree) or verb.dep in {"relcl", "acl", "amod", "aux"}:
            continue
        found = _with_subject(tree, verb, part, n)
        if found is not None:
            return found
    if part[0][1].lower == "according":
        return _according(part)
    return None


def _cue_before(before: list[tuple[Tree, Token]], inside: bool) -> Utterance | None:
    part = _last_part(before)
    if not part:
        return None
    ending = part[-1][1].text
    if ending in _TERMINATORS or (inside and part == before and ending != ":" and not _own_clause(part)):
        return None
    for n in range(len(part) - 1, -1, -1):
        tree, verb = part[n]
        if not _speaks(verb, tree) or verb.dep in {"amod", "aux"}:
            continue
        found = _with_subject(tree, verb, part, n)
        if found is not None:
            return found
    return _by_colon(part) if ending == ":" else None


def _own_clause(part: list[tuple[Tree, Token]]) -> bool:
    """Whether the words between two quotations announce the second: "…," he said, adding, "…"."""
    speaking = [t for tree, t in part if _speaks(t, tree)]
    return len(speaking) > 1 or any(t.lower in {"and", "but", "then"} for _, t in part[:3])


def _first_part(tokens: list[tuple[Tree, Token]]) -> list[tuple[Tree, Token]]:
    for n, (_, t) in enumerate(tokens):
        if t.text in _TERMINATORS or t.text == ";":
            return tokens[:n]
    return tokens


def _last_part(tokens: list[tuple[Tree, Token]]) -> list[tuple[Tree, Token]]:
    for n in range(len(tokens) - 2, -1, -1):
        if tokens[n][1].text in _TERMINATORS:
            return tokens[n + 1 :]
    return tokens


def _with_subject(tree: Tree, verb: Token, part: list[tuple[Tree, Token]], n: int) -> Utterance | None:
    """The utterance that `verb` cues, if someone in the same part of the text does the speaking."""
    inside = {(id(t), k.index) for t, k in part}
    passive = tree.passive(verb)
    head = None if passive else tree.subject(verb)
    if head is not None and (id(tree), head.index) in inside and head.pos in _THINGS:
        noun = tree.antecedent(head) or head
        piece = _clipped(tree, noun, part, verb)
        return _made(tree, verb, noun, piece)
    beside = _noun_beside(part, n)
    if beside is not None:
        tree_of, noun, piece = beside
        return Utterance([], span_of(tree_of, piece), _cue_span(tree, verb), tree, verb, noun)
    return None


def _made(tree: Tree, verb: Token, head: Token, piece: Range) -> Utterance:
    return Utterance([], span_of(tree, piece), _cue_span(tree, verb), tree, verb, head)


def _cue_span(tree: Tree, verb: Token) -> Span | None:
    return span_of(tree, tree.group(verb))


def _clipped(tree: Tree, head: Token, part: list[tuple[Tree, Token]], verb: Token) -> Range:
    """The noun phrase of `head` as far as it lies in the part, on its own side of the verb."""
    indices = [t.index for of, t in part if of is tree]
    low, high = (min(indices), max(indices)) if indices else (head.index, head.index)
    first, last = max(tree.left[head.index], min(low, head.index)), min(tree.right[head.index], max(high, head.index))
    if head.index < verb.index:
        last = min(last, tree.group(verb)[0] - 1)
    else:
        first = max(first, verb.index + 1)
    return min(first, head.index), max(last, head.index)


def _noun_beside(part: list[tuple[Tree, Token]], n: int) -> tuple[Tree, Token, Range] | None:
    """Where the parser found no subject: the name or pronoun right before the verb, or right after it."""
    before = [p for p in part[max(0, n - 3) : n] if p[1].dep not in {"aux", "advmod", "neg"}]
    if before and before[-1][1].pos in _NAMES and before[-1][1].lower not in {"it", "that", "which"}:
        return _run(part, part.index(before[-1]), -1)
    if n + 1 < len(part) and part[n + 1][1].pos in {"PROPN", "DET", "NOUN", "PRON"}:
        k = n + 1
        while k + 1 < len(part) and part[k][1].pos in {"DET", "ADJ"}:
            k += 1
        if part[k][1].pos in {"PROPN", "PRON"} and part[k][1].lower not in _OBJECT_PRONOUNS:
            return _run(part, k, 1)
    return None


_OBJECT_PRONOUNS = frozenset(
    {"me", "him", "her", "us", "them", "it", "that", "this", "what", "which", "himself", "herself"}
)


def _run(part: list[tuple[Tree, Token]], n: int, step: int) -> tuple[Tree, Token, Range]:
    """The run of name words that starts at place `n` and goes the way of `step`."""
    tree, t = part[n]
    end = n
    while (
        t.pos == "PROPN"
        and 0 <= end + step < len(part)
        and part[end + step][1].pos == "PROPN"
        and part[end + step][0] is tree
    ):
        end += step
    indices = sorted((part[n][1].index, part[end][1].index))
    return tree, part[max(n, end)][1], (indices[0], indices[1])


def _according(part: list[tuple[Tree, Token]]) -> Utterance | None:
    tree, first = part[0]
    to = next((t for _, t in part[1:3] if t.lower == "to"), None)
    if to is None:
        return None
    head = tree.child(to, "pobj") or tree.child(first, "pobj")
    if head is None:
        return None
    piece = _clipped(tree, head, part, to)
    return Utterance([], span_of(tree, piece), span_of(tree, (first.index, to.index)), tree, first, head)


def _by_colon(part: list[tuple[Tree, Token]]) -> Utterance | None:
    """ "Smith: "…"", or a sentence whose subject the colon lets speak."""
    tree, colon = part[-1]
    subject = next(
        (t for of, t in part if of is tree and t.dep in {"nsubj", "ROOT"} and t.pos in {"PROPN", "PRON", "NOUN"}), None
    )
    if subject is None:
        return None
    piece = _clipped(tree, subject, part[:-1], colon)
    return Utterance(
        [], span_of(tree, piece), span_of(tree, (colon.index, colon.index)) or _mark(colon, tree), tree, colon, subject
    )


def _mark(t: Token, tree: Tree) -> Span:
    return Span(article=tree.sentence.span.article, start=t.start, end=t.end)


def _inherited(
    line: Line, quoted: Quoted, before: list[tuple[Tree, Token]], last: Utterance | None, introduced: Utterance | None
) -> Utterance:
    """An utterance nobody is named for: whoever the sentence before it is about, or whoever spoke last."""
    if before and len(_words(line, quoted)) >= _LONG:
        found = _subject_of(_last_part(before))
        if found is not None:
            return found
    if introduced is not None and not before:
        return Utterance([], introduced.speaker, introduced.cue, introduced.tree, None, introduced.head, inherited=True)
    if last is not None:
        return Utterance([], last.speaker, last.cue, last.tree, None, last.head, inherited=True)
    return Utterance([])


def _introduction(line: Line) -> Utterance | None:
    """Who a paragraph that ends in a colon lets speak."""
    if not line.text.rstrip().endswith(":"):
        return None
    part = _last_part(line.between(line.start, line.start + len(line.text)))
    for n in range(len(part) - 1, -1, -1):
        tree, verb = part[n]
        if _speaks(verb, tree):
            found = _with_subject(tree, verb, part, n)
            if found is not None:
                return found
    return _by_colon(part)


def _subject_of(part: list[tuple[Tree, Token]]) -> Utterance | None:
    """The person whom the sentence before a quotation has as its subject."""
    for tree, t in part:
        if t.dep == "nsubj" and t.pos in _NAMES and tree.head(t).dep == "ROOT" and t.lower not in {"it", "this", "that", "there", "what", "i", "we", "you"}:  # fmt: skip
            piece = _clipped(tree, t, part, tree.head(t))
            return Utterance([], span_of(tree, piece), None, tree, None, t, inherited=True)
    return None
