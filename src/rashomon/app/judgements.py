"""The file that judgements are kept in: JSON lines, added to and never rewritten."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from rashomon.collate.judge import Action, Judgement
from rashomon.errors import InputError, RashomonError
from rashomon.records.collation import DifferenceKind, Severity


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """The judgements of a file in their order. `InputError` names the line that cannot be read."""
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except FileNotFoundError as e:
        raise InputError(
            f"no judgements are kept in {path}: `rashomon judge dismiss`, `merge` … make such a file"
        ) from e
    except (OSError, UnicodeDecodeError) as e:
        raise InputError(f"cannot read {path}: {getattr(e, 'strerror', None) or e}") from e
    return tuple(_parse(line, f"{path}:{i}") for i, line in enumerate(lines, start=1) if line.strip())


def add_judgement(path: str | Path, judgement: Judgement) -> None:
    """Add one judgement at the end of a file, which is made if it is not there."""
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as f:
            f.write(json.dumps(judgement_json(judgement), ensure_ascii=False) + "\n")
    except OSError as e:
        raise RashomonError(f"cannot write {path}: {e.strerror or e}") from e


def judgement_json(j: Judgement) -> dict[str, object]:
    """A judgement as one line of the file; `id` is there for people, it follows from the rest."""
    found: dict[str, object] = {"id": j.id, "action": j.action, "targets": list(j.targets)}
    optional = {"kind": j.kind, "severity": j.severity, "because": j.because, "places": list(j.places)}
    return {**found, **{k: v for k, v in optional.items() if v}}


def judgement_of(data: Any) -> Judgement:
    """The judgement that `judgement_json` was given. Raises ValueError, KeyError or TypeError for anything else."""
    return Judgement(
        action=_one_of(data["action"], get_args(Action)),
        targets=_strings(data["targets"]),
        kind=_one_of(data["kind"], get_args(DifferenceKind)) if data.get("kind") else None,
        severity=_one_of(data["severity"], get_args(Severity)) if data.get("severity") else None,
        because=str(data.get("because", "")),
        places=_strings(data["places"]) if data.get("places") else (),
    )


def _parse(line: str, where: str) -> Judgement:
    try:
        return judgement_of(json.loads(line))
    except (ValueError, KeyError, TypeError) as e:
        raise InputError(f"{where}: no judgement: {e}") from e


def _one_of(value: Any, allowed: Sequence[str]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value) or not value:
        raise ValueError("`targets` and `places` must be lists of ids")
    return tuple(value)
