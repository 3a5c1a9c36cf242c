"""Live blogs told by their markup alone: posts beside one another, each with its own time, that hold most of what the page says.

Conservative, because a report cut to pieces is worse than a live blog read as one report: what also looks like this (teasers of other
reports, comments, a timeline within a report) has links for headings, stands elsewhere, or reaches over years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice, pairwise

from lxml import etree
from lxml.html import HtmlElement

from rashomon.annotate import has_clock
from rashomon.ingest.readers.dates import iso_date
from rashomon.ingest.readers.page import is_elsewhere, named_elsewhere, short_text

_LEAST = 3
"""Posts from which a page is a live blog."""
_SHORTEST = 40
"""Characters that a post says, at least."""
_SHARE = 0.6
"""Of the page's prose that is in the posts."""
_LINKED = 0.4
"""Of a post's prose that may be links, at most."""
_DAYS = 4
"""That a live blog goes on for, at most."""
_ORDERED = 0.8
"""Of neighbours whose times follow one another in the order of most."""
_CLIMBED = 6
_TIMES = etree.XPath("//time")
_MOST_TIMES = 2000
_MOST_GROUPS = 8
_POSTS = frozenset({"article", "div", "li", "section"})
_BLOCKS = frozenset({"p", "blockquote", "li", "dd"})
_HOLDING = frozenset({"p", "blockquote", "ul", "ol", "li", "div", "section", "article", "table"})
_HEADINGS = etree.XPath(".//h1 | .//h2 | .//h3 | .//h4 | .//h5")


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a live blog; `date` as ISO 8601."""

    headline: str
    text: str
    date: str


def posts_of(tree: HtmlElement, day: str | None = None) -> list[Post]:
    """The posts of a page that is a live blog, in its order; none of any other page. `day` is the page's own, for times without one."""
    groups = _groups(tree)
    whole = sum(len(b.text_content()) for b in _blocks(tree)) if groups else 0
    for group in groups:
        posts = [_post(e, day) for e in group if not named_elsewhere(e) and not is_elsewhere(e.getparent())]
        told = [p for p in posts if p is not None]
        if len(told) >= max(_LEAST, 0.7 * len(group)) and _is_live(told, whole) and not _lead_elsewhere(group):
            return told
    return []


def _groups(tree: HtmlElement) -> list[list[HtmlElement]]:
    """Elements of one kind beside one another that each hold a time; those of most first."""
    found: dict[tuple[HtmlElement, str, str], dict[HtmlElement, None]] = {}
    for time in islice(_TIMES(tree), _MOST_TIMES):
        for e in islice(time.iterancestors(), _CLIMBED):
            parent = e.getparent()
            if e.tag in _POSTS and parent is not None:
                kind = (e.get("class") or "").partition(" ")[0]
                found.setdefault((parent, e.tag, kind), {})[e] = None
    groups = [list(g) for g in found.values() if len(g) >= _LEAST]
    return sorted(groups, key=len, reverse=True)[:_MOST_GROUPS]


def _post(element: HtmlElement, day: str | None) -> Post | None:
    date = next((d for t in islice(element.iter("time"), 2) if (d := _date(t, day))), None)
    heading = next(iter(_HEADINGS(element)), None)
    blocks = list(_blocks(element))
    lines = (" ".join(b.text_content().split()) for b in blocks)
    text = "\n".join(line for line in dict.fromkeys(lines) if line)
    linked = sum(len(a.text_content()) for b in blocks for a in b.iter("a"))
    if date is None or len(text) < _SHORTEST or linked > _LINKED * len(text):
        return None
    return Post(" ".join(heading.text_content().split()) if heading is not None else "", text, date)


def _blocks(element: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs and the like in an element, none within another; each element is looked at once."""
    waiting = [element]
    while waiting:
        e = waiting.pop()
        if not isinstance(e.tag, str) or (e is not element and named_elsewhere(e)):
            continue
        if e.tag == "p" or (e.tag in _BLOCKS and all(c.tag not in _HOLDING for c in e)):
            yield e
        else:
            waiting += reversed(e)


def _date(time: HtmlElement, day: str | None) -> str | None:
    """The moment that a time element gives; with a clock time alone, on the page's day."""
    said = time.get("datetime") or short_text(time, 100)
    whole = iso_date(said)
    if whole is None and day and len(said) <= 20 and has_clock(said):
        whole = iso_date(f"{day[:10]} {said}")
    return whole if whole and "T" in whole else None


def _is_live(posts: Sequence[Post], whole: int) -> bool:
    """Whether posts hold most of the page's prose and follow one another within days."""
    moments = [_moment(p.date) for p in posts]
    days = (max(moments) - min(moments)).total_seconds() / 86_400
    later = sum(a <= b for a, b in pairwise(moments))
    ordered = max(later, sum(a >= b for a, b in pairwise(moments))) >= _ORDERED * (len(moments) - 1)
    told = sum(len(p.text) for p in posts)
    return told >= _SHARE * whole and days <= _DAYS and len(set(moments)) >= _LEAST and ordered


def _moment(date: str) -> datetime:
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _lead_elsewhere(group: Sequence[HtmlElement]) -> bool:
    """Whether most headings are links to other pages: then these are teasers of reports."""
    leading = sum(any(not (a.get("href") or "#").startswith("#") for a in _heading_links(e)) for e in group)
    return 2 * leading > len(group)


def _heading_links(post: HtmlElement) -> Iterator[HtmlElement]:
    """Links in a post's heading, or around it."""
    for heading in islice(_HEADINGS(post), 1):
        yield from heading.iter("a")
        yield from islice(heading.iterancestors("a"), 1)
