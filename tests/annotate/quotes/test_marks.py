"""Pairing of quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.quotes.marks import quoted_in

marked_text = st.text(st.sampled_from("aB1 ,.\n\t:;!?—-()=“”‘’'\"«»„‟`＂「」é\u00a0\u2028😀"), max_size=200)


def quoted(text: str) -> list[str]:
    lines, at = [], 0
    for line in text.split("\n"):
        if line:
            lines.append((at, line))
        at += len(line) + 1
    return [text[q.start : q.end] for q in quoted_in(lines)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She called it “a good day” and left.", ["a good day"]),
        ('She called it "a good day" and left.', ["a good day"]),
        ("„Wir gehen“, sagte er. «Allons», dit-elle.", ["Wir gehen", "Allons"]),
        ("The mayor said ''we will see'' twice.", ["we will see"]),
        ('“Open curly, closed straight," he said.', ["Open curly, closed straight,"]),
        ("‘We are ready,’ the captain said.", ["We are ready,"]),
    ],
)
def test_marks_of_every_kind_pair(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


@pytest.mark.parametrize(
    "text",
    [
        "The sailors' union and the captain's crew weren't ready.",
        "Rock 'n' roll of the '90s, and 'em all.",
        "It’s the drivers’ turn, isn’t it?",
        'A 6\'2" man carried a 12" pipe.',
        '<a href="x" id="y">',
    ],
)
def test_apostrophes_inches_and_attributes_are_no_marks(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_in_a_quotation_is_found_with_its_depth() -> None:
    text = "“He told me, ‘Leave the pier,’ and I left,” she said."
    outer, inner = quoted_in([(0, text)])
    assert text[inner.start : inner.end] == "Leave the pier,"
    assert (outer.depth, inner.depth) == (0, 1)


def test_a_mark_reopened_in_the_next_paragraph_continues_the_quotation() -> None:
    first, second = "“The pier was full.", "“Then the lights went out,” Odell said."
    a, b = quoted_in([(0, first), (len(first) + 1, second)])
    assert (a.closed, b.continues) == (False, True)


def test_a_stray_mark_in_mid_sentence_opens_nothing() -> None:
    assert quoted('The plank was 12 " wide and the "real thing" was wider.') == ["real thing"]


def test_a_single_mark_does_not_close_across_a_double_quotation() -> None:
    assert quoted("'a “1'\"") == ["1'"]


@given(marked_text)
def test_quotations_lie_in_bounds_in_order_and_do_not_cross(text: str) -> None:
    lines, at = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            lines.append((at + line.index(stripped[0]), stripped))
        at += len(line) + 1
    found = quoted_in(lines)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for a, b in pairwise(found):
        assert b.start >= a.end or b.end <= a.end
