"""Direct speech: which quotations are somebody's words in full, who says them and by which cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.annotate.quotes.candidate import Range, span_of
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.marks import MARKS, Quoted
from rashomon.annotate.quotes.places import Places
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

_TERMINATORS = frozenset(".!?")
_MARKS = "".join(sorted(MARKS))
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_NAMES = frozenset({"PROPN", "PRON"})
_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_NEAR = 8
"""How far before a mark the last character of text is looked for."""
_LABEL = 40
"""How long a speaker's name in front of a line of a transcript may be, in characters."""
_BESIDE = 3
"""A label or a word or two in marks are somebody's only if the verb stands this near."""
_TITLE = 8
"""A title has at most so many words."""
_SIGNATURE = 14
"""A line below a quotation with more words than this is no signature."""
_LINKS = frozenset({"CCONJ", "SCONJ", "PUNCT", "ADP"})
"""What a noun phrase that is cut short cannot end in."""
_LONG = 4
"""A quotation of at least this many words that nothing around it claims is taken as speech, a shorter one as a label."""


Place = list[tuple[Tree, Token]]
"""A stretch of a paragraph: its tokens, each with its sentence."""


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


class Line:
    """One paragraph: its text, its trees in order, and the quotations at its surface."""

    def __init__(self, start: int, text: str, trees: list[Tree], quotes: list[Quoted]) -> None:
        self.start, self.text, self.trees, self.quotes = start, text, trees, quotes
        self._places = [(tree, t) for tree in trees for t in tree.tokens]
        self._starts = [t.start for _, t in self._places]
        self._marks = Places([(q.start, q.end) for q in quotes])

    def quoted(self, place: int) -> bool:
        """Whether a quotation lies over `place`."""
        return self._marks.at(place) is not None

    def tree_at(self, place: int) -> Tree:
        """The sentence that `place` lies in."""
        return self._places[max(bisect_right(self._starts, place) - 1, 0)][0]

    def between(self, start: int, end: int) -> Place:
        """The tokens from `start` to `end`, bare marks left out."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [p for p in self._places[first:last] if p[1].end <= end and p[1].text.strip(_MARKS)]

    def words(self, quoted: Quoted) -> list[str]:
        """The words of a quotation."""
        return self.text[quoted.start - self.start : quoted.end - self.start].split()

    def last_before(self, quoted: Quoted) -> str:
        """The last character before the opening mark, "" at the start of the line."""
        at = quoted.start - self.start
        return self.text[max(0, at - _NEAR) : at].rstrip(_MARKS + " \t\u00a0")[-1:]

    def phrase_end(self, quoted: Quoted) -> int:
        """The end of the words that go on right after the closing mark, up to the next punctuation."""
        end = quoted.end
        for _, t in self._places[bisect_left(self._starts, quoted.end) :]:
            if not t.text.strip(_MARKS):
                continue
            if t.pos == "PUNCT" or self.quoted(t.start):
                break
            end = t.end
        return end

    def in_name(self, quoted: Quoted) -> bool:
        """Whether a single word in marks follows a word of the text: Ruth "Red" Odell."""
        return self.last_before(quoted).isalpha() and len(self.words(quoted)) == 1

    def last_of(self, quoted: Quoted) -> str:
        """The last character inside the marks."""
        return self.text[quoted.end - self.start - 1] if quoted.end > quoted.start else ""


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
        if _embedded(line, quoted, before, current):
            continue
        utterance = _cued(line, quoted, before, after, current)
        if utterance is None:
            utterance = _going_on(quoted, before, current, last)
        if utterance is None and len(line.words(quoted)) > 1 and capitalised(line.words(quoted)):
            continue
        if utterance is None:
            utterance = _inherited(line, quoted, before, current or last, introduced)
        utterance.quotes.append(quoted)
        if utterance is not current:
            yield utterance
        current = utterance


def capitalised(words: Sequence[str]) -> bool:
    """Whether words are written as those of a title."""
    small = lexicon().small
    return len(words) <= _TITLE and all(w[0].isupper() or w[0].isdigit() or w.lower() in small for w in words)


def _cued(line: Line, quoted: Quoted, before: Place, after: Place, current: Utterance | None) -> Utterance | None:
    """The utterance that words right after or right before the quotation, or a label in front of it, make of it."""
    labelled = _labelled(line, quoted)
    if labelled is not None:
        return labelled
    following = _cue_after(line, quoted, after)
    if following is not None and line.last_of(quoted) not in "?!.":
        return following
    return _cue_before(line, before, current is not None) or following


def borrowed(line: Line, i: int) -> tuple[Utterance, int] | None:
    """Whose words an embedded quotation is by what stands around it, and where what they say begins.

    For quotations that no attribution read off the parse holds: marks often break the parse.
    """
    quoted = line.quotes[i]
    before, after = _around(line, i)
    part = _last_part(before)
    words = line.words(quoted)
    following = _cue_after(line, quoted, after) if len(words) > 2 else None
    if following is not None and line.last_of(quoted) in ",?!":
        return following, part[0][1].start if part else quoted.start
    if len(words) <= 2 or all(w[0].isupper() or not w[0].isalpha() for w in words):
        part = part[-3:]
    for n in range(len(part) - 1, -1, -1):
        tree, verb = part[n]
        if (
            verb.pos == "VERB"
            and verb.dep != "amod"
            and not tree.passive(verb)
            and verb.lemma.lower() in lexicon().verbs
        ):
            found = _with_subject(line, tree, verb, part, n)
            if found is not None:
                return found, part[n + 1][1].start if n + 1 < len(part) else quoted.start
    return None


def _labelled(line: Line, quoted: Quoted) -> Utterance | None:
    """A line of a transcript, its mark before the speaker's name: "MODERATOR: …"."""
    text = line.text[quoted.start - line.start : quoted.end - line.start]
    name, colon, _ = text[:_LABEL].partition(":")
    if not colon or not name.isupper() or len(name) < 2:
        return None
    place = Span(article=line.trees[0].sentence.span.article, start=quoted.start, end=quoted.start + len(name))
    return Utterance([], place, Span(article=place.article, start=place.end, end=place.end + 1))


def _going_on(quoted: Quoted, before: Place, current: Utterance | None, last: Utterance | None) -> Utterance | None:
    """The utterance that the quotation merely carries on: across paragraphs, or after "…, he said."."""
    if current is None:
        return last if quoted.continues else None
    return None if _elsewhere(before) else current


def _around(line: Line, i: int) -> tuple[Place, Place]:
    """The tokens since the quotation before and those up to the quotation after; a nickname in marks is no border."""
    quoted = line.quotes[i]
    start = line.quotes[i - 1].end if i else line.start
    following = next((q for q in line.quotes[i + 1 :] if not line.in_name(q)), None)
    end = following.start if following is not None else line.start + len(line.text)
    return line.between(start, quoted.start), line.between(quoted.end, end)


def _nickname(line: Line, quoted: Quoted, before: Place) -> bool:
    """A word in marks amid a name: Robert C. "Bob" Marsh."""
    after_name = bool(before) and before[-1][1].pos == "PROPN"
    return after_name and len(line.words(quoted)) == 1


def _embedded(line: Line, quoted: Quoted, before: Place, current: Utterance | None) -> bool:
    """Whether the quotation is part of the sentence around it: 'the "final offer" plan', 'said it was "over"'."""
    mark = line.last_before(quoted)
    if not mark or not before:
        return False
    words = line.words(quoted)
    if _nickname(line, quoted, before):
        return True
    if mark in ":.!?;…" or (mark in "—–-" and len(words) >= _LONG):
        return False
    starts_upper = words[:1] != [] and words[0][0].isupper()
    token = before[-1][1] if before else None
    if mark == ",":
        if current is not None and len(before) <= 14 and any(_speaks(t, p) for p, t in before):
            return False
        return not ((starts_upper or len(words) > _LONG) and any(_speaks(t, p) for p, t in before[-12:]))
    if token is not None and ((starts_upper and len(words) >= 3) or len(words) > _LONG):
        tree, verb = before[-1]
        return not (_speaks(verb, tree) and verb.pos == "VERB" and not tree.passive(verb))
    return True


def _speaks(t: Token, tree: Tree) -> bool:
    if t.pos not in {"VERB", "AUX"} and t.tag not in {"VBD", "VBZ", "VBG", "VBP"}:
        return False
    words, lemma = lexicon(), t.lemma.lower()
    return words.may_speak(lemma) or any(
        words.may_speak(f"{lemma} {c.lower}") for c in tree.children(t, "prt", "advmod") if c.index == t.index + 1
    )


def _elsewhere(before: Place) -> bool:
    """Whether a whole further sentence stands between two quotations of a paragraph."""
    ends = [n for n, (_, t) in enumerate(before) if t.text in _TERMINATORS]
    return len(ends) > 1 or bool(ends and len(before) - ends[-1] > 3)


def _cue_after(line: Line, quoted: Quoted, after: Place) -> Utterance | None:
    ending = line.last_of(quoted)
    part = _first_part(after)
    if not part or not quoted.closed:
        return None
    if part[0][1].text in _DASHES and _signs(after[1:]):
        return _signature(after)
    if part[0][1].text in {",", *_DASHES}:
        part = part[1:]
        if not part:
            return None
    elif ending in {".", "…"} and not part[0][1].text[0].islower():
        return None
    elif ending.isalnum():
        part = part[:_BESIDE]
    for n, (tree, verb) in enumerate(part):
        if (
            _speaks(verb, tree) and verb.tag != "VBG" and verb.dep not in {"relcl", "acl", "amod", "aux"}
        ) or _mistagged(part, n):
            found = _opening(part, n) or _with_subject(line, tree, verb, part, n)
            if found is not None:
                return found
    return _according(part) if part[0][1].lower == "according" else None


def _opening(part: Place, n: int) -> Utterance | None:
    """ "…," Bell told: a capitalised name or a pronoun alone before the verb speaks, whatever the parser makes of them."""
    tree, verb = part[n]
    before = [t for of, t in part[:n] if of is tree]
    plain = len(before) == 1 and before[0].lower in {"he", "she", "they", "i", "we"}
    named = 0 < n <= _BESIDE and all(t.text[0].isupper() and t.entity not in _TIMES for t in before)
    if len(before) != n or not (plain or named):
        return None
    return _made(tree, verb, before[-1], (before[0].index, before[-1].index))


def _signs(part: Place) -> bool:
    """Whether nothing but a name follows: "…" — Ann Bell, Leeds."""
    return (
        0 < len(part) <= _SIGNATURE
        and part[0][1].pos in {"PROPN", "NOUN", "DET"}
        and not any(t.pos in {"VERB", "AUX"} for _, t in part)
    )


def _signature(after: Place) -> Utterance:
    tree, dash = after[0]
    tree, first = after[1]
    end = next((n for n, (_, t) in enumerate(after[1:]) if t.text in {",", "(", ".", ";"}), len(after) - 1)
    last = after[max(1, end)][1] if after[max(1, end)][0] is tree else first
    return Utterance([], span_of(tree, (first.index, last.index)), _mark(dash, tree), tree, dash, last)


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


def _cue_before(line: Line, before: Place, between: bool) -> Utterance | None:
    """The cue in the words before a quotation; those between two quotations must clearly announce the second."""
    part = _last_part(before)
    if not part:
        return None
    ending = part[-1][1].text
    if ending in _TERMINATORS or (between and part == before and ending != ":" and not _own_clause(line, part)):
        return None
    speaking = [n for n, (tree, t) in enumerate(part) if _speaks(t, tree)]
    for n in sorted(speaking, key=lambda n: (_thinks(part[n][1]), -n)):
        tree, verb = part[n]
        if verb.dep in {"amod", "aux"} or _subordinate(tree, verb):
            continue
        if tree.passive(verb) and tree.subject(verb) is not None:
            return Utterance([], None, _cue_span(tree, verb), tree, verb)
        found = _with_subject(line, tree, verb, part, n)
        if found is not None:
            return found
    return _by_colon(part) if ending == ":" else None


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
    new_sentence = (
        first.text[0].isupper()
        and line.text[max(0, first.start - line.start - _NEAR) : first.start - line.start].rstrip(_MARKS + " ")[-1:]
        in _TERMINATORS
    )
    speaking = [t for tree, t in part if _speaks(t, tree)]
    return new_sentence or len(speaking) > 1 or any(t.lower in {"and", "but", "then"} for _, t in part[:3])


def _first_part(tokens: Place) -> Place:
    for n, (_, t) in enumerate(tokens):
        if t.text in _TERMINATORS or t.text == ";":
            return tokens[:n]
    return tokens


def _last_part(tokens: Place) -> Place:
    for n in range(len(tokens) - 2, -1, -1):
        if tokens[n][1].text in _TERMINATORS:
            return tokens[n + 1 :]
    return tokens


def _with_subject(line: Line, tree: Tree, verb: Token, part: Place, n: int) -> Utterance | None:
    """The utterance that `verb` cues, if someone outside the quotations does the speaking."""
    if tree.passive(verb):
        return None
    head = tree.subject(verb)
    if head is not None and _in(part, head) and head.pos in _THINGS and head.entity not in _TIMES:
        noun = tree.antecedent(head) or head
        return _made(tree, verb, noun, _clipped(tree, noun, part, verb))
    beside = _noun_beside(part, n) or _opening_noun(part, n)
    if beside is not None:
        tree_of, noun, piece = beside
        return Utterance([], span_of(tree_of, piece), _cue_span(tree, verb), tree, verb, noun)
    if verb.tag == "VBG":
        main = _main_subject(line, tree, verb)
        if main is not None:
            return _made(tree, verb, main, _clipped(tree, main, [(tree, t) for t in tree.tokens[: verb.index]], verb))
    return None


def _main_subject(line: Line, tree: Tree, verb: Token) -> Token | None:
    """The subject of the sentence that a participle hangs on, the quotations left out."""
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
    return Utterance([], span_of(tree, piece), _cue_span(tree, verb), tree, verb, head)


def _cue_span(tree: Tree, verb: Token) -> Span | None:
    return span_of(tree, tree.group(verb))


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


_TIMES = frozenset({"DATE", "TIME"})
_OBJECT_PRONOUNS = frozenset(
    {"me", "him", "her", "us", "them", "it", "that", "this", "what", "which", "himself", "herself"}
)


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


def _according(part: Place) -> Utterance | None:
    tree, first = part[0]
    to = next((t for _, t in part[1:3] if t.lower == "to"), None)
    if to is None:
        return None
    head = tree.child(to, "pobj") or tree.child(first, "pobj")
    if head is None:
        return None
    piece = _clipped(tree, head, part, to)
    return Utterance([], span_of(tree, piece), span_of(tree, (first.index, to.index)), tree, first, head)


def _by_colon(part: Place) -> Utterance | None:
    """ "Smith: "…"", or a sentence whose subject the colon lets speak."""
    tree, colon = part[-1]
    if len(part) > 1 and part[-2][1].pos == "PROPN" and part[-2][0] is tree:
        of, last, piece = _run(part, len(part) - 2, -1)
        return Utterance([], span_of(of, piece), _mark(colon, tree), tree, colon, last)
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
    line: Line, quoted: Quoted, before: Place, last: Utterance | None, introduced: Utterance | None
) -> Utterance:
    """An utterance nobody is named for: whoever the sentence before it is about, or whoever spoke last."""
    if before and len(line.words(quoted)) >= _LONG:
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
            found = _with_subject(line, tree, verb, part, n)
            if found is not None:
                return found
    return _by_colon(part)


def _subject_of(part: Place) -> Utterance | None:
    """The person whom the sentence before a quotation has as its subject."""
    for tree, t in part:
        if t.dep == "nsubj" and (t.pos == "PROPN" or t.lower in {"he", "she"}) and tree.head(t).dep == "ROOT":
            piece = _clipped(tree, t, part, tree.head(t))
            return Utterance([], span_of(tree, piece), None, tree, None, t, inherited=True)
    return None
