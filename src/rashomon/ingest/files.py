"""Files and folders to decoded text, with one clear reason for each that cannot be used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from rashomon.errors import InputError
from rashomon.ingest.lines import BREAK

MAX_CHARS = 1_000_000
"""No report is as long; what is longer is a file of something else, and would keep the parser busy for an hour."""
MAX_BYTES = 4 * MAX_CHARS
GZIP = b"\x1f\x8b"
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    GZIP: "gzip-compressed once more: unpack it first",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"SQLite format 3": "a database",
    b"\xff\xfe": "UTF-16: save it as UTF-8",
    b"\xfe\xff": "UTF-16: save it as UTF-8",
}
_PARTS_OF_PAGES = (
    "_files",
    "-files",
    ".files",
    "_fichiers",
    "-Dateien",
    "_archivos",
    "_bestanden",
    "_file",
    "_arquivos",
    "_filer",
)
"""How browsers end the name of that folder, each in its language."""
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x1c\x1d\x1e\x1f\x85")


def files_in(folder: Path, closed: Callable[[OSError], None]) -> Iterator[Path]:
    """The files below a folder in the order of their names; hidden ones, links to folders and what belongs to a saved page are passed over.

    `closed` is told of each folder that cannot be looked into.
    """
    for at, folders, names in os.walk(folder, onerror=closed):
        pages = {stem for stem, suffix in map(os.path.splitext, names) if suffix.lower() in (".html", ".htm")}
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _belongs_to_page(f, pages))
        yield from (Path(at) / n for n in sorted(names) if not n.startswith("."))


def _belongs_to_page(folder: str, pages: set[str]) -> bool:
    """Whether a browser made the folder for the pictures and frames of the page saved beside it ("kiln.html", "kiln_files")."""
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _PARTS_OF_PAGES)


def check_file(path: Path) -> None:
    """Raise `InputError` unless `path` is a plain file that can be opened."""
    try:
        if not path.exists():
            raise InputError("no such file or folder")
        if not path.is_file():
            raise InputError("not a plain file")
    except OSError as e:
        raise InputError(_os_reason(e)) from e
    except ValueError as e:
        raise InputError("not a file's name") from e


def first_bytes(path: Path, count: int) -> bytes:
    """The first bytes of a file, by which its format is known. Raises `InputError`."""
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as e:
        raise InputError(_os_reason(e)) from e


def read_text(path: Path) -> str:
    """The whole text of a file. Raises `InputError` where it is no text, too long or not UTF-8."""
    check_file(path)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"{size:,} bytes: too long for a report (at most {MAX_CHARS:,} characters)")
        return decode(path.read_bytes())
    except OSError as e:
        raise InputError(_os_reason(e)) from e


def decode(data: bytes) -> str:
    """UTF-8 to text, a byte order mark dropped. Raises `InputError` for anything else."""
    for start, kind in _SIGNATURES.items():
        if data.startswith(start):
            raise InputError(f"not a text: {kind}")
    controls = sum(data.count(bytes([c])) for c in range(32) if c not in _TEXT_CONTROLS)
    if data.count(0) or controls > 0.02 * len(data):
        raise InputError("not a text: binary data")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        before = data[: e.start].decode("utf-8-sig")
        raise InputError(
            f"not valid UTF-8: byte 0x{data[e.start]:02x} at offset {e.start:,}"
            f" (line {len(BREAK.findall(before)) + 1}); save it as UTF-8"
        ) from e


def _os_reason(e: OSError) -> str:
    return (e.strerror or str(e)).lower()
