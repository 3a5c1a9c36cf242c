"""Which page answers which address."""

from __future__ import annotations

from fastapi import APIRouter

from rashomon.app.web.pages import (
    adding,
    article,
    assets,
    compare,
    exports,
    judging,
    names,
    regrouping,
    search,
    stories,
    story,
)

router = APIRouter(include_in_schema=False)
for part in (assets, stories, story, compare, judging, regrouping, exports, article, adding, names, search):
    router.include_router(part.router)
