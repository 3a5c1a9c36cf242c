"""What forbids that two claims state one fact, however alike their words are."""

from __future__ import annotations

from collections.abc import Set

from rashomon.collate.align.features import instants, same_meaning
from rashomon.collate.align.view import View

_ACTORS = ("agent", "patient", "recipient")


def contradict(a: View, b: View, people: Set[str]) -> bool:
    """Whether two claims must stay apart: one lies within the other, another time, or other people did or suffered it.

    `people`: the entities known by a name to be persons.
    """
    return a.claim.span.overlaps(b.claim.span) or other_time(a, b) or other_people(a, b, people)


def other_time(a: View, b: View) -> bool:
    """Whether each says when, and the times do not meet."""
    x, y = instants(a.claim.times), instants(b.claim.times)
    return bool(x and y) and not any(i.overlaps(j) for i in x for j in y)


def other_people(a: View, b: View, people: Set[str]) -> bool:
    """Whether the same is said of different named people in the same role."""
    if not same_meaning(a.root, b.root):
        return False
    for role in _ACTORS:
        x, y = a.roles.get(role, frozenset()) & people, b.roles.get(role, frozenset()) & people
        if x and y and not x & y:
            return True
    return False
