"""What a page says of its article outside JSON-LD: `meta`, `time`, canonical link, bylines, headings, title; each with where it stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from rashomon.ingest.marks import names_only
from rashomon.ingest.readers.dates import iso_date
from rashomon.ingest.readers.tables import page_tables
from rashomon.ingest.readers.titles import TITLE_TAIL, letters_of
from rashomon.records import Metadatum

_LOOKED_AT = 40
"""Elements of a kind that are looked at: what stands after so many is the page's and not the article's."""
_CLASSED = etree.XPath("//*[@class]")
_TIMES = etree.XPath("//time[@datetime] | //*[@itemprop='datePublished' or @itemprop='dateModified'][not(self::meta)]")
_DATED = ("date", "publish", "posted", "timestamp", "byline", "author", "meta")
"""What the class of an element that prints a date holds."""
_SIGNED = ("byline",)
_AUTHORS = frozenset({"author", "authors", "byline"})
"""Classes of an element that holds its author's name and nothing else."""
_UPDATED = re.compile(r"\b(?:updated?|modified|revised|corrected|edited)\b", re.IGNORECASE)
_BY = re.compile(r"\A(?:(?:written|posted|reported)\s+)?by\b[:\s]*", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def page_says(tree: HtmlElement) -> Iterator[Metadatum]:
    """Every candidate, for each name the most trusted first."""
    yield from _metas(tree)
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield Metadatum(name="url", value=link.get("href"), source="link canonical")
    yield from _times(tree)
    classed = [(e, e.get("class").lower()) for e in _CLASSED(tree)]
    yield from _first((e for e, its in classed if any(w in its for w in _DATED)), _printed_date)
    yield from _first(_authors()(tree), _author)
    yield from _first((e for e, its in classed if any(w in its for w in _SIGNED)), _byline)
    yield from _first((e for e, its in classed if _AUTHORS & set(its.split())), _named)
    yield from _headings(tree)
    if tree.get("lang"):
        yield Metadatum(name="language", value=tree.get("lang"), source="html lang")


def _metas(tree: HtmlElement) -> Iterator[Metadatum]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if meta.get(key):
                found.setdefault(meta.get(key).lower(), meta.get("content") or "")
    for key, tells in page_tables().meta.items():
        if found.get(key):
            yield Metadatum(name=tells, value=found[key], source=f"meta {key}")


def _times(tree: HtmlElement) -> Iterator[Metadatum]:
    """The first date of publication and the first of revision that elements give, those marked as such before bare ones."""
    elements = [e for e in islice(_TIMES(tree), _LOOKED_AT) if not is_elsewhere(e)]
    for marked in (True, False):
        for e in elements:
            if ("itemprop" in e.attrib) is marked:
                name = "modified" if e.get("itemprop") == "dateModified" or _tells_revision(e) else "published"
                yield Metadatum(name=name, value=e.get("datetime") or e.text_content()[:200], source="time element")


def _tells_revision(element: HtmlElement) -> bool:
    """Whether "Updated" stands in the element or right before it."""
    if element.get("itemprop"):
        return False
    before = element.getprevious()
    said = (
        (before.text_content() + (before.tail or ""))
        if before is not None
        else getattr(element.getparent(), "text", "")
    )
    return _UPDATED.search(f"{(said or '')[-40:]} {element.text_content()[:80]}") is not None


def _first(elements: Iterable[HtmlElement], read: Callable[[HtmlElement], Metadatum | None]) -> Iterator[Metadatum]:
    """What the first of the elements says that says anything and belongs to the article."""
    tried = 0
    for element in elements:
        found = read(element)
        if found is None:
            continue
        tried += 1
        if not is_elsewhere(element):
            yield found
            return
        if tried == _LOOKED_AT:
            return


def _printed_date(element: HtmlElement) -> Metadatum | None:
    text = short_text(element, 160)
    if not text or iso_date(text) is None:
        return None
    name = "modified" if _UPDATED.search(text) else "published"
    return Metadatum(name=name, value=text, source="printed date")


@cache
def _authors() -> etree.XPath:
    """Elements marked as the author, and links to authors' pages."""
    linked = " or ".join(f"contains(@href,'{path}')" for path in page_tables().author_paths)
    return etree.XPath(f"//*[@rel='author' or @itemprop='author'] | //a[{linked}]")


def _author(element: HtmlElement) -> Metadatum | None:
    name = next(iter(element.xpath(".//*[@itemprop='name']")), element)
    return _person(short_text(name, 100), "author's link" if element.tag == "a" else "itemprop author")


def _byline(element: HtmlElement) -> Metadatum | None:
    text = short_text(element, 100)
    return _person(text, "byline element") if _BY.match(text) else None


def _named(element: HtmlElement) -> Metadatum | None:
    text = short_text(element, 100)
    about = any(w in page_tables().no_names for w in _WORD.findall(text.lower()))
    return None if about else _person(text, "author element")


def _person(text: str, source: str) -> Metadatum | None:
    name = _BY.sub("", text).strip(" ,|•·")
    words = _WORD.findall(name)
    if not 2 <= len(words) <= 10 or any(w.isdigit() for w in words) or not names_only(name):
        return None
    return Metadatum(name="byline", value=name, source=source)


def _headings(tree: HtmlElement) -> Iterator[Metadatum]:
    for heading in islice(tree.iter("h1"), _LOOKED_AT):
        text = heading.text_content()
        if text.strip():
            yield Metadatum(name="headline", value=text[:500], source="h1 element")
    title = next(tree.iter("title"), None)
    if title is not None:
        text = title.text_content()[:500]
        yield Metadatum(name="headline", value=text, source="title element")
        yield from _outlet_in_title(text, tree)


def _outlet_in_title(title: str, tree: HtmlElement) -> Iterator[Metadatum]:
    """What stands after the heading in the page's title, or before it, is the outlet's name ("Kiln lit - The Kilner", "The Kilner: Kiln lit")."""
    headings = {letters_of(h.text_content()[:500]) for h in islice(tree.iter("h1"), _LOOKED_AT)}
    before, _, after = title.partition(": ")
    if before.strip() and letters_of(after) in headings - {""}:
        yield Metadatum(name="outlet", value=before, source="beginning of title")
    *_, tail = [None, *TITLE_TAIL.finditer(title)]
    if tail is None or not title[tail.end() :].strip():
        return
    if letters_of(TITLE_TAIL.split(title[: tail.start()])[-1]) in headings:
        yield Metadatum(name="outlet", value=title[tail.end() :], source="end of title")


def short_text(element: HtmlElement, longest: int) -> str:
    """The element's text in one line; nothing where it is long: then it holds more than what is looked for."""
    pieces, length = [], 0
    for piece in element.itertext():
        length += len(piece.strip())
        if length > longest:
            return ""
        pieces.append(piece)
    return " ".join(" ".join(pieces).split())


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether the element stands among comments, related articles, menus and the like."""
    for e in (element, *element.iterancestors()):
        if e.tag in ("body", "article", "main", "html"):
            return False
        if named_elsewhere(e):
            return True
    return False


def named_elsewhere(element: HtmlElement) -> bool:
    """Whether an element's tag, class or id says that what it holds is not the article's."""
    tables = page_tables()
    named = f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", " ").replace("-", " ")
    return element.tag in tables.elsewhere_elements or not tables.elsewhere.isdisjoint(_WORD.findall(named))


def printed_headline_first(candidates: list[Metadatum]) -> list[Metadatum]:
    """The candidates with the heading that readers saw before the headlines that are meant for search engines.

    A heading counts as the article's where it shares most words with one of the others; the page's own name does not.
    """
    outlets = {letters_of(c.value) for c in candidates if c.name == "outlet"}
    headings = [c for c in candidates if c.name == "headline" and c.source == "h1 element"]
    headings = [h for h in headings if letters_of(h.value) not in outlets]
    others = [c for c in candidates if c.name == "headline" and c.source != "h1 element"]
    printed = next((h for h in headings if any(_alike(h.value, o.value) for o in others)), None)
    if printed is None:
        named = [c for c in candidates if c.source == "h1 element"]
        return [c for c in candidates if c not in named] + named
    return [printed, *(c for c in candidates if c is not printed)]


def _alike(a: str, b: str) -> bool:
    one, other = (set(_WORD.findall(text.lower())) for text in (a, b))
    return len(one & other) >= 0.6 * len(one) and len(one & other) >= 0.4 * len(other) and bool(one)
