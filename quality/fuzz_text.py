"""Random Unicode texts, and reports cut off anywhere, through every reader of text and through the annotation.

    python -m quality.fuzz_text [--texts 10000] [--cut 1000] [--seed 1]

Hypothesis draws the texts and shrinks what breaks. Each is read as plain text, Markdown and JSON lines, and by every reader of
a text format, both bare and in that format's dress; every second time the bytes are cut short. All that comes back is annotated: no
exception, every span in bounds, and JSON that is valid UTF-8. Exits with 1 on the first text that fails, which it shows.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.annotate.parser import Parser
from rashomon.app.assemble import ingest, parser_for
from rashomon.errors import RashomonError
from rashomon.ingest.jsonl import read_lines
from rashomon.ingest.markdown import read_markdown
from rashomon.ingest.readers import READERS
from rashomon.records import Annotation, Article, Reject
from rashomon.report.json import annotation_json, dumps

BINARY = frozenset({"WARC", "PDF", "EPUB"})
"""Readers of containers, which tests/ingest damages byte by byte; a text is none of theirs."""
DRESSES: dict[str, Callable[[str], str]] = {
    "feed": lambda t: f"<rss version='2.0'><channel><item><title>T</title><description><![CDATA[{t}]]></description></item></channel></rss>",
    "JSON Feed": lambda t: json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": t}]}),
    "web page": lambda t: f"<html><head><title>T</title></head><body><article><h1>T</h1><p>{t}</p></article></body></html>",
    "e-mail": lambda t: f"From: a@b.example\nSubject: T\nContent-Type: text/plain; charset=utf-8\n\n{t}",
    "table": lambda t: 'id,text\n1,"' + t.replace('"', '""') + '"\n',
    "JSON": lambda t: json.dumps({"id": "1", "text": t}),
}  # fmt: skip
"""A text as a file of that format holds it; a reader without one here is given the bare text alone."""
WORDS = [
    "Ana Ortiz", "the mayor", "Mr.", "U.S.", "Kestrel Council", "Kyiv", "said", "told reporters", "according to", "denied that",
    "she", "their", "“", "”", '"', "''", "‘", "’", "'", "(", ")", "—", ",", ".", ":", "…", "\n", "\n\n", "\t", "3", "1/2", "31 February",
    "99", "12:60", "at 9p", "from 3 to 5", "next Tuesday", "23.04.2031", "Q9", "two dozen", "$5m", "-1e30", "10 %", "more than",
    "half past", "the 30th of every month", "year", "ago", "1400 GMT", "PARIS (AP) -", "By Ana Ortiz", "<p>", "&amp;", "#", "```",
    "😀", "é", "\u202e", "\ufeff", "\x00", "½", "٣", "中文", "한국",
]  # fmt: skip
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*/*.txt"))
_BATCH = 20

speech = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
texts = st.lists(st.one_of(st.text(max_size=200), speech), min_size=_BATCH, max_size=_BATCH)


class Fuzz:
    """Reads texts every way there is, and counts what was read. `articles` are annotated a batch at a time."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self.counts: Counter[str] = Counter()

    def batch(self, batch: list[str]) -> None:
        """Read and annotate texts; whatever breaks is left to raise."""
        found = [a for i, text in enumerate(batch) for a in self._articles(text, cut=i % 2 == 1)]
        kept = ingest([Article(id=str(i), text=a.text) for i, a in enumerate(found)]).articles
        for article, annotation in zip(kept, annotate(kept, self._parser), strict=True):
            check(article, annotation)
            self.counts["annotated"] += 1

    def _articles(self, text: str, *, cut: bool) -> Iterator[Article]:
        self.counts["texts"] += 1
        plain = Article(id="x", text=text)
        yield from (plain, read_markdown(plain).article)
        yield from self._kept("JSON lines", lambda: read_lines(io.BytesIO(json.dumps({"text": text}).encode()), "x"))
        for reader in READERS:
            for way in self._dressed(reader.name, text):
                data = way.encode("utf-8", "surrogatepass")
                data = data[: len(data) * 2 // 3] if cut else data
                yield from self._kept(reader.name, partial(reader.read, io.BytesIO(data), "x"))

    def _dressed(self, reader: str, text: str) -> list[str]:
        if reader in BINARY:
            return []
        return [text, *([DRESSES[reader](text)] if reader in DRESSES else [])]

    def _kept(self, reader: str, read: Callable[[], Iterator[Article | Reject]]) -> Iterator[Article]:
        """The Articles that a reader makes; refusing an input with one clear line is an answer, too."""
        try:
            for item in read():
                if not isinstance(item, Article | Reject):
                    raise TypeError(f"{reader} answered with {item!r}")
                self.counts[f"{reader}: {type(item).__name__}"] += 1
                if isinstance(item, Article):
                    yield item
        except RashomonError:
            self.counts[f"{reader}: refused"] += 1


def check(article: Article, annotation: Annotation) -> None:
    """Every span of an annotation lies in its text, and its JSON is valid UTF-8."""
    spans = [x.span for x in (*annotation.mentions, *annotation.times, *annotation.quantities, *annotation.quotes)]
    spans += [s for a in annotation.attributions for s in (*a.source, *a.cue, *a.content)]
    outside = [s for s in spans if not 0 <= s.start < s.end <= len(article.text)]
    if outside:
        raise AssertionError(f"{outside} lie outside {article.text!r}")
    dumps(annotation_json(annotation)).encode()


def run(fuzz: Fuzz, count: int, cut: int, seed_: int) -> None:
    """`count` random texts, then `cut` truncated reports."""
    reports = [path.read_text("utf-8") for path in EXAMPLES]
    pieces = st.builds(lambda t, a, b: t[int(len(t) * min(a, b)) : int(len(t) * max(a, b))], st.sampled_from(reports), st.floats(0, 1), st.floats(0, 1))  # fmt: skip
    for number, drawn in ((count, texts), (cut, st.lists(pieces, min_size=_BATCH, max_size=_BATCH))):
        if number:
            ask = settings(max_examples=-(-number // _BATCH), deadline=None, database=None, suppress_health_check=list(HealthCheck))  # fmt: skip
            seed(seed_)(ask(given(drawn)(fuzz.batch)))()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=10_000)
    parser.add_argument("--cut", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    fuzz = Fuzz(parser_for())
    run(fuzz, args.texts, args.cut, args.seed)
    print(json.dumps(dict(sorted(fuzz.counts.items())), indent=1))


if __name__ == "__main__":
    main()
