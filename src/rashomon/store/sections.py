"""A collation's JSON in pieces, so that one list of it can be read without the rest."""

from __future__ import annotations

import json
import zlib
from typing import Any

_LEVEL = 6


def pack_sections(text: str) -> bytes:
    """The JSON object that `report.json.dumps` made, each of its values compressed by itself, lists with an item a line."""
    escaped = text.isascii()
    contents: dict[str, list[Any]] = {}
    pieces, at = [], 0
    for name, value in json.loads(text).items():
        whole = not isinstance(value, list)
        lines = [value] if whole else value
        piece = zlib.compress("\n".join(_dumps(v, escaped) for v in lines).encode(), _LEVEL)
        contents[name] = [at, len(piece), whole]
        pieces.append(piece)
        at += len(piece)
    return json.dumps(contents).encode() + b"\n" + b"".join(pieces)


def section_of(packed: bytes, name: str) -> list[str]:
    """The items of one of its lists as JSON, in order; of a value that is no list, it alone. KeyError for no such name."""
    head, _, rest = packed.partition(b"\n")
    at, length, whole = json.loads(head)[name]
    lines = _lines(rest, at, length)
    return lines if whole or lines != [""] else []


def text_of(packed: bytes) -> str:
    """The whole as it was packed."""
    head, _, rest = packed.partition(b"\n")
    values = ((name, _lines(rest, at, length), whole) for name, (at, length, whole) in json.loads(head).items())
    joined = (
        f"{json.dumps(name, ensure_ascii=False)}: {lines[0] if whole else '[' + ', '.join(lines) + ']'}"
        for name, lines, whole in values
    )
    return "{" + ", ".join(joined) + "}"


def _lines(rest: bytes, at: int, length: int) -> list[str]:
    return zlib.decompress(rest[at : at + length]).decode().split("\n")


def _dumps(value: object, escaped: bool) -> str:
    return json.dumps(value, ensure_ascii=escaped, separators=(", ", ": "))
