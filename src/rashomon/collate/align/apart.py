"""What forbids that two claims state one fact, however alike their words are."""

from __future__ import annotations

from collections.abc import Set

from rashomon.collate.align.features import instants, opposed, same_meaning
from rashomon.collate.align.outcomes import goes_with_anything, relates
from rashomon.collate.align.view import View
from rashomon.lexicon import WordClass, are_synonyms, is_function_word, nearness
from rashomon.records import Quantity, Role

_ACTORS = ("agent", "patient", "recipient")
_ANOTHER_SIZE = 10
"""Times. A slip of the pen is a digit too many: further apart are numbers of different things."""
_SAY = "say"
_OF_STATES: tuple[WordClass, ...] = ("a", "n")
_NAMING = frozenset({"call", "name", "know", "dub", "nickname", "title", "entitle"})
_TOGETHER = ("agent", "patient", "recipient", "partner", "goal")


def contradict(a: View, b: View, people: Set[str]) -> bool:
    """Whether two claims must stay apart.

    One lies within the other; both only name something; another time; other people did or suffered it; a number of another size; other
    figures for other happenings; one denied and another affirmed; one told as done and the contrary foreseen, or the same only tried; a
    second such thing; people of other nations; a mere name; the same state or slight word of different things; two speak, and nothing
    else is alike.

    `people`: the entities known by a name to be persons.
    """
    return (
        a.claim.span.overlaps(b.claim.span)
        or only_named(a, b)
        or other_time(a, b)
        or other_people(a, b, people)
        or other_size(a, b)
        or other_figures(a, b)
        or denied_otherwise(a, b)
        or other_outlook(a, b)
        or only_tried(a, b)
        or another_one(a, b)
        or other_nations(a, b)
        or names_only(a, b)
        or other_state(a, b)
        or other_thing(a, b)
        or other_relation(a, b)
        or other_doer(a, b)
    )


def only_named(a: View, b: View) -> bool:
    """Whether both only name an event ("the war in the north") and not both say when or how much: that states nothing in common."""
    if not (a.claim.nominal and b.claim.nominal):
        return False
    if (a.claim.times and b.claim.times) or not a.words.numbers.isdisjoint(b.words.numbers):
        return False
    return not any(_comparable(x, y) for x in a.claim.quantities for y in b.claim.quantities)


def _comparable(x: Quantity, y: Quantity) -> bool:
    return x.unit == y.unit and (x.unit != "" or x.measured_lemma == y.measured_lemma)


def other_relation(a: View, b: View) -> bool:
    """Whether just one of the two tells of two events and their order: "the strike follows two in May", "the May strike"."""
    return relates(a.root) != relates(b.root)


def other_time(a: View, b: View) -> bool:
    """Whether each says when, be it in a clause within it, and the times do not meet."""
    x, y = (instants(t for t in v.around.times if v.claim.span.contains(t.span)) for v in (a, b))
    return bool(x and y) and not any(i.overlaps(j) for i in x for j in y)


def other_people(a: View, b: View, people: Set[str]) -> bool:
    """Whether the same is said of different named people in the same role, or two took part in one and not both in the other."""
    if not (same_meaning(a.root, b.root) or (a.event is not None and a.event == b.event)):
        return False
    few, many = sorted((_in_roles(a, people), _in_roles(b, people)), key=len)
    if few and len(many) > 1 and not few <= many:
        return True
    for role in _ACTORS:
        x, y = a.roles.get(role, frozenset()) & people, b.roles.get(role, frozenset()) & people
        if x and y and not x & y:
            return True
    return False


def other_size(a: View, b: View) -> bool:
    """Whether the same is said of numbers too far apart to be two reports of one: "killed 9 people", "killed 600 people"."""
    return same_meaning(a.root, b.root) and any(
        _far(x, y) for x in a.claim.quantities for y in b.claim.quantities if x.unit == y.unit
    )


def other_figures(a: View, b: View) -> bool:
    """Whether two claims of one report, or two that say different things to happen, give other numbers of one unit: "15 miles
    from the city" and "50 miles from it" are two places, and a report does not correct itself in passing."""
    ours, theirs = a.claim.quantities, b.claim.quantities
    one_report = a.claim.span.article == b.claim.span.article
    if not ours or not theirs or (not one_report and same_meaning(a.root, b.root)):
        return False
    only = len(ours) == len(theirs) == 1
    pairs = [
        (x, y) for x in ours for y in theirs if x.unit == y.unit and (x.unit or only or _one_thing(x, y, one_report))
    ]
    return bool(pairs) and not any(x.interval.overlaps(y.interval) for x, y in pairs)


def _one_thing(x: Quantity, y: Quantity, one_report: bool) -> bool:
    """Of two lists in two reports, each may leave out what the other has."""
    return one_report and x.measured_lemma == y.measured_lemma != ""


def names_only(a: View, b: View) -> bool:
    """Whether just one of the two only says what something is called ("the island's main town, called Vardo")."""
    naming = [v.verbal and v.root in _NAMING and any(r.role == "attribute" for r in v.claim.roles) for v in (a, b)]
    return naming[0] != naming[1]


def other_state(a: View, b: View) -> bool:
    """Whether each only tells what something is, and these are two things: "the signal was red", "the signal was green"."""
    if not (_is_state(a) and _is_state(b)) or not a.does.isdisjoint(b.does):
        return False
    x, y = a.claim.predicate, b.claim.predicate
    return x != y and not any(are_synonyms(x, y, pos) for pos in _OF_STATES)


def _is_state(view: View) -> bool:
    """Whether a claim says what something is: its predicate is an attribute of its subject."""
    attributes = [r.span for r in view.claim.roles if r.role == "attribute"]
    return not view.claim.nominal and any(s.contains(view.claim.trigger) for s in attributes)


def other_thing(a: View, b: View) -> bool:
    """Whether two things are in one state or in contrary ones ("the plant is closed", "schools are open"), or what is done to
    them is told by a verb that goes with anything ("lost a fifth of their value", "lost two friends")."""
    if not (same_meaning(a.root, b.root) or opposed(a.root, b.root)):
        return False
    slight = [_is(v) or goes_with_anything(v.root) for v in (a, b)]
    return all(slight) and _unlike(a, b)


def _unlike(a: View, b: View) -> bool:
    """Whether both say what is in a state or suffers something, and nothing of one is, or is near in meaning to, one of the other."""
    x, y = _sufferers(a), _sufferers(b)
    if not x or not y or any(r.entity is not None and r.entity == s.entity for r in x for s in y):
        return False
    theirs = frozenset(s.head.lower() for s in y)
    return all(nearness(r.head.lower(), theirs) == "none" for r in x)


def _is(view: View) -> bool:
    """Whether a claim says what or where something is."""
    return _is_state(view) or view.root == "be"


def _sufferers(view: View) -> list[Role]:
    role = "agent" if _is(view) else "patient"
    return [r for r in view.claim.roles if r.role == role and not is_function_word(r.head)]


def other_doer(a: View, b: View) -> bool:
    """Whether two speak, and nothing but that is alike: "she told the chamber", "the clerk told reporters"."""
    if not (same_meaning(a.root, _SAY) and same_meaning(b.root, _SAY)) or (a.said & b.said) - {a.root, b.root}:
        return False
    x, y = (v.roles.get("agent", frozenset()) for v in (a, b))
    return bool(x and y) and not x & y


def denied_otherwise(a: View, b: View) -> bool:
    """Whether one denies, and the other affirms that something else happened: "was not due to fog", "fog slowed the search"."""
    return a.claim.polarity != b.claim.polarity and not (
        same_meaning(a.root, b.root) or (a.event is not None and a.event == b.event)
    )


def other_outlook(a: View, b: View) -> bool:
    """Whether one tells what is and the other, of the contrary, what is planned, expected or possible: "grew", "is not expected
    to grow". Both can be true, one after the other."""
    asserted = [v.claim.modality == "asserted" for v in (a, b)]
    return a.claim.polarity != b.claim.polarity and asserted[0] != asserted[1]


def only_tried(a: View, b: View) -> bool:
    """Whether one tells as done what in the other was only tried or offered: "resigned", "offered to resign"."""
    if a.undone == b.undone or not same_meaning(a.root, b.root):
        return False
    claim = (b if a.undone else a).claim
    return not claim.nominal and claim.modality == "asserted" and claim.tense == "past"


def another_one(a: View, b: View) -> bool:
    """Whether one kind of thing befell a second and the first or only one: "a second passenger died", "one person died"."""
    if not same_meaning(a.root, b.root) and a.does.isdisjoint(b.does):
        return False
    x, y = _places(a), _places(b)
    return bool(x and y) and x.isdisjoint(y)


def other_nations(a: View, b: View) -> bool:
    """Whether one kind of thing was done or suffered by people of other nations: "a Dane drowned", "a Swedish sailor drowned"."""
    if not same_meaning(a.root, b.root) and a.does.isdisjoint(b.does):
        return False
    return any(a.peoples[r].isdisjoint(b.peoples[r]) for r in a.peoples if r in b.peoples)


def _places(view: View) -> set[float]:
    """Which in a row those are who do or suffer it ("first death": it itself), "one" counted as the first; empty if nothing says so."""
    heads = {r.head for r in view.claim.roles if r.role in _ACTORS}
    itself = view.claim.trigger if view.claim.nominal else None
    counted = (
        q
        for q in view.claim.quantities
        if q.measured_lemma in heads or (itself is not None and q.measured is not None and itself.overlaps(q.measured))
    )
    own = [q.interval.low for q in counted if _is_place(q)]
    return {n for n in own if n is not None}


def _is_place(q: Quantity) -> bool:
    return q.unit == "ordinal" or (q.unit == "" and q.interval.low == q.interval.high == 1)


def _far(x: Quantity, y: Quantity) -> bool:
    if x.measured_lemma != y.measured_lemma:
        return False
    ours, theirs = x.interval, y.interval
    return _exceeds(ours.low, theirs.high) or _exceeds(theirs.low, ours.high)


def _exceeds(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and high > 0 and low > _ANOTHER_SIZE * high


def _in_roles(view: View, people: Set[str]) -> Set[str]:
    return {e for r in _TOGETHER for e in view.roles.get(r, ()) if e in people}
