"""Records to compact JSON and back, by their type hints: a record becomes the array of its fields' values.

The arrays are not for other programs to read (the JSON of `report/json.py` is) but for the store to keep: the key under which they are
kept holds `FORMAT`, so that a change of the records' fields makes them anew instead of misreading them.
"""

from __future__ import annotations

import hashlib
import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rashomon.records import Annotation, Collation

R = TypeVar("R")
Decoder = Callable[[Any], Any]


def pack(record: object) -> bytes:
    """A record as compressed bytes, the same for equal records."""
    return zlib.compress(json.dumps(_plain(record), separators=(",", ":"), allow_nan=False).encode("ascii"), 6)


def unpack(kind: type[R], blob: bytes) -> R:
    """The record of `kind` that `pack` was given."""
    decode = _record_decoder(cast(Any, kind))
    found: R = decode(json.loads(zlib.decompress(blob)))
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, f.name)) for f in fields(value)]
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return value


@cache
def _decoder(kind: Any) -> Decoder | None:
    """How values of a kind are made from JSON; None where they are what JSON gives."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_decoder(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple_decoder(args)
    if origin in (Union, types.UnionType):
        inner = _decoder(next(a for a in args if a is not type(None)))
        return None if inner is None else lambda value: None if value is None else inner(value)
    if kind is datetime:
        return datetime.fromisoformat
    if kind in (str, int, float, bool) or origin is Literal:
        return None
    raise TypeError(f"no record holds a {kind!r}")


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return tuple if item is None else lambda values: tuple(map(item, values))
    items = [_decoder(a) for a in args]
    return lambda values: tuple(v if d is None else d(v) for d, v in zip(items, values, strict=True))


@cache
def _record_decoder(kind: type) -> Decoder:
    """Sets each slot by itself: `__init__` of a frozen record takes twice as long, and a story has a thousand of them."""
    hints = get_type_hints(kind)
    steps = [(getattr(kind, f.name).__set__, _decoder(hints[f.name])) for f in fields(kind)]
    check: Callable[[Any], None] | None = getattr(kind, "__post_init__", None)

    def decode(values: Any) -> Any:
        record: Any = object.__new__(kind)
        for (put, decoded), value in zip(steps, values, strict=True):
            put(record, value if decoded is None else decoded(value))
        if check is not None:
            check(record)
        return record

    return decode


def _shape(kind: Any, seen: set[type]) -> str:
    if isinstance(kind, type) and is_dataclass(kind):
        if kind in seen:
            return kind.__name__
        seen.add(kind)
        hints = get_type_hints(kind)
        return f"{kind.__name__}({','.join(f'{f.name}:{_shape(hints[f.name], seen)}' for f in fields(kind))})"
    args = get_args(kind)
    return f"{getattr(kind, '__name__', kind)}[{','.join(_shape(a, seen) for a in args)}]" if args else str(kind)


_PACKED_AS = "sections"
FORMAT = hashlib.sha256(
    "".join([_PACKED_AS, *(_shape(k, set()) for k in (Annotation, Collation))]).encode()
).hexdigest()[:12]
"""Changes when the fields of a record that the store keeps change, or how it is packed."""
