"""Pronouns: gender, number and person, and the antecedent each of them has in its context."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import Token


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun asks of its antecedent. `person` 1 or 3; gender "m", "f", "n" (things, bodies, places) or ""."""

    person: int
    gender: str
    plural: bool
    reflexive: bool = False


FORMS: dict[str, Form] = {
    **dict.fromkeys(("he", "him", "his"), Form(3, "m", False)),
    **dict.fromkeys(("she", "her", "hers"), Form(3, "f", False)),
    **dict.fromkeys(("it", "its"), Form(3, "n", False)),
    **dict.fromkeys(("they", "them", "their", "theirs"), Form(3, "", True)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Form(1, "", False)),
    "himself": Form(3, "m", False, True),
    "herself": Form(3, "f", False, True),
    "itself": Form(3, "n", False, True),
    "themselves": Form(3, "", True, True),
}


def form_of(token: Token) -> Form | None:
    """The form of a pronoun that can be resolved; None for other tokens, "we" and "you"."""
    if token.tag not in ("PRP", "PRP$"):
        return None
    return FORMS.get(token.lower)
