"""What the bundled examples give, word for word. After a wanted change: `pytest --remake-goldens tests/golden`, and read the difference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent
EVENTS = sorted({p.parent.name for p in (ROOT / "examples").glob("*/*.txt")})
FORMATS = {"json": ["--json", "-"], "md": ["--markdown", "-"], "txt": []}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("event", EVENTS)
def test_an_example_gives_what_it_gave(event: str, suffix: str, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, "-m", "rashomon", "collate", f"examples/{event}", *FORMATS[suffix]]
    plain = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, text=True, env=plain)
    given = listed(done.stdout) if suffix == "json" else done.stdout
    golden = GOLDEN / f"{event}.{suffix}"
    if request.config.getoption("--remake-goldens"):
        golden.write_text(given, "utf-8")
    assert given.splitlines() == golden.read_text("utf-8").splitlines()


def listed(collation: str) -> str:
    """A collation's JSON with a line for each item, so that a change of one item is one line of a difference."""
    lines = []
    for key, value in json.loads(collation).items():
        lines.append(f"{key}:")
        lines += [f"  {json.dumps(v, ensure_ascii=False)}" for v in (value if isinstance(value, list) else [value])]
    return "\n".join(lines) + "\n"
