"""Where names stand in a sentence: runs of proper nouns, cut where one name ends and another begins.

"US Senator Ana Lund" holds two names, a country and a person, and a title that is part of neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.annotate.names.gazetteer import Entry, gazetteer
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Token

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
"""The parser's entity labels that are names; its others are times and numbers."""
_PARTICLES = frozenset({"de", "da", "do", "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "di", "del", "della", "ter", "y", "e"})  # fmt: skip
_JOINERS = frozenset({"of", "for", "and", "&", "the", "on", "in", "-", "'s", "’s", "'", "’", ".", "/", "to", "with"})
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "a.m.", "p.m.", "am", "pm", "gmt", "utc", "est", "edt", "pst", "pdt", "bst", "cet", "ist", "hkt", "et", "i", "i'm", "i'll", "ok", "mr.", "mrs.", "mr", "mrs", "ms", "ms."])  # fmt: skip
_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")
_ADJECTIVAL = frozenset({"general", "major", "first", "second", "foreign", "interior", "defence", "defense", "finance", "health", "democratic", "republican", "crown", "king", "prince", "queen", "lord", "lady", "private", "master", "staff", "special", "press", "student", "lead", "head", "district"})  # fmt: skip
"""Titles that begin the names of bodies and sites as well ("General Motors", "King Street")."""
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_STOPS = frozenset({".", "!", "?", '"', "”", "''", "’"})
DASHES = "-–—"
_LAST = frozenset({"jr", "sr"})
"""With these a person's name is over, whatever capitals a headline goes on with."""


@dataclass(slots=True)
class Candidate:
    """A stretch of a sentence that may be a name: tokens [first, last], its gazetteer entry, and the titles before it."""

    sentence: Sentence
    first: int
    last: int
    entry: Entry | None
    titles: tuple[str, ...]
    sure: bool = True

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def start(self) -> int:
        """Where the name begins: after a dash that the parser left on it ("-Ferrow")."""
        first = self.sentence.tokens[self.first]
        return first.end - len(first.text.lstrip(DASHES) or first.text)

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.last].end


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """The names of a sentence, left to right, none inside another."""
    tokens = sentence.tokens
    texts = [t.text.replace("’", "'") for t in tokens]
    title_case = _is_title_case(tokens)
    i = 0
    while i < len(tokens):
        end = _run_end(tokens, texts, i)
        if end == i:
            i += 1
            continue
        for found in _cut(sentence, texts, i, end):
            if title_case:
                found.sure = found.entry is not None and len(found.tokens) > 1
            yield found
        i = end


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether capitals tell nothing here: a headline with nearly every word capitalised, its verbs too.

    "Ruth Odell met Tom Ferrow in Gannet" is a sentence of names.
    """
    if any(t.tag in _FINITE and t.text[0].islower() for t in tokens) and tokens[-1].text in _STOPS:
        return False
    long = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 3 and sum(t.text[0].isupper() for t in long) >= 0.8 * len(long)


def _nameish(t: Token) -> bool:
    if t.text.lower() in _DAYS:
        return False
    if t.tag in ("NNP", "NNPS"):
        return (t.entity in NAME_LABELS or not t.entity) and (t.text[0].isupper() or t.entity != "")
    return t.entity in NAME_LABELS and t.text[0].isupper() and t.pos not in ("DET", "PRON", "ADP", "PUNCT", "SYM")


def _run_end(tokens: Sequence[Token], texts: Sequence[str], i: int) -> int:
    """The end of the run of name words that begins at `i`; `i` itself if none does."""
    known = gazetteer().match(texts, i)
    if known is not None and _trusted(tokens, i, known[0], known[1]):
        end = known[0]
    elif _nameish(tokens[i]):
        end = i + 1
    else:
        return i
    while end < len(tokens):
        step = _step(tokens, texts, end)
        if step == end:
            break
        end = step
    return end


def _step(tokens: Sequence[Token], texts: Sequence[str], end: int) -> int:
    """The end of the run once the words at `end` are taken in too, or `end` itself where it stops."""
    here = tokens[end]
    if _nameish(here):
        return end + 1
    known = gazetteer().match(texts, end)
    if known is not None and _trusted(tokens, end, *known):
        return known[0]
    low = texts[end].lower()
    after = end + 1
    if low in _PARTICLES and after < len(tokens) and _nameish(tokens[after]) and tokens[end - 1].tag == "NNP":
        return after + 1
    if low not in _JOINERS:
        return end
    if here.entity in NAME_LABELS and not here.entity_begin:
        while after < len(tokens) and tokens[after].entity == here.entity and not tokens[after].entity_begin:
            if _nameish(tokens[after]):
                return after + 1
            after += 1
        return end
    if low == "of" and _heads_of_phrase(texts[end - 1].lower()):
        if after < len(tokens) and texts[after].lower() == "the":
            after += 1
        if after < len(tokens) and _nameish(tokens[after]):
            return after + 1
    return end


def _heads_of_phrase(word: str) -> bool:
    w = words()
    return word in w.suffixes and word not in ("st", "st.", "co", "co.", "team", "campaign", "day", "war", "state")


def _trusted(tokens: Sequence[Token], start: int, end: int, entry: Entry) -> bool:
    """Whether a form of the gazetteer is a name here and no common word."""
    first = tokens[start]
    if first.entity and first.entity not in NAME_LABELS:
        return False
    if end - start > 1:
        return any(t.tag in ("NNP", "NNPS") or t.entity for t in tokens[start:end])
    if entry.kind in ("adjective", "people"):
        return first.text[0].isupper()
    return first.tag in ("NNP", "NNPS") or first.entity in NAME_LABELS or (entry.kind in ("country", "capital") and first.text[0].isupper())  # fmt: skip


def _cut(sentence: Sentence, texts: Sequence[str], start: int, end: int) -> Iterator[Candidate]:
    """The names in a run: known ones apart, titles left out, the parser's own borders kept."""
    tokens = sentence.tokens
    i = start
    titles: list[str] = []
    while i < end:
        if (tokens[i].pos == "PUNCT" or texts[i].lower() in _JOINERS) and gazetteer().match(texts, i) is None:
            i += 1
            continue
        stop, entry = _one(tokens, texts, i, end)
        if entry is None and _is_title(texts, i, stop, end):
            titles.append(texts[i].lower())
            i += 1
            continue
        first, last = i, stop - 1
        if _PARTY_AND_STATE.match("".join(texts[first : last + 1])):
            i = stop
            continue
        if texts[first] == "the":
            first += 1
        yield Candidate(sentence, first, last, entry, _before(tokens, texts, start) + tuple(titles))
        titles = []
        i = stop


def _one(tokens: Sequence[Token], texts: Sequence[str], i: int, end: int) -> tuple[int, Entry | None]:
    """The end of the one name that begins at `i`, and its entry."""
    known = gazetteer().match(texts, i)
    if known is not None and known[0] <= end and _trusted(tokens, i, *known):
        stop, entry = known
        if stop == end or not _part_of_longer(tokens, texts, i, stop, end, entry):
            return stop, entry
    if texts[i].lower() in words().titles and not _body_name(tokens, texts, i, end):
        return i + 1, None
    stop = i + 1
    while stop < end and not _border(tokens, texts, i, stop, end):
        stop += 1
    while stop > i + 1 and (tokens[stop - 1].pos in ("PUNCT", "PART", "ADP", "CCONJ", "DET") or texts[stop - 1] == "'s"):  # fmt: skip
        stop -= 1
    if stop - i > 1 and (texts[stop - 1] == "'" or _is_short_title(texts[stop - 1])):
        stop -= 1
    whole = gazetteer().match(texts, i)
    return stop, whole[1] if whole is not None and whole[0] == stop else None


def _is_short_title(word: str) -> bool:
    """ "Lt", "Sgt", "Gov": they stand before a name, also where the parser ends the sentence at their full stop."""
    return f"{word.lower()}." in words().titles


def _part_of_longer(tokens: Sequence[Token], texts: Sequence[str], i: int, stop: int, end: int, entry: Entry) -> bool:
    """Whether a known name at [i, stop) is only the beginning of a longer one ("Kansas City Star")."""
    after = tokens[stop]
    low = texts[stop].lower()
    if texts[stop] in ("'s", "'", "-", "/", ","):
        return False
    if entry.kind == "adjective" or entry.kind == "people":
        return after.entity == "ORG" and not after.entity_begin and low not in words().titles
    if low in words().titles and not _body_name(tokens, texts, stop, end):
        return False
    if low in words().suffixes and entry.kind != "organisation":
        return low not in ("team", "campaign", "office", "post")
    if low in ("summit", "conference", "forum"):
        return True
    if after.entity_begin or not after.entity:
        return entry.kind == "city" and after.tag == "NNP" and not after.entity_begin
    return tokens[i].entity == after.entity and not after.entity_begin and entry.kind != "country"


def _border(tokens: Sequence[Token], texts: Sequence[str], i: int, at: int, end: int) -> bool:
    """Whether a new name begins at `at`, inside the run that the name from `i` on belongs to."""
    here, before = tokens[at], tokens[at - 1]
    if texts[at] in (",", "/") or before.lower.rstrip(".") in _LAST:
        return True
    if texts[at] == "'s" and not (here.entity and not here.entity_begin and at + 1 < end and not tokens[at + 1].entity_begin and tokens[at + 1].entity == here.entity and _body_name(tokens, texts, at + 1, end)):  # fmt: skip
        return True
    if here.entity_begin and before.entity in NAME_LABELS:
        return here.dep != before.dep or here.entity != before.entity or before.dep != "compound"
    if texts[at].lower() not in words().titles or at + 1 >= end or _body_name(tokens, texts, at, end):
        return False
    known = words().first_names
    return texts[i] not in known or texts[at + 1] in known


def _is_title(texts: Sequence[str], i: int, stop: int, end: int) -> bool:
    return stop == i + 1 and texts[i].lower() in words().titles and (end - i > 1 or texts[i].lower() not in ("", "major"))  # fmt: skip


def _body_name(tokens: Sequence[Token], texts: Sequence[str], i: int, end: int) -> bool:
    """Whether the words from `i` on end like the name of a body or place: "General Motors Corp", "Justice Department"."""
    last = i
    while last + 1 < end and texts[last + 1] not in (",", "'s", "/") and not (tokens[last + 1].entity_begin and tokens[last].entity):  # fmt: skip
        last += 1
    if last == i:
        return False
    w = words()
    if texts[last].lower() in w.suffixes and texts[last].lower() not in w.titles:
        return True
    if texts[i].lower() not in _ADJECTIVAL:
        return False
    return tokens[i].entity in ("ORG", "FAC") and not any(texts[k] in w.first_names for k in range(i + 1, last + 1))


def _before(tokens: Sequence[Token], texts: Sequence[str], start: int) -> tuple[str, ...]:
    """Titles in front of a run that are no proper nouns: "former president", "Mr."."""
    found: list[str] = []
    i = start - 1
    while i >= 0 and start - i < 4:
        low = texts[i].lower()
        if low not in words().titles and low not in words().persons:
            break
        if tokens[i].dep not in ("compound", "amod", "nmod", "appos", "dep", "ROOT") and not low.endswith("."):
            break
        found.append(low)
        i -= 1
    return tuple(reversed(found))
