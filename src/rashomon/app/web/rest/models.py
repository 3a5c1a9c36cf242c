"""The shapes of what is asked and answered."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel


class JobModel(BaseModel):
    """Work in the background. `progress` counts articles kept and read; `outcome` is there when it is done."""

    id: str
    kind: Literal["add", "collate"]
    state: Literal["waiting", "running", "done", "failed"]
    made: str
    story: str | None
    progress: dict[str, int]
    outcome: dict[str, Any] | None
    error: str | None


class JobList(BaseModel):
    items: list[JobModel]
