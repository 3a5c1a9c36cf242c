"""The style and the scripts of the pages: the report's own and the desk's. Each address changes with its content, so that browsers may keep it."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

_PLACES = {"rashomon.report": "templates", "rashomon.app.web.pages": "static"}
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def asset(name: str) -> Response:
    """A style or a script."""
    if name not in assets():
        raise HTTPException(404, f"there is no {name}")
    kept = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(assets()[name], media_type=_TYPES[name[name.rindex(".") :]], headers=kept)


@cache
def assets() -> dict[str, bytes]:
    """All of them by name."""
    return {
        f.name: f.read_bytes()
        for package, folder in _PLACES.items()
        for f in files(package).joinpath(folder).iterdir()
        if f.name.endswith(tuple(_TYPES))
    }


@cache
def static_address(name: str) -> str:
    """Where a style or script is found."""
    return f"/static/{name}?v={sha256(assets()[name]).hexdigest()[:10]}"
