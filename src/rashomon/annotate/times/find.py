"""Time expressions of an article: chunks by the rules, values by where the text stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rashomon.annotate.atoms import Atoms, atoms_of, token_at
from rashomon.annotate.times.chunks import Chunk, first_chunks, grouped, numbered
from rashomon.annotate.times.grammar import Meaning, grammar
from rashomon.annotate.times.guards import Place
from rashomon.annotate.times.intervals import length_of, stretch_of
from rashomon.annotate.times.quoted import Occasions
from rashomon.annotate.times.resolve import Point, Resolved, Standpoint, resolve
from rashomon.annotate.times.tense import tense_at
from rashomon.records import Article, Quote, Sentence, Span, TimeInterval, Timex

_LABELS = ("TIME", "DATE", "SET", "DURATION")


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What relative expressions are reckoned from. `published` None: not known (yet); values then keep X for what is open.

    `quotes` lets words inside a dated quotation be reckoned from when they were said.
    """

    published: datetime | None = None
    quotes: tuple[Quote, ...] = ()


def find_times(article: Article, sentences: Sequence[Sentence], references: References) -> tuple[Timex, ...]:
    """The time expressions of an article in the order of its text, outermost only."""
    reading = _Reading(article, references)
    return tuple(t for sentence in sentences for t in reading.of(sentence))


class _Reading:
    """One pass through an article, with what it remembers on the way."""

    def __init__(self, article: Article, references: References) -> None:
        self._article = article
        self._now = references.published
        self._occasions = Occasions(references.quotes)
        self._last: Point | None = None
        self._quarter: tuple[int, int] | None = None
        self._quarter_at = -9
        self._zone: dict[str, str] = {}

    def of(self, sentence: Sentence) -> list[Timex]:
        atoms = atoms_of(self._article.text, sentence)
        found = [
            t for label, chunk in expressions(sentence, atoms) if (t := self._timex(label, chunk, sentence, atoms))
        ]
        self._occasions.heard(sentence, found)
        return found

    def _timex(self, label: str, chunk: Chunk, sentence: Sentence, atoms: Atoms) -> Timex | None:
        start, end = atoms.starts[chunk.start], atoms.ends[chunk.end - 1]
        meaning = chunk.readings[label]
        said = self._occasions.at(start)
        standpoint = Standpoint(
            now=said or self._now,
            last=self._last,
            quarter=self._quarter,
            quarter_fresh=sentence.index - self._quarter_at <= 2,
            tense=lambda: tense_at(sentence, token_at(sentence, start)),
        )
        found = resolve(label, meaning, standpoint)
        if found is None:
            return None
        self._remember(found, sentence)
        reference = "quotation" if said else _reference(meaning, found, self._now)
        return Timex(
            span=Span(article=self._article.id, start=start, end=end),
            type=found.type,
            value=found.value,
            mod=found.mod,
            interval=_interval(found, meaning),
            length=length_of(found.value, meaning.get("hedge", found.mod)) if found.type == "DURATION" else None,
            reference=reference,
        )

    def _remember(self, found: Resolved, sentence: Sentence) -> None:
        if found.type == "DATE" and "-Q" in found.value and found.value[-1].isdigit() and "X" not in found.value:
            year, quarter = found.value.split("-Q")
            if not year.startswith("BC") and (self._quarter is None or int(year) >= self._quarter[0]):
                self._quarter, self._quarter_at = (int(year), int(quarter)), sentence.index
        elif found.point is not None and found.type in ("DATE", "TIME"):
            self._last = found.point


def _reference(meaning: Meaning, found: Resolved, now: datetime | None) -> str:
    if "year" in meaning or "decade_of" in meaning or "century" in meaning:
        return "explicit"
    if found.value.startswith("XXXX") or found.value.endswith("_REF"):
        return "unknown"
    return "published" if now is not None and meaning.get("from") != "last" else "narrative"


def _interval(found: Resolved, meaning: Meaning) -> TimeInterval | None:
    if found.type not in ("DATE", "TIME"):
        return None
    stretch = stretch_of(found.value, found.mod)
    zone = meaning.get("zone")
    if stretch is None or not zone or zone == 9999 or stretch.begin is None or stretch.end is None:
        return stretch
    try:
        east = timedelta(minutes=zone)
        return TimeInterval(begin=stretch.begin - east, end=stretch.end - east)
    except OverflowError:
        return None


def expressions(sentence: Sentence, atoms: Atoms) -> Iterator[tuple[str, Chunk]]:
    """The time expressions of one sentence as the rules group them, each with its label."""
    rules = grammar()
    place = Place(sentence, atoms)
    for run in first_chunks(atoms, rules):
        run = numbered(atoms, run)
        for _, stage in rules.stages:
            run = grouped(run, stage, atoms, place.allows)
        for chunk in run:
            for label in _LABELS:
                if label in chunk.readings:
                    yield label, chunk
                    break
