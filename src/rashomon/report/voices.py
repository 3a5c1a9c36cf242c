"""Who said what, and through whom it reached each witness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.records import Attribution, Collation, Quote, Relay, Span, Witness
from rashomon.report.passages import Place, Texts
from rashomon.report.wording import say_party


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Something said, as one witness has it: the words in pieces, the cue, and the chain they came through, nearest to the witness first.

    `quoted`: the pieces are the speaker's own words. `hedge` is "" or says that it was not said, or may be.
    """

    pieces: tuple[Place, ...]
    cue: str
    chain: tuple[str, ...]
    quoted: bool
    hedge: str = ""
    evidence: tuple[Place, ...] = ()

    @property
    def siglum(self) -> str:
        return self.pieces[0].siglum

    @property
    def id(self) -> str:
        """Names the saying in links, by its words and those that give it to its source."""
        return ".".join(p.key for p in (*self.pieces, *self.evidence))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A source, and all it is given as saying. `named` is false for "an official"."""

    name: str
    named: bool
    sayings: tuple[Saying, ...]

    @property
    def sigla(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s.siglum for s in self.sayings))


def speakers(collation: Collation, texts: Texts) -> tuple[Speaker, ...]:
    """Every source with its sayings; those whom most witnesses give a voice come first."""
    names = {e.id: (say_party(e.id, e.name), not e.anonymous) for e in collation.entities}
    found: dict[str | tuple[str, str], tuple[str, bool, list[Saying]]] = {}
    for w in collation.witnesses:
        for source, entity, saying in _sayings(w, texts):
            name, named = names.get(entity or "", (source, False))
            # "she" of one report need not be "she" of another: a source that is not resolved stays with its witness.
            key = entity if entity and entity in names else (w.siglum, source.casefold())
            found.setdefault(key, (name, named, []))[2].append(saying)
    voices = [Speaker(name=n, named=k, sayings=tuple(s)) for n, k, s in found.values()]
    return tuple(sorted(voices, key=lambda s: (not s.name, -len(s.sigla), -len(s.sayings), s.name)))


def _sayings(w: Witness, texts: Texts) -> Iterable[tuple[str, str | None, Saying]]:
    """Source, its entity, and the saying, in the order of the text."""
    told = [_by_attribution(a, w, texts) for a in w.annotation.attributions if a.content]
    covered = [c for a in w.annotation.attributions for c in a.content]
    utterances: dict[int, list[Quote]] = {}
    for q in w.annotation.quotes:
        if q.kind != "label" and q.speaker and not any(c.contains(q.span) for c in covered):
            utterances.setdefault(q.utterance, []).append(q)
    told += [_by_quotes(qs, w, texts) for qs in utterances.values()]
    return sorted(told, key=lambda t: t[2].pieces[0].start)


def _by_attribution(a: Attribution, w: Witness, texts: Texts) -> tuple[str, str | None, Saying]:
    text = w.article.text
    in_marks = [q.span for q in w.annotation.quotes if q.kind != "label"]
    quoted = all(any(_mostly(q, c) for q in in_marks) for c in a.content)
    saying = Saying(
        pieces=texts.places(a.content),
        cue=_joined(a.cue, text),
        chain=_chain(a.relay),
        quoted=quoted,
        hedge="not said" if a.negated else "may be said" if a.modal else "",
        evidence=texts.places((*a.source, *a.cue)),
    )
    return _joined(a.source, text), a.entity, saying


def _by_quotes(quotes: list[Quote], w: Witness, texts: Texts) -> tuple[str, str | None, Saying]:
    first = quotes[0]
    evidence = [s for s in (first.speaker, first.cue) if s]
    saying = Saying(
        pieces=texts.places(q.span for q in quotes),
        cue=first.cue.of(w.article.text) if first.cue else "",
        chain=_chain(first.relay),
        quoted=True,
        evidence=texts.places(evidence),
    )
    return (first.speaker.of(w.article.text) if first.speaker else ""), first.entity, saying


def _mostly(quote: Span, content: Span) -> bool:
    """Whether a quotation is nearly all of a content: its marks and a comma aside."""
    return content.overlaps(quote) and min(content.end, quote.end) - max(content.start, quote.start) >= len(content) - 4


def _chain(relay: tuple[Relay, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(r.name for r in relay if r.name))


def _joined(spans: tuple[Span, ...], text: str) -> str:
    return " … ".join(s.of(text) for s in spans)
