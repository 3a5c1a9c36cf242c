"""Whether reports can be about one event."""

from __future__ import annotations

import pytest

from rashomon import Article, collate
from rashomon.collate.kin import Traits, are_kin, notes_on_company

LOCK = (
    "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday, police chief Jon Ask said."
)
AGAIN = (
    "Mayor Ida Kell and Anna Prow, its keeper, opened the lock at Lower Brill. Jon Ask, the chief of police, was there."
)
FOOTBALL = (
    "The Tarn Rovers beat Pell United in Ostmark, coach Rudi Lamm said. Lamm praised Tomas Orth and Viktor Amsel."
)


def traits(names: str, words: str = "lock open") -> Traits:
    return Traits(frozenset(names.split()), frozenset(words.split()))


def test_names_and_words_make_kin() -> None:
    assert are_kin(traits("prow kell brill ask"), traits("prow kell brill"))
    assert not are_kin(traits("prow kell brill ask"), traits("prow kell"))
    assert not are_kin(traits("prow kell brill", "lock"), traits("prow kell brill", "match goal"))


def test_kin_of_kin_are_one_company() -> None:
    a, b, c = traits("a b c d"), traits("b c d e"), traits("c d e f")
    assert notes_on_company([a, b, c], "ABC") == ()
    stranger = traits("x y z w")
    assert notes_on_company([a, stranger, b], "ABC") == ("These reports seem to be about different events: A, C; B.",)
    assert notes_on_company([stranger, a, b], "ABC") == ("These reports seem to be about different events: A; B, C.",)


def test_an_article_that_names_nobody_is_let_be() -> None:
    assert notes_on_company([traits("a b c d"), traits("x")], "AB") == ()


@pytest.mark.model
def test_the_collation_says_so() -> None:
    assert "One report alone" in collate([Article(id="a", text=LOCK)]).notes[0]
    assert collate([Article(id="a", text=LOCK), Article(id="b", text=AGAIN)]).notes == ()
    (note,) = collate([Article(id="a", text=LOCK), Article(id="b", text=FOOTBALL)]).notes
    assert note == "These reports seem to be about different events: A; B."
