"""The same utterance in two wordings. A quotation cut shorter is none: its words stand in the longer one, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, product

from rashomon.annotate import cardinals
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.wording import names_overlap, speaker_name
from rashomon.lexicon import is_function_word
from rashomon.records import Quote, Sentence, Span
from rashomon.records.collation import Severity

SHORTEST = 4
"""Fewer words are too few to know an utterance by."""
LONGEST_FORM = 12
"""Words of a full sentence up to which a short quotation can be another form of it as a whole."""
REACH = 2.0
"""How far, in lengths of the shorter wording, the shared words may lie apart in the longer one."""
LONGEST_END = 2
"""Words at an end of two wordings up to which they stand in one another's place; of more, one goes on where the other stops."""
PASSAGE = 8
"""Words from which a quotation can be known as printed elsewhere."""
NEARLY = 0.7
"""Share of a quoted passage that a sentence elsewhere must have in the same order to be its source."""
ALIKE = 0.6
"""Share of the shorter wording's words that the other has in the same order. On the development groups true pairs lie above
0.65, other sentences of one speaker below 0.5."""
_ACRONYM = re.compile(r"\b(?:[a-z]\.){2,}")
_INSERTED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
"""What an editor put in between."""
SPELT = 0.7
"""Share of their letters from which two words may be one name, spelt by two desks."""
_CONTRACTED = {"n't": " not", "can not": "cannot", "'re": " are", "'ve": " have", "'ll": " will", "'m": " am"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation and its words, bare of case, marks and contractions."""

    quote: Quote
    words: tuple[str, ...]


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of quotations by one speaker that are one utterance in different words, across articles."""
    for a, b in combinations(wordings(evidence), 2):
        if a.quote.span.article == b.quote.span.article or _other_speakers(a.quote, b.quote, evidence):
            continue
        if is_cut_of(a.words, b.words) or is_cut_of(b.words, a.words):
            continue
        weight = severity(a.words, b.words) if likeness(a.words, b.words) >= ALIKE else None
        if weight is not None:
            yield _finding(a, b, evidence, weight)
    yield from _unfound(evidence)
    yield from _copied(evidence)


def _unfound(evidence: Evidence) -> Iterator[Finding]:
    """Words quoted of a speaker that his full sentence, quoted in the same report, has in another form ("no progress")."""
    for w in evidence.witnesses:
        quotes = [
            Wording(q, words_of(evidence.text(q.span)))
            for q in w.annotation.quotes
            if not evidence.repeated(q.span) and q.kind != "label"
        ]
        for short, full in product(quotes, quotes):
            if short.quote.kind == "full" or full.quote.kind != "full" or len(full.words) <= len(short.words):
                continue
            telling = {x for x in short.words if not is_function_word(x)}
            if len(short.words) < 2 or not telling or not telling <= set(full.words) or len(full.words) > LONGEST_FORM:
                continue
            if not _runs_in(short.words, full.words) and not _other_speakers(short.quote, full.quote, evidence):
                yield _finding(short, full, evidence, "soft")


def _runs_in(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether `full` has the words of `short` side by side."""
    n = len(short)
    return any(tuple(full[i : i + n]) == tuple(short) for i in range(len(full) - n + 1))


def _copied(evidence: Evidence) -> Iterator[Finding]:
    """Words quoted from another report of the story that this report prints otherwise."""
    for w in _long(evidence):
        for other in evidence.witnesses:
            if other.article.id == w.quote.span.article:
                continue
            for sentence in other.annotation.sentences:
                found = _printed(w, sentence, evidence)
                if found is not None:
                    yield Finding(
                        kind="quotation",
                        severity="soft",
                        sides=(side(w.quote.span, "as quoted", source=w.quote.entity or ""), side(found, "as printed")),
                        topic=speaker_name(w.quote.entity or "", evidence),
                    )


def _long(evidence: Evidence) -> list[Wording]:
    return [w for w in wordings(evidence) if len(w.words) >= PASSAGE]


def _printed(w: Wording, sentence: Sentence, evidence: Evidence) -> Span | None:
    """Where a sentence has a passage's words in their order, nearly but not all of them."""
    tokens = [t for t in sentence.tokens if t.pos not in {"PUNCT", "SPACE"}]
    if len(set(w.words) & {t.lower for t in tokens}) < NEARLY * len(set(w.words)):
        return None
    blocks = SequenceMatcher(None, w.words, [t.lower for t in tokens], autojunk=False).get_matching_blocks()
    blocks = [b for b in blocks if b.size]
    same = sum(b.size for b in blocks)
    inside = any(q.span.overlaps(sentence.span) for q in evidence.by_article[sentence.span.article].annotation.quotes)
    if inside or same < NEARLY * len(w.words) or same == len(w.words):
        return None
    return sentence.span_of(tuple(tokens[blocks[0].b : blocks[-1].b + blocks[-1].size]))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a quotation as they are compared."""
    text = _INSERTED.sub(" ", text.lower()).replace("’", "'").replace("‘", "'")
    for short, full in _CONTRACTED.items():
        text = text.replace(short, full)
    found = re.findall(r"\w+", _ACRONYM.sub(lambda m: m[0].replace(".", ""), text))
    numbers = cardinals()
    return tuple(str(numbers.get(w, w)) for w in found)


def is_cut_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether `short` is `full` with words left out: every word of it stands in `full`, in order."""
    rest = iter(full)
    return all(w in rest for w in short)


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """How much of the shorter wording the longer one shares, in runs of the same order; 0 without a shared telling word."""
    blocks = [m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size > 1]
    if sum(any(not is_function_word(w) for w in a[m.a : m.a + m.size]) for m in blocks) == 0:
        return 0.0
    shorter = min(len(a), len(b))
    reach = max(blocks[-1].a + blocks[-1].size - blocks[0].a, blocks[-1].b + blocks[-1].size - blocks[0].b)
    return sum(m.size for m in blocks) / shorter if reach <= REACH * shorter else 0.0


def wordings(evidence: Evidence) -> list[Wording]:
    """The quotations long enough to be known again, titles and repeated parts left out."""
    quotes = (q for w in evidence.witnesses for q in w.annotation.quotes if q.kind != "label")
    found = [Wording(q, words_of(evidence.text(q.span))) for q in quotes if not evidence.repeated(q.span)]
    return [w for w in found if len(w.words) >= SHORTEST]


def _other_speakers(a: Quote, b: Quote, evidence: Evidence) -> bool:
    """Whether two people speak. Of two entities that share a name one may be the other, known less well."""
    if a.entity is None or b.entity is None or a.entity == b.entity:
        return False
    return not names_overlap(a.entity, b.entity, evidence)


def severity(a: Sequence[str], b: Sequence[str]) -> Severity | None:
    """Soft where only small words, inflections or shortened words differ, else medium: another version of the text may reconcile
    the two. None where one merely begins earlier or ends later.
    """
    changes = _changes(a, b)
    if not changes:
        return None
    ours, theirs = ([w for change in changes for w in change[i]] for i in (0, 1))
    if ("not" in ours) != ("not" in theirs):
        return "medium"
    mine, yours = ({w for w in words if not is_function_word(w)} for words in (ours, theirs))
    return "medium" if _unlike(mine, yours) and _unlike(yours, mine) else "soft"


def _changes(a: Sequence[str], b: Sequence[str]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """What stands in one and what in its place in the other: between words that they share, or a word or two at either end."""
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [
        (a[i:j], b[k:m])
        for n, (tag, i, j, k, m) in enumerate(steps)
        if tag != "equal" and (0 < n < len(steps) - 1 or 0 < min(j - i, m - k) <= max(j - i, m - k) <= LONGEST_END)
    ]


def _unlike(words: set[str], others: set[str]) -> bool:
    """Whether some word is neither a form of one of the others nor short for one ("Sen.", "Senator") nor spelt nearly like it."""
    return any(not any(_one_word(w, o) for o in others) for w in words)


def _one_word(a: str, b: str) -> bool:
    return a[:4] == b[:4] or a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b).ratio() >= SPELT


def _finding(a: Wording, b: Wording, evidence: Evidence, severity: Severity) -> Finding:
    return Finding(
        kind="quotation",
        severity=severity,
        sides=tuple(side(w.quote.span, evidence.text(w.quote.span), source=w.quote.entity or "") for w in (a, b)),
        topic=speaker_name(a.quote.entity or b.quote.entity or "", evidence),
    )
