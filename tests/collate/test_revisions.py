from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collate.revisions import revision
from rashomon.records import Article
from rashomon.records.ledger import Revision

FIRST = "Kiln bursts at Oster\n\nTwo potters were hurt on Monday, the guild said.\nThe yard is shut until Friday.\n"


def held(earlier: str, later: str) -> tuple[Revision, list[tuple[str, str]]]:
    a, b = Article(id="a", text=earlier), Article(id="b", text=later)
    found = revision(a, b)
    return found, [(c.before.of(earlier), c.after.of(later)) for c in found.changes]


def test_words_that_changed_are_told_by_their_places_in_both_versions() -> None:
    found, changes = held(FIRST, FIRST.replace("Two potters", "Three potters").replace("Friday", "Sunday"))
    assert changes == [("Two", "Three"), ("Friday", "Sunday")]
    assert found.told is None


def test_words_that_came_in_or_went_out_stand_against_an_empty_place() -> None:
    _, changes = held(FIRST, FIRST.replace(" on Monday", "").replace("shut", "shut to visitors"))
    assert changes == [("on Monday", ""), ("", "to visitors")]


def test_changes_with_next_to_nothing_between_them_are_one() -> None:
    _, changes = held(FIRST, FIRST.replace("Two potters were hurt", "One potter was killed and two hurt"))
    assert changes == [("Two potters were", "One potter was killed and two")]


def test_a_version_that_says_it_was_changed_is_not_silent() -> None:
    later = FIRST.replace("Two", "Three") + "\nCorrection: three potters were hurt, not two.\n"
    found, _ = held(FIRST, later)
    assert found.told is not None
    assert found.told.of(later) == "Correction"


def test_other_signs_and_spaces_are_no_change_of_words() -> None:
    assert held(FIRST, FIRST.replace(",", ";").replace("\n", "\n\n"))[1] == []


def test_long_texts_are_held_line_against_line_in_bounds() -> None:
    lines = [f"Line {i} of the harbour record tells of ship {i * 7} and of no other." for i in range(3_000)]
    later = [line.replace("ship", "boat") if i == 1_500 else line for i, line in enumerate(lines)]
    _, changes = held("\n".join(lines), "\n".join(later))
    assert changes == [(lines[1_500], later[1_500])]


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_the_texts_changes_lie_in_them_in_order(earlier: str, later: str) -> None:
    found, _ = held(earlier, later)
    ends = [(c.before.end, c.after.end) for c in found.changes]
    assert ends == sorted(ends)
    assert all(c.before.end <= len(earlier) and c.after.end <= len(later) for c in found.changes)
    assert earlier != later or not found.changes
