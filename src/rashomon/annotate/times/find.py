"""Time expressions of an article: chunks by the rules, values by where the text stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rashomon.annotate.atoms import Atoms, atoms_of, token_at
from rashomon.annotate.times.chunks import Chunk, first_chunks, grouped, numbered
from rashomon.annotate.times.clock import clock_minutes
from rashomon.annotate.times.ellipsis import completed
from rashomon.annotate.times.grammar import Meaning, grammar
from rashomon.annotate.times.guards import Place
from rashomon.annotate.times.intervals import length_of, stretch_of
from rashomon.annotate.times.notes import Read, as_in_a_note, is_note
from rashomon.annotate.times.quoted import Occasions, titles
from rashomon.annotate.times.resolve import resolve
from rashomon.annotate.times.standpoint import Point, Resolved, Standpoint
from rashomon.annotate.times.tense import tense_at
from rashomon.annotate.times.zones import local_zones, with_their_day, zone_text
from rashomon.records import Article, Quote, Sentence, Span, TimeInterval, Timex, Token, make_sentence

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
    reading = _Reading(article, references, note=not references.quotes and is_note(article, sentences))
    for sentence in sentences:
        reading.read(sentence)
    return tuple(sorted(reading.finished() + list(_in_furniture(article, references.published)), key=lambda t: t.span))


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A time inside a quotation, to be read again once the day of the quotation is known. `place`: its place so far."""

    place: int
    quote: Quote
    label: str
    chunk: Chunk
    sentence: Sentence
    atoms: Atoms
    standpoint: Standpoint


class _Reading:
    """One pass through an article, with what it remembers on the way."""

    def __init__(self, article: Article, references: References, *, note: bool = False) -> None:
        self._article = article
        self._note = note
        self._now = references.published
        self._occasions = Occasions(references.quotes, references.published)
        self._titles = titles(references.quotes, article.text)
        self._found: list[Timex] = []
        self._quoted: list[_Quoted] = []
        self._last: dict[str, Point] = {}
        self._quarter: tuple[int, int] | None = None
        self._quarter_at = -9
        self._zones: dict[int, int] = {}

    def read(self, sentence: Sentence) -> None:
        """The times of the next sentence."""
        atoms = atoms_of(self._article.text, sentence)
        expressed = with_their_day(completed(list(expressions(sentence, atoms)), atoms), atoms)
        self._zones.update(local_zones(expressed, atoms))
        first = len(self._found)
        reads: list[Read] = []
        for label, chunk in expressed:
            standpoint = self._standpoint(sentence, atoms.starts[chunk.start], atoms.ends[chunk.end - 1])
            timex = self._timex(label, chunk, sentence, atoms, standpoint)
            if timex is None or any(t.contains(timex.span) for t in self._titles):
                continue
            quote = self._occasions.quoted(timex.span.start)
            if quote is not None:
                self._quoted.append(_Quoted(len(self._found), quote, label, chunk, sentence, atoms, standpoint))
            self._found.append(timex)
            reads.append((chunk, chunk.readings[label], timex))
        if self._note:
            self._found[first:] = as_in_a_note(reads, atoms, self._now)
        self._occasions.heard(sentence, self._found[first:])

    def finished(self) -> list[Timex]:
        """All times; those in quotations reckoned from the day on which the words were said."""
        for q in self._quoted:
            said = self._occasions.of(q.quote)
            if said is None or (self._now is not None and said.date() == self._now.date()):
                continue
            again = self._timex(q.label, q.chunk, q.sentence, q.atoms, replace(q.standpoint, now=said))
            if again is not None and again.value != self._found[q.place].value:
                self._found[q.place] = replace(again, reference="quotation")
        return self._found

    def _standpoint(self, sentence: Sentence, start: int, end: int) -> Standpoint:
        return Standpoint(
            now=self._now,
            last=self._last.get("year"),
            last_month=self._last.get("month"),
            last_day=self._last.get("day"),
            quarter=self._quarter,
            quarter_fresh=sentence.index - self._quarter_at <= 2,
            tense=lambda: tense_at(sentence, _head(sentence, start, end)),
        )

    def _timex(self, label: str, chunk: Chunk, sentence: Sentence, atoms: Atoms, at: Standpoint) -> Timex | None:
        meaning = chunk.readings[label]
        found = resolve(label, meaning, at)
        if found is None:
            return None
        self._remember(found, sentence)
        zone = meaning.get("zone")
        if "hour" in meaning and zone is None and (east := self._zones.get(clock_minutes(meaning) % 1440)) is not None:
            zone, found = east, replace(found, value=found.value + zone_text(east))
        return _timex(self._article, found, meaning, (atoms.starts[chunk.start], atoms.ends[chunk.end - 1]), zone, at)

    def _remember(self, found: Resolved, sentence: Sentence) -> None:
        if found.type == "DATE" and "-Q" in found.value and found.value.replace("-Q", "").isdecimal():
            year, quarter = (int(n) for n in found.value.split("-Q"))
            over = self._now is None or (year, quarter) < (self._now.year, (self._now.month + 2) // 3)
            if over and (self._quarter is None or year >= self._quarter[0]):
                self._quarter, self._quarter_at = (year, quarter), sentence.index
        elif found.point is not None and found.type in ("DATE", "TIME"):
            self._last["year"] = found.point
            if found.point.month is not None:
                self._last["month"] = found.point
            if found.point.day is not None:
                self._last["day"] = found.point


def _head(sentence: Sentence, start: int, end: int) -> Token:
    """The word of an expression that hangs on something outside it: "evening" in "Sunday evening"."""
    token = token_at(sentence, start)
    while token.head != token.index and start <= sentence.head(token).start < end:
        token = sentence.head(token)
    return token


def _timex(article: Article, found: Resolved, meaning: Meaning, place: tuple[int, int], zone: int | None, at: Standpoint) -> Timex:  # fmt: skip
    return Timex(
        span=Span(article=article.id, start=place[0], end=place[1]),
        type=found.type,
        value=found.value,
        mod=found.mod,
        interval=_interval(found, zone),
        length=length_of(found.value, meaning.get("hedge", found.mod)) if found.type == "DURATION" else None,
        reference=_reference(meaning, found, at.now),
    )


def _reference(meaning: Meaning, found: Resolved, now: datetime | None) -> str:
    if "year" in meaning or "decade_of" in meaning or "century" in meaning:
        return "explicit"
    if "X" in found.value or found.value.endswith("_REF") or found.type in ("DURATION", "SET"):
        return "unknown"
    return "published" if now is not None and meaning.get("from") != "last" else "narrative"


def _interval(found: Resolved, zone: int | None) -> TimeInterval | None:
    if found.type not in ("DATE", "TIME"):
        return None
    value = found.value
    if zone not in (None, 0, 9999) and value[-6] not in "+-":
        value += zone_text(zone or 0)
    return stretch_of(value, found.mod)


def _in_furniture(article: Article, published: datetime | None) -> Iterator[Timex]:
    """Dates with their day in bylines and datelines, which are no sentences."""
    nobody = Standpoint(now=published)
    for part in article.parts:
        if part.kind not in ("byline", "dateline"):
            continue
        text = part.span.of(article.text)
        token = Token(0, text, part.span.start, part.span.end, text, "X", "", "ROOT", 0, "", "", False)
        sentence = make_sentence(0, 0, part.kind, article.id, (token,))
        atoms = atoms_of(article.text, sentence)
        for label, chunk in expressions(sentence, atoms):
            meaning = chunk.readings[label]
            found = resolve(label, meaning, nobody) if "month" in meaning and "day" in meaning else None
            if found is not None:
                place = (atoms.starts[chunk.start], atoms.ends[chunk.end - 1])
                yield _timex(article, found, meaning, place, meaning.get("zone"), nobody)


def expressions(sentence: Sentence, atoms: Atoms) -> Iterator[tuple[str, Chunk]]:
    """The time expressions of one sentence as the rules group them, each with its label."""
    rules = grammar()
    place = Place(sentence, atoms)
    for run in first_chunks(atoms, rules):
        run = numbered(atoms, run)
        for _, stage in rules.stages:
            run = grouped(run, stage, atoms, place.allows)
        for chunk in run:
            if "RATE" in chunk.readings:
                continue
            for label in _LABELS:
                if label in chunk.readings:
                    yield label, _without_article(chunk, sentence, atoms)
                    break


def _without_article(chunk: Chunk, sentence: Sentence, atoms: Atoms) -> Chunk:
    """ "the two-week strike": the article is the strike's, not the time's."""
    if atoms.words[chunk.start] != "the" or "-" not in atoms.words[chunk.start : chunk.end]:
        return chunk
    last = token_at(sentence, atoms.starts[chunk.end - 1])
    if sentence.head(last).end <= atoms.ends[chunk.end - 1]:
        return chunk
    return Chunk(chunk.start + 1, chunk.end, chunk.readings, chunk.symbols)
