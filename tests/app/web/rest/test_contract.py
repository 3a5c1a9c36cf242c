"""The interface held against its own description: whatever is asked, the answer is one that is described."""

from __future__ import annotations

from pathlib import Path

from quality.fuzz_api import fuzz

from rashomon.app.desk import Desk
from rashomon.app.web.tokens import TokenFile


def test_every_answer_is_as_described(desk: Desk, tmp_path: Path) -> None:
    """A few examples of each operation; `make fuzz` tries many."""
    secret = TokenFile(tmp_path / "tokens").add("fuzz", "write")
    found = fuzz(desk, examples=3, folder=tmp_path, secret=secret, phases="fuzzing")
    assert found.returncode == 0, found.stdout[-4000:]
