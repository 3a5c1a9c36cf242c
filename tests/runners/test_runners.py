"""One body for every runner."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Sequence

import pytest

from rashomon.runners import Failed, ProcessRunner, Runner, SerialRunner


def squares(batch: Sequence[int]) -> list[int]:
    return [n * n for n in batch]


def squares_or_die(batch: Sequence[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(batch)


@pytest.fixture(params=["serial", "processes", "ray"])
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    if request.param == "ray":
        pytest.importorskip("ray", reason="rashomon[ray] is not installed")
        from rashomon.runners.ray import RayRunner

        made: Runner = RayRunner(workers=2)
    else:
        made = SerialRunner() if request.param == "serial" else ProcessRunner(2)
    yield made
    made.close()


def test_answers_come_in_the_order_of_the_batches(runner: Runner) -> None:
    batches = [[i, i + 1] for i in range(20)]
    assert list(runner.run(squares, batches)) == [squares(b) for b in batches]


def test_a_lost_worker_costs_only_its_batch(runner: Runner) -> None:
    if isinstance(runner, SerialRunner):
        pytest.skip("the serial runner has no worker to lose")
    batches = [[n] for n in range(11, 17)]
    answers = list(runner.run(squares_or_die, batches))
    lost = [a for a in answers if isinstance(a, Failed)]
    assert [list(f.batch) for f in lost] == [[13]]
    assert [a for a in answers if not isinstance(a, Failed)] == [[n * n] for n in (11, 12, 14, 15, 16)]


def test_no_batches_no_answers(runner: Runner) -> None:
    assert list(runner.run(squares, [])) == []
