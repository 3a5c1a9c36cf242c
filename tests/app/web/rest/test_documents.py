"""The documents tell what the code does."""

from __future__ import annotations

import pytest
from tools.api_docs import DOCS, tables, with_table


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return tables()


@pytest.mark.parametrize("name", ["api.md", "mcp.md"])
def test_the_table_is_what_the_code_describes(name: str, made: dict[str, str]) -> None:
    """Remake with `python -m tools.api_docs`."""
    text = (DOCS / name).read_text("utf-8")
    assert text == with_table(text, made[name])
    assert made[name] in text
