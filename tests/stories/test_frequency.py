"""How common words are, over a sliding window."""

from __future__ import annotations

import pytest

from rashomon.records import Article
from rashomon.stories import profile_of
from rashomon.stories.frequency import EPOCH, Frequency
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Vocabulary


def told(n: int, vocabulary: Vocabulary, word: str = "ferry") -> Vectors:
    return Vectors.of(profile_of(Article(id=str(n), text=f"the {word} was late on day {n}")).counts, vocabulary)


def test_a_word_of_few_articles_is_rarer() -> None:
    frequency = Frequency(vocabulary := Vocabulary())
    for n in range(40):
        frequency.note(told(n, vocabulary, "ferry" if n % 10 else "barge"))
    assert frequency.rarity(0, "barge") > frequency.rarity(0, "ferry")
    assert frequency.rarity(0, "unheard") > frequency.rarity(0, "barge")


def test_counts_taken_up_again_are_the_same() -> None:
    one, records = Frequency(vocabulary := Vocabulary()), {}
    for n in range(3 * EPOCH + 5):
        one.note(told(n, vocabulary))
        if n % 50 == 0:
            records |= one.epochs(max(n - 50, 0) // EPOCH)
    records |= one.epochs(2)
    other = Frequency(elsewhere := Vocabulary())
    other.restore(records, one.counted)
    assert other.vectors(told(1, elsewhere)).tables() == one.vectors(told(1, vocabulary)).tables()
    again = Frequency(Vocabulary())
    again.restore(other.epochs(), other.counted)
    assert again.epochs() == other.epochs()


def test_what_was_said_long_ago_counts_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.stories.frequency.EPOCHS", 2)
    frequency = Frequency(vocabulary := Vocabulary())
    for n in range(5 * EPOCH):
        frequency.note(told(n, vocabulary, "barge" if n < EPOCH else "ferry"))
    assert frequency.rarity(0, "barge") == frequency.rarity(0, "unheard")
    assert len(frequency.epochs()) == 3
