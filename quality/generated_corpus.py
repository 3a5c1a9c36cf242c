"""A corpus of generated reports about invented events, of any size, every story of it laid side by side.

Some tens of stories are written by a small grammar, read and laid side by side for real. The others are the same stories in other towns:
a town's name is replaced, everywhere, by another of as many letters, so that every place in every text stays where it was. That makes
ten thousand reports in a minute or two instead of an hour, in a file that is to the last table what `rashomon add` and `show` would
have made.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from rashomon.app import assemble
from rashomon.app.desk import Desk
from rashomon.records import Article, Collation
from rashomon.store import Corpus, Place
from rashomon.store.codec import pack, unpack

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
_NAMES = 13**3 * 5**3
_STRIDE = 79_193
"""Shares no factor with the number of names, so that neighbours are unlike."""


def make_corpus(path: Path, articles: int) -> None:
    """Make the file."""
    desk = Desk(Corpus.create(path))
    patterns = [_read(i) for i in range(_WRITTEN)]
    for first in range(0, articles // _REPORTS, _WRITTEN):
        copies = [_renamed(p, town_name(i), town_name(first + i)) for i, p in enumerate(patterns)]
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
    name = town_name(number)
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


def town_name(number: int) -> str:
    """A name of six letters; no two numbers below 274,625 have the same."""
    rest, letters = (number * _STRIDE + _SEED) % _NAMES, ""
    for i in range(6):
        rest, letter = divmod(rest, len(_LETTERS[i % 2]))
        letters += _LETTERS[i % 2][letter]
    return letters


def _read(number: int) -> Collation:
    """A story that is read and laid side by side for real."""
    articles = assemble.ingest(written(number)).articles
    asked = assemble.ToCollate(articles=articles, annotations=tuple(assemble.annotate_articles(articles)))
    ((collation, _),) = assemble.collate_batch([asked])
    return collation


def _story_id(collation: Collation) -> str:
    return sha256(collation.witnesses[0].article.id.encode()).hexdigest()[:12]


def _renamed(pattern: Collation, old: str, new: str) -> Collation:
    """A collation with the town's name replaced in every string of it."""
    packed = zlib.decompress(pack(pattern)).decode("ascii")
    moved = packed.replace(old, new).replace(old.capitalize(), new.capitalize())
    return unpack(Collation, zlib.compress(moved.encode("ascii"), 1))
