"""What readers decide: a difference dismissed or given another type, facts made one or taken apart; each can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.app.web.pages.render import PageRoute, address, show
from rashomon.app.web.site import site_of
from rashomon.collate.judge import Judgement
from rashomon.errors import UsageError
from rashomon.records import Claim, Collation, Fact
from rashomon.records.collation import DifferenceKind, Severity
from rashomon.report.apparatus import apparatus
from rashomon.report.html import fragment_of
from rashomon.report.passages import Excerpt, Texts

_CANDIDATES = 12
"""Facts offered as perhaps the same."""
Because = Annotated[str, Form(max_length=500)]
router = APIRouter(include_in_schema=False, route_class=PageRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A fact that may be the same as the one in question."""

    id: str
    text: str
    sigla: tuple[str, ...]


@router.get("/story/{story}/judge")
def ask(request: Request, story: str, difference: str = "", fact: str = "") -> Response:
    """What can be decided about a difference, or about a fact."""
    desk = site_of(request).desk
    collation = desk.collation(story)
    texts = Texts(collation.witnesses)
    shown: dict[str, object] = {"story": desk.shelf(story).story, "fact": None, "difference": None}
    if difference:
        hard, others = apparatus(collation, texts)
        item = next((d for d in (*hard, *others) if d.id == difference), None)
        if item is None:
            raise UsageError("this story has no such difference any more")
        shown |= {"difference": item, "kinds": get_args(DifferenceKind), "severities": get_args(Severity)}
    else:
        found = next((f for f in collation.facts if f.id == fact), None)
        if found is None:
            raise UsageError("this story has no such fact any more")
        shown |= {"fact": found, "claims": _claims(found, collation, texts), "like": _like(found, collation, texts)}
    return show(request, "judge.html", shown)


@router.post("/story/{story}/dismiss")
def dismiss(request: Request, story: str, target: Annotated[str, Form()], because: Because = "") -> Response:
    """This is no difference."""
    return _judge(request, story, Judgement(action="dismiss", targets=(target,), because=because), "differences")


@router.post("/story/{story}/retype")
def retype(
    request: Request,
    story: str,
    target: Annotated[str, Form()],
    kind: Annotated[DifferenceKind, Form()],
    severity: Annotated[Severity, Form()],
    because: Because = "",
) -> Response:
    """This difference is of another kind or weight."""
    judgement = Judgement(action="retype", targets=(target,), kind=kind, severity=severity, because=because)
    return _judge(request, story, judgement, f"diff-{fragment_of(target)}")


@router.post("/story/{story}/regroup")
def regroup(
    request: Request,
    story: str,
    action: Annotated[Literal["merge", "split"], Form()],
    fact: Annotated[str, Form()],
    target: Annotated[tuple[str, ...], Form()] = (),
    because: Because = "",
) -> Response:
    """Facts state the same and become one, or claims do not belong to their fact and are set apart."""
    if not target:
        raise UsageError("nothing was chosen: go back and choose what is meant")
    targets = (fact, *target) if action == "merge" else target
    judgement = Judgement(action=action, targets=tuple(dict.fromkeys(targets)), because=because)
    return _judge(request, story, judgement, f"fact-{fragment_of(fact)}")


@router.post("/story/{story}/undo")
def undo(request: Request, story: str, decision: Annotated[str, Form()]) -> Response:
    """Take a decision back. The reader stays with the story's first report, wherever that belongs then."""
    desk = site_of(request).desk
    first = desk.shelf(story).articles[0]
    desk.undo(decision)
    return RedirectResponse(address(f"/story/{desk.article(first).story}", "edition"), 303)


def _judge(request: Request, story: str, judgement: Judgement, fragment: str) -> Response:
    decision = site_of(request).desk.judge(story, judgement)
    return RedirectResponse(address(f"/story/{_named(request, story)}", fragment, judged=decision.id), 303)


def _named(request: Request, story: str) -> str:
    return site_of(request).desk.shelf(story).story


def _claims(fact: Fact, collation: Collation, texts: Texts) -> list[tuple[Claim, Excerpt]]:
    claims = {c.id: c for c in collation.claims}
    return [(claims[c], texts.excerpt(claims[c].span)) for c in fact.claims if c in claims]


def _like(fact: Fact, collation: Collation, texts: Texts) -> list[Candidate]:
    """The other facts, those with most words in common first."""
    words = _words(fact.text)
    likeness = {f.id: len(words & (other := _words(f.text))) / max(1, len(words | other)) for f in collation.facts}
    others = sorted((f for f in collation.facts if f.id != fact.id), key=lambda f: (-likeness[f.id], f.id))
    return [Candidate(id=f.id, text=f.text, sigla=texts.sigla(f.witnesses)) for f in others[:_CANDIDATES]]


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in text.casefold().split() if len(w) > 2)
