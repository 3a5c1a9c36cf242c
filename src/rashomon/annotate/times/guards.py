"""Conditions on the place where a rule applies, by the names that rules.txt gives them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rashomon.annotate.atoms import Atoms, token_at
from rashomon.annotate.times.chunks import Chunk
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.intervals import seconds_of
from rashomon.annotate.times.tense import tense_at

if TYPE_CHECKING:
    from rashomon.records import Sentence, Token

_BEFORE_YEAR = frozenset({"in", "since", "until", "during", "circa", "year", "before", "by"})
_NOT_BEFORE_YEAR = frozenset(
    {
        "#",
        "$",
        "about",
        "flight",
        "least",
        "nearly",
        "no",
        "number",
        "over",
        "page",
        "resolution",
        "room",
        "some",
        "than",
        "£",
        "€",
    }
)
_GLUED_BEFORE = frozenset({"(", "-", '"', "'", "/", "[", "“", "‘"})
_MEASURES = frozenset(
    {
        "%",
        "acres",
        "billion",
        "degrees",
        "dollars",
        "dozen",
        "euros",
        "feet",
        "foot",
        "hectares",
        "hundred",
        "kilometers",
        "kilometres",
        "km",
        "men",
        "meters",
        "metres",
        "mile",
        "miles",
        "million",
        "people",
        "per",
        "percent",
        "points",
        "pounds",
        "soldiers",
        "thousand",
        "tonnes",
        "tons",
        "trillion",
        "troops",
        "votes",
        "women",
        "yards",
    }
)
"""Words after a number that show it to be an amount."""


class Place:
    """One sentence, asked about by guards."""

    def __init__(self, sentence: Sentence, atoms: Atoms) -> None:
        self.sentence = sentence
        self.atoms = atoms

    def before(self, chunk: Chunk, back: int = 1) -> str:
        i = chunk.start - back
        return self.atoms.words[i] if i >= 0 else ""

    def after(self, chunk: Chunk, on: int = 0) -> str:
        i = chunk.end + on
        return self.atoms.words[i] if i < len(self.atoms) else ""

    def token(self, chunk: Chunk) -> Token:
        """The parser's token of the chunk's last word."""
        return token_at(self.sentence, self.atoms.starts[chunk.end - 1])

    def allows(self, guard: str, chunk: Chunk, meaning: Meaning) -> bool:
        """Whether the guard of that name lets the chunk stand."""
        return GUARDS[guard](self, chunk, meaning)


def _no_measure(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "In May 20 people …": the number counts the people."""
    return p.after(c) not in _MEASURES


def _year(p: Place, c: Chunk, m: Meaning) -> bool:
    """A bare number of four digits is a year unless it counts something, or stands glued to something else."""
    before, after = p.before(c), p.after(c)
    if p.atoms.glued(c.start) and before not in _GLUED_BEFORE:
        return False
    if p.atoms.glued(c.end) and (after.isalnum() or after in ("%", "°", "$")):
        return False
    if after == ":" and p.after(c, 1)[:1].isdigit():
        return False
    if after in _MEASURES or before in _NOT_BEFORE_YEAR:
        return False
    if before in _BEFORE_YEAR:
        return True
    round_or_old = m["year"] % 100 == 0 or not 1800 <= m["year"] <= 2050
    token = p.token(c)
    head = p.sentence.tokens[token.head]
    counts = token.dep == "nummod" and head.tag in ("NNS", "NNPS")
    return not (round_or_old and counts) and 1300 <= m["year"] <= 2150


def _adjective(p: Place, c: Chunk, _m: Meaning) -> bool:
    token = p.token(c)
    return token.dep == "amod"


def _bare_noun(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.token(c).dep not in ("compound", "amod") and p.after(c) != "of"


def _bare_units(p: Place, c: Chunk, m: Meaning) -> bool:
    """A plural alone, "for months": not a compound's part, not "seconds" the verb."""
    token = p.token(c)
    if (
        token.pos not in ("NOUN", "PROPN")
        or (len(token.text) > 1 and token.text[0].isupper() and c.start > 0)
        or p.before(c) in ("-", "$", "of", "other", "those", "all", "both")
    ):
        return False
    return m["unit"] not in ("S", "Q", "WE") and token.dep != "compound" and p.after(c) != "'"


def _a_unit(p: Place, c: Chunk, m: Meaning) -> bool:
    return m["unit"] != "S" and p.token(c).dep != "compound"


def _rate(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "four ferries a week", "$5 a share a year": right after a noun, a number or a sum, not after a verb."""
    if m.get("n") != 1 or p.atoms.words[c.start] not in ("a", "an") or c.start == 0:
        return False
    before = token_at(p.sentence, p.atoms.starts[c.start - 1])
    counted = before.pos in ("NOUN", "NUM", "SYM") or before.lower in ("once", "twice")
    return counted and p.token(c).dep in ("npadvmod", "nmod", "appos", "dobj", "dep") and p.after(c) not in _AROUND


_AROUND = frozenset({"ago", "earlier", "later", "before", "after", "or", "-"})


def _the_unit(p: Place, c: Chunk, m: Meaning) -> bool:
    token = p.token(c)
    return m.get("unit", "Y") in ("Y", "W", "M", "Q", "D") and token.dep != "compound" and p.after(c) not in ("of", "-", "that", "when", "before", "after", "in") and "times" not in m  # fmt: skip


def _the_tod(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.token(c).dep != "compound" and p.after(c) != "of"


def _bare_season(p: Place, c: Chunk, _m: Meaning) -> bool:
    token = p.token(c)
    return token.pos in ("NOUN", "PROPN") and (
        p.before(c)
        in ("in", "by", "since", "until", "each", "of", "during", "through", "before", "dry", "rainy", "and")
    )


def _bare_tod(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.before(c) in ("at", "by", "that", "one", "per") or p.after(c) == ""


def _clock(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "10:30" without am or pm: not a score, a verse or a ratio."""
    if p.atoms.glued(c.end) and p.after(c) in (":", "-", "/", ".") and p.after(c, 1)[:1].isdigit():
        return p.after(c) == "-"
    minutes = p.atoms.words[c.end - 1]
    return len(minutes) == 2 and not (p.atoms.glued(c.start) and p.before(c) in (":", "-", "/", "."))


def _decade(p: Place, c: Chunk, _m: Meaning) -> bool:
    return not (p.atoms.glued(c.end) and p.after(c).isalnum()) and p.before(c) not in ("his", "her", "their", "my")


def _day_of_month(p: Place, c: Chunk, _m: Meaning) -> bool:
    token = p.token(c)
    return p.before(c) in ("on", "by", "until", "since", "of") and token.dep == "pobj" and p.after(c) not in ("of", "-")


def _holiday(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.token(c).dep != "compound" or p.after(c) in ("day", "eve", "night", "morning")


def _full_name(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "Sun" or "Mar" by itself is a newspaper or a verb as often as a day; "the Long March" is no month."""
    word = p.atoms.words[c.start]
    if word == "march" and (p.before(c) in ("the", "a", "his", "her", "their") or _named_on(p, c) or _marched(p, c)):
        return False
    return p.atoms.words[c.end - 1] == "." or len(word) > 3 or word == "may" or ("month" in m and _in_its_place(p, c))


def _in_its_place(p: Place, c: Chunk) -> bool:
    """ "since Feb", "from Sep to Nov": a short name where a month stands, unless it is somebody's."""
    return p.before(c) in _BEFORE_MONTH and p.token(c).entity != "PERSON" and p.atoms.raw[c.start][0].isupper()


_BEFORE_MONTH = frozenset({"in", "since", "until", "till", "during", "from", "through", "between", "-", "to", "by"})


def _marched(p: Place, c: Chunk) -> bool:
    """ "the annual March for Bread", not "in March of 1953"."""
    i = c.end + 1
    named = i < len(p.atoms) and p.atoms.raw[i][:1].isupper() and p.token(c).pos == "PROPN"
    return named and p.after(c) in ("for", "on", "of") and p.before(c) not in _BEFORE_MONTH


def _named_on(p: Place, c: Chunk) -> bool:
    return c.start > 1 and p.atoms.raw[c.start - 1][:1].isupper() and p.before(c) not in ("early", "late", "in", "by")


def _season(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "the fall of the city" is none."""
    return p.after(c) != "of" and p.token(c).dep not in ("compound", "amod")


def _not_adjective(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.token(c).dep not in ("amod", "compound")


def _around(p: Place, c: Chunk, m: Meaning) -> bool:
    return m.get("mod") == "APPROX" and p.atoms.words[c.start] in ("around", "about", "approximately", "roughly")


def _ends_clause(p: Place, c: Chunk, _m: Meaning) -> bool:
    return p.after(c) in (".", ",", ";", ")", "", "and", "when", ":")


def _often(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "meets weekly", "the daily count"; a daily, a weekly is a paper, "quarterly" before a noun tells what kind it is."""
    if p.token(c).pos in ("NOUN", "PROPN") or _rated(p, c):
        return False
    return m["unit"] != "M" or _not_adjective(p, c, m)


def _measured(sentence: Sentence, token: Token) -> bool:
    """A number, or a noun that a number counts."""
    return token.pos in ("NUM", "SYM") or any(t.dep == "nummod" for t in sentence.children(token))


def _rated(p: Place, c: Chunk) -> bool:
    """ "20,000 tonnes annually", "grows 4% annually": how much a year, not how often."""
    token = p.token(c)
    before = token_at(p.sentence, p.atoms.starts[max(c.start - 1, 0)])
    return token.lower == "annually" and before.pos in ("NUM", "SYM", "NOUN") and _measured(p.sentence, before)


def _counts_units(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "three quarters" of something are no quarters of a year, "the 1988 quarter" is one."""
    return m["n"] != 0 and not (m["unit"] == "Q" and (m["n"] >= 1000 or (m["n"] in (1, 2, 3) and p.after(c) == "of")))


def _within(_p: Place, _c: Chunk, m: Meaning) -> bool:
    """ "earlier this month", "later today" are parts of them; the "earlier" of "earlier Friday", "earlier this week" is the clause's."""
    return "weekday" not in m and m.get("unit") != "W"


_DAYS = frozenset({"day", "weekday", "days", "holiday"})


def _dayed(_p: Place, _c: Chunk, m: Meaning) -> bool:
    """A clock time goes with a day, not with a week or a year: "this week 8 a.m." are two."""
    return bool(_DAYS & m.keys()) or m.get("unit") == "D" or "offset" in m


def _counted(_p: Place, _c: Chunk, m: Meaning) -> bool:
    """ "two weeks before Christmas" is a day, if both the number and the day can be known."""
    return m["offset"].get("n") != "X" and "side" not in m["offset"] and bool(_DAYS & m["base"].keys())


def _slash(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "5/12" is a day rather than a fraction after "on", "until", a weekday and the like."""
    before = p.before(c)
    listed = (
        before in ("-", "to", "and", "through", "until", ",", "or")
        and p.before(c, 2).isdigit()
        and p.before(c, 3) == "/"
    )
    return before in _BEFORE_SLASH or before.endswith("day") or listed


_BEFORE_SLASH = frozenset(
    {"on", "until", "till", "by", "from", "between", "this", "next", "since", "before", "after", "starting"}
)


def _ahead(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "will leave in two weeks", not "the best result in two years"."""
    if m["offset"].get("n") == "X" or m["offset"].get("side") or "mod" in m["offset"]:
        return False
    return tense_at(p.sentence, p.token(c)) > 0


def _sided(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "following" without an article is a preposition or a verb."""
    return p.atoms.words[c.start] != "following"


_UNIT_WORDS = frozenset({"-", "seconds", "minutes", "hours", "days", "weeks", "months", "years", "per"})


def _half_letter(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "at 9a", "until 5p": elsewhere it is a page or a part of something."""
    return p.before(c) in _BEFORE_CLOCK and not (p.atoms.glued(c.end) and p.after(c)[:1].isalnum())


_BEFORE_CLOCK = frozenset({"at", "by", "until", "till", "from", "to", "before", "after", "around", "@"})


def _half_day(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "tomorrow am", not "today am I"."""
    return p.token(c).pos not in ("VERB", "AUX") and p.after(c) != "i"


def _dotted(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "at 2.30": a clock unless it is a price, a rate or the number of something."""
    return _no_measure(p, c, _m) and p.token(c).dep != "nummod" and p.before(c, 2) not in _SUMS and p.after(c) != "-"


_SUMS = frozenset(
    {"trading", "closed", "close", "ended", "quoted", "stood", "up", "down", "unchanged", "opened", "rose"}
)
"""Words before "at" and a price."""


def _hour_alone(p: Place, c: Chunk, m: Meaning) -> bool:
    """An hour without more to it: "on Friday at 7", not "on Friday at 7 schools", "at 7-Eleven"."""
    token = p.token(c)
    head = p.sentence.head(token)
    counts = token.dep in ("nummod", "compound", "amod") and head.start > token.start
    on_a_day = "tod" in m or _dayed(p, c, m) or p.before(c) == "at"
    return (
        on_a_day
        and 0 < m["hour"] <= 12
        and not counts
        and p.after(c) not in _MEASURES
        and p.after(c) not in ("-", "/", ":", "$")
    )


def _half_open(_p: Place, _c: Chunk, m: Meaning) -> bool:
    """ "from 7 to 7:30": the hour that is a mere number stands before a clock time with its minutes, not far off."""
    opens, closes = m["opens"], m["closes"]
    return 0 < opens <= 12 and "minute" in closes and opens == int(opens)


def _half_closed(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "8am-3", not the beginning of "19:00-03:00"."""
    return (
        "ampm" in m["opens"] and 0 < m["closes"] <= 12 and not (p.atoms.glued(c.end) and p.after(c) in (":", ".", "/"))
    )


def _no_more(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "for 30 minutes later this week": the "later" is the week's."""
    after = p.after(c)
    return after not in ("than", "today", "tonight") and not (after in ("this", "that") and p.after(c, 1) in _PERIODS)


_PERIODS = frozenset({"morning", "afternoon", "evening", "night", "day", "week", "month", "quarter", "season", "year"})


def _no_year_range(p: Place, c: Chunk, m: Meaning) -> bool:
    """ "2015-03" is a month, "1904-12" and "1914-15" are years."""
    return _lone(p, c, m) and m["month"] < m["year"] % 100


def _lone(p: Place, c: Chunk, _m: Meaning) -> bool:
    """Not part of something longer, as in a telephone number."""
    joined = (p.atoms.glued(c.end) and p.after(c)[:1] in "-/") or (p.atoms.glued(c.end) and p.after(c).isalnum())
    return not joined and not (p.atoms.glued(c.start) and p.before(c) in ("-", "/", "+"))


def _bare_number(p: Place, c: Chunk, _m: Meaning) -> bool:
    """ "Monday 21" alone, not "on Monday 21 people"."""
    token = p.token(c)
    counts = token.dep == "nummod" and p.sentence.head(token).start > token.start
    return not counts and p.after(c) not in _MEASURES and p.after(c) not in ("-", "/", ":", "st", "nd", "rd", "th")  # fmt: skip


def _smaller_unit(_p: Place, _c: Chunk, m: Meaning) -> bool:
    return seconds_of(m["plus_length"]["unit"]) < seconds_of(m["unit"])


GUARDS: dict[str, Callable[[Place, Chunk, Meaning], bool]] = {
    "no_measure": _no_measure,
    "year": _year,
    "adjective": _adjective,
    "bare_noun": _bare_noun,
    "bare_units": _bare_units,
    "a_unit": _a_unit,
    "rate": _rate,
    "the_unit": _the_unit,
    "the_tod": _the_tod,
    "bare_season": _bare_season,
    "bare_tod": _bare_tod,
    "clock": _clock,
    "decade": _decade,
    "day_of_month": _day_of_month,
    "holiday": _holiday,
    "often": _often,
    "hedged": lambda _p, _c, m: "side" not in m or m.get("mod") == "EQUAL_OR_MORE",
    "full_name": _full_name,
    "not_adjective": _not_adjective,
    "around": _around,
    "ends_clause": _ends_clause,
    "smaller_unit": _smaller_unit,
    "shifted": lambda _p, _c, m: "offset" in m and "base" not in m,
    "opening": lambda _p, _c, m: "ampm" in m["closes"] and m["opens"] == int(m["opens"]) and 0 < m["opens"] <= 12,
    "no_sum": lambda p, c, _m: p.before(c) not in ("$", "£", "€", "/", ":"),
    "sided": _sided,
    "no_than": lambda p, c, _m: p.after(c) != "than",
    "no_more": _no_more,
    "no_range": lambda p, c, _m: p.after(c) not in _UNIT_WORDS,
    "half_letter": _half_letter,
    "half_day": _half_day,
    "dotted": _dotted,
    "hour_alone": _hour_alone,
    "bare_number": _bare_number,
    "half_open": _half_open,
    "half_closed": _half_closed,
    "no_year_range": _no_year_range,
    "lone": _lone,
    "dayed": _dayed,
    "counted": _counted,
    "within": _within,
    "slash": _slash,
    "ahead": _ahead,
    "season": _season,
    "ended": lambda p, c, _m: p.after(c) in ("ended", "ending"),
    "past_unit": lambda p, c, _m: p.atoms.words[c.end - 2] == "past",
    "all_day": lambda _p, _c, m: m["unit"] in ("D", "W", "M", "Y") and "times" not in m,
    "not_ordinal_unit": _counts_units,
    "glued_to_two_digits": lambda p, c, _m: len(p.atoms.words[c.start + 1]) == 2 and p.before(c) != "'",
    "after_at": lambda p, c, m: p.before(c) == "at" and _ends_clause(p, c, m),
    "after_at_for": lambda p, c, _m: p.before(c) in ("at", "for"),
}
