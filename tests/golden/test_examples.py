"""What the bundled examples give, word for word. After a wanted change: `pytest --remake-goldens tests/golden`, and read the difference."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent
EVENTS = sorted(p.name for p in (ROOT / "examples").iterdir() if p.is_dir())
FORMATS = {"json": ["--json", "-"], "md": ["--markdown", "-"], "txt": []}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("event", EVENTS)
def test_an_example_gives_what_it_gave(event: str, suffix: str, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, "-m", "rashomon", "collate", f"examples/{event}", *FORMATS[suffix]]
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True, env=None)
    golden = GOLDEN / f"{event}.{suffix}"
    if request.config.getoption("--remake-goldens"):
        golden.write_text(done.stdout, "utf-8")
    assert done.stdout.splitlines() == golden.read_text("utf-8").splitlines()
