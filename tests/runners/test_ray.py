"""Clusters of Ray: one of our own beside another that runs here, one that is joined by its address, and addresses of none."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest

from rashomon.errors import RashomonError
from rashomon.runners import Failed
from rashomon.runners.serial import SerialRunner

pytest.importorskip("ray", reason="rashomon[ray] is not installed")

from rashomon.runners.ray import RayRunner

OTHER = """
import sys, ray
ray.init(address="local", num_cpus=1, include_dashboard=False, log_to_driver=False)
print(ray.get_runtime_context().gcs_address, flush=True)
sys.stdin.read()
"""


def cubes_or_die(batch: Sequence[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return [n**3 for n in batch]


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a cluster that another program has started, and that stops when it does."""
    process = subprocess.Popen([sys.executable, "-c", OTHER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.communicate("", timeout=60)


def test_a_cluster_that_runs_is_joined_and_a_lost_worker_costs_only_its_batch(cluster: str) -> None:
    runner = RayRunner(cluster)
    batches = [[n] for n in range(11, 16)]
    try:
        answers = list(runner.run(cubes_or_die, batches))
    finally:
        runner.close()
    assert [list(a.batch) for a in answers if isinstance(a, Failed)] == [[13]]
    kept = [b for b in batches if b != [13]]
    assert [a for a in answers if not isinstance(a, Failed)] == list(SerialRunner().run(cubes_or_die, kept))


def test_without_an_address_no_cluster_that_happens_to_run_is_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr("ray.is_initialized", lambda: False)
    monkeypatch.setattr("ray.init", lambda **given: asked.update(given))
    monkeypatch.setattr("ray.cluster_resources", lambda: {"CPU": 2})
    RayRunner(workers=2)
    assert (asked["address"], asked["num_cpus"]) == ("local", 2)


@pytest.mark.parametrize("address", ["127.0.0.1:{free}", "nowhere", "127.0.0.1:99999"])
def test_an_address_where_nobody_answers_is_one_line_at_once(address: str) -> None:
    with pytest.raises(RashomonError, match="Ray cluster"):
        RayRunner(address.format(free=free_port()))
