"""What several tests share: one parser for the whole run, and the evaluation kit if it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def parser():
    from rashomon.app.assemble import parser_for

    return parser_for()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation kit beside the repository; tests that measure on it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation kit ../shared is not beside this repository")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--remake-goldens", action="store_true", help="write the golden outputs anew instead of holding against them"
    )
