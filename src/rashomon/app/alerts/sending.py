"""Where alerts go: standard output, a file, a webhook. A webhook goes only to the public internet unless private addresses are allowed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest.fetch import Fetcher, Policy

Say = Callable[[str], None]
Post = Callable[[str, bytes, Mapping[str, str]], int]


class Sinks:
    """Sends to receivers by their names."""

    def __init__(self, say: Say, *, allow_private: bool = False, post: Post | None = None) -> None:
        self._say = say
        self._fetcher = None if post else Fetcher(Policy(allow_private=allow_private))
        self._post = post or self._fetched

    def send(self, to: str, alert: Mapping[str, object], line: str) -> str | None:
        """Send one alert. What went wrong, in one line, or None."""
        text = json.dumps(alert, ensure_ascii=False)
        if to == "-":
            self._say("".join(c if c.isprintable() else "\ufffd" for c in " ".join(line.split())))
            return None
        if to.lower().startswith(("http://", "https://")):
            return self._call(to, text)
        try:
            with Path(to).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as f:
                f.write(text + "\n")
        except OSError as e:
            return e.strerror or str(e)
        return None

    def close(self) -> None:
        """Close all connections."""
        if self._fetcher is not None:
            self._fetcher.close()

    def _call(self, to: str, text: str) -> str | None:
        try:
            body = text.encode("utf-8", "backslashreplace")
            status = self._post(to, body, {"Content-Type": "application/json"})
        except InputError as e:
            return str(e)
        return None if 200 <= status < 300 else f"it answered {status}"

    def _fetched(self, to: str, body: bytes, headers: Mapping[str, str]) -> int:
        assert self._fetcher is not None
        return self._fetcher.post(to, body, headers)
