"""Words of reports as a terminal may show them."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` without what would steer the terminal: no escapes, no line ends, no marks that turn the writing direction."""
    return _CONTROL.sub(" ", text)
