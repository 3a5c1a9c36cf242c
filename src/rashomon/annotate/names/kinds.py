"""What a name stands for: the parser's label is one piece of evidence among several, weighed over the whole article.

The parse is right far more often than the entity labels, so titles, known first names, the gazetteer, the last word of the
name and what the sentence does with it count for more, and a surname is a person wherever its full name is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rashomon.annotate.names.firms import first_word
from rashomon.annotate.names.gazetteer import bare
from rashomon.annotate.names.people import is_person_name, surname
from rashomon.annotate.names.spans import DASHES, Candidate
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Token

_LABELS = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "PRODUCT": "PRODUCT", "EVENT": "EVENT", "WORK_OF_ART": "WORK", "LAW": "WORK"}  # fmt: skip
_ENTRY = {"country": 6.0, "adjective": 8.0, "people": 8.0, "capital": 5.0, "organisation": 6.0, "place": 4.0, "city": 3.0}  # fmt: skip
_TITLED = 4.0
"""Weight of a title before a person's name."""
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "across", "around", "toward", "towards", "from", "into", "inside", "above", "off"})  # fmt: skip
_PLACE_NOUNS = frozenset({"city", "town", "village", "island", "province", "region", "district", "county", "port", "suburb", "hamlet", "peninsula", "valley"})  # fmt: skip
_HONORIFICS = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "rev.", "sen.", "rep.", "gov."}
)

Votes = dict[str, float]


def decide(found: Iterable[Candidate]) -> dict[str, str]:
    """The type of every name, by its key (`key_of`): one name, one type over the article."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    for c in found:
        key = key_of(c)
        counts[key] += 1
        for kind, weight in _evidence(c):
            votes[key][kind] += weight
    shares = {key: {kind: weight / counts[key] for kind, weight in v.items()} for key, v in votes.items()}
    own = {key: _best(v) for key, v in shares.items()}
    _as_their_ship(own)
    _as_their_site(own, shares)
    _as_their_bearer(own, shares, counts)
    _as_their_firm(own, shares)
    return {key: own.get(key, "MISC") for key in counts}


def _as_their_ship(own: dict[str, str]) -> None:
    """ "MV Aurora" is a vessel, and so is "Aurora" in the same article."""
    for key in list(own):
        prefix, _, name = key.partition(" ")
        if prefix.isupper() and prefix.lower() in words().ships and name in own:
            own[name] = own[key] = "FAC"


def _as_their_site(own: dict[str, str], shares: dict[str, Votes]) -> None:
    """Where "Tern Valley" is a place, "Tern" alone is that place too, unless it is a people."""
    sites = {key.split()[0]: kind for key, kind in own.items() if kind in ("LOC", "GPE") and key.count(" ") == 1}
    for key, share in shares.items():
        if key in sites and "NORP" not in share:
            own[key] = sites[key]


def _as_their_bearer(own: dict[str, str], shares: dict[str, Votes], keys: Iterable[str]) -> None:
    """A surname is a person wherever its full name is one, except that of a country or capital."""
    people = {surname(key) for key, kind in own.items() if kind == "PERSON" and " " in key}
    for key in keys:
        if " " not in key and key in people and shares.get(key, {}).get("GPE", 0) < _ENTRY["capital"]:
            own[key] = "PERSON"


def _as_their_firm(own: dict[str, str], shares: dict[str, Votes]) -> None:
    """Where "Calder Ferries" is a firm, "Calder" alone is that firm, unless it is a person's name or title says otherwise."""
    firms = {first_word(key) for key, kind in own.items() if kind == "ORG"}
    people = {word for key, kind in own.items() if kind == "PERSON" and " " in key for word in key.split()}
    for key, kind in own.items():
        if kind in ("PERSON", "MISC") and key in firms - people and shares[key].get("PERSON", 0.0) < _TITLED:
            own[key] = "ORG"


def key_of(c: Candidate) -> str:
    """The form under which an article's mentions of one name are counted together."""
    text = bare(" ".join(t.text for t in c.tokens).lstrip(DASHES) or c.tokens[0].text)
    return text.title() if text.isupper() and len(text) > 4 else text


def _best(votes: Votes) -> str:
    return max(sorted(votes), key=lambda k: votes[k]) if votes else "MISC"


def _evidence(c: Candidate) -> Iterable[tuple[str, float]]:
    if c.entry is not None:
        yield c.entry.type, _ENTRY[c.entry.kind]
    if c.titles:
        yield "PERSON", 8.0 if any(t in _HONORIFICS for t in c.titles) else 4.0
    if len(c.tokens) > 1:
        yield from _inner_words(c.tokens)
    elif c.tokens[0].text.isupper() and 2 <= len(c.tokens[0].text) <= 6 and c.entry is None:
        yield "ORG", 2.0
    if is_person_name([t.text for t in c.tokens]):
        yield "PERSON", 4.0
    labels = [t.entity for t in c.tokens if t.entity in _LABELS]
    if labels:
        yield _LABELS[labels[-1]], 2.0 if len(c.tokens) == 1 else 3.0
    yield from _syntax(c, c.tokens[-1])


def _inner_words(tokens: Sequence[Token]) -> Iterable[tuple[str, float]]:
    """What the words of a name say: "… University", "MV …", "Lake …", "Ministry of …"."""
    w, low = words(), [t.text.lower() for t in tokens]
    if low[-1] in w.suffixes:
        yield w.suffixes[low[-1]], 5.0
    if low[0] in w.ships and (tokens[0].text.isupper() or low[0] not in ("ms", "mt")):
        yield "FAC", 8.0
    if low[0] in w.prefixes:
        yield w.prefixes[low[0]], 3.0
    if "of" in low[1:-1] and low[low.index("of") - 1] in w.suffixes:
        yield w.suffixes[low[low.index("of") - 1]], 5.0


def _syntax(c: Candidate, head: Token) -> Iterable[tuple[str, float]]:
    """What the sentence does with the name: it speaks, it is where something happens, it is "who"."""
    s = c.sentence
    above = s.head(head)
    if head.dep == "nsubj" and above.lemma in words().speech:
        yield "PERSON", 2.0 if c.entry is not None and c.entry.kind == "city" else 1.0
    given = len(c.tokens) > 1 and c.tokens[0].text in words().first_names
    if given and head.dep == "appos" and above.pos == "NOUN" and above.lemma in words().persons:
        yield "PERSON", 4.0
    if head.dep == "appos" and _is_body(s, above):
        yield "ORG", 5.0
    if head.dep == "pobj" and above.lower in _PLACE_PREPOSITIONS:
        yield "GPE", 1.0
        if len(c.tokens) == 1 and above.lower not in ("at", "from"):
            yield "GPE", 2.0
            yield "PERSON", -2.0
    if _called_a_place(c, head, above):
        yield "GPE", 4.0
    if len(c.tokens) == 1 and c.entry is None and any(t.lower == "the" for t in s.children(head)):
        yield "PERSON", -2.0
        yield "ORG", 1.0
    after = s.tokens[c.last + 1 : c.last + 4]
    if len(after) == 3 and after[0].text == "," and after[1].text.isdigit() and after[2].text == ",":
        yield "PERSON", 4.0
    if len(after) > 1 and (after[0].lower == "who" or (after[0].text == "," and after[1].lower == "who")):
        yield "PERSON", 3.0


def _is_body(s: Sentence, noun: Token) -> bool:
    """Whether a noun that a name stands beside is a body: "the union, Calder Pilots", or what says something: "the shipyard, …, said"."""
    if noun.tag != "NN" or noun.lemma in words().persons:
        return False
    return noun.lemma in words().bodies or (noun.dep == "nsubj" and s.head(noun).lemma in words().utter)


def _called_a_place(c: Candidate, head: Token, above: Token) -> bool:
    """ "the village of Ostrava", "Ostrava province"."""
    s = c.sentence
    if head.dep == "pobj" and above.lower == "of" and s.head(above).lemma in _PLACE_NOUNS:
        return True
    return head.dep == "compound" and above.index == c.last + 1 and above.lemma in _PLACE_NOUNS
