"""Runs the product on the public sets and reads the figures that the kit's own scorers print."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent
KIT = HERE.parent.parent / "shared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What a figure is held against. `less`: smaller is better."""

    goal: float | None = None
    yardstick: float | None = None
    of: str = ""
    less: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One figure of one set. `count` is "hits/of" where the scorer counts."""

    set: str
    figure: str
    value: float | None
    against: Goal
    count: str = ""

    @property
    def key(self) -> str:
        return f"{self.set} {self.figure}"


class NotMeasuredError(Exception):
    """The set, its scorer or the product's command is not there, or the command failed."""


def sets(only: str = "") -> list[dict[str, Any]]:
    """The sets of `sets.toml` whose name holds `only`."""
    return [
        s for s in tomllib.loads((HERE / "sets.toml").read_text("utf-8"))["set"] if only.lower() in s["name"].lower()
    ]


def measure(spec: dict[str, Any]) -> list[Measured]:
    """The figures of one set. Raises `NotMeasuredError`."""
    if not KIT.is_dir():
        raise NotMeasuredError(f"the evaluation kit is not at {KIT}")
    with TemporaryDirectory() as folder:
        answer = _collation(spec, Path(folder)) if spec["task"] == "collation" else _lines(spec, Path(folder))
    return [_figure(spec["name"], name, answer, Goal(**against)) for name, against in spec["figures"].items()]


def _figure(of_set: str, name: str, answer: dict[str, Any], against: Goal) -> Measured:
    found = reduce(lambda d, k: d.get(k) if isinstance(d, dict) else None, name.split("."), answer)
    count = ""
    if isinstance(found, list):
        hits, of = found
        found, count = (hits / of if of else None), f"{hits}/{of}"
    return Measured(set=of_set, figure=name, value=found, against=against, count=count)


def _lines(spec: dict[str, Any], folder: Path) -> dict[str, Any]:
    gold = [str(KIT / "eval" / g) for g in spec["gold"]]
    where = [word for w in spec.get("where", ()) for word in ("--where", w)]
    given, answered = folder / "in.jsonl", folder / "out.jsonl"
    scorer = str(KIT / "eval" / "score.py")
    if spec["task"] == "html":
        _run([sys.executable, "-m", "quality.html_pages", *gold, str(answered)])
    else:
        _run([sys.executable, scorer, "strip", "--gold", *gold, *where, "--out", str(given)])
        _run([sys.executable, "-m", "rashomon", spec["command"], str(given), "--out", str(answered)])
    found: dict[str, Any] = json.loads(
        _run([sys.executable, scorer, spec["task"], "--gold", *gold, *where, "--pred", str(answered)])
    )
    return found


def _collation(spec: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The groups' figures pooled: counts added up, ratios weighted by what they are ratios of."""
    totals: Counter[str] = Counter()
    single: dict[str, Any] = {}
    for group in sorted(g for pattern in spec["groups"] for g in KIT.glob(pattern) if (g / "gold.json").is_file()):
        out = folder / "collation.json"
        texts = sorted(str(p) for p in group.glob("*.txt"))
        _run([sys.executable, "-m", "rashomon", "collate", *texts, "--json", str(out)])
        scorer = str(KIT / "eval" / "score_collation.py")
        single = json.loads(_run([sys.executable, scorer, "--gold", str(group / "gold.json"), "--pred", str(out)]))
        totals.update(_counts(single))
    if not totals:
        raise NotMeasuredError("no group of reports found")
    pooled = {
        "facts": {
            "recall": [totals["fact hits"], totals["fact pairs"]],
            "precision": [totals["fact right"], totals["fact judged"]],
        },
        "differences": {
            **{s: [totals[f"{s} hits"], totals[s]] for s in ("hard", "medium", "soft")},
            "loud": [totals["hard hits"] + totals["medium hits"], totals["hard"] + totals["medium"]],
            "precision": [totals["loud right"], totals["loud"]],
        },
        "traps": [totals["fired"], totals["traps"]],
    }
    return {**single, **pooled}


def _counts(answer: dict[str, Any]) -> dict[str, int]:
    facts, differences, traps = answer["facts"], answer["differences"], answer["traps"]
    found = {
        "fact hits": round((facts["recall"] or 0) * facts["pairs"]),
        "fact pairs": facts["pairs"],
        "fact right": round((facts["precision"] or 0) * facts["judged"]),
        "fact judged": facts["judged"],
        "loud": differences["reported"],
        "loud right": round((differences["precision"] or 0) * differences["reported"]),
        "fired": traps["fired"],
        "traps": traps["of"],
    }
    for severity in ("hard", "medium", "soft"):
        found[f"{severity} hits"], found[severity] = differences.get(severity, (0, 0))
    return found


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise NotMeasuredError(f"{' '.join(Path(w).name for w in command[:4])} … : {last}")
    return done.stdout
