"""What schemathesis has to be told: how JSON lines are sent, and what a form cannot say."""

from __future__ import annotations

from typing import Any

import schemathesis

from rashomon.app.web.rest.answers import JSON_LINES


@schemathesis.serializer(JSON_LINES)
def _json_lines(_: Any, value: Any) -> bytes:
    """A text as it is. What is no text, as a wrong body is made, cannot be sent as lines: written out it would be one, and a good one."""
    return value.encode() if isinstance(value, str) else bytes(value) if isinstance(value, bytes) else b""


@schemathesis.hook
def filter_body(_: Any, body: Any) -> bool:
    """Leaves out "files" of a form that are null or numbers: a form sends each as a file that holds their text, which is a good one."""
    files = body.get("files") if isinstance(body, dict) else None
    return not isinstance(files, list) or all(isinstance(f, str | bytes) for f in files)
