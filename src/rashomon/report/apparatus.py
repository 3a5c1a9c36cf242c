"""The apparatus: every difference as a numbered entry, its readings side by side."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import Collation, Difference, Side
from rashomon.report.passages import Excerpt, Place, Texts
from rashomon.report.wording import label, say_when

_SEVERITIES = ("hard", "medium", "soft")
_LONGEST_LEMMA = 40
"""Characters of a value that may stand above the very same words in their sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a difference has on one side: the value, who has it, and where it stands. `lemma` is the value as it is shown above
    the words, "" where it would only repeat them at length."""

    value: str
    lemma: str
    sigla: tuple[str, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceItem:
    """A numbered entry of the apparatus."""

    number: int
    id: str
    kind: str
    kind_label: str
    means: str
    severity: str
    within: bool
    note: str
    readings: tuple[Reading, ...]
    facts: tuple[str, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(e.place for r in self.readings for e in r.excerpts)

    @property
    def sigla(self) -> tuple[str, ...]:
        return tuple(sorted({p.siglum for p in self.places}, key=lambda s: (len(s), s)))


def apparatus(collation: Collation, texts: Texts) -> tuple[tuple[DifferenceItem, ...], tuple[DifferenceItem, ...]]:
    """Contradictions, then the others from grave to slight and omissions last, numbered through."""
    names = {e.id: e.name for e in collation.entities}
    ordered = sorted(
        collation.differences, key=lambda d: (not d.contradicts, _SEVERITIES.index(d.severity), d.kind == "omission")
    )
    items = [_entry(n, d, names, texts) for n, d in enumerate(ordered, start=1)]
    contradictions = sum(d.contradicts for d in ordered)
    return tuple(items[:contradictions]), tuple(items[contradictions:])


def _entry(number: int, d: Difference, names: dict[str, str], texts: Texts) -> DifferenceItem:
    return DifferenceItem(
        number=number,
        id=d.id,
        kind=d.kind,
        kind_label=label("difference", d.kind),
        means=label("difference_means", d.kind),
        severity=d.severity,
        within=d.scope == "within",
        note=d.note,
        readings=_readings(d, names, texts),
        facts=d.facts,
    )


def _readings(d: Difference, names: dict[str, str], texts: Texts) -> tuple[Reading, ...]:
    """The sides by what they say; where the difference is who says it, by their sources."""
    by_value: dict[str, list[Side]] = {}
    for side in d.sides:
        by_value.setdefault(_value(d, side, names, texts), []).append(side)
    long = any(len(v) > _LONGEST_LEMMA and all(_repeats(v, s, texts) for s in sides) for v, sides in by_value.items())

    def excerpt(side: Side) -> Excerpt:
        known = d.kind == "attribution" or side.source == "narrator"
        return texts.excerpt(side.span, source="" if known else names.get(side.source, side.source))

    return tuple(
        Reading(
            value=value,
            lemma="" if long else value,
            sigla=texts.sigla(s.span.article for s in sides),
            excerpts=tuple(excerpt(s) for s in sorted(sides, key=lambda s: texts.order(s.span))),
        )
        for value, sides in by_value.items()
    )


def _value(d: Difference, side: Side, names: dict[str, str], texts: Texts) -> str:
    value = side.value or texts.place(side.span).words
    if d.kind == "attribution" and side.source:
        value = side.source
    if d.kind == "date":
        value = say_when(value)
    return label("value", names.get(value, value).rstrip(" ,;"))


def _repeats(value: str, side: Side, texts: Texts) -> bool:
    return _letters(value) == _letters(texts.place(side.span).words)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
