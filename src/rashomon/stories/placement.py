"""Where an article was put and why, and what became of stories by that."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

EventKind = Literal["began", "returned", "merged", "split", "moved", "judged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """Something that happened to a story. `articles` are now in `story`; those merged, split off or moved were in `other` before.

    `because` is a sentence for people.
    """

    kind: EventKind
    story: str
    other: str = ""
    articles: tuple[str, ...] = ()
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """The story that an article would have been put in otherwise, and what spoke for that."""

    story: str
    evidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where an article is, and why.

    `words`, `names`, `numbers` are those it shares with the story, heaviest first; `likeness` their cosines; `gap` the days between
    them; `copy_of` the article that it is a near-copy of; `languages` those in which the story tells what it tells in its own. It joins where `evidence` reaches `needed`. `moved` are other articles
    whose story changed with it, and `events` tell why.
    """

    article: str
    story: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    likeness: tuple[float, ...] = ()
    gap: int | None = None
    copy_of: str = ""
    languages: tuple[str, ...] = ()
    evidence: float = 0.0
    needed: float = 0.0
    rival: Rival | None = None
    moved: tuple[tuple[str, str], ...] = ()
    events: tuple[StoryEvent, ...] = ()

    @property
    def why(self) -> str:
        """One line for people."""
        if self.copy_of:
            return f"nearly the same text as {self.copy_of}"
        if self.languages:
            return f"tells what reports in another language tell ({', '.join(self.languages)})"
        shared = tuple(dict.fromkeys((*self.names, *self.numbers, *self.words)))[:6]
        if not shared:
            return "began it"
        return f"shares {', '.join(shared)}{self._apart}"

    @property
    def _apart(self) -> str:
        """How far the days are from each other, as the end of a sentence."""
        match self.gap:
            case None:
                return ""
            case 0:
                return ", on the same days"
            case 1:
                return ", a day apart"
            case days:
                return f", {days} days apart"

    def json(self) -> dict[str, object]:
        """The same as plain values, with `why`."""
        return asdict(self) | {"why": self.why}
