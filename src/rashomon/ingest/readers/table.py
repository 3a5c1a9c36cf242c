"""CSV and TSV with a header row whose columns are named as `fields.toml` knows them."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from rashomon.ingest.readers.fields import article_from
from rashomon.ingest.readers.reader import Found, Reader, counted_rejects
from rashomon.records import Reject

_CELL = 2_000_000
"""Characters in one cell at most; the library's own default of 131,072 is less than a long report."""


def read_table(stream: BinaryIO, name: str) -> Found:
    """An Article a row; a bad row is rejected by its number."""
    csv.field_size_limit(_CELL)
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="")
    try:
        delimiter = "\t" if name.endswith(".tsv") else ","
        rows = csv.DictReader((line.replace("\0", "") for line in lines), delimiter=delimiter)
        found = (
            article_from({k.strip(): v for k, v in row.items() if k and isinstance(v, str)}, f"{name}:{number}")
            for number, row in enumerate(rows, start=2)
        )
        yield from counted_rejects(found, name)
    except (csv.Error, UnicodeDecodeError) as e:
        yield Reject(input=name, reason=f"a table that cannot be read on ({e})"[:160])


TABLE = Reader(
    name="table", suffixes=(".csv", ".tsv"), knows=lambda _, suffix: suffix in (".csv", ".tsv"), read=read_table
)
