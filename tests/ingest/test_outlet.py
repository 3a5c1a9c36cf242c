"""The outlet that an article states."""

from __future__ import annotations

import pytest

from rashomon.ingest.outlet import stated_outlet
from rashomon.ingest.parts import split_parts

BODY = "The mayor of Lower Brill opened the new lock on Friday, watched by some two hundred people and a brass band."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("By Ana Ruiz, The Brill Courier", "The Brill Courier"),
        ("By Ana Ruiz | Brill Gazette | 4 May 2031", "Brill Gazette"),
        ("By Ana Ruiz - The Westmark Islander - Sunday, May 4, 2031", "The Westmark Islander"),
        ("By tmt DeltaNews May 4, 2031", "tmt DeltaNews"),
        ("The Islander, 4 May 2031", "The Islander"),
        ("Delta Radio newsroom", "Delta Radio"),
        ("By Ana Ruiz", None),
        ("By Ana Ruiz and Tom Post Hale", None),
        ("By The Associated Press", None),
        ("By ANA RUIZ, Associated Press", None),
        ("Ana Ruiz, staff writer", None),
    ],
)
def test_from_the_byline(line: str, outlet: str | None) -> None:
    text = f"New lock opens in Lower Brill\n{line}\n{BODY}\n{BODY} So it was."
    assert stated_outlet(text, split_parts("a", text)) == outlet


def test_from_the_dateline_and_the_pages_title() -> None:
    for start, outlet in (("(CNN) -- ", "CNN"), ("BRILL (Reuters) - ", None), ("BRILL – ", None)):
        text = f"{start}{BODY}"
        assert stated_outlet(text, split_parts("a", text)) == outlet
    text = f"New lock opens in Lower Brill | The Brill Courier\n{BODY}\n{BODY} So it was."
    assert stated_outlet(text, split_parts("a", text)) == "The Brill Courier"
