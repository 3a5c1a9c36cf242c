"""The witnesses as BibTeX, for a bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.records import Collation, Witness
from rashomon.report.exports.text import byline, headline, on_one_line, safe_url

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def bibtex(collation: Collation) -> str:
    """One entry a witness: `@misc{A-2031-bdda2f46, …}`; the article's id stands in `note`, as in every other export."""
    return "\n".join(_entry(w) for w in collation.witnesses)


def _entry(w: Witness) -> str:
    year = w.published.value[:4] if w.published else "nd"
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(w))
    return f"@misc{{{w.siglum}-{year}-{w.article.id[:8]},\n{fields}}}\n"


def _fields(w: Witness) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_escaped(headline(w))}}}"
    if author := byline(w):
        yield "author", f"{{{_escaped(author)}}}"
    if w.outlet:
        yield "publisher", _escaped(w.outlet)
    if w.published:
        yield "date", w.published.value[:10]
        yield "year", w.published.value[:4]
    if url := safe_url(w.article.url):
        # Inside braces a percent sign or an underscore of an address is read as it stands by the url field's own rule.
        yield "url", url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    yield "note", f"article {w.article.id}"


def _escaped(text: str) -> str:
    return on_one_line(text).translate(_ESCAPES)
