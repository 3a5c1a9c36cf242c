"""The public API as a program uses it."""

from __future__ import annotations

from pathlib import Path

import rashomon
from rashomon.app.judgements import add_judgement

REPORTS = (
    "Two potters were hurt when the kiln at Oster burst on Monday, the mayor said.",
    "Three potters were hurt when the kiln at Oster burst on Monday, the guild said.",
)


def test_judgements_are_given_as_they_are_or_as_the_file_that_keeps_them(tmp_path: Path) -> None:
    (number,) = (d for d in rashomon.collate(REPORTS).differences if d.kind == "number")
    soft = rashomon.Judgement(action="retype", targets=(number.id,), severity="soft")
    gone = rashomon.Judgement(action="dismiss", targets=(number.id,))
    assert [d.severity for d in rashomon.collate(REPORTS, [soft]).differences if d.id == number.id] == ["soft"]
    add_judgement(tmp_path / "j.jsonl", gone)
    assert number.id not in {d.id for d in rashomon.collate(REPORTS, tmp_path / "j.jsonl").differences}
    undone = rashomon.Judgement(action="undo", targets=(gone.id,))
    assert rashomon.collate(REPORTS, [gone, undone]) == rashomon.collate(REPORTS)
