"""Rules over a corpus: each thing is told once, to whom the rule says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.app.alerts import Rule, Sinks, Told, read_rules, tell_new
from rashomon.app.desk import Desk
from rashomon.errors import InputError, UsageError
from rashomon.records import Article
from rashomon.store import Corpus

MAYOR = (
    "Two potters were hurt when the kiln at Oster burst on Monday, the mayor said. "
    "The council said an inquiry will open on 12 May 2031."
)
GUILD = "Three potters were hurt when the kiln at Oster burst on Monday, the guild said."
RULES = """
[[rule]]
name = "clash"
when = "contradiction"
words = "Oster"
to = ["-", "out.jsonl"]

[[rule]]
name = "late"
when = "overdue"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(Corpus.create(tmp_path / "c.sqlite"), now=lambda: datetime(2031, 6, 1, tzinfo=UTC))
    given = {"headline": "Kiln bursts at Oster", "published": "2031-05-05"}
    desk.add([Article(id="one", text=MAYOR, **given), Article(id="two", text=GUILD, **given)])
    return desk


def clash(*to: str) -> Rule:
    return Rule(name="clash", when="contradiction", to=to)


def test_each_thing_is_told_once(desk: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    file = tmp_path / "out.jsonl"
    rules = [clash("-", str(file)), Rule(name="late", when="overdue")]
    told = Told(tmp_path / "told")
    count, failed = tell_new(desk, rules, told, Sinks(said.append))
    assert (count, failed) == (3, [])
    assert [line.split(": ")[:2] for line in said] == [[rule, "Kiln bursts at Oster"] for rule in ("clash", "late")]
    assert "12 May" in said[1] or "2031-05-12" in said[1]
    alert = json.loads(file.read_text())
    assert {e["text"] for e in alert["evidence"]} == {"Two potters", "Three potters"}
    again = tell_new(desk, rules, Told(tmp_path / "told"), Sinks(said.append))
    assert again == (0, [])


def test_a_fact_of_several_origins_is_told(desk: Desk, tmp_path: Path) -> None:
    said: list[str] = []
    rule = Rule(name="firm", when="origins", origins=2, stories=(desk.stories()[0].story[:6],))
    count, _ = tell_new(desk, [rule], Told(tmp_path / "told"), Sinks(said.append))
    assert count == len(said) >= 1
    assert all("independent origins" in line for line in said)


def test_a_webhook_that_fails_is_told_again_next_time(desk: Desk, tmp_path: Path) -> None:
    answers, sent = [500, 204], []

    def post(url: str, body: bytes, _: Mapping[str, str]) -> int:
        sent.append((url, json.loads(body)["when"]))
        return answers.pop(0)

    rules = [clash("https://hook.example/a")]
    sinks = Sinks(print, post=post)
    assert tell_new(desk, rules, Told(tmp_path / "t"), sinks) == (0, ["https://hook.example/a: it answered 500"])
    assert tell_new(desk, rules, Told(tmp_path / "t"), sinks) == (1, [])
    assert sent == [("https://hook.example/a", "contradiction")] * 2


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/", "http://[::1]:8080/", "http://192.168.0.1/"])
def test_a_webhook_does_not_reach_into_private_networks(desk: Desk, tmp_path: Path, address: str) -> None:
    count, failed = tell_new(desk, [clash(address)], Told(tmp_path / "t"), Sinks(print))
    assert count == 0
    assert "public internet" in failed[0]


def test_what_a_terminal_would_obey_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    Sinks(print).send("-", {}, "a\x1b[2Jb\nc\u202e")
    assert capsys.readouterr().out == "a\ufffd[2Jb c\ufffd\n"


def test_rules_are_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text(RULES)
    first, second = read_rules(tmp_path / "r.toml")
    assert (first.words, first.to, second.to) == ("Oster", ("-", "out.jsonl"), ("-",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "at least one"),
        ("[[rule", "not TOML"),
        ('[[rule]]\nname = "a"\nwhen = "never"', "rule.0.when"),
        ('[[rule]]\nname = "a"\nwhen = "overdue"\nfor = "me"', "rule.0.for"),
    ],
)
def test_a_rule_that_cannot_be_is_told_in_one_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "r.toml").write_text(text)
    with pytest.raises(InputError, match=said):
        read_rules(tmp_path / "r.toml")


def test_a_story_that_is_not_there_names_its_rule(desk: Desk, tmp_path: Path) -> None:
    rule = Rule(name="gone", when="overdue", stories=("ffff",))
    with pytest.raises(UsageError, match="rule 'gone'"):
        tell_new(desk, [rule], Told(tmp_path / "t"), Sinks(print))
