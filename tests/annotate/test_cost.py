"""No rule of the annotation costs more than in proportion to the text: four times the text, about four times the steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice, product
from string import ascii_lowercase

import pytest
from tests.counted import steps

from rashomon.annotate.names import find_names, resolve
from rashomon.annotate.parser import Parser
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_attributions, find_quoted
from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Article, Part, Span

UNITS = {
    "dates": "on the third Monday of May 1989 and two weeks later the last day of the year ",
    "clocks": "12:30:15-10:20 p.m. to 9 a.m. (1400 GMT) on Friday between 3 and 5 ",
    "ranges": "1/1-2/2 to 3/3, 4-5 - 6 through 7th and 8th of ",
    "words that dates are made of": "the of year the last in of the next to and half of the ",
    "numbers": "two hundred and three thousand and a half million or 3 1/2 to 4.5 per cent of 12,000 ",
    "digits": "1 2 3,4 5/6-7 8.9% $10 11m ",
    "sentences with names": "Ana Ortiz met Mr. Bell of the Kestrel Council, and she told him that they would give it to her.\n",
    "new names": "Ana # told Tom # of the # Council that its mayor, # Bell, had left.\n",
    "names in a row": "Ana #, Tom Bell and the # Group, ",
    "pronouns": "she told him that they would give it to her and his own to them. ",
    "nominals": "the mayor of the city told the two leaders that a new spokesman of the company had met both countries.\n",
    "quotations": "“The lock is safe,” Odell said, adding that Marsh told the crews that it “may hold”.\n",
    "quotations on one line": "“The lock is safe,” Odell said, adding that Marsh told the crews that it “may hold”. ",
    "open marks": 'Odell said “the lock is ‘safe and "sound ',
    "closing marks": "it ” is ’ safe \" now ' ",
    "single marks over double ones": "'a “b' \" 'c ",
    "cues": "Odell said that Marsh said that ",
    "brackets": "(Odell (said ((the lock) ",
    "no words": ". - , ' ; : “ ( \" ",
}
STAGES = ("names", "quoted", "attributions", "times", "quantities", "coreference")
_SHORT, _LONG = 20, 80
_AT_MOST = 6
"""Four times the text; the rest is for what short texts do not fill, such as how far back a pronoun looks."""


def surnames() -> Iterator[str]:
    """Aabrook, Babrook, Cabrook …: no two alike, and few that begin alike."""
    for length in count(2):
        yield from (
            "".join(reversed(letters)).capitalize() + "brook" for letters in product(ascii_lowercase, repeat=length)
        )


def text_of(unit: str, times: int) -> str:
    names = surnames()
    return "".join(unit.replace("#", "{}").format(*islice(names, unit.count("#"))) for _ in range(times))


def costs(text: str, parser: Parser) -> dict[str, int]:
    """The steps of each stage; the parser's own are left out."""
    article = Article(id="t", text=text, parts=(Part(kind="body", span=Span(article="t", start=0, end=len(text))),))
    (sentences,) = sentences_of([article], parser)
    names = find_names(article, sentences)
    quoted = find_quoted(article)
    quotes, attributions = find_attributions(article, sentences, quoted, names)
    references = References(quotes=quotes)
    times = find_times(article, sentences, references)
    work = (
        lambda: find_names(article, sentences),
        lambda: find_quoted(article),
        lambda: find_attributions(article, sentences, quoted, names),
        lambda: find_times(article, sentences, references),
        lambda: find_quantities(article, sentences, times),
        lambda: resolve(article, sentences, names, quotes, attributions),
    )
    return {stage: steps(w) for stage, w in zip(STAGES, work, strict=True)}


@pytest.mark.model
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_takes_about_four_times_the_steps(unit: str, parser: Parser) -> None:
    short, long = costs(text_of(unit, _SHORT), parser), costs(text_of(unit, _LONG), parser)
    grown = {stage: (short[stage], long[stage]) for stage in STAGES if long[stage] > _AT_MOST * short[stage]}
    assert not grown
