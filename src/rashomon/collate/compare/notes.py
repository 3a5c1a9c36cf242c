"""One plain sentence for a difference, made from its slots, with the witnesses' sigla.

A reader sees who has what, in the witnesses' own words; each kind has its own way of saying it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.wording import SAME, holders, joined, passage, possessive, snippet, speaker_name
from rashomon.records import Side
from rashomon.records.collation import DifferenceKind

DONE = "stated as a fact"
BEFORE, LATER = "before", "later"
"""What was so, and what a later report has instead."""
MOST_TOLD = 4
"""Sides that a note tells one by one; of more, the first of each report."""


def note(kind: DifferenceKind, topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """The sentence for a difference of this kind about `topic` (may be empty)."""
    return _sentence(_NOTES.get(kind, _words)(topic, sides, evidence))


def _measure(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """What each has the topic at; "A's caption has the call at two hours; its body at nearly one hour"."""
    if not topic:
        return _words(topic, sides, evidence)
    groups = _groups(sides, evidence)
    first, *rest = groups
    return f"{first[0]} {_has(first[1])} {topic} at {first[2]}; " + ", ".join(
        f"{who} at {what}" for who, _, what in rest
    )


def _setting(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """What each gives for the time or the place of the topic."""
    groups = _groups(sides, evidence)
    if not topic:
        return _words(topic, sides, evidence)
    first, *rest = groups
    return f"{first[0]} {_has(first[1], 'gives', 'give')} “{first[2]}” for {topic}; " + ", ".join(
        f"{who} “{what}”" for who, _, what in rest
    )


def _quoted(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    names = holders(sides, evidence)
    first = f"{names[0]} quotes {topic or 'the speaker'} as saying “{snippet(sides[0].span, evidence)}”"
    return (
        first
        + ", "
        + ", ".join(f"{n} as “{snippet(s.span, evidence)}”" for n, s in zip(names[1:], sides[1:], strict=True))
    )


def _mouths(_topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    names = holders(sides, evidence)
    told = [
        f"{n} has it from {speaker_name(s.source, evidence) or 'nobody named'}"
        for n, s in zip(names, sides, strict=True)
    ]
    words = min((snippet(s.span, evidence) for s in sides), key=lambda w: (len(w), w))
    return f"{joined(told, 'and')}: “{words}”"


def _disputed(_topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """Each speaker with their words; the narrator's words are the witness's own."""
    names = holders(sides, evidence)
    told = []
    for n, s in zip(names, sides, strict=True):
        speaker = speaker_name(s.source, evidence)
        told.append(
            f"“{snippet(s.span, evidence)}” is {possessive(speaker)} account in {n}"
            if speaker
            else _says(n, s, evidence)
        )
    return "; ".join(told)


def _later(_topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """What lay ahead first, then what was done; see `modality`."""
    ahead = [s for s in sides if s.value not in (DONE, LATER)] or list(sides[:1])
    done = next((s for s in sides if s.value in (DONE, LATER)), sides[-1])
    names = holders([*ahead[:1], done], evidence)
    return f"{names[0]} says “{passage(ahead[0], evidence)}”; later, in {names[1]}, it is “{passage(done, evidence)}”"


def _who(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """Each value with those who have it."""
    told = [f"{who} {_has(n)} {value}" for who, n, value in _groups(sides, evidence)]
    return joined(told, "where") + (f" for {topic}" if topic else "")


def _missing(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    return f"{topic} has nothing of what the others report: “{snippet(sides[0].span, evidence)}”"


def _words(topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """What each says, in its own words."""
    if len(sides) > MOST_TOLD:
        sides = list({s.span.article: s for s in reversed(sides)}.values())[::-1]
    about = f"On {topic}, " if topic else ""
    return about + "; ".join(f"{who} {_has(n, 'says', 'say')} “{words}”" for who, n, words in _alike(sides, evidence))


def _alike(sides: Sequence[Side], evidence: Evidence) -> list[tuple[str, int, str]]:
    """Sides in the same words together: who has them, how many they are, the words in their clause."""
    by_words: dict[str, tuple[list[str], str]] = {}
    for name, s in zip(holders(sides, evidence), sides, strict=True):
        names, _ = by_words.setdefault(snippet(s.span, evidence).casefold(), ([], passage(s, evidence)))
        if name not in names and not (names and name == SAME):
            names.append(name)
    return [(joined(names), len(names), words) for names, words in by_words.values()]


def _says(name: str, s: Side, evidence: Evidence) -> str:
    return f"{name} says “{snippet(s.span, evidence)}”"


def _groups(sides: Sequence[Side], evidence: Evidence) -> list[tuple[str, int, str]]:
    """Sides of one value together: who has it, how many they are, the value."""
    by_value: dict[str, list[str]] = {}
    for name, s in zip(holders(sides, evidence), sides, strict=True):
        names = by_value.setdefault(s.value, [])
        if name not in names:
            names.append(name)
    return [(joined(names), len(names), value) for value, names in by_value.items()]


def _has(many: int, one: str = "has", more: str = "have") -> str:
    return one if many == 1 else more


def _sentence(words: str) -> str:
    words = words[0].upper() + words[1:]
    return words if words.endswith((".", "”")) and words.endswith((".”", ".")) else words + "."


def _meant(_topic: str, sides: Sequence[Side], evidence: Evidence) -> str:
    """How each means it, with its words."""
    by_value: dict[str, list[str]] = {}
    for n, s in zip(holders(sides, evidence), sides, strict=True):
        by_value.setdefault(s.value, []).append(f"in {n} (“{snippet(s.span, evidence)}”)")
    return joined([f"{value} {joined(where)}" for value, where in by_value.items()], "but")


_NOTES: dict[DifferenceKind, Callable[[str, Sequence[Side], Evidence], str]] = {
    "number": _measure,
    "duration": _measure,
    "date": _setting,
    "place": _setting,
    "quotation": _quoted,
    "attribution": _mouths,
    "modality": _meant,
    "identity": _who,
    "stance": _disputed,
    "update": _later,
    "omission": _missing,
}
