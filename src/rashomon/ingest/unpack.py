"""Bodies of answers and records unpacked, no further than they may be long."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from rashomon.errors import InputError

ACCEPTED = "gzip, deflate"
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
_AUTOMATIC = zlib.MAX_WBITS | 32
"""zlib's word for: gzip or zlib, whichever the header shows."""


def whole_body(chunks: Iterable[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """The unpacked bytes. Raises `InputError` where they are more than `limit` (or, to `cut`, gives as many), or cannot be unpacked."""
    body = bytearray()
    for piece in _unpacked(chunks, encoding.strip().lower(), limit):
        body += piece
        if len(body) > limit:
            if cut:
                break
            raise InputError(f"more than {limit / 1_000_000:g} MB")
    return bytes(body[:limit])


def unchunked(body: bytes) -> bytes:
    """A body sent in chunks put together; the body as it is where it does not keep to the form of chunks (archives undo it or not)."""
    made, at = bytearray(), 0
    while size := _CHUNK.match(body, at):
        length = int(size[1], 16)
        if not length:
            return bytes(made)
        made += body[size.end() : size.end() + length]
        at = size.end() + length + 2
    return body


def _unpacked(chunks: Iterable[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from chunks
    elif encoding in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(_bounded(chunks, limit), limit)
    else:
        raise InputError(f"packed as {encoding[:40]!r}, which was not asked for")


def _inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Never more than `limit` + 1 bytes at once: what a bomb would unpack to is never held."""
    unpacker, begun, inside = zlib.decompressobj(_AUTOMATIC), False, False
    try:
        for chunk in chunks:
            if not begun and chunk and not _has_header(chunk):
                unpacker = zlib.decompressobj(
                    -zlib.MAX_WBITS
                )  # "deflate" without zlib's header, as some servers send it
            begun = begun or bool(chunk)
            while chunk:
                yield unpacker.decompress(chunk, limit + 1)
                inside, chunk = not unpacker.eof, unpacker.unconsumed_tail
                if unpacker.eof:
                    chunk, unpacker = unpacker.unused_data, zlib.decompressobj(_AUTOMATIC)
    except zlib.error as e:
        raise InputError(f"it cannot be unpacked ({e})"[:120]) from e
    if inside:
        raise InputError("it breaks off while being unpacked")


def _bounded(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Packed bytes, which may unpack to nothing for ever."""
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > limit:
            raise InputError(f"more than {limit / 1_000_000:g} MB, packed")
        yield chunk


def _has_header(chunk: bytes) -> bool:
    return chunk[0] == 0x1F or (chunk[0] & 0x0F == 8 and (len(chunk) < 2 or (chunk[0] << 8 | chunk[1]) % 31 == 0))
