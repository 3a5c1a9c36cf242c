"""What can be asked of a worker, and how it is done. Tasks are plain records, so that they can be sent to another process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.app.desk import Desk, Report
from rashomon.app.web.uploads import Upload, read_uploads
from rashomon.records import Article

Tell = Callable[[str, int], None]
"""Called with what is being done, and how far: articles "kept", "placed" and "read", stories "compared"."""
Outcome = dict[str, Any]
_TOLD = 100
"""Rejects named in an answer; of more their number is told."""
_COMPARED = 20
"""Stories that have grown and are laid side by side anew at once, the largest first; the others when somebody opens them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddArticles:
    """Articles given as such."""

    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddUploads:
    """Files as a browser sent them. `together`: their sender says that all are about one event."""

    uploads: tuple[Upload, ...]
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInputs:
    """Addresses of pages and feeds. Names of files on this machine are not for a web request to give."""

    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collate:
    """A story to lay side by side; with `since` also as it stood at that moment, for those who ask what is new."""

    story: str
    since: str | None = None


Task = AddArticles | AddUploads | AddInputs | Collate


def perform(task: Task, desk: Desk, tell: Tell) -> Outcome:
    """Do what a task asks, and tell what came of it. Raises `RashomonError` where it cannot be done."""
    match task:
        case AddArticles():
            return _added(lambda: desk.add(task.articles, progress=tell), desk, tell)
        case AddInputs():
            return _added(lambda: desk.add(task.addresses, progress=tell), desk, tell)
        case AddUploads():
            return _uploaded(task, desk, tell)
        case Collate():
            collation = desk.collation(task.story)
            if task.since is not None:
                desk.news(task.story, task.since)
            return {"articles": len(collation.witnesses), "facts": len(collation.facts)}


def _added(add: Callable[[], Report], desk: Desk, tell: Tell) -> Outcome:
    began = desk.corpus.stamp()
    report = add()
    grown = desk.shelves(since=began, order="articles", limit=_COMPARED)
    return _compared(report, [s.story for s in grown.items], desk, tell)


def _uploaded(task: AddUploads, desk: Desk, tell: Tell) -> Outcome:
    articles, rejects = read_uploads(task.uploads)
    made = desk.add(articles, progress=tell)
    stories = _stories_of(articles, desk)
    if task.together and len(stories) > 1:
        desk.merge_stories(stories, because="sent together as reports of one event")
        stories = _stories_of(articles, desk)
    report = Report(new=made.new, known=made.known, rejects=(*rejects, *made.rejects))
    return _compared(report, stories[:_COMPARED], desk, tell)


def _compared(report: Report, stories: Sequence[str], desk: Desk, tell: Tell) -> Outcome:
    """What came of adding, once the stories are laid side by side anew."""
    for n, story in enumerate(stories, start=1):
        desk.collation(story)
        tell("compared", n)
    return {**_told(report), "stories": list(stories)}


def _stories_of(articles: Sequence[Article], desk: Desk) -> list[str]:
    """The stories that articles are in."""
    return list(dict.fromkeys(s for a in articles if (s := desk.article(a.id).story) is not None))


def _told(report: Report) -> Outcome:
    return {
        "new": report.new,
        "known": report.known,
        "rejected": len(report.rejects),
        "rejects": [{"input": r.input, "reason": r.reason} for r in report.rejects[:_TOLD]],
    }
