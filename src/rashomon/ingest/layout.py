"""The roles of an article's lines, told from their order, shape and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.ingest import marks
from rashomon.ingest.lines import Line
from rashomon.ingest.phrases import words_of
from rashomon.records import PartKind

_HEADER_LINES = 14
"""A header has fewer lines than this …"""
_HEADER_PROSE = 150
"""… and fewer words of running text (a standfirst, a caption or two)."""
_TITLE_WORDS = 30
_LABEL_WORDS = 3
_REPEATS = 0.8
"""Share of a line's word pairs that must stand in another for the one to repeat the other."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a line is, by which rule, whether its words stand elsewhere too, and how long the dateline at its front is."""

    kind: PartKind
    why: str = ""
    repeats: bool = False
    dateline: int = 0


def roles_of(lines: Sequence[Line], headline: str | None = None) -> list[Role]:
    """The role of each line. `headline` is the headline where it is known from outside the text."""
    if len(lines) <= 1:
        return [_only(line, headline, _dateline(lines, 0)) for line in lines]
    start = _body_start(lines, headline)
    end = _body_end(lines, start)
    dateline = _dateline(lines, start)
    signed = marks.signature(lines[start].text[:dateline])
    body = _body(lines[start:end])
    return [
        *_repeating(_header(lines[:start], headline), lines, start),
        replace(body[0], dateline=dateline),
        *body[1:],
        *(_after(line, signed) for line in lines[end:]),
    ]


def _only(line: Line, headline: str | None, dateline: int) -> Role:
    if headline and words_of(headline) == words_of(line.text):
        return Role("headline", "the headline as given")
    return Role("body", dateline=dateline)


# --- the header ---


def _body_start(lines: Sequence[Line], headline: str | None) -> int:
    """The first line of the body."""
    window = lines[: _HEADER_LINES + 1]
    prose = [0]
    for line in window:
        prose.append(prose[-1] + (len(line.words) if line.is_prose else 0))
    after = sum(len(line.words) for line in lines if line.is_prose)
    short = [prose[i] <= min(_HEADER_PROSE, (after - prose[i]) * 0.6) for i in range(len(window))]
    opening = next((i for i in range(len(window)) if short[i] and _dateline(lines, i)), None)
    if opening is not None:
        return opening
    anchors = [i for i, x in enumerate(window) if short[i] and _dates_or_signs(x) and prose[i] < after]
    return _skip_title(lines, anchors[-1] + 1 if anchors else 0, headline, anchored=bool(anchors))


def _dateline(lines: Sequence[Line], i: int) -> int:
    """Length of the dateline that line `i` begins with, or is; 0 if there is none."""
    end = marks.dateline_end(lines[i].text)
    if end is None:
        return 0
    if end == len(lines[i].text):
        return end if i + 1 < len(lines) and lines[i + 1].is_prose else 0
    colon = lines[i].text[end - 1] == ":"
    return end if len(lines[i].words) >= 8 and not (colon and _is_transcript(lines)) else 0


def _is_transcript(lines: Sequence[Line]) -> bool:
    """Capitals and a colon at the start of many lines name speakers, not places."""
    return sum(line.text.partition(":")[0].isupper() and ":" in line.text for line in lines) >= 3


def _dates_or_signs(line: Line) -> bool:
    return any(rule(line) for rule in (marks.is_stamp, marks.is_clock, marks.is_byline, marks.is_outlet_line))


def _skip_title(lines: Sequence[Line], start: int, headline: str | None, *, anchored: bool) -> int:
    """Past a title, what repeats it, a caption and a standfirst, if they stand at `start`."""
    titled = any(_is_title(x) and not _marked(x) for x in lines[:start])
    i = start
    while i < min(len(lines) - 1, start + _HEADER_LINES):
        line = lines[i]
        if _same(line.text, headline) or any(_same(line.text, x.text) for x in lines[:i]):
            titled = True
        elif not titled and _is_title(line) and not marks.is_furniture(line):
            # A short label is the title only where no title follows.
            titled = len(line.words) > _LABEL_WORDS or not _is_title(lines[i + 1])
        elif not (
            _marked(line)
            or _is_caption(line)
            or (titled and not anchored and _is_subtitle(line, lines[i + 1]))
            or (
                i <= 2
                and titled
                and _contained(line, [x for x in lines[i + 1 : i + 3] if len(x.words) > len(line.words)])
            )
        ):
            break
        i += 1
    return i if any(x.is_prose for x in lines[i:]) else min(start, i)


def _is_title(line: Line) -> bool:
    """Words that make no sentence with a full stop, or every word of which begins in capitals."""
    if not line.words or len(line.words) > _TITLE_WORDS:
        return False
    if not line.ends_sentence:
        return True
    if line.text.rstrip("\"'”’")[-1:] in "?!":
        return len(line.words) <= 20
    long = [t for t in line.text.split() if len(t) > 4]
    return (
        bool(long)
        and line.text.endswith(".")
        and sum(t.lstrip("\"'“‘(")[:1].isupper() for t in long) >= 0.75 * len(long)
    )


def _is_subtitle(line: Line, following: Line) -> bool:
    return 4 <= len(line.words) <= _TITLE_WORDS and not line.ends_sentence and following.is_prose


def _is_caption(line: Line) -> bool:
    return marks.is_labelled_caption(line) or marks.picture_credit(line) is not None


def _marked(line: Line) -> bool:
    return marks.is_furniture(line) or marks.is_credit(line) or _dates_or_signs(line)


def _header(lines: Sequence[Line], headline: str | None) -> list[Role]:
    head = _headline(lines, headline)
    roles = [_header_role(line, i, head, lines) for i, line in enumerate(lines)]
    return [_beside_byline(role, i, roles, lines) for i, role in enumerate(roles)]


def _headline(lines: Sequence[Line], headline: str | None) -> int | None:
    """Which line is the headline: the one given, else one that stands twice, else the first that is more than a label."""
    titles = [i for i, x in enumerate(lines) if _is_title(x) and not _marked(x) and not _is_caption(x)]
    given = next((i for i, x in enumerate(lines) if _same(x.text, headline)), None)
    if given is not None:
        return given
    twice = next((i for i in titles if any(_same(lines[i].text, x.text) for x in lines[i + 1 :])), None)
    if twice is not None:
        return twice
    return next((i for i in titles if len(lines[i].words) > _LABEL_WORDS), titles[0] if titles else None)


def _header_role(line: Line, i: int, head: int | None, lines: Sequence[Line]) -> Role:
    if i == head:
        return Role("headline", "first title")
    if head is not None and _same(line.text, lines[head].text):
        return Role("headline", "the headline again", repeats=True)
    if marks.is_furniture(line):
        return Role("debris", "page furniture")
    if marks.is_stamp(line) or marks.is_clock(line):
        return Role("byline", "date line")
    if marks.is_byline(line):
        return Role("byline", "names its writer")
    if marks.is_outlet_line(line):
        return Role("byline", "names its outlet")
    if marks.is_labelled_caption(line) or marks.picture_credit(line):
        return Role("caption", "a picture's credit or label")
    if marks.is_credit(line) or marks.picture_credit(line) == 0:
        return Role("credit", "credits")
    if len(line.words) <= _LABEL_WORDS and not line.ends_sentence:
        return Role("debris", "a label beside the headline")
    return Role("standfirst", "between headline and body")


def _beside_byline(role: Role, i: int, roles: Sequence[Role], lines: Sequence[Line]) -> Role:
    """A bare name beside a byline or date line is a byline."""
    if role.kind != "debris" or role.why != "a label beside the headline" or not 2 <= len(lines[i].words) <= 4:
        return role
    beside = [roles[j].kind for j in (i - 1, i + 1) if 0 <= j < len(roles)]
    return (
        Role("byline", "a name beside the date line")
        if "byline" in beside and marks.names_only(lines[i].text)
        else role
    )


def _repeating(header: list[Role], lines: Sequence[Line], start: int) -> list[Role]:
    """Standfirsts and captions whose words stand in the body's beginning, or earlier in the header, marked so."""
    return [
        replace(role, repeats=True)
        if role.kind in ("standfirst", "caption")
        and (_contained(lines[i], lines[start : start + 3]) or _contained(lines[i], lines[:i]))
        else role
        for i, role in enumerate(header)
    ]


# --- the body and what follows it ---


def _body_end(lines: Sequence[Line], start: int) -> int:
    """One past the last line of the body."""
    end = len(lines)
    while end > start + 1 and _tail_role(lines[end - 1]) is not None:
        end -= 1
    return end


def _after(line: Line, signed: str | None) -> Role:
    """The role of a line after the article's end; a name that signs the dateline, too, is a credit."""
    if _same(line.text, signed):
        return Role("credit", "it signs the dateline, too")
    return _tail_role(line) or Role("debris", "after the article's end")


def _tail_role(line: Line) -> Role | None:
    """The role of a line after the article's end; None if it may belong to the article."""
    if marks.is_furniture(line):
        return Role("debris", "page furniture")
    if marks.is_credit(line):
        return Role("credit", "credits")
    if marks.is_name_of_agency(line):
        return Role("credit", "an agency's name")
    if marks.is_stamp(line):
        return Role("byline", "date line")
    if marks.is_byline(line) or marks.is_outlet_line(line):
        return Role("byline", "names its writer or outlet")
    if len(line.words) <= _LABEL_WORDS and not line.ends_sentence and line.text[:1].isupper():
        return Role("debris", "a label after the article")
    return None


def _body(lines: Sequence[Line]) -> list[Role]:
    roles: list[Role] = []
    seen: set[tuple[str, ...]] = set()
    beyond = False
    for i, line in enumerate(lines):
        beyond = (beyond and not line.is_prose) or (i > 0 and marks.ends_the_article(line))
        role = Role("debris", "a list of other articles") if beyond else _body_role(line, first=i == 0)
        if role.kind == "body" and len(line.words) >= 8:
            if line.words in seen:
                role = replace(role, repeats=True)
            seen.add(line.words)
        roles.append(role)
    return roles


def _body_role(line: Line, *, first: bool) -> Role:
    if first:
        return Role("body")
    if marks.is_furniture(line):
        return Role("debris", "page furniture")
    credit = marks.picture_credit(line)
    if credit or marks.is_labelled_caption(line):
        return Role("caption", "a picture's credit or label")
    if credit == 0 or marks.is_credit(line):
        return Role("credit", "credits")
    if marks.is_stamp(line):
        return Role("byline", "date line")
    return Role("body")


# --- likeness ---


def _same(text: str, other: str | None) -> bool:
    return other is not None and words_of(text) == words_of(other) != ()


def _contained(line: Line, others: Sequence[Line]) -> bool:
    """Whether nearly all word pairs of `line` stand in one of the others."""
    pairs = set(pairwise(line.words))
    return len(pairs) >= 4 and any(len(pairs & set(pairwise(o.words))) >= _REPEATS * len(pairs) for o in others)
