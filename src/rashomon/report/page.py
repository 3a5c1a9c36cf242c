"""A collation as a reader meets it: in order, in plain words, every item with the places it rests on.

The web page, the Markdown and the terminal show the same `Page`; none of them decides anything of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from rashomon.collate.plain import Plain
from rashomon.records import Claim, Collation, Dating, Entity, TimelineEntry, Witness
from rashomon.report.account import AccountSentence, account
from rashomon.report.apparatus import DifferenceItem, apparatus
from rashomon.report.attesting import Attestations
from rashomon.report.clauses import frames
from rashomon.report.passages import Excerpt, Place, Texts
from rashomon.report.statements import FactItem, alone, statements, telling
from rashomon.report.voices import Speaker, speakers
from rashomon.report.wording import (
    capital,
    count,
    label,
    labels,
    say_span_of_days,
    say_when,
    statuses_ahead,
)


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
    """Something dated. `within` is its sentence where the words alone would not be understood."""

    when: str
    iso: str
    status: str
    text: str
    ahead: bool
    within: Excerpt | None
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
    contradictions, differences = apparatus(collation, texts)
    attestations = Attestations(collation)
    told = replace(collation, facts=telling(collation, attestations))
    facts = statements(told, texts, attestations, (*contradictions, *differences))
    moments = _moments(collation, texts)
    story = collation.story
    return Page(
        title=story.title or "Reports of one event",
        days=say_span_of_days(story.begin, story.end),
        witnesses=tuple(_witness(w, collation, texts) for w in collation.witnesses),
        account=account(told, texts, attestations),
        contradictions=contradictions,
        differences=differences,
        agreed=tuple(sorted((f for f in facts if len(f.sigla) > 1), key=lambda f: (f.partial, -len(f.sigla)))),
        single=tuple(
            (w.siglum, single)
            for w in collation.witnesses
            if (single := alone(f for f in facts if f.sigla == (w.siglum,) and not f.otherwise))
        ),
        contested=tuple(f.id for f in facts if len(f.sigla) == 1 and f.otherwise),
        speakers=speakers(collation, texts),
        dependants=_dependants(collation, texts),
        past=tuple(m for m in moments if not m.ahead),
        ahead=tuple(m for m in moments if m.ahead),
        names=_names(collation, texts),
        rejects=tuple((r.input, r.reason) for r in collation.rejects),
        notes=collation.notes,
    )


def say_findings(page: Page) -> str:
    """What a page holds, in a sentence or two."""
    if len(page.witnesses) == 1 and not (page.contradictions or page.differences):
        return "No differences found within it."
    found = [count(len(page.contradictions), "contradiction")]
    if page.differences:
        found.append(count(len(page.differences), "other difference"))
    said = capital(" and ".join(found)) + ". "
    if len(page.witnesses) == 1:
        return said.rstrip()
    if not page.agreed:
        return said + "No statement was found in more than one report."
    partly = sum(f.partial for f in page.agreed)
    wholly = capital(count(len(page.agreed) - partly, "statement")) + " found in more than one report"
    return said + wholly + (f", {count(partly, 'more', 'more')} in part." if partly else ".")


def _witness(w: Witness, collation: Collation, texts: Texts) -> WitnessLine:
    text = w.article.text
    parts = {p.kind: p.span.of(text).strip() for p in reversed(w.article.parts)}
    dating = w.published
    names = {n.id: n.name for n in collation.stemma.nodes if n.kind != "person" and not n.inferred}
    return WitnessLine(
        siglum=w.siglum,
        outlet=w.outlet or "",
        headline=w.article.headline or parts.get("headline", ""),
        input=PurePath(w.article.input).name or w.article.id,
        published=say_when(dating.value) if dating else "undated",
        dated=_dated(dating) if dating else "",
        date_places=texts.places(dating.evidence) if dating else (),
        leans_on=tuple(
            dict.fromkeys(
                names[e.target] for e in collation.stemma.edges if e.source == w.article.id and e.target in names
            )
        ),
        notes=(*_other_dates(w), *w.annotation.notes),
    )


def _other_dates(w: Witness) -> tuple[str, ...]:
    """What the report offers besides the date chosen: when it was updated, and other days that it gives itself."""
    chosen = w.published.value[:10] if w.published else ""
    found: dict[str, str] = {}
    for d in w.annotation.dates:
        day = d.value[:10]
        if day != chosen and len(day) == len("2031-05-04"):
            told = f"updated {say_when(day)}" if d.kind == "updated" else f"its {d.source} says {say_when(day)}"
            found.setdefault(f"{d.kind} {day}", told)
    return tuple(found.values())


def _dated(dating: Dating) -> str:
    """How a date is known; what a colon sets off are particulars."""
    because = dating.because.partition(":")[0]
    return label("dating", because or ("stated" if dating.explicit else "inferred"))


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


def _moments(collation: Collation, texts: Texts) -> list[Moment]:
    """What is dated, but for what dates only somebody's speaking."""
    bring_in = frames(collation)
    claims = {c.id: c for c in collation.claims}
    speaking = {claims[c].span for c in bring_in}
    plain = Plain(collation.witnesses, collation.entities)
    told = [t for t in collation.timeline if not speaking.issuperset(t.evidence)]
    return [_moment(t, claims.get(t.main), texts, plain) for t in told]


def _moment(t: TimelineEntry, main: Claim | None, texts: Texts, plain: Plain) -> Moment:
    return Moment(
        when=say_when(t.when),
        iso=t.when,
        status=label("status", t.status),
        text=t.text,
        ahead=t.status in statuses_ahead(),
        within=texts.excerpt(main.span) if main and plain.leans(main) else None,
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
