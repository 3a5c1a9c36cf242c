"""The file of rules: TOML, a [[rule]] for each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rashomon.errors import InputError


class Rule(BaseModel):
    """What to tell of which stories, and to whom.

    `when`: "contradiction" (a new one), "origins" (a fact reached so many independent origins), "overdue" (an expected event's day has
    passed and no report says more). `stories` are ids or their beginnings and `words` words of a title; without both, all stories.
    `to`: "-" is standard output, an address that begins with https:// or http:// a webhook, anything else a file that lines are added to.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1)]
    when: Literal["contradiction", "origins", "overdue"]
    stories: tuple[str, ...] = ()
    words: str = ""
    origins: Annotated[int, Field(ge=2)] = 3
    to: Annotated[tuple[str, ...], Field(min_length=1)] = ("-",)


class _Rules(BaseModel):
    model_config = ConfigDict(extra="forbid")

    rule: tuple[Rule, ...] = ()


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file. Raises `InputError` with the place and the reason where they cannot be read."""
    try:
        rules = _Rules.model_validate(tomllib.loads(path.read_text("utf-8"))).rule
    except OSError as e:
        raise InputError(f"{path}: cannot be read: {e.strerror or e}") from e
    except ValidationError as e:
        first = e.errors()[0]
        raise InputError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from e
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise InputError(f"{path}: not TOML: {e}") from e
    names = [r.name for r in rules]
    if not rules or len(set(names)) < len(names):
        raise InputError(f"{path}: give at least one [[rule]], each with a name of its own")
    return rules
