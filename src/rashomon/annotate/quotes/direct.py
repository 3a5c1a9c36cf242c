"""Direct speech: which quotations are somebody's words in full, who says them and by which cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rashomon.annotate.quotes.cue_beside import cue_after, cue_before, introduction, signed_below, speaks
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.lines import TERMINATORS, Line, Place, last_part
from rashomon.annotate.quotes.marks import Quoted
from rashomon.annotate.quotes.speakers import Utterance, subject_of, with_subject
from rashomon.records import Span

_LABEL = 40
"""How long a speaker's name in front of a line of a transcript may be, in characters."""
_BESIDE = 3
"""A label or a word or two in marks are somebody's only if the verb stands this near."""
_BRACKETS = "()[]"
_TITLE = 8
"""A title has at most so many words."""
_LONG = 4
"""A quotation of at least this many words that nothing around it claims is taken as speech, a shorter one as a label."""


def find_utterances(lines: Sequence[Line]) -> list[Utterance]:
    """The utterances of an article; a quotation embedded in somebody's sentence is none by itself."""
    said: list[Utterance] = []
    last: Utterance | None = None
    introduced: Utterance | None = None
    for line, below in zip_longest(lines, lines[1:]):
        of_line = _signed(line, list(_of_line(line, last, introduced)), below)
        said.extend(u for u in of_line if u is not last)
        last = of_line[-1] if of_line else last
        introduced = introduction(line)
    return said


def _signed(line: Line, said: list[Utterance], below: Line | None) -> list[Utterance]:
    """The utterances of a line; one that fills it and has no cue is whose name stands on the line below."""
    if below is None or len(said) != 1 or said[0].anchor is not None or not line.is_quotation():
        return said
    signed = signed_below(below)
    if signed is None:
        return said
    signed.quotes.extend(q for q in said[0].quotes if line.start <= q.start)
    return [signed]


def borrowed(line: Line, i: int) -> tuple[Utterance, int] | None:
    """Whose words an embedded quotation is by what stands around it, and where what they say begins.

    For quotations that no attribution read off the parse holds: marks often break the parse.
    """
    quoted = line.quotes[i]
    before, after = _around(line, i)
    part = last_part(before)
    words = line.words(quoted)
    following = cue_after(line, quoted, after) if len(words) > 2 else None
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
            found = with_subject(line, tree, verb, part, n)
            if found is not None:
                return found, part[n + 1][1].start if n + 1 < len(part) else quoted.start
    return None


def capitalised(words: Sequence[str]) -> bool:
    """Whether words are written as those of a title."""
    small = lexicon().small
    bare = [w.strip(_BRACKETS) or w for w in words]
    return len(words) <= _TITLE and all(w[0].isupper() or w[0].isdigit() or w.lower() in small for w in bare)


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


def _cued(line: Line, quoted: Quoted, before: Place, after: Place, current: Utterance | None) -> Utterance | None:
    """The utterance that words right after or right before the quotation, or a label in front of it, make of it."""
    labelled = _labelled(line, quoted)
    if labelled is not None:
        return labelled
    following = cue_after(line, quoted, after)
    if following is not None and (line.last_of(quoted) not in "?!." or _right_behind(following, before, after)):
        return following
    return cue_before(line, before, current is not None) or following


def _right_behind(following: Utterance, before: Place, after: Place) -> bool:
    """Whether the cue follows at once ('…?" asked Ferrow') and nothing in front announces the quotation."""
    announced = bool(before) and before[-1][1].text in {":", ","}
    return not announced and following.anchor is not None and following.anchor.start == after[0][1].start


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


def _inherited(
    line: Line, quoted: Quoted, before: Place, last: Utterance | None, introduced: Utterance | None
) -> Utterance:
    """An utterance nobody is named for: whoever the sentence before it is about, or whoever spoke last."""
    if before and len(line.words(quoted)) >= _LONG:
        found = subject_of(last_part(before))
        if found is not None:
            return _named(found, last, line)
    if introduced is not None and not before:
        return Utterance([], introduced.speaker, introduced.cue, introduced.tree, None, introduced.head)
    if last is not None:
        return Utterance([], last.speaker, last.cue, last.tree, None, last.head)
    return Utterance([])


def _named(found: Utterance, last: Utterance | None, line: Line) -> Utterance:
    """A pronoun between two quotations of a paragraph is who spoke the first: take the fuller words for them."""
    if found.head is None or found.head.pos != "PRON" or last is None or not line.holds(last.speaker):
        return found
    return Utterance([], last.speaker, last.cue, last.tree, None, last.head)


_NICKNAMES = 3
"""More nicknames in a row are a list, which no utterance goes on across."""


def _around(line: Line, i: int) -> tuple[Place, Place]:
    """The tokens since the quotation before and those up to the quotation after; a nickname in marks is no border."""
    quoted = line.quotes[i]
    start = line.quotes[i - 1].end if i else line.start
    near = line.quotes[i + 1 : i + 2 + _NICKNAMES]
    following = next(
        (q for q in near[:_NICKNAMES] if not line.in_name(q)), near[-1] if len(near) > _NICKNAMES else None
    )
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
        if current is not None and len(before) <= 14 and any(speaks(t, p) for p, t in before):
            return False
        return not ((starts_upper or len(words) > _LONG) and any(speaks(t, p) for p, t in before[-12:]))
    if token is not None and ((starts_upper and len(words) >= 3) or len(words) > _LONG):
        tree, verb = before[-1]
        return not (speaks(verb, tree) and verb.pos == "VERB" and not tree.passive(verb))
    return True


def _elsewhere(before: Place) -> bool:
    """Whether a whole further sentence stands between two quotations of a paragraph."""
    ends = [n for n, (_, t) in enumerate(before) if t.text in TERMINATORS]
    return len(ends) > 1 or bool(ends and len(before) - ends[-1] > 3)
