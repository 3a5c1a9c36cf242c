from __future__ import annotations

from quality.gate import fallen, moved
from quality.measure import Goal, Measured


def figure(value: float | None, *, less: bool = False) -> Measured:
    return Measured(set="S", figure="f1", value=value, against=Goal(less=less))


def test_a_figure_below_its_floor_is_named() -> None:
    assert fallen([figure(0.5)], {"S f1": 0.6})
    assert not fallen([figure(0.6)], {"S f1": 0.6})


def test_a_ceiling_is_not_to_be_exceeded() -> None:
    assert fallen([figure(0.2, less=True)], {"S f1": 0.1})
    assert not fallen([figure(0.0, less=True)], {"S f1": 0.1})


def test_a_missing_figure_counts_as_fallen() -> None:
    assert fallen([figure(None)], {"S f1": 0.6})


def test_pinning_never_lowers_a_floor_unless_told_to() -> None:
    assert moved([figure(0.5)], {"S f1": 0.6}, lower=False) == {"S f1": 0.6}
    assert moved([figure(0.7)], {"S f1": 0.6}, lower=False) == {"S f1": 0.7}
    assert moved([figure(0.5)], {"S f1": 0.6}, lower=True) == {"S f1": 0.5}
