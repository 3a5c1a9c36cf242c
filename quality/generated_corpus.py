"""A corpus of generated reports about invented events, of any size, every story of it laid side by side.

Some tens of stories are written by a small grammar, read and laid side by side for real. The others are the same stories in other towns:
a town's name is replaced, everywhere, by another of as many letters, so that every place in every text stays where it was. That makes
ten thousand reports in a minute or two instead of an hour, in a file that is to the last table what `rashomon add` and `show` would
have made.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from rashomon.app import assemble
from rashomon.app.desk import Desk
from rashomon.records import Article, Collation
from rashomon.store import Corpus, Place

_WRITTEN = 40
"""Stories that are written and read for real."""
_REPORTS = 4
_SEED = 7
_ELSEWHERE = 20_000
"""Stories from this number on are in no corpus made here."""
_FIRST, _LAST = (
    ("Ilse", "Tomas", "Mara", "Anders", "Petra", "Jonas"),
    ("Brandt", "Quist", "Oduya", "Sorel", "Lindqvist"),
)
_HAPPENED = (
    (
        "fire at the {place} warehouse",
        "burned",
        "A fire broke out in a warehouse in {town} on {day}, the fire service said.",
    ),
    ("bus crash near {place}", "hurt", "A bus left the road near {town} on {day} and struck a wall, police said."),
    ("strike at the {place} port", "stopped", "Dockers in {town} walked out on {day} over pay, the union said."),
    (
        "flood in {place}",
        "driven out",
        "The river at {town} burst its banks on {day} after two days of rain, officials said.",
    ),
)
_OUTLETS = ("Courier", "Ledger", "Islander", "Gazette", "Evening Post", "Radio North")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_LETTERS = "bdfgklmnprstv", "aeiou"
Record = TypeVar("Record")


def make_corpus(path: Path, articles: int) -> None:
    """Make the file."""
    desk = Desk(Corpus.create(path))
    patterns = [_read(i) for i in range(_WRITTEN)]
    towns = town_names(random.Random(_SEED), skip=_WRITTEN)
    for _ in range(0, articles, _WRITTEN * _REPORTS):
        copies = [
            _renamed(p, {old: new, old.capitalize(): new.capitalize()}) for p, old, new in _moved(patterns, towns)
        ]
        desk.corpus.add(w.article for c in copies for w in c.witnesses)
        desk.corpus.keep_annotations(desk.key, [w.annotation for c in copies for w in c.witnesses])
        stories = [_story_id(c) for c in copies]
        with desk.corpus.placing() as placing:
            found = placing.unplaced(_WRITTEN * _REPORTS)
            of = {w.article.id: s for c, s in zip(copies, stories, strict=True) for w in c.witnesses}
            places = [
                Place(article=a.id, story=of[a.id], why="generated", day=(a.published or "")[:10]) for _, a in found
            ]
            placing.put(places, found[-1][0])
        for story, collation in zip(stories, copies, strict=True):
            desk.keep(story, collation)
    desk.corpus.note_read(desk.key)


def new_reports(count: int) -> Iterator[dict[str, str]]:
    """Reports that no corpus made here has, as JSON lines give them."""
    for i in range(0, count, _REPORTS):
        for a in written(_ELSEWHERE + i):
            yield {"id": a.id, "text": a.text, "outlet": a.outlet or "", "published": a.published or ""}


def written(number: int) -> list[Article]:
    """The reports of one story. They agree in most, differ in a number, and one of them copies another."""
    chance = random.Random(f"{_SEED} {number}")
    name = next(islice(town_names(random.Random(_SEED)), number, None))
    town = name.capitalize()
    title, hurt, lead = chance.choice(_HAPPENED)
    day, month_day = chance.choice(_DAYS), chance.randint(1, 28)
    mayor = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    toll = chance.randint(3, 40)
    told = [lead.format(town=town, day=day)]
    told.append(
        f"Mayor {mayor} said {{toll}} people were {hurt} and the road to {town} would stay closed until Sunday."
    )
    told.append(
        f"“We were warned too late,” {mayor} told reporters in {town}. An inquiry is expected to open next month."
    )
    told.append(f"Residents of {town} said the council had ignored complaints for {chance.randint(2, 9)} years.")
    outlets = chance.sample(_OUTLETS, _REPORTS)
    found = []
    for i, outlet in enumerate(outlets):
        body = " ".join(told if i != 1 else [told[0], *told[2:], told[1]]).format(toll=toll + (2 if i == 2 else 0))
        headline = title.format(place=town).capitalize() if i == 0 else f"{town}: {title.format(place=town)}"
        text = f"{headline}\n\nBy {chance.choice(_FIRST)} {chance.choice(_LAST)}, {outlet}\n\n{body}\n"
        published = f"2031-05-{month_day:02}T{8 + i:02}:00:00Z"
        found.append(Article(id=f"{name}-{i}", text=text, headline=headline, outlet=outlet, published=published))
    return found


def town_names(chance: random.Random, skip: int = 0) -> Iterator[str]:
    """Names of six letters, no two alike."""
    seen: set[str] = set()
    while True:
        name = "".join(chance.choice(_LETTERS[i % 2]) for i in range(6))
        if name not in seen:
            seen.add(name)
            if len(seen) > skip:
                yield name


def _read(number: int) -> Collation:
    """A story that is read and laid side by side for real."""
    articles = assemble.ingest(written(number)).articles
    asked = assemble.ToCollate(articles=articles, annotations=tuple(assemble.annotate_articles(articles)))
    ((collation, _),) = assemble.collate_batch([asked])
    return collation


def _moved(patterns: Sequence[Collation], towns: Iterator[str]) -> Iterator[tuple[Collation, str, str]]:
    """Each pattern with its own town and another."""
    return zip(patterns, islice(town_names(random.Random(_SEED)), len(patterns)), towns, strict=False)


def _story_id(collation: Collation) -> str:
    return sha256(collation.witnesses[0].article.id.encode()).hexdigest()[:12]


def _renamed(record: Record, names: dict[str, str]) -> Record:
    """A record with names replaced in every string of it."""
    found: Any = record
    if isinstance(record, str):
        for old, new in names.items():
            found = found.replace(old, new)
    elif isinstance(record, tuple):
        found = tuple(_renamed(r, names) for r in record)
    elif is_dataclass(record) and not isinstance(record, type):
        changed = {f.name: _renamed(getattr(record, f.name), names) for f in fields(record)}
        found = replace(record, **changed)
    return found  # type: ignore[no-any-return]
