"""Work counted as calls: the same on every machine and under every load, which seconds are not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and built-in ones, are called. What happens inside one, such as a regular expression's
    search, is not seen."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def steps(work: Callable[[], object], within: str = "rashomon") -> int:
    """How many lines of `within`'s own code are run, a loop's line once each time round: finer than calls, and slower."""
    count = 0

    def inside(_frame: FrameType, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return inside

    def entered(frame: FrameType, _event: str, _arg: object) -> object:
        return inside if within in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
