from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

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
    assert [(f.id, f.claims, f.witnesses) for f in facts] == [("f1", ("c1", "c3", "c2"), ("one", "two", "three"))]
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


def split(*ids):
    return Judgement(action="split", targets=ids)


def undo(*judgements):
    return Judgement(action="undo", targets=tuple(j.id for j in judgements))


def retype(id="d1", **to):
    return Judgement(action="retype", targets=(id,), **to)


DISMISS = Judgement(action="dismiss", targets=("d1",))


def parts(judgements, facts=FACTS, claims=CLAIMS):
    return {frozenset(f.claims) for f in judge_facts(facts, claims, judgements)[0]}


def test_of_two_judgements_that_contradict_each_other_the_later_holds():
    join, part = merge("c1", "c3"), split("c3")
    assert parts([join, part]) == parts([])
    assert parts([part, join]) == {frozenset({"c1", "c2", "c3"})}
    assert parts([join, part, join]) == {frozenset({"c1", "c2", "c3"})}, "decided once more, it is the later"
    assert judge_differences([DIFFERENCE], [retype(severity="soft"), DISMISS])[0] == ()
    (d,), notes = judge_differences([DIFFERENCE], [DISMISS, retype(severity="soft")])
    assert (d.kind, d.severity, notes) == ("number", "soft", ())


def test_of_two_types_given_the_later_holds_though_it_was_given_before():
    soft, medium = retype(severity="soft"), retype(severity="medium")
    assert judge_differences([DIFFERENCE], [soft, medium, soft])[0][0].severity == "soft"


def test_a_retyped_difference_keeps_what_was_not_set_and_has_its_own_type_again_when_that_is_undone():
    first, second = retype(kind="update"), retype(severity="soft")
    (d,), _ = judge_differences([DIFFERENCE], [first, second])
    assert (d.id, d.kind, d.severity) == ("d1", "update", "soft")
    assert judge_differences([DIFFERENCE], [first, second, undo(first)])[0][0].kind == "number"
    assert judge_differences([DIFFERENCE], [first, second, undo(first, second)]) == ((DIFFERENCE,), ())


def test_a_retyped_difference_is_found_again_when_another_report_joins_it():
    judged = Judgement(action="retype", targets=("d1",), severity="soft", places=("0:3@one", "0:3@two"))
    grown = Difference(
        id="d2", kind="number", severity="hard", scope="across", note="",
        sides=(*SIDES, Side(span=Span(article="three", start=4, end=7), value="x")),
    )  # fmt: skip
    assert judge_differences([grown], [judged])[0][0].severity == "soft"


def test_what_is_as_decided_already_is_left_as_it_is_without_a_note():
    assert judge_facts(FACTS, CLAIMS, [merge("c1", "c2"), split("c3"), split("c1", "c2")]) == (FACTS, ())


def test_a_fact_that_was_merged_into_another_can_still_be_named():
    three = tuple(Fact(id=f"g{c}", text="", event=None, relation="single", claims=(c,), witnesses=()) for c in CLAIMS)
    joined, notes = judge_facts(three, CLAIMS, [merge("gc1", "gc2"), merge("gc2", "gc3")])
    assert [(f.id, set(f.claims)) for f in joined] == [("gc1", set(CLAIMS))]
    assert not notes


def test_claims_of_one_report_alone_are_no_agreement():
    same = {"a": claim("a"), "b": claim("b"), "c": claim("c", "two")}
    fact = Fact(id="f", text="", event=None, relation="agree", claims=("a", "b", "c"), witnesses=("one", "two"))
    facts, _ = judge_facts([fact], same, [split("c")])
    assert [(f.relation, f.witnesses) for f in facts] == [("single", ("one",)), ("single", ("two",))]


def test_claims_that_fell_into_two_facts_since_are_still_set_apart_together():
    assert parts([split("c2", "c3")]) == {frozenset({"c1"}), frozenset({"c2", "c3"})}


def test_a_target_that_has_vanished_is_told_with_the_way_out():
    for j in (merge("c1", "gone"), split("gone"), merge("gone", "away")):
        facts, (note,) = judge_facts(FACTS, CLAIMS, [j])
        assert facts == FACTS
        assert f"rashomon judge undo {j.id}" in note
    for j in (Judgement(action="dismiss", targets=("gone",)), retype("gone", severity="soft")):
        assert judge_differences([DIFFERENCE], [j])[0] == (DIFFERENCE,)


MANY = {f"k{i}": claim(f"k{i}", f"article {i % 4}") for i in range(8)}
PAIRS = tuple(
    Fact(
        id=f"p{i}", text="", event=None, relation="agree",
        claims=(f"k{i}", f"k{i + 1}"), witnesses=(f"article {i % 4}", f"article {(i + 1) % 4}"),
    )
    for i in range(0, 8, 2)
)  # fmt: skip
decisions = st.lists(
    st.builds(
        lambda action, ids: Judgement(action=action, targets=tuple(sorted(ids))),
        st.sampled_from(("merge", "split")),
        st.sets(st.sampled_from([*MANY, *(f.id for f in PAIRS), "gone"]), min_size=1, max_size=3),
    ),
    max_size=6,
)


@given(decisions)
def test_every_claim_stays_in_one_fact_whatever_is_decided(judgements):
    facts, _ = judge_facts(PAIRS, MANY, judgements)
    assert sorted(c for f in facts for c in f.claims) == sorted(MANY)
    assert len({f.id for f in facts}) == len(facts)


@given(decisions, decisions)
def test_what_is_undone_leaves_no_trace(before, since):
    since = [j for j in since if j.id not in {b.id for b in before}]
    assert judge_facts(PAIRS, MANY, [*before, *since, undo(*since)]) == judge_facts(PAIRS, MANY, before)


@given(decisions.map(lambda js: [j for j in js if j.action == "merge"]), st.randoms())
def test_merges_give_the_same_in_any_order(merges, random):
    shuffled = random.sample(merges, len(merges))
    assert parts(shuffled, PAIRS, MANY) == parts(merges, PAIRS, MANY)


def test_judgements_of_different_facts_give_the_same_in_any_order():
    merged, parted = merge("p0", "p2"), split("k5")
    assert judge_facts(PAIRS, MANY, [merged, parted]) == judge_facts(PAIRS, MANY, [parted, merged])
