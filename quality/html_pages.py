"""`python -m quality.html_pages GOLD OUT`: the bodies that are read off the kit's pages, as its scorer wants them."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.ingest import read_inputs
from rashomon.records import Article


def body_of(article: Article) -> str:
    """What of the page was taken for the article: its text without the headline that reading puts before it."""
    return article.text.removeprefix(article.headline or "").lstrip()


def main() -> None:
    gold, out = map(Path, sys.argv[1:])
    with TemporaryDirectory() as folder, out.open("w", encoding="utf-8") as answers:
        for line in gold.read_text("utf-8").splitlines():
            page = json.loads(line)
            file = Path(folder) / "page.html"
            file.write_bytes(gzip.decompress((gold.parent / page["file"]).read_bytes()))
            text = "\n".join(map(body_of, read_inputs([file]).articles))
            answers.write(json.dumps({"id": page["id"], "text": text}) + "\n")


if __name__ == "__main__":
    main()
