"""Where a listing goes on: opaque to those who pass it back, refused in one line when it is not ours."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from rashomon.errors import UsageError

_LARGEST = 2**63 - 1
"""SQLite's largest number."""


def cursor_of(*values: str | int) -> str:
    """A cursor that stands for these values."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def values_of(cursor: str, *kinds: type) -> list[Any]:
    """The values that a cursor stands for. Raises `UsageError` for anything that `cursor_of` did not make of these kinds."""
    try:
        values: Any = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error) as e:
        raise UsageError("this cursor was not given out by rashomon") from e
    if not isinstance(values, list) or [type(v) for v in values] != list(kinds) or not all(map(_fits, values)):
        raise UsageError("this cursor was not given out for this listing")
    return values


def _fits(value: str | int) -> bool:
    return isinstance(value, str) or abs(value) <= _LARGEST
