from __future__ import annotations

from rashomon.collate.judge import Judgement, in_force, judge_differences, judge_facts
from rashomon.records import Claim, Difference, Fact, Side, Span


def claim(id, article="one", text="The bridge closed."):
    span = Span(article=article, start=0, end=len(text))
    return Claim(id=id, span=span, trigger=span, text=text, predicate="close", tense="past")


CLAIMS = {c.id: c for c in (claim("c1"), claim("c2", "two"), claim("c3", "three"))}
FACTS = (
    Fact(
        id="f1", text="The bridge closed.", event=None, relation="agree", claims=("c1", "c2"), witnesses=("one", "two")
    ),
    Fact(id="f2", text="The bridge closed.", event=None, relation="single", claims=("c3",), witnesses=("three",)),
)
SIDES = tuple(Side(span=Span(article=a, start=0, end=3), value="x") for a in ("one", "two"))
DIFFERENCE = Difference(id="d1", kind="number", severity="hard", scope="across", note="A has 1, B 2.", sides=SIDES)


def merge(*ids):
    return Judgement(action="merge", targets=ids)


def test_merged_facts_are_one_with_the_claims_of_both():
    facts, notes = judge_facts(FACTS, CLAIMS, [merge("f1", "f2")])
    assert [(f.id, f.claims, f.witnesses) for f in facts] == [("f1", ("c1", "c2", "c3"), ("one", "two", "three"))]
    assert not notes


def test_a_claim_split_off_stands_in_a_fact_of_its_own():
    facts, _ = judge_facts(FACTS, CLAIMS, [Judgement(action="split", targets=("c2",))])
    assert [(f.claims, f.relation) for f in facts] == [(("c1",), "single"), (("c2",), "single"), (("c3",), "single")]
    assert len({f.id for f in facts}) == 3


def test_a_dismissed_difference_is_gone_and_a_retyped_one_has_its_new_type():
    assert judge_differences([DIFFERENCE], [Judgement(action="dismiss", targets=("d1",))]) == ((), ())
    retype = Judgement(action="retype", targets=("d1",), kind="update", severity="soft")
    (d,), _ = judge_differences([DIFFERENCE], [retype])
    assert (d.kind, d.severity) == ("update", "soft")


def test_undo_restores_what_was_and_can_itself_be_decided_again():
    j = merge("f1", "f2")
    undo = Judgement(action="undo", targets=(j.id,))
    assert judge_facts(FACTS, CLAIMS, [j, undo])[0] == FACTS
    assert in_force([j, undo, j]) == (j,)


def test_a_judgement_that_fits_nothing_changes_nothing_and_is_told():
    facts, notes = judge_facts(FACTS, CLAIMS, [merge("f1", "gone")])
    assert facts == FACTS
    assert "fits nothing" in notes[0]


def test_the_id_of_a_judgement_does_not_hang_on_the_order_of_its_targets():
    assert merge("f1", "f2").id == merge("f2", "f1").id
