"""The tools as an assistant's client meets them: the SDK's own, over standard input and output and over HTTP."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import StdioServerParameters
from mcp.client import Client
from mcp.client.stdio import stdio_client

from rashomon.app.desk import Desk
from rashomon.app.mcp.check import check
from rashomon.app.mcp.library import Library
from rashomon.records import Article
from rashomon.store import Corpus

MAYOR = (
    "Kiln bursts at Oster\n\nTwo potters were hurt when the kiln at Oster burst on Monday, Mayor Ilse Brandt said. "
    "“Nobody died,” Brandt told reporters. An inquiry is expected to open on 12 May 2031."
)
GUILD = (
    "Three hurt as kiln bursts\n\nThree potters were hurt when the kiln at Oster burst on Monday, the guild said. "
    "The guild has asked a judge to open an inquiry."
)
TEXTS = {"one": MAYOR, "two": GUILD}
Calls = Callable[[Client], Awaitable[Any]]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("mcp") / "c.sqlite"
    desk = Desk(Corpus.create(file))
    desk.add(
        [
            Article(id="one", text=MAYOR, outlet="Oster Post", published="2031-05-05"),
            Article(id="two", text=GUILD, outlet="Guild Gazette", published="2031-05-05"),
        ]
    )
    for shelf in desk.stories():
        desk.collation(shelf.story)
    desk.corpus.close()
    return file


def over_stdio(corpus: Path, calls: Calls) -> Any:
    """What the calls give when made over the standard streams of a server of its own."""
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "rashomon", "mcp", str(corpus)], env=dict(os.environ)
    )

    async def session() -> Any:
        async with Client(stdio_client(server)) as client:
            return await calls(client)

    return anyio.run(session)


async def ask(client: Client, tool: str, **given: Any) -> Any:
    answer = await client.call_tool(tool, given)
    assert not answer.is_error, answer.content
    return answer.structured_content


def places_in(value: Any) -> list[dict[str, Any]]:
    """Every place in an answer."""
    if isinstance(value, dict):
        here = [value] if {"article", "start", "end", "text"} <= set(value) else []
        return here + [p for v in value.values() for p in places_in(v)]
    return [p for v in value for p in places_in(v)] if isinstance(value, list) else []


def test_every_tool_answers_with_places_and_bounds(corpus: Path) -> None:
    async def calls(client: Client) -> dict[str, Any]:
        listed = await client.list_tools()
        assert all(t.annotations is not None and t.annotations.read_only_hint for t in listed.tools)
        found = {"find_stories": await ask(client, "find_stories", words="kiln inquiry")}
        story = found["find_stories"]["stories"][0]["id"]
        found["latest"] = await ask(client, "find_stories")
        found["facts"] = await ask(client, "facts", story=story)
        found["differences"] = await ask(client, "differences", story=story[:5], severity="hard")
        found["who_said"] = await ask(client, "who_said", name="Brandt")
        found["check_claim"] = await ask(client, "check_claim", claim="Two potters were hurt at Oster on Monday.")
        given = [{"text": MAYOR, "outlet": "Post"}, {"text": GUILD, "outlet": "Gazette"}]
        found["collate_texts"] = await ask(client, "collate_texts", texts=given)
        assert {t.name for t in listed.tools} == set(found) - {"latest"}
        return found

    found = over_stdio(corpus, calls)
    for name, answer in found.items():
        assert isinstance(answer["not_covered"], list)
        places = places_in(answer)
        assert places, name
        for p in places:
            text = {**TEXTS, "text 1": MAYOR, "text 2": GUILD, "the claim": "Two potters were hurt at Oster on Monday."}
            assert text[p["article"]][p["start"] : p["end"]] == p["text"]
    assert found["facts"]["facts"][0]["independent_origins"] >= 1
    assert [d["severity"] for d in found["differences"]["differences"]] == ["hard"]
    assert [d["contradicts"] for d in found["differences"]["differences"]] == [True]
    assert any("Nobody died" in s["text"] for s in found["who_said"]["statements"])
    checked = found["check_claim"]
    (kiln,) = checked["stories"]
    assert {p["outlet"] for p in kiln["stated_by"]} == {"Oster Post"}
    assert (checked["stated"], checked["independent_origins"], checked["contradicted"] > 0) == (1, 1, True)
    assert "Guild Gazette" in {s["outlet"] for d in kiln["contradicted_by"] for s in d["sides"]}


def test_what_is_not_there_is_told_and_not_made_up(corpus: Path) -> None:
    async def calls(client: Client) -> tuple[Any, Any, Any]:
        unknown = await client.call_tool("facts", {"story": "ffff"})
        nobody = await ask(client, "who_said", name="Zebedee")
        nothing = await ask(client, "check_claim", claim="Zeppelins quarantined xylophones.")
        return unknown, nobody, nothing

    unknown, nobody, nothing = over_stdio(corpus, calls)
    assert unknown.is_error
    assert "no story is called" in str(unknown.content)
    assert (nobody["statements"], bool(nobody["not_covered"])) == ([], True)
    assert (nothing["stories"], nothing["not_covered"]) == ([], ["no report of the corpus shares its words"])


def test_a_claim_is_checked_in_every_story_that_shares_its_words(tmp_path: Path) -> None:
    other = (
        "Guild looks back\n\nThe Potters' Guild opened its museum in Veld on Friday. In a speech its warden, Ole Marsh, said two "
        "potters were hurt when the kiln at Oster burst on Monday. The museum shows four hundred jugs and a barge."
    )
    desk = Desk(Corpus.create(tmp_path / "c.sqlite"))
    desk.add(
        [
            Article(id="one", text=MAYOR, outlet="Oster Post", published="2031-05-05"),
            Article(id="far", text=other, outlet="Veld Echo", published="2031-05-09"),
        ]
    )
    if len(desk.stories()) == 1:
        desk.split_story(["far"])
    checked = check(Library(desk), "Two potters were hurt when the kiln at Oster burst on Monday.")
    assert {p.outlet for s in checked.stories for p in s.stated_by} == {"Oster Post", "Veld Echo"}
    assert checked.independent_origins == len(checked.origins) == 2
