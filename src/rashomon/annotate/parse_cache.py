"""Parsed lines kept between runs in a small SQLite file, for those who read the same articles again and again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path

from rashomon.annotate.parser import ParsedLine, Parser
from rashomon.records import Token


class CachedParser:
    """A `Parser` that asks the file first and the parser within only for lines that the file lacks."""

    def __init__(self, within: Parser, path: str | Path) -> None:
        self._within = within
        # SQLite itself lets threads take turns.
        self._db = sqlite3.connect(path, timeout=60, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS parsed (key BLOB PRIMARY KEY, line BLOB) WITHOUT ROWID")

    @property
    def name(self) -> str:
        return self._within.name

    def parse(self, lines: Sequence[str]) -> list[ParsedLine]:
        found: dict[str, ParsedLine] = {}
        for line in dict.fromkeys(lines):
            row = self._db.execute("SELECT line FROM parsed WHERE key = ?", (self._key(line),)).fetchone()
            if row is not None:
                found[line] = _unpacked(row[0])
        new = [line for line in dict.fromkeys(lines) if line not in found]
        if new:
            parsed = self._within.parse(new)
            found.update(zip(new, parsed, strict=True))
            with self._db:
                rows = [(self._key(line), _packed(p)) for line, p in zip(new, parsed, strict=True)]
                self._db.executemany("INSERT OR REPLACE INTO parsed VALUES (?, ?)", rows)
        return [found[line] for line in lines]

    def _key(self, line: str) -> bytes:
        return hashlib.sha256(f"{self.name}\0{line}".encode("utf-8", "surrogatepass")).digest()[:16]


def _packed(line: ParsedLine) -> bytes:
    rows = [
        [
            (t.text, t.start, t.end, t.lemma, t.pos, t.tag, t.dep, t.head, t.morph, t.entity, t.entity_begin)
            for t in sentence
        ]
        for sentence in line
    ]
    return zlib.compress(json.dumps(rows, separators=(",", ":")).encode("ascii"), 1)


def _unpacked(blob: bytes) -> ParsedLine:
    rows = json.loads(zlib.decompress(blob))
    return tuple(tuple(Token(i, *fields) for i, fields in enumerate(sentence)) for sentence in rows)
