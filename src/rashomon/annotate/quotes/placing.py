"""Whose words each quotation is, once the attributions are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.quotes.direct import capitalised
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.marks import MARKS
from rashomon.annotate.quotes.speakers import Utterance
from rashomon.records import Attribution, Quote, Span
from rashomon.records.annotation import QuoteKind

_BLOCK = 512
"""Attributions are looked up by blocks of so many characters: a content and a quotation in it share one."""

_NEAR, _BEFORE = 24, "".join(sorted(MARKS)) + " \t\u00a0"
"""The word before a title is looked for so many characters back."""

Held = tuple[Span, Found, Attribution]


def placed(
    quotes: Sequence[Quote],
    utterances: Sequence[Utterance],
    found: Sequence[Found],
    chained: Sequence[Attribution],
    text: str,
) -> tuple[Quote, ...]:
    """The quotes with speaker, cue, kind, relay and occasion; `chained` are the attributions of `found` with their relays."""
    said = {q.start: (n, u) for n, u in enumerate(utterances) for q in u.quotes}
    direct = {id(f.utterance): a for f, a in zip(found, chained, strict=True) if f.utterance is not None}
    blocks: dict[int, list[Held]] = defaultdict(list)
    for f, a in zip(found, chained, strict=True):
        for s in a.content if a.source else ():
            for block in range(s.start // _BLOCK, s.end // _BLOCK + 1):
                blocks[block].append((s, f, a))
    result = []
    outer: Span | None = None
    for n, q in enumerate(quotes):
        nested = outer is not None and q.span.end <= outer.end
        outer = outer if nested else q.span
        if q.span.start in said and not nested:
            number, u = said[q.span.start]
            result.append(_spoken(q, number, u, direct.get(id(u))))
        else:
            near = (
                []
                if _is_title(q.span, text)
                else [h for h in blocks[q.span.start // _BLOCK] if not nested or _within(h, outer)]
            )
            result.append(_embedded(replace(q, utterance=len(utterances) + n), near))
    return tuple(result)


def _within(h: Held, outer: Span | None) -> bool:
    """Whether an attribution is made inside the outer quotation, by its speaker."""
    return outer is not None and bool(h[2].cue) and outer.contains(h[2].cue[0])


def _spoken(q: Quote, number: int, u: Utterance, a: Attribution | None) -> Quote:
    kind: QuoteKind = "headline" if q.kind == "headline" else "split" if len(u.quotes) > 1 else "full"
    return replace(
        q,
        kind=kind,
        utterance=number,
        speaker=u.speaker,
        cue=u.cue,
        relay=a.relay if a is not None else (),
        occasion=a.occasion if a is not None else None,
    )


def _embedded(q: Quote, near: Sequence[Held]) -> Quote:
    """A quotation within a sentence belongs to the smallest statement around it; one that nobody makes is a label."""
    around = [h for h in near if h[0].start <= q.span.start + 1 and q.span.end - 1 <= h[0].end]
    if not around:
        return replace(q, kind="label")
    _, _, best = min(around, key=lambda h: (_bare(h[1]), sum(len(s) for s in h[2].content)))
    return replace(
        q,
        kind="headline" if q.kind == "headline" else "partial",
        speaker=best.source[0],
        cue=best.cue[0] if best.cue else None,
        relay=best.relay,
        occasion=best.occasion,
    )


def _bare(f: Found) -> bool:
    """Whether the cue is an infinitive within somebody else's statement: "urged her to accept the 'last offer'"."""
    return f.candidate is not None and f.candidate.tree.infinitive(f.candidate.anchor)


def _is_title(span: Span, text: str) -> bool:
    """Whether capitalised words stand where the name of a work or a broadcast does: hosts of "Morning Table"."""
    if not capitalised(span.of(text).split()):
        return False
    before = text[max(0, span.start - _NEAR) : span.start].rstrip(_BEFORE)
    if _is_subject(span, text, before):
        return True
    word = before.split()[-1] if before.split() else ""
    return word in lexicon().before_titles or word.endswith(("'s", "’s", "s'", "s’"))


def _is_subject(span: Span, text: str, before: str) -> bool:
    """Whether the words in marks begin a sentence that tells of them: "Last Ferry" was her first film."""
    begins = not before or before[-1] in ".!?\n"
    after = text[span.end + 1 : span.end + 3]
    return (
        begins
        and len(span.of(text).split()) > 1
        and text[span.end - 1] not in ".,!?…"
        and after[:1] == " "
        and after[1:].islower()
    )
