"""What the documents tell people to type exists, every command is told of, and no link leads nowhere."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from rashomon.app.cli.main import app

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "examples" / "README.md"])
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda p: p.name)


def typed(text: str) -> Iterator[str]:
    """What stands in code: lines of blocks without the remark behind them, and code within a line."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    for line in "".join(blocks).splitlines():
        yield re.split(r"\s{3,}|\s#", line.strip())[0]
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


@documents
def test_every_command_and_option_exists(document: Path) -> None:
    lines = (part.strip() for line in typed(document.read_text("utf-8")) for part in line.split(";"))
    for line in lines:
        words = line.removeprefix("$ ").split()
        if words[:1] != ["rashomon"] or not words[1:] or words[1].startswith("-"):
            continue
        command, rest = COMMANDS.get(words[1]), words[2:]
        assert command is not None, line
        if rest and rest[0] in getattr(command, "commands", ()):
            command = command.commands[rest.pop(0)]
        known = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"-h", "--help", "-"}
        for word in rest:
            assert not word.startswith("-") or word.partition("=")[0] in known, line


def test_every_command_is_told_of() -> None:
    told = "\n".join(line for d in DOCUMENTS for line in typed(d.read_text("utf-8")))
    assert [name for name in COMMANDS if f"rashomon {name}" not in told] == []


@documents
def test_every_module_and_target_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for line in typed(document.read_text("utf-8")):
        for module in re.findall(r"python -m ([\w.]+)", line):
            assert importlib.util.find_spec(module), line
        if line.startswith("make "):
            assert line.split()[1] in targets, line


@documents
def test_every_link_leads_somewhere(document: Path) -> None:
    text = document.read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s#]+)[^)]*\)", text):
        assert re.match(r"https?:", target) or (document.parent / target).exists(), target


@documents
def test_every_folder_and_file_named_exists(document: Path) -> None:
    """`src/…`, `tests/…` and the like, and paths within the package such as `annotate/months.toml`."""
    roots = (ROOT, ROOT / "src" / "rashomon")
    for line in typed(document.read_text("utf-8")):
        if (
            re.fullmatch(r"[\w-]+(/[\w.-]+)*(/|\.(py|toml|md|json|tsv))", line)
            and "/" in line
            and document.parent != ROOT / "examples"
        ):
            inside = any((root / line).exists() for root in roots)
            assert inside or line.partition("/")[0] not in TOP, line


TOP = {p.name for root in (ROOT, ROOT / "src" / "rashomon") for p in root.iterdir() if p.is_dir()}
