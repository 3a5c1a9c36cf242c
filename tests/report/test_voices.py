"""Who said what, and through whom."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import A, B, sample

from rashomon.records import Attribution
from rashomon.report.page import page_of


def test_a_saying_names_the_chain_it_came_through() -> None:
    detective = next(s for s in page_of(sample()).speakers if s.name == "a detective")
    assert not detective.named
    assert detective.sayings[0].chain == ("Borealis",)


def test_a_source_that_is_not_resolved_stays_with_its_witness() -> None:
    whole = sample()
    given = {
        "A": Attribution(source=(A.at("director"),), cue=(A.at("said"),), content=(A.at("The site stays shut"),)),
        "B": Attribution(source=(B.at("director"),), cue=(B.at("told"),), content=(B.at("The fire began"),)),
    }
    witnesses = tuple(
        replace(w, annotation=replace(w.annotation, attributions=(given[w.siglum],))) if w.siglum in given else w
        for w in whole.witnesses
    )
    directors = [s for s in page_of(replace(whole, witnesses=witnesses)).speakers if s.name == "director"]
    assert [s.sigla for s in directors] == [("A",), ("B",)]
