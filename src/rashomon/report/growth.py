"""A story as it grows, as readers see it: what is new, the ledger of its facts, what was expected, how its pages were revised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.records import Article, Collation, Difference, Span
from rashomon.records.ledger import Change, Confirmation, Expectation, LedgerEntry, News, NewsKind, Revision
from rashomon.report.apparatus import DifferenceItem, apparatus
from rashomon.report.attesting import Attestations
from rashomon.report.json import span_json
from rashomon.report.passages import Place, Texts
from rashomon.report.statements import FactItem, statements, telling
from rashomon.report.wording import capital

_AROUND = 48
"""Characters shown on each side of words that changed."""
_OF_FACTS = frozenset({"fact", "confirmed", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeItem:
    """Words that were changed, `before` and `after`, with what stands around them in the newer version; either may be empty."""

    lead: str
    before: str
    after: str
    trail: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem:
    """Something new: what kind, in words, in whose reports, where; of a revision what was changed."""

    kind: NewsKind
    text: str
    note: str
    evidence: tuple[Span, ...]
    places: tuple[Place, ...]
    changes: tuple[ChangeItem, ...]
    fact: str | None
    difference: str | None

    @property
    def sigla(self) -> tuple[str, ...]:
        """Whose reports show it, in their order."""
        return tuple(dict.fromkeys(p.siglum for p in self.places))


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerItem:
    """A fact's life with the words that a reader sees for it, whose reports state it, and where."""

    entry: LedgerEntry
    text: str
    sigla: tuple[str, ...]
    evidence: tuple[Span, ...]


def news_items(found: Iterable[News], collation: Collation) -> tuple[NewsItem, ...]:
    """News of a story that stands as `collation` has it, without facts that a reader would not count as one."""
    texts = Texts(collation.witnesses)
    articles = {w.article.id: w.article for w in collation.witnesses}
    facts = facts_told(collation)
    differing = {d.id: d for group in apparatus(collation, texts) for d in group}
    items = []
    for n in found:
        fact, difference = facts.get(n.fact or ""), differing.get(n.difference or "")
        if n.kind in _OF_FACTS and fact is None:
            continue
        items.append(
            NewsItem(
                kind=n.kind,
                text=_words(fact) if fact and n.kind in _OF_FACTS else _say(difference) if difference else n.text,
                note=n.note,
                evidence=n.evidence,
                places=texts.places(n.evidence),
                changes=tuple(_change_item(c, articles) for c in n.changes),
                fact=n.fact,
                difference=n.difference,
            )
        )
    return tuple(i for i in items if i.kind != "fact" or not any(_tells_all_of(other, i) for other in items))


def ledger_items(entries: Iterable[LedgerEntry], collation: Collation) -> tuple[LedgerItem, ...]:
    """The ledger's entries, without facts that a reader would not count as one; of those that one sentence shows, the first."""
    facts, stated = facts_told(collation), {f.id: f.claims for f in collation.facts}
    spans = {c.id: c.span for c in collation.claims}
    found: dict[tuple[str, tuple[str, ...]], LedgerItem] = {}
    for e in entries:
        if e.fact in facts:
            text, sigla = _words(facts[e.fact]), facts[e.fact].sigla
            item = LedgerItem(entry=e, text=text, sigla=sigla, evidence=tuple(spans[c] for c in stated[e.fact]))
            found.setdefault((text, sigla), item)
    return tuple(found.values())


def change_items(revision: Revision, earlier: Article, later: Article) -> tuple[ChangeItem, ...]:
    """The changes between two versions with the words around them."""
    return tuple(_change_item(c, {earlier.id: earlier, later.id: later}) for c in revision.changes)


def facts_told(collation: Collation) -> dict[str, FactItem]:
    """By their ids the facts that say something by themselves: not clauses that only bring speech in, nor events that are but named,
    nor words that are part of another fact's."""
    texts, attestations = Texts(collation.witnesses), Attestations(collation)
    told = replace(collation, facts=telling(collation, attestations))
    return {f.id: f for f in statements(told, texts, attestations, ()) if not f.named_only}


def _words(fact: FactItem) -> str:
    """A fact's words; where they are not understood alone, their sentence."""
    if not fact.fragment:
        return capital(fact.text)
    return " ".join(f"{fact.main.before}{fact.main.place.words}{fact.main.after}".split())


def say_with_outlets(d: Difference, collation: Collation) -> str:
    """A difference by what is said on its sides and in whose reports, for readers who have no list of sigla before them."""
    texts = Texts(collation.witnesses)
    names = {w.siglum: w.outlet or w.article.headline or w.article.id for w in collation.witnesses}
    ((item,),) = (g for g in apparatus(replace(collation, differences=(d,)), texts) if g)
    readings = (
        f"“{r.lemma or r.excerpts[0].place.words}” ({', '.join(dict.fromkeys(names[s] for s in r.sigla))})"
        for r in item.readings
    )
    return f"{item.kind_label}: {'; '.join(readings)}"


def _say(d: DifferenceItem) -> str:
    """A difference by its readings and whose they are; by its note where the readings alone do not say it."""
    if d.kind == "update" or not all(r.lemma for r in d.readings):
        return d.note
    readings = (f"“{r.lemma}” {' '.join(r.sigla)}" for r in d.readings)
    return f"{d.kind_label}: {'; '.join(readings)}"


def _tells_all_of(one: NewsItem, other: NewsItem) -> bool:
    """Whether a new fact is told within the words shown for another of the same reports."""
    if one is other or one.kind != "fact" or not set(other.sigla) <= set(one.sigla):
        return False
    longer = len(one.text) > len(other.text) or (
        len(one.text) == len(other.text) and (one.fact or "") < (other.fact or "")
    )
    return longer and other.text.casefold() in one.text.casefold()


def _change_item(change: Change, articles: dict[str, Article]) -> ChangeItem:
    old, new = articles[change.before.article].text, articles[change.after.article].text
    start, end = change.after.start, change.after.end
    lead = new[max(0, start - _AROUND) : start].rpartition("\n")[2]
    trail = new[end : end + _AROUND].partition("\n")[0]
    return ChangeItem(
        lead=lead.partition(" ")[2] if start > _AROUND and len(lead) == _AROUND else lead,
        before=change.before.of(old),
        after=change.after.of(new),
        trail=trail.rpartition(" ")[0] if len(trail) == _AROUND else trail,
        change=change,
    )


def news_json(item: NewsItem) -> dict[str, object]:
    """An item of news for other programs; places are code points of the articles' texts."""
    return {
        "kind": item.kind,
        "text": item.text,
        "note": item.note,
        "evidence": [span_json(s) for s in item.evidence],
        "changes": [_change_json(c) for c in item.changes],
        "fact": item.fact,
        "difference": item.difference,
    }


def ledger_json(item: LedgerItem) -> dict[str, object]:
    """A fact's life for other programs."""
    e = item.entry
    return {
        "fact": e.fact,
        "text": item.text,
        "first": _confirmation_json(e.first),
        "confirmed": [_confirmation_json(c) for c in e.confirmations[1:]],
        "changed": [
            {"when": t.when, "article": t.article, "text": t.text, "difference": t.difference} for t in e.changed
        ],
        "withdrawn": None if e.withdrawn is None else {"when": e.withdrawn.when, "article": e.withdrawn.article},
        "evidence": [span_json(s) for s in item.evidence],
    }


def expectation_json(e: Expectation) -> dict[str, object]:
    """Something expected for other programs."""
    return {
        "expected": e.text,
        "due": e.due,
        "outcome": e.outcome,
        "until": e.until,
        "fact": e.fact,
        "evidence": [span_json(s) for s in e.evidence],
        "settled": [span_json(s) for s in e.settled],
    }


def revision_json(revision: Revision, earlier: Article, later: Article) -> dict[str, object]:
    """A revision for other programs."""
    return {
        "earlier": revision.earlier,
        "later": revision.later,
        "told": None if revision.told is None else span_json(revision.told),
        "changes": [_change_json(c) for c in change_items(revision, earlier, later)],
    }


def _change_json(c: ChangeItem) -> dict[str, object]:
    old, new = span_json(c.change.before), span_json(c.change.after)
    return {"before": {**old, "text": c.before}, "after": {**new, "text": c.after}}


def _confirmation_json(c: Confirmation) -> dict[str, object]:
    return {"when": c.when, "article": c.article, "origin": c.origin}
