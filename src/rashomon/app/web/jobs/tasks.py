"""What can be asked of a worker, and how it is done. Tasks are plain records, so that they can be sent to another process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rashomon.app.desk import Desk, Report
from rashomon.app.web.uploads import Upload, read_uploads
from rashomon.records import Article

Tell = Callable[[str, int], None]
"""Called with what is being done ("kept", "read") and how many articles are done with it."""
Outcome = dict[str, Any]
_TOLD = 100
"""Rejects named in an answer; of more their number is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddArticles:
    """Articles given as such."""

    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUploads:
    """Files as a browser sent them."""

    uploads: tuple[Upload, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInputs:
    """Addresses of pages and feeds. Names of files on this machine are not for a web request to give."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collate:
    """A story to lay side by side."""

    story: str


Task = AddArticles | AddUploads | AddInputs | Collate


def perform(task: Task, desk: Desk, tell: Tell) -> Outcome:
    """Do what a task asks, and tell what came of it. Raises `RashomonError` where it cannot be done."""
    match task:
        case AddArticles():
            return _told(desk.add(task.articles, progress=tell))
        case AddInputs():
            return _told(desk.add(task.addresses, progress=tell))
        case AddUploads():
            articles, rejects = read_uploads(task.uploads)
            report = desk.add(articles, progress=tell)
            return _told(Report(new=report.new, known=report.known, rejects=(*rejects, *report.rejects)))
        case Collate():
            collation = desk.collation(task.story)
            return {"articles": len(collation.witnesses), "facts": len(collation.facts)}


def _told(report: Report) -> Outcome:
    return {
        "new": report.new,
        "known": report.known,
        "rejected": len(report.rejects),
        "rejects": [{"input": r.input, "reason": r.reason} for r in report.rejects[:_TOLD]],
    }
