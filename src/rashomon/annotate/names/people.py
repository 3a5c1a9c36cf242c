"""Names of people: their parts, and whether two of them can be one person's."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from rashomon.annotate.names.words import words

_JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"de", "da", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "di", "del"}
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded to plain lower case: given names (or initials), surname, "jr" and the like."""

    given: tuple[str, ...]
    surname: str
    junior: str = ""


def parse_person(name: str) -> PersonName:
    """The parts of `name`; a single word is a surname until the story shows otherwise."""
    parts = [p for p in fold(name).replace(".", " ").replace("-", "").replace("'", "").split() if p]
    junior = parts.pop() if len(parts) > 1 and parts[-1].strip(",") in _JUNIOR else ""
    parts = [p.strip(",") for p in parts if p.strip(",")]
    if not parts:
        return PersonName((), fold(name))
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in _PARTICLES:
        at -= 1
    return PersonName(tuple(parts[:at]), "".join(parts[at:]), junior)


def compatible(a: PersonName, b: PersonName) -> bool:
    """Whether two full names (both with given names) can be one person's."""
    if a.junior != b.junior and not (a.junior and b.junior == "" and len(b.given) > 1):
        return False
    if not same_surname(a.surname, b.surname):
        return (
            bool(a.given and b.given)
            and sound(a.given[0]) == sound(b.given[0])
            and similar_spelling(a.surname, b.surname)
        )
    return not a.given or not b.given or _same_given(a.given, b.given)


def same_surname(a: str, b: str) -> bool:
    """Equal, or two spellings of one name from another script or with a slip ("Vasilenko", "Vassilenko")."""
    return a == b or (min(len(a), len(b)) > 4 and a[0] == b[0] and sound(a) == sound(b))


def similar_spelling(a: str, b: str) -> bool:
    """Whether one letter's slip parts two longer words; only proof together with another equal part of the name."""
    return min(len(a), len(b)) > 4 and Levenshtein.distance(a, b, score_cutoff=1) <= 1


def surname(name: str) -> str:
    """The last word of a name as written, "Jr." and the like left out."""
    parts = [p for p in name.split() if p.strip(",.").lower() not in _JUNIOR]
    return parts[-1] if parts else name


def is_person_name(parts: Sequence[str]) -> bool:
    """Whether the words look like given names and a surname: the first is a known given name, none a common suffix of a body."""
    w = words()
    if not 2 <= len(parts) <= 6 or parts[0] not in w.first_names:
        return False
    return parts[-1].lower() not in w.suffixes and all(
        p[0].isupper() or p in _PARTICLES or not p[0].isalpha() for p in parts
    )


def gender_of(given: Sequence[str]) -> str:
    """ "m", "f" or "" by the first given name that tells."""
    for part in given:
        found = words().first_names.get(part.capitalize(), "")
        if found:
            return found
    return ""


def fold(text: str) -> str:
    """Lower case without accents, apostrophes straight."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


_SOUNDS = (("iy", "i"), ("yy", "i"), ("ij", "i"), ("ii", "i"), ("ey", "i"), ("ei", "i"), ("ay", "ai"), ("y", "i"), ("j", "i"), ("kh", "h"), ("gh", "g"), ("ck", "k"), ("q", "k"), ("c", "k"), ("ph", "f"), ("w", "v"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("yev", "ev"), ("ie", "e"), ("dh", "d"), ("th", "t"), ("z", "s"))  # fmt: skip


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A key that spellings of one transliterated name share: vowels' variants levelled, doubled letters single."""
    text = fold(word)
    for a, b in _SOUNDS:
        text = text.replace(a, b)
    return "".join(c for i, c in enumerate(text) if i == 0 or text[i - 1] != c)


def _same_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first_a, first_b = a[0], b[0]
    if len(first_a) == 1 or len(first_b) == 1:
        return first_a[0] == first_b[0]
    if first_a == first_b or sound(first_a) == sound(first_b) or similar_spelling(first_a, first_b):
        return _middles_agree(a[1:], b[1:])
    if min(len(first_a), len(first_b)) >= 3 and (first_a.startswith(first_b) or first_b.startswith(first_a)):
        return True
    short = words().short_forms
    return first_b in short.get(first_a, ()) or first_a in short.get(first_b, ())


def _middles_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return not a or not b or a[0][0] == b[0][0]
