"""A stream of invented reports for measuring speed: stories of many sizes that last some days, told by many outlets.

Every word is made up. A story has names, a place, numbers and words of its own; its reports mix them with words drawn by Zipf's law
and retell some sentences; one in eight is the last report of its story with a sentence or two left out. The more a story was told lately,
the more it is told. How well stories are told apart is not measured on this: real streams are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from rashomon.records import Article, Part, Span

_SEED = 29
_VOCABULARY = 40_000
_NAMES = 20_000
_BEGIN = date(2031, 1, 1)
_PER_DAY = 280
_NEW = 0.3
"""Share of reports that begin a story."""
_COPIED = 0.125
"""Share of the others that print the story's last report, shortened."""


@dataclass(frozen=True, slots=True)
class _Event:
    number: int
    names: tuple[str, ...]
    words: tuple[str, ...]
    sentences: tuple[str, ...]


def invented_stream(count: int, lasts: int = 1500) -> Iterator[tuple[Article, int]]:
    """Articles in the order of their days, each with the number of its story. A story is told no more `lasts` articles after it was."""
    dice = random.Random(_SEED)
    words = _made(dice, _VOCABULARY)
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    names = [w.capitalize() for w in _made(dice, _NAMES)]
    begun = 0
    told: list[tuple[_Event, int]] = []
    last: dict[int, Article] = {}
    for i in range(count):
        while told and told[0][1] < i - lasts:
            event, _ = told.pop(0)
            if event.number in last and int(last[event.number].id) < i - lasts:
                del last[event.number]
        if not told or dice.random() < _NEW:
            event = _event(begun, dice, words, weights, names)
            begun += 1
        else:
            event = dice.choice(told)[0]
        told.append((event, i))
        if event.number in last and dice.random() < _COPIED:
            report = _copy(i, last[event.number], dice)
        else:
            report = _report(i, event, dice, words, weights)
        last[event.number] = report
        yield report, event.number


def _made(dice: random.Random, size: int) -> list[str]:
    syllables = [c + v for c in "bcdfghklmnprstvz" for v in ("a", "e", "i", "o", "u", "ar", "en", "ost")]
    return ["".join(dice.choices(syllables, k=dice.choice([2, 2, 3, 3, 4]))) for _ in range(size)]


def _event(number: int, dice: random.Random, words: list[str], weights: list[float], names: list[str]) -> _Event:
    own = tuple(dice.choices(names, k=6))
    telling = tuple(dice.choices(words, k=25))
    sentences = tuple(_sentence(dice, words, weights, own, telling) for _ in range(12))
    return _Event(number, own, telling, sentences)


def _sentence(
    dice: random.Random, words: list[str], weights: list[float], names: tuple[str, ...], telling: tuple[str, ...]
) -> str:
    drawn = [*dice.choices(words, cum_weights=weights, k=12), *dice.choices(telling, k=4), *dice.choices(names, k=2)]
    if dice.random() < 0.3:
        drawn.append(str(dice.randrange(2, 900)))
    dice.shuffle(drawn)
    return f"The {' '.join(drawn)}."


def _report(i: int, event: _Event, dice: random.Random, words: list[str], weights: list[float]) -> Article:
    headline = f"{event.names[0]} {' '.join(dice.choices(event.words, k=4))} in {event.names[1]}"
    old = dice.sample(event.sentences, k=5)
    new = [_sentence(dice, words, weights, event.names, event.words) for _ in range(7)]
    return _article(i, headline, " ".join([*old, *new]), dice)


def _copy(i: int, original: Article, dice: random.Random) -> Article:
    headline, _, body = original.text.partition("\n\n")
    sentences = body.split(". ")
    return _article(i, headline, ". ".join(sentences[: max(len(sentences) - dice.choice([1, 2]), 1)]), dice)


def _article(i: int, headline: str, body: str, dice: random.Random) -> Article:
    text = f"{headline}\n\n{body}"
    name = f"{i:07}"
    parts = (
        Part(kind="headline", span=Span(article=name, start=0, end=len(headline))),
        Part(kind="body", span=Span(article=name, start=len(headline) + 2, end=len(text))),
    )
    day = (_BEGIN + timedelta(days=i // _PER_DAY)).isoformat()
    outlet = f"Outlet {dice.randrange(200)}"
    return Article(id=name, text=text, input=f"{name}.txt", outlet=outlet, published=day, language="en", parts=parts)
