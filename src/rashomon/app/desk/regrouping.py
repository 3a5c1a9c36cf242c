"""What people decide about stories. It is said in articles, which stay what they are however stories are grouped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, cast, get_args

from rashomon.store import Decision

StoryAction = Literal["merge", "split", "move"]
_OF_STORIES = " stories"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryJudgement:
    """One decision. `articles`: for merge, one of each story, the first of the one that keeps its id; for split, those of one story
    that become a story of their own; for move, those that go where the article `to` is. `because` is for readers."""

    action: StoryAction
    articles: tuple[str, ...]
    to: str | None = None
    because: str = ""

    @property
    def id(self) -> str:
        """From what is decided, not from why: the same decision twice is one."""
        key = "\n".join([self.action, *self.articles, "", self.to or ""])
        return "s" + sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]

    def decision(self, before: Mapping[str, str]) -> Decision:
        """As the corpus keeps it; `before` gives the articles that it moved with the stories they left."""
        plain = {
            "id": self.id,
            "action": self.action,
            "articles": self.articles,
            "to": self.to,
            "because": self.because,
        }
        text = json.dumps({**plain, "before": dict(before)}, ensure_ascii=False)
        about = dict.fromkeys([*self.articles, *([self.to] if self.to else []), *before])
        return Decision(id=self.id, action=self.action + _OF_STORIES, judgement=text, articles=tuple(about))


def story_judgement_of(decision: Decision) -> StoryJudgement | None:
    """The judgement about stories that was kept; None for one about a collation."""
    action = decision.action.removesuffix(_OF_STORIES)
    if action == decision.action or action not in get_args(StoryAction):
        return None
    plain = json.loads(decision.judgement)
    return StoryJudgement(
        action=cast(StoryAction, action), articles=tuple(plain["articles"]), to=plain["to"], because=plain["because"]
    )
