"""Exports on the command line: which format goes where, and `rashomon formats`."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from rashomon.app.cli.output import STANDARD_OUTPUT, write_bytes, write_files
from rashomon.errors import UsageError
from rashomon.records import Collation


def formats() -> None:
    """List the formats that a collation can be exported in."""
    from rashomon.report.exports import EXPORTS

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, export in EXPORTS.items():
        table.add_row(name, export.about, export.suffix or "a folder of files")
    Console().print(table)


def destination(option: str) -> tuple[str, str]:
    """Format and file of "csv=tables": told before any work is done if there is no such format."""
    from rashomon.report.exports import EXPORTS

    name, equals, to = option.partition("=")
    if not equals or not to:
        raise UsageError(f"--export {option}: write it as FORMAT=F, for example csv=tables")
    if name not in EXPORTS:
        raise UsageError(f"--export {option}: no format is called {name!r}; there are {', '.join(EXPORTS)}")
    if to == STANDARD_OUTPUT and EXPORTS[name].suffix is None:
        raise UsageError(f"--export {option}: {name} is a folder of files: name a folder")
    return name, to


def files_among(wanted: list[tuple[str, str]]) -> list[str]:
    """The destinations that are one file, without the folders, which are made where they are missing."""
    from rashomon.report.exports import EXPORTS

    return [to for name, to in wanted if EXPORTS[name].suffix is not None]


def write_export(collation: Collation, name: str, to: str) -> None:
    """Write a collation in a format to a file, or into a folder if the format has several files."""
    from rashomon.report.exports import EXPORTS, export_files

    files = export_files(collation, name)
    if EXPORTS[name].suffix is None:
        write_files(to, files)
    else:
        write_bytes(to, next(iter(files.values())))
