from __future__ import annotations

from dataclasses import replace

from rashomon.collate.expecting import expectations
from rashomon.collate.ledger import ledger
from rashomon.collate.news import news
from rashomon.records import (
    Annotation,
    Article,
    Claim,
    Collation,
    Difference,
    Fact,
    Origin,
    Side,
    Span,
    Story,
    TimelineEntry,
    Witness,
)  # fmt: skip


def witness(name: str, **known: str) -> Witness:
    article = Article(id=name, text="The kiln at Oster was lit on Monday by two potters.", **known)
    return Witness(siglum=name.upper(), article=article, annotation=Annotation(article=name, parts=(), sentences=()))


def claim(name: str, article: str) -> Claim:
    span = Span(article=article, start=0, end=25)
    return Claim(id=name, span=span, trigger=span, text="The kiln at Oster was lit", predicate="light", tense="past")


def fact(
    name: str, claims: tuple[str, ...], origins: tuple[tuple[str, tuple[str, ...]], ...], witnesses: tuple[str, ...]
) -> Fact:
    return Fact(
        id=name,
        text="The kiln was lit",
        event=None,
        relation="agree",
        claims=claims,
        witnesses=witnesses,
        origins=tuple(Origin(id=o, kind="outlet", name=o, claims=c) for o, c in origins),
        independent_origins=len(origins),
    )


def collation(*articles: str, **parts: object) -> Collation:
    made = Collation(story=Story(id="s", title=""), witnesses=tuple(witness(a) for a in articles))
    return replace(made, **parts)


ONE = collation("a", claims=(claim("c1", "a"),), facts=(fact("f1", ("c1",), (("the mayor", ("c1",)),), ("a",)),))
TWO = collation(
    "a",
    "b",
    claims=(claim("c1", "a"), claim("c2", "b")),
    facts=(fact("f2", ("c1", "c2"), (("the mayor", ("c1",)), ("the guild", ("c2",))), ("a", "b")),),
)
ARRIVED = {"a": "2031-05-04T08:00:00Z", "b": "2031-05-04T11:00:00Z"}


def test_a_fact_with_a_second_independent_origin_is_confirmed_not_new() -> None:
    found = news(ONE, TWO, "2031-05-04")
    assert [n.kind for n in found] == ["confirmed"]
    assert found[0].evidence == (claim("c2", "b").span,)


def test_a_fact_that_shares_no_claim_with_an_earlier_one_is_new() -> None:
    assert [n.kind for n in news(collation("a"), ONE, "2031-05-04")] == ["fact"]


def test_nothing_is_new_between_a_collation_and_itself() -> None:
    assert news(TWO, TWO, "2031-05-04") == ()


def test_a_difference_that_is_gone_is_resolved() -> None:
    sides = tuple(Side(span=Span(article=a, start=0, end=8), value=a) for a in "ab")
    d = Difference(id="d", kind="number", severity="hard", scope="across", note="A has two, B three.", sides=sides)
    with_it = replace(TWO, differences=(d,))
    assert [n.kind for n in news(with_it, TWO, "2031-05-04")] == ["resolved"]
    assert [n.kind for n in news(TWO, with_it, "2031-05-04")] == ["difference"]


def test_a_new_version_of_a_page_is_a_revision() -> None:
    found = news(ONE, collation("a", "b", claims=TWO.claims, facts=TWO.facts), "2031-05-04", {"a": "b"})
    assert "revised" in [n.kind for n in found]


def test_the_ledger_says_who_had_a_fact_first_and_which_origin_confirmed_it() -> None:
    (entry,) = ledger(TWO, ARRIVED)
    assert (entry.first.article, entry.first.origin) == ("a", "the mayor")
    assert [(c.when, c.origin) for c in entry.confirmations[1:]] == [("2031-05-04T11:00:00Z", "the guild")]


def test_a_fact_that_only_replaced_versions_state_is_withdrawn() -> None:
    assert ledger(ONE, ARRIVED, {"a": "b"})[0].withdrawn
    assert not ledger(TWO, ARRIVED, {"a": "b"})[0].withdrawn


def entry(when: str, status: str, of: str | None = "f") -> TimelineEntry:
    return TimelineEntry(when=when, precision="day", status=status, text="the hearing", evidence=(), fact=of)


def outcomes(*entries: TimelineEntry, today: str = "2031-05-10") -> list[str]:
    return [e.outcome for e in expectations(collation("a", timeline=entries), today)]


def test_what_was_expected_happens_slips_goes_silent_or_stays_open() -> None:
    assert outcomes(entry("2031-05-06", "expected"), entry("2031-05-06", "past")) == ["happened"]
    assert outcomes(entry("2031-05-06", "expected"), entry("2031-06-06", "planned")) == ["slipped", "open"]
    assert outcomes(entry("2031-05-06", "expected")) == ["silent"]
    assert outcomes(entry("2031-05", "expected")) == ["open"]


def test_what_only_a_replaced_report_states_is_withdrawn() -> None:
    revised = replace(ONE, witnesses=(witness("a"), witness("b")))
    assert [n.kind for n in news(ONE, revised, "2031-05-05", {"a": "b"})] == ["withdrawn", "revised"]
    assert [n.kind for n in news(ONE, TWO, "2031-05-05", {"a": "b"})] == ["confirmed", "revised"]
    assert news(revised, revised, "2031-05-05", {"a": "b"}) == ()


def test_an_outcome_that_stood_then_is_not_news() -> None:
    waiting = replace(ONE, timeline=(entry("2031-05-04", "expected", None),))
    assert [n.kind for n in news(waiting, waiting, "2031-05-06", then="2031-05-04")] == ["silent"]
    assert news(waiting, waiting, "2031-05-06", then="2031-05-05") == ()


def test_a_revision_shows_what_was_changed() -> None:
    first, second = witness("a", url="https://kiln.example"), witness("b", url="https://kiln.example")
    revised = replace(second, article=replace(second.article, text=second.article.text.replace("two", "three")))
    (told,) = news(
        replace(ONE, witnesses=(first,)), replace(ONE, witnesses=(first, revised)), "2031-05-05", {"a": "b"}
    )[-1:]
    (change,) = told.changes
    assert (change.before.of(first.article.text), change.after.of(revised.article.text)) == ("two", "three")
    assert told.evidence == (change.before, change.after)
