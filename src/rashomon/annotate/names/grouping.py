"""Which named mentions of one article are the same entity: full names and surnames, aliases, acronyms, short forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.annotate.names.firms import first_word
from rashomon.annotate.names.gazetteer import Entry, bare, gazetteer
from rashomon.annotate.names.metonyms import stands_for_government
from rashomon.annotate.names.people import PersonName, compatible, fold, gender_of, parse_person, same_surname, sound
from rashomon.annotate.names.text import Text
from rashomon.annotate.names.words import words
from rashomon.records import Mention

_SMALL = frozenset({"of", "the", "and", "for", "&", "in", "on", "a"})
_MOST = 40
"""Persons of like names that a mention is compared with: more stand only in lists."""


@dataclass(slots=True)
class Named:
    """A named entity while an article is read: its forms in order, for a person the fullest name and a gender."""

    type: str
    name: str
    person: PersonName | None = None
    gender: str = ""
    metonym: bool = False
    forms: list[str] = field(default_factory=list)


def group_names(article_text: str, names: Sequence[Mention], text: Text) -> tuple[list[Named], list[int]]:
    """The named entities of an article, and for each mention the index of its entity."""
    entities: list[Named] = []
    of = [-1] * len(names)
    people: list[int] = []
    index: dict[tuple[str, str], int] = {}
    for i, m in enumerate(names):
        shown = bare(m.span.of(article_text))
        if m.type == "PERSON":
            people.append(i)
            continue
        kind, name, metonym = _identity(m, shown, text)
        found = index.get((kind, fold(name)))
        if found is None:
            found = index[kind, fold(name)] = len(entities)
            entities.append(Named(kind, name))
        entities[found].forms.append(shown)
        entities[found].metonym |= metonym
        of[i] = found
    _join_bodies(entities, of)
    _add_people(article_text, names, people, text, entities, of)
    return entities, of


def _identity(m: Mention, shown: str, text: Text) -> tuple[str, str, bool]:
    """Type and name of what a mention that is no person stands for, and whether it does so as a metonym."""
    entry = gazetteer().entry(shown)
    if entry is None or not _fits(entry, m.type):
        return (m.type, _canonical(shown), False)
    if entry.kind in ("adjective", "people"):
        return "GPE", entry.name, False
    if entry.kind == "capital":
        place = text.place(m.span)
        if place is not None and stands_for_government(place):
            return "GPE", entry.country, True
    return entry.type, entry.name, False


def _fits(entry: Entry, kind: str) -> bool:
    places = ("GPE", "LOC", "FAC", "NORP", "MISC")
    return entry.type == kind or (entry.type in places and kind in places) or (entry.type == "ORG" and kind == "MISC")


def _canonical(shown: str) -> str:
    """Spelling levelled where nothing hangs on it: Mt and Mount, capitals only, dots of an acronym."""
    parts = shown.split()
    if parts[0].rstrip(".").lower() == "mt":
        parts[0] = "Mount"
    name = " ".join(parts)
    if name.isupper() and len(parts) > 1:
        name = name.title()
    return name.replace(".", "") if name.replace(".", "").isupper() else name


def _join_bodies(entities: list[Named], of: list[int]) -> None:
    """Acronyms and short forms of an organisation go to its full name, where only one can be meant."""
    bodies = [i for i, e in enumerate(entities) if e.type in ("ORG", "EVENT", "PRODUCT", "FAC")]
    fuller = FullForms((j, entities[j].name) for j in bodies)
    merged: dict[int, int] = {}
    for i in bodies:
        longer = [j for j in fuller.of(entities[i].name) if j != i and entities[j].type == entities[i].type]
        if len(longer) == 1:
            merged[i] = longer[0]
    final = {i: _end(i, merged) for i in merged}
    for i, target in final.items():
        entities[target].forms += entities[i].forms
        entities[i].forms = []
    of[:] = [final.get(i, i) for i in of]


def _end(i: int, merged: dict[int, int]) -> int:
    """Where a chain of merges ends; every step leads to a longer name."""
    while i in merged:
        i = merged[i]
    return i


class FullForms:
    """Full names by the short forms they may be given: acronym, name without "Inc", club without its town, ship without "MV"."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._by_short: dict[str, list[int]] = {}
        for i, name in names:
            for short in sorted(short_forms(name)):
                self._by_short.setdefault(short, []).append(i)

    def of(self, short: str) -> list[int]:
        """The numbers of the names that `short` may stand for."""
        keys = {fold(short)} | ({short.replace("&", "")} if short.isupper() else set())
        return sorted({i for key in keys for i in self._by_short.get(key, ())})


def short_forms(full: str) -> set[str]:
    """What a name may be shortened to: acronyms in capitals, everything else folded; an outlet to its last word."""
    parts = [p for p in full.replace("-", " ").split() if p.lower() not in _SMALL]
    if len(parts) < 2:
        return set()
    w = words()
    initials = "".join(p[0] for p in parts)
    found = {initials} | ({initials[1:]} if len(initials) > 3 else set()) if initials.isupper() else set()
    shown = full.split()
    for end in range(len(shown) - 1, 0, -1):
        if w.suffixes.get(shown[end].lower()) != "ORG":
            break
        rest = " ".join(shown[:end])
        if len(rest) > 2 and rest.lower() not in w.suffixes:
            found.add(fold(rest))
    if first := first_word(full):
        found.add(fold(first))
    if shown[0].lower() in w.ships:
        found.add(fold(" ".join(shown[1:])))
    entry = gazetteer().entry(" ".join(shown[:-1]))
    if entry is not None and entry.type == "GPE" and shown[-1].lower() not in w.suffixes:
        found.add(fold(shown[-1]))
    whole = gazetteer().entry(full)
    if whole is not None and whole.sort == "outlet":
        found.add(fold(shown[-1]))
    return found


def _add_people(
    article_text: str, names: Sequence[Mention], people: Sequence[int], text: Text, entities: list[Named], of: list[int]
) -> None:
    """Persons: full names first, then single words go to the person last mentioned who can bear them."""
    parsed = {i: parse_person(bare(names[i].span.of(article_text))) for i in people}
    persons = _Persons()
    for i in people:
        if parsed[i].given:
            of[i] = _person(parsed[i], bare(names[i].span.of(article_text)), persons, entities)
    recent: dict[int, int] = {}
    for i in people:
        if of[i] < 0:
            of[i] = _bearer(parsed[i], gender_by_title(names[i], text), persons, entities, recent)
        if of[i] < 0:
            of[i] = len(entities)
            persons.add(len(entities), parsed[i])
            shown = bare(names[i].span.of(article_text))
            entities.append(Named("PERSON", shown, parsed[i]))
        entities[of[i]].forms.append(bare(names[i].span.of(article_text)))
        if of[i] not in recent or _prominent(names[i], text):
            recent[of[i]] = i


class _Persons:
    """Persons by the letter, the sound and the given name under which a mention may look for them."""

    def __init__(self) -> None:
        self._by_letter: dict[str, list[int]] = {}
        self._by_sound: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}

    def add(self, person: int, name: PersonName) -> None:
        self._by_letter.setdefault(name.surname[:1], []).append(person)
        self._by_sound.setdefault(sound(name.surname), []).append(person)
        for given in name.given[:1]:
            self._by_given.setdefault(given, []).append(person)

    def also(self, person: int, name: PersonName) -> None:
        """Another given name of a person: who is Richard and Dick Odell is also Dick."""
        for given in name.given[:1]:
            known = self._by_given.setdefault(given, [])
            if person not in known[-_MOST:]:
                known.append(person)

    def like(self, name: PersonName) -> list[int]:
        return self._by_letter.get(name.surname[:1], [])[-_MOST:]

    def of_surname(self, surname: str) -> list[int]:
        return self._by_sound.get(sound(surname), [])[-_MOST:]

    def of_given(self, given: str) -> list[int]:
        return self._by_given.get(given, [])[-_MOST:]


def _person(name: PersonName, shown: str, persons: _Persons, entities: list[Named]) -> int:
    for j in persons.like(name):
        known = entities[j].person
        if known is not None and compatible(known, name):
            if len("".join(name.given)) > len("".join(known.given)):
                entities[j].person, entities[j].name = name, shown
            persons.also(j, name)
            return j
    persons.add(len(entities), name)
    entities.append(Named("PERSON", shown, name, gender_of(name.given)))
    return len(entities) - 1


def _prominent(mention: Mention, text: Text) -> bool:
    """Whether the text turns to the person: "son of the Rev. Amos Reed" does not turn to the father."""
    place = text.place(mention.span)
    return place is None or place.head.dep not in ("pobj", "poss", "compound", "nmod", "conj")


def gender_by_title(mention: Mention, text: Text) -> str:
    """The gender that the word before a name shows ("Mrs. Jackson"), or ""."""
    place = text.place(mention.span)
    if place is None or place.first == 0:
        return ""
    return words().titles.get(place.sentence.tokens[place.first - 1].lower, "")


def _bearer(name: PersonName, gender: str, persons: _Persons, entities: Sequence[Named], recent: dict[int, int]) -> int:
    """Who is meant by a single word: a bearer of that surname, else of that given name; the one mentioned last."""

    def last(found: list[int]) -> int:
        return max(found, key=lambda j: (recent.get(j, -1), -j)) if found else -1

    alike = persons.of_surname(name.surname)
    alike = [j for j in alike if (p := entities[j].person) and same_surname(p.surname, name.surname)]
    alike = [j for j in alike if not gender or entities[j].gender in (gender, "")]
    return last(alike) if alike else last(persons.of_given(name.surname))
