"""Whatever comes, a reader answers with Articles and Rejects."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from quality.hostile import hostile

from rashomon.ingest import read_inputs
from rashomon.ingest.files import MAX_CHARS
from rashomon.ingest.readers import READERS, Reader
from rashomon.records import Article, Reject

from .test_formats import FORMATS

SEEDS = [content if isinstance(content, bytes) else content.encode() for _, content, _ in FORMATS.values()]


def damaged(chance: random.Random) -> bytes:
    """A seed cut short, with bits flipped, pieces repeated or spliced with another."""
    data = bytearray(chance.choice(SEEDS))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data = data[:at]
            case 1 if data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 400)] * chance.randint(1, 20)
            case 3:
                other = chance.choice(SEEDS)
                data[at:] = other[chance.randrange(len(other)) :]
            case _:
                data[at:at] = chance.randbytes(chance.randint(1, 40))
    return bytes(data)


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.name)
def test_no_damaged_input_breaks_a_reader(reader: Reader) -> None:
    chance = random.Random(reader.name)
    for _ in range(10 if reader.name == "PDF" else 150):
        for found in reader.read(io.BytesIO(damaged(chance)), "x"):
            assert isinstance(found, Article | Reject)


@pytest.mark.parametrize(("name", "data"), hostile(part=400))
def test_what_is_made_to_do_harm_ends_in_an_answer(name: str, data: bytes, tmp_path: Path) -> None:
    """The whole size is for `make fuzz-readers`."""
    file = tmp_path / name
    file.write_bytes(data)
    found = read_inputs([file])
    assert found.articles or found.rejects
    assert all(len(a.text) <= MAX_CHARS for a in found.articles)
    assert not any("root:" in a.text for a in found.articles)
