"""The data file of page.py, read once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class PageTables:
    """`page.toml`, whose comments say what each table is."""

    meta: dict[str, str]
    elsewhere: frozenset[str]
    elsewhere_elements: frozenset[str]
    nobody: frozenset[str]
    author_paths: tuple[str, ...]
    no_names: frozenset[str]


@cache
def page_tables() -> PageTables:
    d = tomllib.loads(resources.files("rashomon.ingest.readers").joinpath("page.toml").read_text("utf-8"))
    return PageTables(
        meta=d["meta"],
        elsewhere=frozenset(d["elsewhere"]["words"]),
        elsewhere_elements=frozenset(d["elsewhere"]["elements"]),
        nobody=frozenset(d["nobody"]["names"]),
        author_paths=tuple(d["authors"]["paths"]),
        no_names=frozenset(d["authors"]["no_names"]),
    )
