"""What alignment looks at in a claim: its words by kind, its entities by role, the root forms of its predicate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.claims import is_event_noun
from rashomon.collate.align.meaning import Meanings
from rashomon.collate.align.outcomes import befalls, leaves_open, nation_of, outcomes_of
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import class_of, root_of
from rashomon.records import Claim, Mention, Quantity, Sentence, Span, Timex, Token, Witness

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "NUM", "PROPN", "ADV"})
_SUBJECTS = frozenset({"agent", "patient"})
_PEOPLE = frozenset({"PERSON", "GROUP"})
_VERBS = frozenset({"VERB", "AUX"})
_PLACE = "geo:"
_UNDER = frozenset({"xcomp", "acl", "ccomp"})
_EMPTY = frozenset({
    "be", "have", "do", "say", "tell", "go", "get", "make", "take", "come", "will", "would", "can", "could", "may", "other",
    "such", "own", "same", "many", "more", "most", "much", "some", "any", "several", "also", "just", "only", "even", "still",
    "very", "first", "second", "third", "last", "next", "include", "involve", "follow", "contain", "see", "seem", "appear",
    "then", "there", "here", "however", "when", "where", "while", "mr", "mrs", "ms", "dr", "one",
})  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The content words of a stretch of text, as lemmas in lower case. `roots`: all but names, nouns of action as their verbs;
    `content`: roots and names.

    `events`: the roots of its verbs and of its nouns that name an event.
    """

    names: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    others: frozenset[str]
    numbers: frozenset[str]
    roots: frozenset[str]
    events: frozenset[str]
    content: frozenset[str]
    run: tuple[str, ...]
    surface: frozenset[str]
    entities: frozenset[str]
    quantities: tuple[Quantity, ...]
    times: tuple[Timex, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Commonness:
    """In how many of an article's sentences each content word, entity and kind of event stands. What its every sentence names
    tells no two apart."""

    sentences: int
    counts: Mapping[str, int]
    cast: Mapping[str, int]
    events: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A claim, its words, its predicate's root and class, its entities by role, and the words of the sentence around it.

    `root`: of "the storm hit the coast" the storm. `event`: the kind of event its predicate names; `does`: that and what comes of
    it; `events`: the same of all its words; kinds that are mere broad classes of verbs are left out. `cast`: everyone it speaks of, a pair as
    the two it is made of. `said`: its roots and numbers without those that only tell who or what it is said of ("the bridge's fiercest
    critic" who did it). `undone`: it was only tried, offered or wished. `verbal`: its predicate's own word is a verb ("called", not the call
    of "hold a call").
    `peoples`: what nations those are of who do or suffer it, by role ("a Danish sailor").
    `meaning`: the vectors of the claims of its article, this one's among them; None where there are none.
    """

    claim: Claim
    words: Words
    root: str
    kind: str | None
    event: str | None
    does: frozenset[str]
    events: frozenset[str]
    roles: Mapping[str, frozenset[str]]
    cast: frozenset[str]
    heads: frozenset[str]
    said: frozenset[str]
    undone: bool
    verbal: bool
    peoples: Mapping[str, frozenset[str]]
    around: Words
    common: Commonness
    meaning: Meanings | None = None


def is_empty(lemma: str) -> bool:
    """Whether a lemma says nothing by itself: it stands in sentences about anything."""
    return lemma in _EMPTY


def views_of(claims: Sequence[Claim], witnesses: Sequence[Witness]) -> dict[str, View]:
    """The views of all claims by their ids."""
    views = {}
    by_article: dict[str, list[Claim]] = defaultdict(list)
    beside: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for c in claims:
        by_article[c.span.article].append(c)
        beside[c.span.article, c.sentence].append(c)
    for w in witnesses:
        a = w.annotation
        sentences = {s.index: s for s in a.sentences}
        words = {i: sentence_words(s, a.mentions, a.quantities, a.times) for i, s in sentences.items()}
        counts = Counter(x for y in words.values() for x in y.content | y.numbers)
        cast = Counter(e for y in words.values() for e in y.entities)
        kinds = Counter(k for y in words.values() for k in _kinds_in(y))
        common = Commonness(len(words), counts, cast, kinds)
        pairs = {e.id: e.members for e in a.entities if e.members}
        for c in by_article[w.article.id]:
            inner = [o.span for o in beside[w.article.id, c.sentence] if _goes_on_in(c, o)]
            views[c.id] = view_of(c, sentences[c.sentence], words[c.sentence], a.mentions, common, pairs, inner)
    return views


def _goes_on_in(claim: Claim, other: Claim) -> bool:
    """Whether `other` is a clause within a claim: "who led the opposition" in "the man, who led the opposition, left"."""
    return (
        not other.nominal
        and claim.span != other.span
        and claim.span.contains(other.span)
        and not other.span.contains(claim.trigger)
    )


def view_of(
    claim: Claim,
    sentence: Sentence,
    around: Words,
    mentions: Sequence[Mention],
    common: Commonness,
    pairs: Mapping[str, Sequence[str]],
    inner: Sequence[Span] = (),
) -> View:
    """The view of one claim within its sentence. `pairs`: the members of each entity that is several; `inner`: the clauses
    within it that state something by themselves."""
    tokens = [
        t
        for t in sentence.tokens
        if claim.span.start <= t.start
        and t.end <= claim.span.end
        and not any(i.start <= t.start < i.end for i in inner)
    ]
    roles: dict[str, set[str]] = {}
    for r in claim.roles:
        if r.entity is not None:
            roles.setdefault(r.role, set()).add(r.entity)
    trigger = next((t for t in tokens if t.start == claim.trigger.start), None)
    root = _happening(claim) or (root_of(claim.predicate, trigger.pos) if trigger is not None else claim.predicate)
    words = words_of(tokens, _inside(mentions, claim.span), claim.quantities, claim.times)
    named = words.entities.union(*roles.values())
    telling = words_of(_said(claim, tokens), (), (), claim.times)
    return View(
        claim=claim,
        words=words,
        root=root,
        kind=class_of(root, "v"),
        event=_event(root),
        does=_kinds(root),
        events=_kinds_in(words) | _kinds(root),
        roles={r: frozenset(e) for r, e in roles.items()},
        cast=frozenset(m for e in named for m in pairs.get(e, (e,))),
        heads=frozenset(root_of(r.head.lower(), "NOUN") for r in claim.roles),
        said=telling.roots | telling.numbers,
        undone=_is_undone(sentence, trigger),
        verbal=trigger is not None and trigger.pos in _VERBS,
        peoples=_peoples(claim, mentions),
        around=around,
        common=common,
    )


def _said(claim: Claim, tokens: Sequence[Token]) -> list[Token]:
    """The words of a claim without those that tell who or what it is said of: its subject, with all that hangs on it, and the
    known ones who fill other roles."""
    away = [(r.span.start, r.span.end) for r in claim.roles if r.entity is not None]
    for r in claim.roles:
        if r.role in _SUBJECTS and claim.nominal:
            away.append((r.span.start, r.span.end))
        elif r.role in _SUBJECTS and r.span.end <= claim.trigger.start:
            away.append((r.span.start, claim.trigger.start))
    return [t for t in tokens if not any(start <= t.start < end for start, end in away)]


def _peoples(claim: Claim, mentions: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """The nations of the people in its roles: "a Danish sailor", "the Dane"; a Danish ship is no one."""
    own = [m for m in mentions if claim.span.contains(m.span)]
    people = [m.span for m in own if m.kind == "nominal" and m.type in _PEOPLE]
    found: dict[str, set[str]] = defaultdict(set)
    for r in claim.roles:
        for m in own:
            of_nation = m.type == "NORP" and m.entity.startswith(_PLACE) and r.span.contains(m.span)
            if r.role in _SUBJECTS and of_nation and (r.entity == m.entity or any(p.contains(m.span) for p in people)):
                found[r.role].add(nation_of(m.entity))
    return {role: frozenset(nations) for role, nations in found.items()}


def _is_undone(sentence: Sentence, trigger: Token | None) -> bool:
    """Whether a verb stands under one that leaves open whether it was done: "offered to resign", "an attempt to land"."""
    if trigger is None or not any(c.lower == "to" and c.dep == "aux" for c in sentence.children(trigger)):
        return False
    return trigger.dep in _UNDER and leaves_open(sentence.head(trigger).lemma.lower())


def _happening(claim: Claim) -> str | None:
    """What happens in "the storm hit the coast" or "was rocked by a blast": the storm, the blast."""
    alone = all(r.role != "patient" for r in claim.roles)
    if claim.nominal or not befalls(claim.predicate, alone):
        return None
    agents = (r.head.lower() for r in claim.roles if r.role == "agent" and r.entity is None)
    return next((root_of(head, "NOUN") for head in agents if is_event_noun(head)), None)


def _kinds(root: str) -> frozenset[str]:
    event = _event(root)
    return outcomes_of(root) if event is None else outcomes_of(root) | {event}


def _kinds_in(words: Words) -> frozenset[str]:
    return frozenset().union(*map(_kinds, words.events), *map(outcomes_of, words.roots))


@lru_cache(maxsize=65536)
def _event(root: str) -> str | None:
    kind = kind_of(root)
    return None if kind.general else kind.name


def sentence_words(
    sentence: Sentence, mentions: Sequence[Mention], quantities: Sequence[Quantity], times: Sequence[Timex]
) -> Words:
    """The words of a whole sentence."""
    return words_of(
        sentence.tokens,
        _inside(mentions, sentence.span),
        tuple(q for q in quantities if sentence.span.contains(q.span)),
        tuple(t for t in times if sentence.span.contains(t.span)),
    )


def words_of(
    tokens: Iterable[Token], mentions: Sequence[Mention], quantities: tuple[Quantity, ...], times: tuple[Timex, ...]
) -> Words:
    """Content words by kind."""
    kinds: dict[str, set[str]] = {k: set() for k in ("names", "nouns", "verbs", "others", "numbers", "roots", "events")}
    run = []
    dated = {i for t in times for i in range(t.span.start, t.span.end)}
    for t in tokens:
        if t.pos != "PUNCT":
            run.append(t.lower)
        lemma = t.lemma.lower()
        if t.pos not in _CONTENT or lemma in _EMPTY or not any(c.isalnum() for c in lemma):
            continue
        if t.pos == "PROPN" and t.start in dated:
            continue  # "Thursday" and "May" name no one: times are compared as times
        kinds[_kind(t)].add(lemma)
        if t.pos != "PROPN":
            kinds["roots"].add(root_of(lemma, t.pos))
        if t.pos == "VERB" or (t.pos in {"NOUN", "PROPN"} and is_event_noun(lemma)):
            kinds["events"].add(root_of(lemma, "VERB" if t.pos == "VERB" else "NOUN"))
    return Words(
        names=frozenset(kinds["names"]),
        nouns=frozenset(kinds["nouns"]),
        verbs=frozenset(kinds["verbs"]),
        others=frozenset(kinds["others"]),
        numbers=frozenset(kinds["numbers"]),
        roots=frozenset(kinds["roots"]),
        events=frozenset(kinds["events"]),
        content=frozenset(kinds["roots"] | kinds["names"]),
        run=tuple(run),
        surface=frozenset(run),
        entities=frozenset(m.entity for m in mentions),
        quantities=quantities,
        times=times,
    )


def _kind(t: Token) -> str:
    return {"PROPN": "names", "NOUN": "nouns", "VERB": "verbs", "NUM": "numbers"}.get(t.pos, "others")


def _inside(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    return [m for m in mentions if span.contains(m.span)]
