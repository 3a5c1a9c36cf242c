"""What schemathesis has to be told: how JSON lines are sent."""

from __future__ import annotations

from typing import Any

import schemathesis

from rashomon.app.web.rest.answers import JSON_LINES


@schemathesis.serializer(JSON_LINES)
def _json_lines(_: Any, value: Any) -> bytes:
    return (
        value.encode() if isinstance(value, str) else bytes(value) if isinstance(value, bytes) else str(value).encode()
    )
