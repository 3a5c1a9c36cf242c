from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Interval

numbers = st.none() | st.floats(-1e6, 1e6)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(numbers), draw(numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low=low, high=high, low_closed=draw(st.booleans()), high_closed=draw(st.booleans()))


@given(intervals(), intervals())
def test_overlap_does_not_depend_on_the_order(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) == b.overlaps(a)


@given(intervals())
def test_an_interval_contains_itself(a: Interval) -> None:
    assert a.contains(a)


def test_open_ends_that_only_touch_do_not_overlap() -> None:
    assert not Interval(low=0, high=1, high_closed=False).overlaps(Interval(low=1, high=2))
    assert Interval(low=0, high=1).overlaps(Interval(low=1, high=2))
