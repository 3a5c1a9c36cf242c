"""Credits: the agency or other outlet that an article's dateline, byline, copyright or closing line names as its source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

from rashomon.origins.register import Entry, Naming, Register, load_register
from rashomon.records import Article, Span

CreditForm = Literal["dateline", "byline", "copyright", "source", "contribution"]

_ZONE = 1000
"""Characters at either end of a text in which a credit line may stand; captions can push a byline that far down."""
_DATELINE_WITHIN = 160
"""Characters of a line before "(AP) —": a place, a date, and a standfirst that scraping glued on."""
_BYLINE_WORDS = 30
_PICTURE_NEAR = 80
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_AFTER_DATELINE = re.compile(r"[ \u00a0]?[)/\]][ \u00a0]*(?:[-–—―_:]|--)")
_UNKNOWN_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][a-z]{2,9}\.? [0-9]{1,2})? [(]([A-Z][A-Za-z&.' -]{1,30})[)] ?(?:[-–—]|--)"
)
_BETWEEN_NAMES = re.compile(r",| and | & ")
_SEPARATORS = "•|—–-,;·⋅)]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whom a text credits, where, and how. `whole`: the text as such is theirs; otherwise an unknown part of it."""

    entry: Entry
    span: Span
    form: CreditForm

    @property
    def whole(self) -> bool:
        return self.form != "contribution"


def find_credits(article: Article, register: Register | None = None) -> tuple[Credit, ...]:
    """The credits of an article in text order, one per agency and form. An outlet's own name is no credit."""
    register = (register or load_register()).with_agencies(unregistered_agencies(article))
    own = own_entry(article, register)
    found: dict[tuple[str, bool], Credit] = {}
    for credit in _all_credits(article, register):
        if credit.entry is not own:
            found.setdefault((credit.entry.name, credit.whole), credit)
    return tuple(found.values())


def own_entry(article: Article, register: Register | None = None) -> Entry | None:
    """The register's entry for the outlet that published `article`, if it is known there."""
    register = register or load_register()
    for name in (article.outlet, article.url):
        entry = register.entry(name) if name else None
        if entry is not None:
            return entry
    if article.outlet or article.url:
        return None
    # A page that brings no outlet and has a newspaper's or site's byline is that newspaper's own.
    credits = _all_credits(article, register)
    return next((c.entry for c in credits if c.form in ("byline", "copyright") and _prints(c.entry)), None)


def is_date_word(word: str) -> bool:
    """Whether a word names a month or a day of the week."""
    return word.lower() in _cues().dates


def unregistered_agencies(article: Article) -> tuple[str, ...]:
    """Agencies that no register knows, where the form leaves no doubt: "PLACE (Name) —", "Contributing: Name"."""
    found = []
    for start, end in _edge_lines(article.text):
        line = article.text[start:end]
        dateline = _UNKNOWN_DATELINE.match(line)
        if dateline is not None:
            found.append(dateline.group(1))
        lead, colon, names = line.partition(":")
        if colon and _folded(lead) in _cues().part_before | _cues().whole:
            found += [n for n in map(str.strip, _BETWEEN_NAMES.split(names.strip(" ."))) if _is_house(n)]
    return tuple(dict.fromkeys(found))


def _is_house(name: str) -> bool:
    """Whether a name in a closing credit is a house's, not a person's: one word, or one with "Press", "Gazette" and the like."""
    words = _WORD.findall(name)
    if not words or len(words) > 5 or not all(w[0].isupper() for w in words):
        return False
    return len(words) == 1 or any(w.lower() in _cues().house for w in words)


def _prints(entry: Entry) -> bool:
    return entry.kind not in ("agency", "release", "platform", "aggregator")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cues:
    whole: frozenset[str]
    part_before: frozenset[str]
    part_after: frozenset[str]
    copyright: frozenset[str]
    picture: frozenset[str]
    byline: frozenset[str]
    dates: frozenset[str]
    house: frozenset[str]


@lru_cache(maxsize=1)
def _cues() -> _Cues:
    table = tomllib.loads(resources.files("rashomon.origins").joinpath("credit_cues.toml").read_text("utf-8"))
    return _Cues(
        whole=frozenset(table["whole"]["before"]),
        part_before=frozenset(table["part"]["before"]),
        part_after=frozenset(table["part"]["after"]),
        copyright=frozenset(table["copyright"]["before"]),
        picture=frozenset(table["picture"]["words"]),
        byline=frozenset(table["byline"]["words"]),
        dates=frozenset(table["byline"]["dates"]),
        house=frozenset(table["house"]["words"]),
    )


def _all_credits(article: Article, register: Register) -> Iterator[Credit]:
    for start, end in _edge_lines(article.text):
        last: Credit | None = None
        for naming in register.namings(article.text, start, end):
            if naming.entry.kind in ("aggregator", "platform"):
                continue
            listed = last is not None and _is_list(article.text[last.span.end : naming.start])
            form = last.form if listed and last is not None else _form(article.text, start, end, naming)
            if form is not None:
                span = Span(article=article.id, start=naming.start, end=naming.end)
                last = Credit(entry=naming.entry, span=span, form=form)
                yield last


def _edge_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that reach into the first or last `_ZONE` characters; of a long line only as much as lies near there."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start < _ZONE:
            yield start, min(end, start + _ZONE)
            if end > start + _ZONE and end > len(text) - _ZONE:
                yield max(start + _ZONE, len(text) - _ZONE), end
        elif end > len(text) - _ZONE:
            yield max(start, len(text) - _ZONE), end
        start = end + 1


def _form(text: str, start: int, end: int, naming: Naming) -> CreditForm | None:
    before, after = text[start : naming.start], text[naming.end : end]
    if _is_dateline(before, after):
        return "dateline"
    if _is_copyright(before):
        return "copyright"
    lead, tail = _lead(before), _folded(after)
    if _ends_in(lead, _cues().part_before) or any(_has_clause(tail, cue) for cue in _cues().part_after):
        return "contribution"
    if _ends_in(lead, _cues().whole):
        return "source"
    return "byline" if _is_byline(before, after, naming, closing=end > len(text) - _ZONE and start > _ZONE) else None


def _is_list(between: str) -> bool:
    """Whether nothing but a comma, "and" or "the" stands between two names."""
    return all(w.lower() in ("and", "the") for w in _WORD.findall(between)) and not set(between) & set(".()/|•\n")


def _is_dateline(before: str, after: str) -> bool:
    opened = before.rstrip("\u00a0 ").endswith(("(", "/", "["))
    return opened and len(before) <= _DATELINE_WITHIN and _AFTER_DATELINE.match(after) is not None


def _is_copyright(before: str) -> bool:
    """ "© 2018 ", "Copyright 2018 by ", "(c) " close before the name."""
    words = before[-40:].lower().split()
    for i in range(len(words) - 1, -1, -1):
        word = words[i].strip(",.")
        if word in _cues().copyright or word.lstrip("(") in _cues().copyright or word.lstrip("(").startswith("©"):
            return not any(w in _cues().picture for w in _WORD.findall(before[-_PICTURE_NEAR:].lower()))
        if not (word.isdigit() or word in ("by", "the", "-", "")):
            return False
    return False


def _lead(before: str) -> str:
    """What stands ahead of the name since the last full stop, folded; other names in a list are passed over."""
    clause = re.split(r"(?<=[a-z0-9)])\.\s|[\u2022|]", before)[-1]
    return _folded(clause)


def _ends_in(lead: str, cues: frozenset[str]) -> bool:
    """Whether a cue stands at the end of `lead`, or at its start with nothing but further names after it."""
    lead = lead.removesuffix(" the").removesuffix(" and")
    return any(lead == cue or lead.endswith(" " + cue) for cue in cues) or any(
        lead.startswith(cue + " ") and len(lead.split()) <= len(cue.split()) + 8 and " said" not in lead
        for cue in cues
        if " " in cue or cue.startswith("contribut")
    )


def _has_clause(tail: str, cue: str) -> bool:
    """Whether `cue` follows the name, after no more than a job and a few people ("writers A, B and C contributed")."""
    at = f" {tail} ".find(f" {cue} ")
    return at >= 0 and len(tail[:at].split()) <= 14 and "." not in tail[:at]


def _is_byline(before: str, after: str, naming: Naming, *, closing: bool) -> bool:
    """Whether a line is a byline around the name: people, jobs, places and dates, and no word of running text."""
    words = _WORD.findall(before) + _WORD.findall(after)
    lower = [w.lower() for w in words]
    if len(words) > _BYLINE_WORDS or any(w in _cues().picture for w in lower):
        return False
    if not (_opens_byline(before) and _closes_byline(after)):
        return False
    if not words and after.strip() in ("•", "·"):
        # The label of a teaser in a list of links.
        return False
    if lower[:1] == ["by"] or "by" in lower[len(_WORD.findall(before)) - 1 :][:1]:
        return True
    if naming.entry.kind not in ("agency", "release"):
        # "Seung-Min Kim, The Washington Post" credits; a bare title with more behind it labels a link.
        return not naming.weak and not closing and (bool(before.strip()) or not after.strip())
    # "Jane Doe, AP" under a picture credits the picture: bylines write the agency out.
    short = naming.end - naming.start <= 4
    return not short or before.lstrip().startswith("(") or (closing and not _WORD.search(before))


def _opens_byline(before: str) -> bool:
    lead = before.rstrip()
    if not lead:
        return True
    words = _WORD.findall(lead)
    if not words:
        return lead[-1] in "(—–-•|["
    if words[-1].lower() in ("by", "via"):
        return True
    if lead[-1] in "/:(":
        return False
    return len(words) >= 2 and all(_byline_word(w) for w in words)


def _closes_byline(after: str) -> bool:
    tail = after.strip()
    words = _WORD.findall(tail)
    if not words:
        return not tail.startswith(("/", "'", "’"))
    if not (tail[0] in _SEPARATORS or words[0].lower() in _cues().dates | _cues().byline or words[0][0].isdigit()):
        return False
    return all(_byline_word(w) for w in words)


def _byline_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in _cues().byline


def _folded(text: str) -> str:
    return " ".join(text.lower().replace(":", " ").replace(",", " ").replace(";", " ").split()).strip(" .([-–—")
