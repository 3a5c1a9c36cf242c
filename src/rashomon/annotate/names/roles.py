"""What the texts say somebody is: "Norwegian Prime Minister Ana Lund" is read as the prime minister of Norway.

Nothing here knows who holds an office; a role is known only where an article states it.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.annotate.names.words import words


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role's noun and what it belongs to (the entity names of countries, bodies, and persons in the phrase)."""

    noun: str
    of: frozenset[str] = frozenset()


def fits(asked: Role, held: Role) -> bool:
    """Whether who holds the role `held` can be meant by `asked` ("the Russian leader" by the president of Russia)."""
    if asked.of and held.of and not asked.of & held.of:
        return False
    if asked.of and not held.of:
        return False
    if asked.noun == held.noun:
        return True
    leaders = words().leaders
    return asked.noun == "leader" and held.noun in leaders and bool(asked.of)


def role(noun: str, of: frozenset[str]) -> Role:
    """The role that `noun` names, in the one word that stands for its synonyms ("Rep." is a congressman)."""
    low = noun.lower()
    return Role(words().same_role.get(low, low), of)
