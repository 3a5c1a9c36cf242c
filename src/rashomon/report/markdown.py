"""The collation as Markdown: for a note, a ticket or a mail, legible as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.records import Collation
from rashomon.report.apparatus import DifferenceItem
from rashomon.report.page import Moment, Page, page_of, say_findings
from rashomon.report.passages import Excerpt
from rashomon.report.statements import FactItem
from rashomon.report.wording import capital

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def render_markdown(collation: Collation) -> str:
    """Title, witnesses, account, contradictions, differences, agreed facts with their origins, what is single, voices, timeline."""
    page = page_of(collation)
    sections = (
        _head(page),
        _account(page),
        _apparatus(page),
        _facts(page),
        _voices(page),
        _timeline(page),
    )
    return "\n".join(line for section in sections for line in section).rstrip("\n") + "\n"


def escape(text: str) -> str:
    """`text` on one line, its characters standing for themselves in Markdown."""
    return _escape(text).strip()


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)))


def _head(page: Page) -> Iterator[str]:
    yield f"# {escape(page.title)}"
    yield ""
    yield say_findings(page)
    yield ""
    yield "| | report | published | relies on |"
    yield "|---|---|---|---|"
    for w in page.witnesses:
        name = escape(": ".join(filter(None, (w.outlet, w.headline))) or w.input)
        date = w.published + (f" ({w.dated})" if w.dated else "")
        yield f"| **{w.siglum}** | {name} | {date} | {', '.join(map(escape, w.leans_on))} |"
    yield ""
    of_reports = [f"{w.siglum}: {n}" for w in page.witnesses for n in w.notes]
    notes = [*page.notes, *of_reports, *(f"Not used: {name}, {reason}" for name, reason in page.rejects)]
    yield from (f"- {escape(n)}" for n in notes)
    if notes:
        yield ""


def _account(page: Page) -> Iterator[str]:
    if not page.account:
        return
    yield "## What happened, in their own words"
    yield ""
    for s in page.account:
        words = "".join(
            _escape(p.text) + (f" [{' '.join(p.sigla)}{', in part' if p.partial else ''}]" if p.sigla else "")
            for p in s.pieces
        )
        yield f"- **{s.place.siglum}** {words.strip()}"
    yield ""


def _apparatus(page: Page) -> Iterator[str]:
    for title, items in (("Contradictions", page.contradictions), ("Other differences", page.differences)):
        if not items:
            continue
        yield f"## {title}"
        yield ""
        for d in items:
            yield from _difference(d)
        yield ""


def _difference(d: DifferenceItem) -> Iterator[str]:
    within = f" (within {', '.join(d.sigla)})" if d.within else ""
    yield f"{d.number}. **{d.kind_label}**{within}: {escape(d.note or d.means)}"
    for r in d.readings:
        yield f"   - **{escape(r.value)}** {' '.join(r.sigla)}"
        for e in r.excerpts:
            yield f"     - {_excerpt(e)}"


def _excerpt(e: Excerpt) -> str:
    said = f" ({escape(e.source)})" if e.source else ""
    return f"{e.place.siglum}: {_escape(e.before)}**{escape(e.place.words)}**{_escape(e.after).rstrip()}{said}"


def _facts(page: Page) -> Iterator[str]:
    if page.agreed:
        yield "## What they agree on"
        yield ""
        for f in page.agreed:
            yield f"- {_words(f)} **{' '.join(f.sigla)}** ({escape(f.origins)}{'; in part' if f.partial else ''}){_see(f)}"
        yield ""
    if page.single:
        yield "## What only one report has"
        yield ""
        for siglum, facts in page.single:
            yield f"- **{siglum}**"
            yield from (f"  - {_words(f)}{_see(f)}" for f in facts)
        yield ""


def _words(f: FactItem) -> str:
    return _fragment(f.main) if f.fragment else escape(capital(f.text))


def _fragment(e: Excerpt) -> str:
    return f"{_escape(e.before)}**{escape(e.place.words)}**{_escape(e.after)}".strip()


def _see(f: FactItem) -> str:
    return f"; see {', '.join(map(str, f.differs))}" if f.differs else ""


def _voices(page: Page) -> Iterator[str]:
    if not page.speakers:
        return
    yield "## Who said what, and through whom"
    yield ""
    for s in page.speakers:
        yield f"- **{escape(s.name or 'nobody named')}**"
        for t in s.sayings:
            marks = ("“", "”") if t.quoted else ("", "")
            words = " … ".join(marks[0] + escape(p.words) + marks[1] for p in t.pieces)
            through = f", through {' ← '.join(map(escape, t.chain))}" if t.chain else ""
            hedge = f" ({t.hedge})" if t.hedge else ""
            yield (
                f"  - {t.siglum}: {words} *{escape(t.cue)}*{hedge}{through}"
                if t.cue
                else f"  - {t.siglum}: {words}{hedge}{through}"
            )
    yield ""


def _timeline(page: Page) -> Iterator[str]:
    for title, moments in (("Timeline", page.past), ("Still ahead, as the reports saw it", page.ahead)):
        if moments:
            yield f"## {title}"
            yield ""
            yield from map(_moment, moments)
            yield ""


def _moment(m: Moment) -> str:
    status = f" ({m.status})" if m.status else ""
    words = _fragment(m.within) if m.within else escape(capital(m.text))
    return f"- **{escape(m.when)}** {words}{status} {' '.join(m.sigla)}".rstrip()
