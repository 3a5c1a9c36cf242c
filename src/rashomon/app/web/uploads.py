"""Files as a browser sends them. Their names are untrusted: only what is left of them without any folder is used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.ingest import stream_inputs
from rashomon.records import Article, Reject

_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file: the name the browser gives it, and its bytes."""

    name: str
    data: bytes


def safe_name(name: str) -> str:
    """A name of a file and nothing else: no folder, no control characters, not hidden, not empty."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(c if c.isprintable() and c not in ':*?"<>|' else "_" for c in last).strip().lstrip(".")
    stem, dot, suffix = plain.rpartition(".")
    if len(plain.encode("utf-8", "replace")) > _LONGEST:
        plain = f"{stem[: _LONGEST // 6]}{dot}{suffix[:10]}"
    return plain.encode("utf-8", "replace").decode() or "report.txt"


def read_uploads(uploads: Sequence[Upload]) -> tuple[tuple[Article, ...], tuple[Reject, ...]]:
    """Articles with their parts from uploaded files of any kind that files may have, and what could not be used."""
    articles: list[Article] = []
    rejects: list[Reject] = []
    for upload in uploads:
        with TemporaryDirectory(prefix="rashomon-") as folder:
            path = Path(folder) / safe_name(upload.name)
            path.write_bytes(upload.data)
            for found in stream_inputs([path]):
                known = replace(found, input=found.input.removeprefix(f"{folder}/"))
                articles.append(known) if isinstance(known, Article) else rejects.append(known)
    return tuple(articles), tuple(rejects)
