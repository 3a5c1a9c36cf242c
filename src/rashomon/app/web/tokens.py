"""Access tokens: who may read, who may also write. The file keeps their hashes, so that reading it gives no access."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from rashomon.errors import InputError, UsageError

Scope = Literal["read", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as the file knows it. A scope of "write" holds "read"."""

    name: str
    scope: Scope
    sha256: str

    def allows(self, wanted: Scope) -> bool:
        """Whether the token's holder may do what needs the scope `wanted`."""
        return self.scope == "write" or wanted == "read"


class TokenFile:
    """The tokens of a server: a JSON line for each, read anew whenever the file has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: tuple[int, int] | None = None
        self._tokens: dict[str, Token] = {}

    def holder(self, secret: str) -> Token | None:
        """The token that a secret is for; None for an unknown one."""
        self._refresh()
        return self._tokens.get(_hash(secret))

    def tokens(self) -> list[Token]:
        """All tokens, oldest first."""
        self._refresh()
        return list(self._tokens.values())

    def add(self, name: str, scope: Scope) -> str:
        """Make a token; its secret is given back here and nowhere else. Raises `UsageError` for a name in use."""
        if any(t.name == name for t in self.tokens()):
            raise UsageError(f"{self.path} has a token called {name!r}: revoke it first or choose another name")
        secret = f"rashomon_{secrets.token_urlsafe(32)}"
        self._write([*self.tokens(), Token(name=name, scope=scope, sha256=_hash(secret))])
        return secret

    def revoke(self, name: str) -> None:
        """Take a token back. Raises `UsageError` when there is none of that name."""
        rest = [t for t in self.tokens() if t.name != name]
        if len(rest) == len(self._tokens):
            raise UsageError(f"{self.path} has no token called {name!r}")
        self._write(rest)

    def _refresh(self) -> None:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            self._stamp, self._tokens = None, {}
            return
        stamp = (stat.st_mtime_ns, stat.st_size)
        if stamp != self._stamp:
            self._tokens = {t.sha256: t for t in _read(self.path)}
            self._stamp = stamp

    def _write(self, tokens: list[Token]) -> None:
        part = self.path.with_name(self.path.name + ".part")
        lines = [json.dumps({"name": t.name, "scope": t.scope, "sha256": t.sha256}) + "\n" for t in tokens]
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as f:
                f.writelines(lines)
            os.replace(part, self.path)
        except OSError as e:
            raise InputError(f"cannot write {self.path}: {e.strerror or e}") from e


def _read(path: Path) -> list[Token]:
    try:
        lines = path.read_text("utf-8").splitlines()
        return [_token(json.loads(line)) for line in lines if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise InputError(f"{path}: not a file of tokens: make one with `rashomon token add NAME`") from e


def _token(line: dict[str, str]) -> Token:
    scope = line["scope"]
    if scope not in get_args(Scope):
        raise ValueError(scope)
    return Token(name=line["name"], scope=scope, sha256=line["sha256"])  # type: ignore[arg-type]


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
