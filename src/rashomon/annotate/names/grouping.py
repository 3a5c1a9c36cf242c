"""Which named mentions of one article are the same entity: full names and surnames, aliases, acronyms, short forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.annotate.names.gazetteer import Entry, bare, gazetteer
from rashomon.annotate.names.metonyms import stands_for_government
from rashomon.annotate.names.people import PersonName, compatible, fold, gender_of, parse_person, same_surname
from rashomon.annotate.names.text import Text
from rashomon.annotate.names.words import words
from rashomon.records import Mention

_SMALL = frozenset({"of", "the", "and", "for", "&", "in", "on", "a"})


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
    merged: dict[int, int] = {}
    for i in bodies:
        longer = [j for j in bodies if j != i and entities[j].type == entities[i].type and is_short_form(entities[i].name, entities[j].name)]  # fmt: skip
        if len(longer) == 1:
            merged[i] = longer[0]
    for i in merged:
        target = i
        while target in merged:
            target = merged[target]
        entities[target].forms += entities[i].forms
        entities[i].forms = []
        for k, entity in enumerate(of):
            if entity == i:
                of[k] = target


def is_short_form(short: str, full: str) -> bool:
    """Whether `short` is the acronym of `full` or its beginning before a word like "Inc"."""
    parts = [p for p in full.replace("-", " ").split() if p.lower() not in _SMALL]
    if len(parts) < 2 or len(short) >= len(full):
        return False
    initials = "".join(p[0] for p in parts)
    if short.isupper() and len(short) > 1 and short.replace("&", "") in (initials, initials[1:] if len(initials) > 3 else initials):  # fmt: skip
        return True
    if _club(short, full) or (parts[0].lower() in words().ships and fold(full) == fold(f"{full.split()[0]} {short}")):
        return True
    rest = full[len(short) :].split() if fold(full).startswith(fold(short) + " ") else []
    return bool(rest) and all(p.lower() in words().suffixes and words().suffixes[p.lower()] == "ORG" for p in rest) and len(short) > 2 and short.lower() not in words().suffixes  # fmt: skip


def _club(short: str, full: str) -> bool:
    """Whether `full` is a town's or country's name before `short`: "Springfield Owls", "the Owls"."""
    if not fold(full).endswith(" " + fold(short)) or short.lower() in words().suffixes or " " in short:
        return False
    entry = gazetteer().entry(full[: -len(short) - 1])
    return entry is not None and entry.type == "GPE"


def _add_people(
    article_text: str, names: Sequence[Mention], people: Sequence[int], text: Text, entities: list[Named], of: list[int]
) -> None:
    """Persons: full names first, then single words go to the person last mentioned who can bear them."""
    parsed = {i: parse_person(bare(names[i].span.of(article_text))) for i in people}
    persons: list[int] = []
    for i in people:
        if parsed[i].given:
            of[i] = _person(parsed[i], bare(names[i].span.of(article_text)), persons, entities)
    recent: dict[int, int] = {}
    for i in people:
        if of[i] < 0:
            of[i] = _bearer(parsed[i], gender_by_title(names[i], text), persons, entities, recent)
        if of[i] < 0:
            of[i] = len(entities)
            persons.append(len(entities))
            shown = bare(names[i].span.of(article_text))
            entities.append(Named("PERSON", shown, parsed[i]))
        entities[of[i]].forms.append(bare(names[i].span.of(article_text)))
        if of[i] not in recent or _prominent(names[i], text):
            recent[of[i]] = i


def _person(name: PersonName, shown: str, persons: list[int], entities: list[Named]) -> int:
    for j in persons:
        known = entities[j].person
        if known is not None and compatible(known, name):
            if len("".join(name.given)) > len("".join(known.given)):
                entities[j].person, entities[j].name = name, shown
            return j
    persons.append(len(entities))
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


def _bearer(
    name: PersonName, gender: str, persons: Sequence[int], entities: Sequence[Named], recent: dict[int, int]
) -> int:
    """Who is meant by a single word: a bearer of that surname, else of that given name; the one mentioned last."""

    def last(found: list[int]) -> int:
        return max(found, key=lambda j: (recent.get(j, -1), -j)) if found else -1

    by_surname = [j for j in persons if (p := entities[j].person) and same_surname(p.surname, name.surname)]
    by_surname = [j for j in by_surname if not gender or entities[j].gender in (gender, "")]
    if by_surname:
        return last(by_surname)
    return last([j for j in persons if (p := entities[j].person) and p.given and name.surname == p.given[0]])
