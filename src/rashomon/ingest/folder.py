"""Which files of a folder are reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rashomon.ingest.files import files_in
from rashomon.ingest.readers import READER_SUFFIXES
from rashomon.records import Reject

MARKDOWN = (".md", ".markdown")
JSON_LINES = (".jsonl", ".ndjson")
_PLAIN = (".txt", *MARKDOWN, *JSON_LINES, *READER_SUFFIXES)
SUFFIXES = (*_PLAIN, *(f"{suffix}.gz" for suffix in _PLAIN))
"""What is read in a folder; a file given by name is read as plain text whatever it is called."""
_ABOUT = frozenset({"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "authors"})
"""Names of files that tell of the folder and are no reports."""
_TOLD = 5


def reports_in(folder: Path) -> tuple[list[Path], list[Reject]]:
    """The files of a folder, and of folders in it, that are read, and why others are passed over."""
    closed: list[OSError] = []
    files = list(files_in(folder, closed.append))
    unseen = [Reject(input=str(e.filename), reason=(e.strerror or str(e)).lower()) for e in closed]
    if not files:
        return [], unseen or [Reject(input=str(folder), reason="an empty folder")]
    about = [f for f in files if f.name.partition(".")[0].lower() in _ABOUT]
    rest = [f for f in files if f not in set(about)]
    reports = [f for f in rest if f.name.lower().endswith(SUFFIXES)]
    others = Counter(f.suffix.lower() or f.name for f in rest if not f.name.lower().endswith(SUFFIXES))
    passed = []
    if about:
        names = _some(sorted({f.name for f in about}))
        passed.append(f"files that tell of the folder were passed over: {names} (name one to have it read)")
    if others:
        kinds = _some(f"{n} {kind}" for kind, n in others.most_common())
        passed.append(f"files of kinds that are not read in a folder were passed over: {kinds}")
    return reports, [*unseen, *(Reject(input=str(folder), reason=reason) for reason in passed)]


def _some(names: Iterable[str]) -> str:
    told = list(names)
    return ", ".join(told[:_TOLD]) + (", …" if len(told) > _TOLD else "")
