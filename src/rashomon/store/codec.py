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
    decode: Decoder = _decoder(cast(Any, kind))
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
def _decoder(kind: Any) -> Decoder:
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_decoder(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            item = _decoder(args[0])
            return lambda values: tuple(map(item, values))
        items = [_decoder(a) for a in args]
        return lambda values: tuple(d(v) for d, v in zip(items, values, strict=True))
    if origin in (Union, types.UnionType):
        inner = _decoder(next(a for a in args if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if kind is datetime:
        return datetime.fromisoformat
    if kind in (str, int, float, bool) or origin is Literal:
        return lambda value: value
    raise TypeError(f"no record holds a {kind!r}")


def _record_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    decoders = [_decoder(hints[n]) for n in names]
    if any(f.kw_only for f in fields(kind)):
        return lambda values: kind(**{n: d(v) for n, d, v in zip(names, decoders, values, strict=True)})
    return lambda values: kind(*[d(v) for d, v in zip(decoders, values, strict=True)])


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
