"""The tables of docs/api.md and docs/mcp.md, made from what the code describes of itself.

python -m tools.api_docs
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rashomon.app.desk import Desk
from rashomon.app.mcp.server import make_server
from rashomon.app.web.server import create_app
from rashomon.app.web.settings import API
from rashomon.store import Corpus

DOCS = Path(__file__).parent.parent / "docs"


def tables() -> dict[str, str]:
    """Document to the table it holds between its two marks."""
    with TemporaryDirectory() as folder:
        desk = Desk(Corpus.create(Path(folder) / "c.sqlite"))
        return {"api.md": _operations(create_app(desk).openapi()), "mcp.md": asyncio.run(_tools(desk))}


def with_table(text: str, table: str) -> str:
    """A document with its table put in place of the one it has."""
    return re.sub(r"(<!-- table -->\n).*?(<!-- /table -->)", lambda m: m[1] + table + m[2], text, flags=re.DOTALL)


def _operations(description: dict[str, Any]) -> str:
    rows = ["| | below `/api/v1` | asks or does | may be told |", "|-|-|-|-|"]
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            told = ", ".join(f"`{p['name']}`" for p in operation.get("parameters", []) if p["in"] == "query")
            said = " ".join(operation["description"].split()).replace("|", "\\|")
            rows.append(f"| {method.upper()} | `{path.removeprefix(API)}` | {said} | {told} |")
    return "\n".join(rows) + "\n"


async def _tools(desk: Desk) -> str:
    rows = ["| tool | answers | may be told |", "|-|-|-|"]
    for tool in await make_server(desk).list_tools():
        told = ", ".join(f"`{name}`" for name in tool.input_schema["properties"])
        rows.append(f"| `{tool.name}` | {' '.join((tool.description or '').split())} | {told} |")
    return "\n".join(rows) + "\n"


def main() -> None:
    for name, table in tables().items():
        path = DOCS / name
        path.write_text(with_table(path.read_text("utf-8"), table), "utf-8")


if __name__ == "__main__":
    main()
