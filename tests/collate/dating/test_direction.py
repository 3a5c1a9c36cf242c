"""Which way a sentence looks at a day."""

from __future__ import annotations

import pytest

from rashomon.annotate import Parser
from rashomon.collate.dating.direction import direction_of
from rashomon.records import make_sentence

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "sign", "firm"),
    [
        ("The lock opened on Friday.", -1, True),
        ("The lock has been closed since Friday.", -1, True),
        ("The lock will open on Friday.", 1, True),
        ("The lock is expected to open on Friday.", 1, True),
        ("Kell said she would open the lock on Friday.", 1, False),
        ("Kell hoped to open the lock on Friday.", 1, False),
        ("Kell failed to open the lock on Friday.", -1, False),
        ("Kell spoke of their Friday meeting.", -1, False),
        ("A lock on Friday", 0, False),
    ],
)
def test_direction(parser: Parser, text: str, sign: int, firm: bool) -> None:
    (line,) = parser.parse([text])
    sentence = make_sentence(0, 0, "body", "a", line[0])
    token = next(t for t in sentence.tokens if t.text == "Friday")
    found = direction_of(sentence, (token,))
    assert (found.sign, found.firm) == (sign, firm)
