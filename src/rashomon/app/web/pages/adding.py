"""Reports pasted, dropped or fetched, and how far the reading of them has come."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.app.web.jobs import AddInputs, AddUploads, Task
from rashomon.app.web.pages.render import PageRoute, show, web_address
from rashomon.app.web.site import site_of
from rashomon.app.web.uploads import Upload
from rashomon.errors import UsageError

_MOST_ADDRESSES = 50
router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/add")
def ask(request: Request) -> Response:
    """Where reports are put in."""
    site = site_of(request)
    return show(request, "add.html", {"jobs": site.jobs.jobs()[:5], "followed": site.feeds.addresses})


@router.post("/add")
async def add(
    request: Request,
    text: Annotated[tuple[str, ...], Form()] = (),
    files: Annotated[tuple[UploadFile, ...], File()] = (),
    together: Annotated[bool, Form()] = False,
) -> Response:
    """Read what was pasted and dropped."""
    pasted = [t.replace("\r\n", "\n") for t in text if t.strip()]
    uploads = [Upload(name=f"pasted-{n}.txt", data=t.encode()) for n, t in enumerate(pasted, start=1)]
    uploads += [Upload(name=f.filename or "", data=await f.read()) for f in files if f.filename]
    if not uploads:
        raise UsageError("nothing was pasted and no file was chosen")
    return _begun(request, AddUploads(uploads=tuple(uploads), together=together))


@router.post("/fetch")
async def fetch(
    request: Request, addresses: Annotated[str, Form(max_length=20_000)], again: Annotated[bool, Form()] = False
) -> Response:
    """Read what stands at addresses: pages, and the entries of feeds; with `again` ask them from now on."""
    asked = tuple(dict.fromkeys(addresses.split()))
    if not asked or not all(map(web_address, asked)) or len(asked) > _MOST_ADDRESSES:
        raise UsageError(f"give addresses that begin with http:// or https://, one a line, {_MOST_ADDRESSES} at most")
    for address in asked if again else ():
        site_of(request).feeds.follow(address)
    return _begun(request, AddInputs(addresses=asked))


@router.post("/leave")
async def leave(request: Request, address: Annotated[str, Form()]) -> Response:
    """Follow an address no more."""
    site_of(request).feeds.leave(address)
    return RedirectResponse("/add#followed", 303)


@router.get("/job/{job}")
def job(request: Request, job: str) -> Response:
    """How far a job has come, and what came of it."""
    site = site_of(request)
    found = site.jobs.get(job)
    if found is None:
        raise UsageError("nothing is known of this any more: what it made is among the stories")
    outcome = found.outcome or {}
    stories = [site.desk.shelf(s) for s in outcome.get("stories", ())]
    return show(request, "job.html", {"job": found, "outcome": outcome, "stories": stories})


def _begun(request: Request, task: Task) -> Response:
    return RedirectResponse(f"/job/{site_of(request).jobs.submit(task).id}", 303)
