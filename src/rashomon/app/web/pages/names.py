"""Who and what the stories name, and what each of them is said to have said."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import keep, keep_collated, site_of
from rashomon.report.wording import labels

_PAGE = 60
_SAYINGS = 40
router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@router.get("/names", dependencies=[Depends(keep_collated)])
def names(request: Request, q: str = "", kind: str = "", after: str | None = None) -> Response:
    """Everyone and everything with a name, those in most stories first."""
    page = site_of(request).desk.people(q, type=kind or None, limit=_PAGE, cursor=after)
    kinds = [k for k in labels()["entity"] if k in ("PERSON", "ORG", "GPE")]
    return show(request, "names.html", {"names": page.items, "next": page.next, "q": q, "kind": kind, "kinds": kinds})


@router.get("/name")
def name(request: Request, id: str, after: str | None = None) -> Response:
    """One of them: in which stories, under which names, and what they said, when, through whom."""
    desk = site_of(request).desk
    appearances = desk.appearances(id)
    page = desk.statements(speaker=id, limit=_SAYINGS, cursor=after)
    forms: dict[str, int] = {}
    for a in appearances:
        for form, n in a.names:
            forms[form] = forms.get(form, 0) + n
    shown = {
        "person": desk.person(id),
        "appearances": appearances,
        "titles": {a.story: a.title for a in appearances},
        "forms": sorted(forms.items(), key=lambda f: (-f[1], f[0])),
        "statements": page.items,
        "next": page.next,
    }
    return show(request, "name.html", shown)
