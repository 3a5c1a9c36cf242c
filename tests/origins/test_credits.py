"""Who is credited, and who is only named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.origins.credits import find_credits
from rashomon.origins.register import load_register
from rashomon.records import Article

BODY = "\nThe ferry Osprey ran aground off Candle Rock on Tuesday, the harbour master said. Nobody was hurt.\n" * 12


def credits_of(text: str, outlet: str | None = None) -> list[tuple[str, str, bool]]:
    found = find_credits(Article(id="a", text=text, outlet=outlet))
    assert all(c.span.end <= len(text) for c in found)
    return [(c.entry.name, c.form, c.whole) for c in found]


@pytest.mark.parametrize(
    ("line", "agency", "form"),
    [
        ("LARKPORT (AP) — The ferry ran aground.", "Associated Press", "dateline"),
        ("LARKPORT, May 3 (Reuters) - The ferry ran aground.", "Reuters", "dateline"),
        ("Larkport: (AFP) – The ferry ran aground.", "Agence France-Presse", "dateline"),
        ("LARKPORT, May 3, 2031 /PRNewswire/ -- Osprey Lines today announced", "PR Newswire", "dateline"),
        ("New Larkport [Coast], May 3 (ANI): The ferry ran aground.", "Asian News International", "dateline"),
        ("By The Associated Press", "Associated Press", "byline"),
        ("By ADA QUILL and TOM REED Associated Press", "Associated Press", "byline"),
        ("Ada Quill, Associated Press", "Associated Press", "byline"),
        ("Ada QuillAssociated Press", "Associated Press", "byline"),
        ("Associated Press Tuesday, May 3, 2031", "Associated Press", "byline"),
        ("By Ada Quill Bloomberg News", "Bloomberg", "byline"),
        ("Source: Reuters", "Reuters", "source"),
        ("Copyright 2031 The Associated Press. All rights reserved.", "Associated Press", "copyright"),
        ("© 2031 Reuters. All rights reserved.", "Reuters", "copyright"),
    ],
)
def test_a_credit_line_names_whose_text_it_is(line, agency, form):
    assert credits_of(f"Ferry runs aground\n{line}{BODY}") == [(agency, form, True)]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("Contributing: Reuters", ["Reuters"]),
        ("With files from The Canadian Press", ["The Canadian Press"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("Associated Press writers Ada Quill and Tom Reed in Larkport contributed to this report.", ["Associated Press"]),
        ("This page contains material from AFP, Bloomberg News, and Reuters.", ["Agence France-Presse", "Bloomberg", "Reuters"]),
    ],
)  # fmt: skip
def test_a_contribution_is_not_the_whole_text(line, agencies):
    assert credits_of(BODY + line) == [(a, "contribution", False) for a in agencies]


@pytest.mark.parametrize(
    "line",
    [
        "The captain told Reuters that the sea was calm.",
        "The Osprey at Candle Rock (AP Photo/Ada Quill)",
        "Ada Quill, AP",
        "Ada Quill | AFP | Getty Images",
        "REUTERS/Ada Quill",
        "Associated Press Names New Editor",
        "CNN: what the captain knew",
        "The Hill•",
    ],
)
def test_a_name_in_passing_or_under_a_picture_is_no_credit(line):
    assert credits_of(f"Ferry runs aground\n{line}{BODY}") == []


def test_an_outlet_does_not_credit_itself():
    text = f"Ferry runs aground\nBy Ada Quill CNN\n(CNN) — The ferry ran aground.{BODY}© 2031 CNN"
    assert credits_of(text, outlet="cnn.com") == []
    assert credits_of(text, outlet="larkportlive.example")[0][0] == "CNN"


@given(st.text(max_size=400))
def test_any_text_is_read(text):
    for c in find_credits(Article(id="a", text=text)):
        assert 0 <= c.span.start < c.span.end <= len(text)


def test_the_register_is_sound():
    register = load_register()
    kinds = {"agency", "release", "newspaper", "magazine", "broadcaster", "site", "aggregator", "platform"}
    assert {e.kind for e in register.entries} <= kinds
    assert len({e.name for e in register.entries}) == len(register.entries)
    assert register.entry("https://www.reuters.com/world/x") is register.entry("Reuters")
    assert register.entry("The Kansas City Star").family == register.entry("miamiherald.com").family
