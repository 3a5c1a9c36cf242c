"""A corpus as a static site: a page that lists the stories and one critical edition each. Any web server can serve it, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.records import Collation
from rashomon.report.exports.text import plain
from rashomon.report.html import asset, environment, policy_hash, render_html
from rashomon.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteStory:
    """A story in the list: `page` is the name of its file."""

    page: str
    title: str
    outlets: tuple[str, ...]
    reports: int
    begin: str
    end: str
    contradictions: int
    differences: int
    facts: int


def site_files(collations: Iterable[Collation]) -> Iterator[tuple[str, bytes]]:
    """File names and contents, a story at a time, the list of stories last: `index.html`."""
    stories = []
    for i, collation in enumerate(collations, start=1):
        story = _listed(collation, f"story-{i}.html")
        stories.append(story)
        yield story.page, render_html(collation, __version__).encode("utf-8", "replace")
    style = asset("report.css") + asset("site.css")
    page = environment().get_template("site.html")
    text = page.render(stories=stories, version=__version__, style=Markup(style), style_hash=policy_hash(style))
    yield "index.html", text.encode("utf-8", "replace")


def _listed(collation: Collation, page: str) -> SiteStory:
    return SiteStory(
        page=page,
        title=plain(collation.story.title),
        outlets=tuple(dict.fromkeys(plain(w.outlet) for w in collation.witnesses if w.outlet)),
        reports=len(collation.witnesses),
        begin=collation.story.begin or "",
        end=collation.story.end or "",
        contradictions=sum(d.contradicts for d in collation.differences),
        differences=len(collation.differences),
        facts=sum(len(f.witnesses) > 1 for f in collation.facts),
    )
