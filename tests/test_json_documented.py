"""docs/json.md is what other programs rely on: what the commands give has the fields it lists, of the kinds it says, and no others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from rashomon import Article, collate
from rashomon.app.align_pairs import align_file
from rashomon.app.assemble import annotate_articles, ingest
from rashomon.origins import find_reuse
from rashomon.records.annotation import AttributionKind, MentionKind, TimexType
from rashomon.records.article import PartKind
from rashomon.records.claim import Modality, Polarity
from rashomon.records.collation import DifferenceKind, OriginKind, Severity
from rashomon.report.json import annotation_json, collation_json
from rashomon.report.reuse import reuse_json
from rashomon.stories import group_stories

ROOT = Path(__file__).parent.parent
EVENTS = sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())
SHAPES = ("part", "mention", "time", "quantity", "quote", "attribution", "relay")
BESIDES = {"article"}
"""What shapes of one article have besides where they stand among those of others."""
_ROW = re.compile(r"\| `([^`]+)` \| ([^|]+?) \|")

Fields = dict[str, str]
"""A dotted path ("facts[].claims", with ? where it may be missing) to the kind of value that stands there."""


def tables() -> dict[str, Fields]:
    """Heading to the table below it; shapes that come back have a table each, by their own name."""
    found: dict[str, Fields] = {}
    for section in (ROOT / "docs" / "json.md").read_text("utf-8").split("\n## ")[1:]:
        for path, kind in _ROW.findall(section):
            shape, _, field = path.partition(".")
            if section.startswith("Shapes"):
                found.setdefault(shape, {})[field] = kind
            else:
                found.setdefault(section.partition("\n")[0], {})[path] = kind
    return found


TABLES = tables()


def check(value: Any, fields: Fields, where: str, besides: frozenset[str] = frozenset()) -> None:
    """Hold an object against a table of fields."""
    assert isinstance(value, dict), f"{where} is no object"
    known = {re.split(r"[.\[?]", path)[0] for path in fields}
    assert set(value) <= known | besides, f"{where} has {set(value) - known - besides}: tell docs/json.md of it"
    for name in known:
        own = {path: kind for path, kind in fields.items() if re.split(r"[.\[?]", path)[0] == name}
        if name not in value:
            assert all("?" in path for path in own), f"{where} lacks {name}"
        elif name in own or f"{name}?" in own:
            check_kind(value[name], own.get(name) or own[f"{name}?"], f"{where}.{name}")
        else:
            listed = next(iter(own)).startswith(f"{name}[]")
            inner = {path.removeprefix(name).removeprefix("[]").removeprefix("."): kind for path, kind in own.items()}
            for one in value[name] if listed else [value[name]]:
                check(one, inner, f"{where}.{name}")


def check_kind(value: Any, kind: str, where: str) -> None:
    """Hold a value against "text", "whole or null", "list of span", "hard, medium, soft" …"""
    if kind.endswith(" or null"):
        if value is None:
            return
        kind = kind.removesuffix(" or null")
    if kind.startswith("list of "):
        assert isinstance(value, list), where
        for one in value:
            check_kind(one, kind.removeprefix("list of "), f"{where}[]")
    elif kind in SHAPES:
        check(value, TABLES[kind], where, frozenset(BESIDES))
    elif kind == "span":
        assert list(value) == ["article", "start", "end"], where
        assert value["start"] < value["end"], where
    elif kind == "pair":
        assert len(value) == 2, where
        assert all(isinstance(n, int) for n in value), where
    elif kind in PLAIN:
        assert isinstance(value, PLAIN[kind]), f"{where}: {value!r} is no {kind}"
        assert kind == "yes/no" or not isinstance(value, bool), where
    else:
        assert value in kind.split(", "), f"{where}: {value!r} is none of {kind}"


PLAIN: Mapping[str, Any] = {"text": str, "whole": int, "number": (int, float), "yes/no": bool}


def reports(event: Path) -> tuple[Article, ...]:
    return ingest([str(event)]).articles


def all_reports() -> Iterator[Article]:
    for event in EVENTS:
        yield from reports(event)
    german = "Der Bürgermeister von Ornsund hat am Montag die Brücke gesperrt, weil ein Pfeiler Risse zeigte."
    yield from ingest([Article(id="", text=german)]).articles


def command(name: str) -> Fields:
    return TABLES[f"`rashomon {name}`"]


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_a_collation_has_the_documented_fields(event: Path) -> None:
    undated = Article(id="other", text="A report of one line, on a bridge.")
    found = json.loads(json.dumps(collation_json(collate([*reports(event), undated, Path("missing.txt")]), "test")))
    assert found["rejects"]
    check(found, command("collate --json"), "collation")


def test_an_annotation_has_the_documented_fields() -> None:
    for annotation in annotate_articles(list(all_reports())):
        check(json.loads(json.dumps(annotation_json(annotation))), command("annotate"), "annotation")


def test_stories_and_reuse_have_the_documented_fields() -> None:
    articles = tuple(all_reports())
    copy = Article(id="copy", text=articles[0].text + "\n\nThis report was first published by The Allard Courier.")
    for article, story in group_stories(articles).items():
        check({"id": article, "story": story}, command("stories"), "story")
    for found in find_reuse((*articles, *ingest([copy]).articles)):
        check(reuse_json(found), command("reuse"), "reuse")


def test_a_verdict_on_a_pair_has_the_documented_fields(tmp_path: Path) -> None:
    side = {"text": "The bridge at Ornsund was closed on Monday.", "headline": "Bridge closed"}
    (tmp_path / "pairs.jsonl").write_text(json.dumps({"pair": "1", "a": side, "b": side}))
    for found in align_file(str(tmp_path / "pairs.jsonl")):
        check(found, command("align"), "verdict")


@pytest.mark.parametrize(
    ("table", "field", "values"),
    [
        ("part", "kind", PartKind),
        ("mention", "kind", MentionKind),
        ("time", "type", TimexType),
        ("attribution", "kind", AttributionKind),
        ("`rashomon collate --json`", "claims[].polarity", Polarity),
        ("`rashomon collate --json`", "claims[].modality", Modality),
        ("`rashomon collate --json`", "differences[].kind", DifferenceKind),
        ("`rashomon collate --json`", "differences[].severity", Severity),
        ("`rashomon collate --json`", "facts[].origins[].kind", OriginKind),
    ],
)
def test_the_values_listed_are_those_there_are(table: str, field: str, values: Any) -> None:
    assert TABLES[table][field].split(", ") == list(get_args(values))
