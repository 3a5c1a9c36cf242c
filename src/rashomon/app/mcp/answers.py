"""What the tools answer: compact, every item with the places that show it, and what could not be covered."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field


class Place(BaseModel):
    """Where something stands: code points `start` to `end` of an article's text, and the words there."""

    article: str
    outlet: str
    start: int
    end: int
    text: str


class Answer(BaseModel):
    """`not_covered` says what this answer could not take into account; empty: nothing that is known of."""

    not_covered: list[str]


class StoryFound(BaseModel):
    id: str
    title: str
    reports: int
    outlets: int
    begin: str | None
    end: str | None
    contradictions: Annotated[int | None, Field(description="null: not laid side by side yet")]
    where: list[Place]


class StoriesFound(Answer):
    stories: list[StoryFound]


class FactTold(BaseModel):
    """What reports state together, or one alone; origins are counted, not outlets."""

    id: str
    text: str
    reports: int
    independent_origins: int
    origins: list[str]
    disputed: bool
    stated: list[Place]


class FactsTold(Answer):
    story: str
    title: str
    facts: list[FactTold]


class SideTold(Place):
    value: str
    source: Annotated[str, Field(description="whose statement it is")]


class DifferenceTold(BaseModel):
    """Where reports differ. Two speakers who dispute are no contradiction, however hard."""

    id: str
    kind: str
    severity: str
    contradicts: Annotated[bool, Field(description="both cannot be true of the same thing at the same time")]
    note: str
    sides: list[SideTold]


class DifferencesTold(Answer):
    story: str
    title: str
    reports: Annotated[dict[str, str], Field(description="the letters that notes use, and whose report each is")]
    differences: list[DifferenceTold]


class StatementTold(Place):
    speaker: str
    day: str | None
    story: str
    quoted: Annotated[bool, Field(description="stands in quotation marks")]
    through: Annotated[list[str], Field(description="who passed the words on, the last first")]


class StatementsTold(Answer):
    statements: list[StatementTold]


class Account(Answer):
    """Texts side by side: what they state, where they differ."""

    reports: dict[str, str]
    facts: list[FactTold]
    differences: list[DifferenceTold]


class StoryChecked(BaseModel):
    """What the reports of one story say of a claim."""

    story: str
    title: str
    reports_read: int
    reports: Annotated[dict[str, str], Field(description="the letters that notes use, and whose report each is")]
    stated_by: list[Place]
    origins: Annotated[list[str], Field(description="independent origins of those statements")]
    contradicted_by: list[DifferenceTold]
    other_differences: list[DifferenceTold]
    near: Annotated[list[FactTold], Field(description="alike in words, but not held to be the same statement")]


class ClaimChecked(Answer):
    """Who states a claim and who contradicts it, over all stories that share its words. No verdict on whether it is true."""

    stated: Annotated[int, Field(description="places where it is stated")]
    contradicted: Annotated[int, Field(description="contradictions with it")]
    origins: Annotated[list[str], Field(description="independent origins over all stories, each named once")]
    independent_origins: int
    stories: list[StoryChecked]


class Text(BaseModel):
    """A report to lay beside others."""

    text: Annotated[str, Field(min_length=1, max_length=50_000)]
    outlet: str = ""
    headline: str = ""
    published: Annotated[str, Field(description="ISO 8601")] = ""
