"""A story as a file that other tools read."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute
from rashomon.app.web.site import site_of
from rashomon.report.exports import EXPORTS, export_files

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest an archive can say: the same story makes the same bytes."""
router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/story/{story}/as/{name}")
async def export(request: Request, story: str, name: str) -> Response:
    """A story in a format that other tools read."""
    return await site_of(request).renderer.make(lambda: _file(request, story, name))


def _file(request: Request, story: str, name: str) -> Response:
    desk = site_of(request).desk
    found = export_files(desk.collation(story), name)
    shelf = desk.shelf(story)
    suffix = EXPORTS[name].suffix
    content, ending = (next(iter(found.values())), suffix) if suffix else (_zipped(found), ".zip")
    headers = {"content-disposition": f'attachment; filename="story-{shelf.story}-{name}{ending}"'}
    return Response(content, media_type="application/octet-stream", headers=headers)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(ZipInfo(name, date_time=_NO_DATE), content)
    return buffer.getvalue()
