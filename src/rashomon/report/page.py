"""A collation as a reader meets it: in order, in plain words, every item with the places it rests on.

The web page, the Markdown and the terminal show the same `Page`; none of them decides anything of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from rashomon.records import Collation, Difference, Entity, Fact, Side, TimelineEntry, Witness
from rashomon.report.account import AccountSentence, account
from rashomon.report.attesting import Attestations
from rashomon.report.passages import Excerpt, Place, Texts
from rashomon.report.voices import Speaker, speakers
from rashomon.report.wording import (
    capital,
    count,
    label,
    labels,
    say_origins,
    say_span_of_days,
    say_when,
    statuses_ahead,
)

_SEVERITIES = ("hard", "medium", "soft")
_LONGEST_LEMMA = 40
"""Characters of a value that may stand above the very same words in their sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessLine:
    """A witness in the list of sigla. `dated` says how its date is known, `leans_on` which outlets, agencies and documents it rests on."""

    siglum: str
    outlet: str
    headline: str
    input: str
    published: str
    dated: str
    date_places: tuple[Place, ...]
    leans_on: tuple[str, ...]
    notes: tuple[str, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FactItem:
    """A fact: its words, who attests them, who has it otherwise, on how many origins that rests, each claim in its sentence.

    `main` is the claim whose words these are; a `fragment` says something only within its sentence ("the second collision").
    """

    id: str
    text: str
    main: Excerpt
    fragment: bool
    sigla: tuple[str, ...]
    otherwise: tuple[str, ...]
    partial: bool
    origins: str
    why: str
    excerpts: tuple[Excerpt, ...]
    differs: tuple[int, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(e.place for e in self.excerpts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One whom a dependant relies on, and the places that show it. `certainty` is "" where it is stated."""

    on: str
    certainty: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependant:
    """Someone who relies on others: a witness by its siglum, or an agency or person by name. `ties` go by kind ("cites")."""

    name: str
    is_witness: bool
    ties: tuple[tuple[str, tuple[Tie, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something dated."""

    when: str
    iso: str
    status: str
    text: str
    fact: str | None
    places: tuple[Place, ...]

    @property
    def sigla(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.siglum for p in self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A form of a name, its count, and where it stands."""

    text: str
    count: int
    places: tuple[Place, ...]

    @property
    def sigla(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.siglum for p in self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class NameItem:
    """Someone or something named, with every form of the name."""

    id: str
    group: str
    name: str
    variants: tuple[Variant, ...]
    mentions: int
    sigla: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the reports show, in their order. `contested` are the facts on which no two agree: they appear as differences."""

    title: str
    days: str
    witnesses: tuple[WitnessLine, ...]
    account: tuple[AccountSentence, ...]
    contradictions: tuple[DifferenceItem, ...]
    differences: tuple[DifferenceItem, ...]
    agreed: tuple[FactItem, ...]
    single: tuple[tuple[str, tuple[FactItem, ...]], ...]
    contested: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    dependants: tuple[Dependant, ...]
    past: tuple[Moment, ...]
    ahead: tuple[Moment, ...]
    names: tuple[tuple[str, tuple[NameItem, ...]], ...]
    rejects: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def page_of(collation: Collation) -> Page:
    """The page that shows a collation."""
    texts = Texts(collation.witnesses)
    contradictions, differences = _differences(collation, texts)
    attestations = Attestations(collation)
    facts = _facts(collation, texts, attestations, (*contradictions, *differences))
    moments = [_moment(t, texts) for t in collation.timeline]
    story = collation.story
    return Page(
        title=story.title or "Reports of one event",
        days=say_span_of_days(story.begin, story.end),
        witnesses=tuple(_witness(w, collation, texts) for w in collation.witnesses),
        account=account(collation, texts, attestations),
        contradictions=contradictions,
        differences=differences,
        agreed=tuple(sorted((f for f in facts if len(f.sigla) > 1), key=lambda f: (f.partial, -len(f.sigla)))),
        single=tuple(
            (w.siglum, alone)
            for w in collation.witnesses
            if (alone := _alone(f for f in facts if f.sigla == (w.siglum,) and not f.otherwise))
        ),
        contested=tuple(f.id for f in facts if len(f.sigla) == 1 and f.otherwise),
        speakers=speakers(collation, texts),
        dependants=_dependants(collation, texts),
        past=tuple(m for m, t in zip(moments, collation.timeline, strict=True) if t.status not in statuses_ahead()),
        ahead=tuple(m for m, t in zip(moments, collation.timeline, strict=True) if t.status in statuses_ahead()),
        names=_names(collation, texts),
        rejects=tuple((r.input, r.reason) for r in collation.rejects),
        notes=collation.notes,
    )


def say_findings(page: Page) -> str:
    """What a page holds, in a sentence or two."""
    found = [count(len(page.contradictions), "contradiction")]
    if page.differences:
        found.append(count(len(page.differences), "other difference"))
    said = capital(" and ".join(found)) + ". "
    if not page.agreed:
        return said + "No statement was found in more than one report."
    return said + capital(count(len(page.agreed), "statement")) + " found in more than one report."


def _witness(w: Witness, collation: Collation, texts: Texts) -> WitnessLine:
    text = w.article.text
    parts = {p.kind: p.span.of(text).strip() for p in reversed(w.article.parts)}
    dating = w.published
    names = {n.id: n.name for n in collation.stemma.nodes if n.kind != "person"}
    return WitnessLine(
        siglum=w.siglum,
        outlet=w.outlet or "",
        headline=w.article.headline or parts.get("headline", ""),
        input=PurePath(w.article.input).name or w.article.id,
        published=say_when(dating.value) if dating else "undated",
        dated=""
        if dating is None
        else label("dating", dating.because or ("stated" if dating.explicit else "inferred")),
        date_places=texts.places(dating.evidence) if dating else (),
        leans_on=tuple(
            dict.fromkeys(
                names[e.target] for e in collation.stemma.edges if e.source == w.article.id and e.target in names
            )
        ),
        notes=w.annotation.notes,
    )


def _differences(collation: Collation, texts: Texts) -> tuple[tuple[DifferenceItem, ...], tuple[DifferenceItem, ...]]:
    """Contradictions, then the others from grave to slight and omissions last, numbered through."""
    names = {e.id: e.name for e in collation.entities}
    ordered = sorted(collation.differences, key=lambda d: (_SEVERITIES.index(d.severity), d.kind == "omission"))
    items = [_difference(n, d, names, texts) for n, d in enumerate(ordered, start=1)]
    hard = tuple(i for i in items if i.severity == "hard")
    return hard, tuple(items[len(hard) :])


def _difference(number: int, d: Difference, names: dict[str, str], texts: Texts) -> DifferenceItem:
    by_value: dict[str, list[Side]] = {}
    for side in d.sides:
        by_value.setdefault(side.value or side.span.of(texts.witness(side.span.article).article.text), []).append(side)
    long = any(len(v) > _LONGEST_LEMMA and all(_repeats(v, s, texts) for s in sides) for v, sides in by_value.items())

    def say(value: str) -> str:
        return say_when(value) if d.kind == "date" else names.get(value, value)

    readings = tuple(
        Reading(
            value=say(value),
            lemma="" if long else say(value).rstrip(" ,;"),
            sigla=texts.sigla(s.span.article for s in sides),
            excerpts=tuple(
                texts.excerpt(s.span, source=names.get(s.source, s.source) if s.source != "narrator" else "")
                for s in sorted(sides, key=lambda s: texts.order(s.span))
            ),
        )
        for value, sides in by_value.items()
    )
    return DifferenceItem(
        number=number,
        id=d.id,
        kind=d.kind,
        kind_label=label("difference", d.kind),
        means=label("difference_means", d.kind),
        severity=d.severity,
        within=d.scope == "within",
        note=d.note,
        readings=readings,
        facts=d.facts,
    )


def _facts(
    collation: Collation, texts: Texts, attestations: Attestations, differences: Iterable[DifferenceItem]
) -> list[FactItem]:
    numbers: dict[str, list[int]] = {}
    of_difference = {d.id: d.facts for d in collation.differences}
    for entry in differences:
        for fact in of_difference[entry.id]:
            numbers.setdefault(fact, []).append(entry.number)
    names = {e.id: e.name for e in collation.entities}

    def item(f: Fact) -> FactItem:
        stated = sorted(attestations.claims(f), key=lambda c: texts.order(c.span))
        claim, agreeing = attestations.agreement(f)
        sigla = texts.sigla(c.span.article for c in agreeing)
        return FactItem(
            id=f.id,
            text=claim.text,
            main=texts.excerpt(claim.span),
            fragment=claim.nominal or " " not in claim.text,
            sigla=sigla,
            otherwise=tuple(s for s in texts.sigla(f.witnesses) if s not in sigla),
            partial=f.relation == "agree_partial",
            origins=say_origins(f, texts.witnesses(c.span.article for c in agreeing), {c.id for c in agreeing}),
            why=f.why,
            excerpts=tuple(texts.excerpt(c.span, names.get(c.voice.entity or "", c.voice.name)) for c in stated),
            differs=tuple(numbers.get(f.id, ())),
        )

    return [item(f) for f in collation.facts]


def _alone(facts: Iterable[FactItem]) -> tuple[FactItem, ...]:
    """Facts of one witness in the order of its text, without those whose words stand within another's."""
    kept: list[FactItem] = []
    for f in sorted(facts, key=lambda f: (f.places[0].start, -f.places[0].end)):
        if not kept or f.places[0].end > kept[-1].places[0].end:
            kept.append(f)
    return tuple(kept)


def _dependants(collation: Collation, texts: Texts) -> tuple[Dependant, ...]:
    """Witnesses in the order of their sigla, then everyone else who relies on someone."""
    names = {n.id: n.name for n in collation.stemma.nodes}
    sigla = {w.article.id: w.siglum for w in collation.witnesses}
    names.update(sigla)
    ties: dict[str, dict[str, list[Tie]]] = {w.article.id: {} for w in collation.witnesses}
    for e in collation.stemma.edges:
        certainty = "" if e.certainty == "stated" else e.certainty
        tie = Tie(on=names.get(e.target, e.target), certainty=certainty, places=texts.places(e.evidence))
        ties.setdefault(e.source, {}).setdefault(e.kind, []).append(tie)
    return tuple(
        Dependant(
            name=names.get(source, source),
            is_witness=source in sigla,
            ties=tuple((label("edge", k), tuple(by_kind[k])) for k in labels()["edge"] if k in by_kind),
        )
        for source, by_kind in ties.items()
        if by_kind
    )


def _moment(t: TimelineEntry, texts: Texts) -> Moment:
    return Moment(
        when=say_when(t.when),
        iso=t.when,
        status=label("status", t.status),
        text=t.text,
        fact=t.fact,
        places=texts.places(t.evidence),
    )


def _names(collation: Collation, texts: Texts) -> tuple[tuple[str, tuple[NameItem, ...]], ...]:
    """Named entities by group, the most often mentioned first; those without a proper name are left to the speakers."""
    groups: dict[str, list[NameItem]] = {}
    for e in collation.entities:
        if not e.anonymous and e.names:
            item = _name(e, texts)
            groups.setdefault(item.group, []).append(item)
    known = list(dict.fromkeys(label("entity", t) for t in ("PERSON", "GROUP", "ORG", "NORP", "GPE")))
    order = sorted(groups, key=lambda g: (known.index(g) if g in known else len(known), g))
    return tuple((g, tuple(sorted(groups[g], key=lambda n: (-n.mentions, n.name)))) for g in order)


def _name(e: Entity, texts: Texts) -> NameItem:
    places = texts.places(e.mentions)
    return NameItem(
        id=e.id,
        group=label("entity", e.type),
        name=e.name,
        variants=tuple(
            Variant(text=text, count=n, places=tuple(p for p in places if p.words == text)) for text, n in e.names
        ),
        mentions=len(e.mentions),
        sigla=tuple(dict.fromkeys(p.siglum for p in places)),
    )


def _repeats(value: str, side: Side, texts: Texts) -> bool:
    return _letters(value) == _letters(texts.place(side.span).words)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
