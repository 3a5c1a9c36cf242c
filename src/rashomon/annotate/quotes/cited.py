"""Sources that a report cites: "the paper reported, citing two officials"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.annotate.quotes.candidate import spans_of
from rashomon.annotate.quotes.found import Found
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.relays import link
from rashomon.records import Token

_CITING = frozenset({"cite", "quote"})


def cited(found: Sequence[Found], text: str) -> Iterator[Found]:
    """What a report says on somebody's word is also that somebody's, the report being the relay."""
    by_cue = {
        (id(f.candidate.tree), f.candidate.anchor.index): f for f in found if f.candidate is not None and f.states
    }
    for f in found:
        c = f.candidate
        if c is None or c.key not in _CITING or c.anchor.tag != "VBG":
            continue
        report = by_cue.get((id(c.tree), c.tree.head(c.anchor).index))
        party = c.tree.child(c.anchor, "dobj")
        if report is None or party is None or not report.attribution.source or not _speaks(party):
            continue
        yield Found(
            replace(
                report.attribution,
                source=spans_of(c.tree, (c.tree.phrase(party),)),
                cue=f.attribution.cue,
                relay=(link(report.attribution, text),),
                occasion=None,
            )
        )


def _speaks(party: Token) -> bool:
    """Whether it is people or a report that is cited, not a reason."""
    return party.pos == "PROPN" or party.lemma.lower() in lexicon().people
