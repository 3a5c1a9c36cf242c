"""An archive that is read into a corpus in two sittings."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from quality.bench_warc import record

from rashomon.ingest import stream_inputs
from rashomon.records import Article
from rashomon.store import Corpus


def test_an_archive_goes_on_where_it_was_interrupted(tmp_path: Path) -> None:
    archive = tmp_path / "news.warc.gz"
    archive.write_bytes(b"".join(record(n) for n in range(12)))
    corpus = Corpus.create(tmp_path / "c.sqlite")
    corpus.add(a for a in islice(stream_inputs([archive], corpus.offset), 5) if isinstance(a, Article))
    begun = corpus.offset(str(archive))
    assert begun > 0
    rest = [a for a in stream_inputs([archive], corpus.offset) if isinstance(a, Article)]
    assert len(rest) == 8, "the last record is read once more, those before it are not"
    assert len(corpus.add(rest).new) == 7
    assert corpus.counts()["articles"] == 12


def test_other_inputs_begin_at_their_beginning(tmp_path: Path) -> None:
    assert Corpus.create(tmp_path / "c.sqlite").offset("anything.txt") == 0
