"""What becomes of what was expected, read off whole texts."""

from __future__ import annotations

import pytest

from rashomon.app import assemble
from rashomon.collate.expecting import expectations
from rashomon.records import Article
from rashomon.records.ledger import Expectation

VOTE = "The town council of Marrow will vote on the mill on 14 May, mayor Ada Quill said."
DAY = {"2031-05-12": VOTE}


def expected(reports: dict[str, str], today: str = "2031-05-13") -> list[Expectation]:
    articles = [Article(id=day, text=text, published=day) for day, text in reports.items()]
    return list(expectations(assemble.collate_inputs(assemble.ingest(articles)), today))


@pytest.mark.parametrize(("today", "outcome"), [("2031-05-14", "open"), ("2031-05-15", "silent")])
def test_a_day_that_passes_without_a_word_is_silent(today: str, outcome: str) -> None:
    assert {e.outcome for e in expected(DAY, today)} == {outcome}


def test_what_is_put_off_has_slipped() -> None:
    later = {"2031-05-14": "The town council of Marrow put off its vote on the mill, mayor Ada Quill said."}
    (vote,) = [e for e in expected({**DAY, **later}, "2031-05-20") if e.due == "2031-05-14"]
    assert (vote.outcome, vote.until) == ("slipped", None)
    assert {s.article for s in vote.settled} == {"2031-05-14"}


def test_what_is_expected_for_a_later_day_now_has_slipped_to_it() -> None:
    later = {"2031-05-13": "The town council of Marrow will vote on the mill on 21 May, mayor Ada Quill said."}
    found = {e.due: (e.outcome, e.until) for e in expected({**DAY, **later})}
    assert found["2031-05-14"] == ("slipped", "2031-05-21")
    assert found["2031-05-21"] == ("open", None)


def test_another_matter_on_a_later_day_settles_nothing() -> None:
    other = {"2031-05-13": "A brass band will play at the harbour of Sund on 21 May, its leader said."}
    assert [e.outcome for e in expected({**DAY, **other}) if e.due == "2031-05-14"] == ["open"]
