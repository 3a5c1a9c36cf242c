"""PLOVER's contexts: from the words of the clauses, and from how they are meant."""

from __future__ import annotations

from typing import Any

import pytest

from rashomon.collate.kinds import contexts_of
from rashomon.records import Claim, Span

SPAN = Span(article="a", start=0, end=4)


def claim(**given: Any) -> Claim:
    return Claim(id="c", span=SPAN, trigger=SPAN, text="meet", predicate="meet", tense="past", **given)


def test_words_and_kinds_of_event_give_the_contexts_in_the_order_of_the_table() -> None:
    assert contexts_of(["soldier", "ballot", "quake"], [claim()]) == ("military", "enviro_disaster", "election")
    assert contexts_of(["spoon"], [claim()]) == ()


@pytest.mark.parametrize(
    ("claims", "manner"),
    [
        ([claim(modality="planned")], ("future",)),
        ([claim(modality="planned"), claim(modality="possible")], ("hypothetical",)),
        ([claim(modality="planned"), claim()], ()),
        ([claim(polarity="negative")], ("negation",)),
        ([claim(modality="denied")], ("negation",)),
        ([claim(polarity="negative", modality="denied")], ()),
        ([], ()),
    ],
)
def test_what_no_claim_tells_otherwise_is_future_hypothetical_or_negated(
    claims: list[Claim], manner: tuple[str, ...]
) -> None:
    assert contexts_of([], claims) == manner
