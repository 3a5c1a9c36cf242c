"""Two to four witnesses of a story in parallel columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.parallel import parallel
from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import keep, site_of
from rashomon.records import Witness
from rashomon.report.page import page_of

MOST = 4
Rows = Literal["all", "shared", "differ"]
_KINDS = {"all": ("differ", "agree", "alone"), "shared": ("differ", "agree"), "differ": ("differ",)}

router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@router.get("/story/{story}/compare")
async def compare(
    request: Request, story: str, w: Annotated[tuple[str, ...], Query()] = (), rows: Rows = "all"
) -> Response:
    """The witnesses with the sigla `w`, or the first ones; all rows, those that more than one has, or those that differ."""
    return await site_of(request).renderer.make(lambda: _columns(request, story, w, rows))


def _columns(request: Request, story: str, w: Sequence[str], rows: Rows) -> Response:
    desk = site_of(request).desk
    collation = desk.collation(story)
    page = page_of(collation)
    chosen = _chosen(collation.witnesses, w)
    found = parallel(collation, chosen, (*page.contradictions, *page.differences))
    rows_shown = [r for r in found if r.kind in _KINDS[rows]]
    origins = {f.id: f.origins for f in page.agreed}
    shown = {
        "story": desk.shelf(story).story,
        "page": page,
        "chosen": [line for line in page.witnesses if line.siglum in {c.siglum for c in chosen}],
        "articles": {c.siglum: c.article for c in chosen},
        "sigla": [c.siglum for c in chosen],
        "kinds": [(k, sum(r.kind in _KINDS[k] for r in found)) for k in _KINDS],
        "rows": rows,
        "found": rows_shown,
        "rests": [tuple(dict.fromkeys(origins[f] for f in r.facts if f in origins)) for r in rows_shown],
        "anchors": {d.number: i for i, r in reversed(list(enumerate(rows_shown))) for d in r.differs},
        "most": MOST,
    }
    return show(request, "compare.html", shown)


def _chosen(witnesses: Sequence[Witness], sigla: Sequence[str]) -> list[Witness]:
    """The witnesses asked for in the order of their sigla, as many as fit; with fewer than two the first of the others join them."""
    asked = [w for w in witnesses if w.siglum in sigla][:MOST]
    missing = 2 - len(asked)
    others = [w for w in witnesses if w not in asked][: max(0, missing)]
    return sorted([*asked, *others], key=witnesses.index)
