"""Stories by the words that they are filed under."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.stories.postings import Postings
from rashomon.stories.profile import BLOCKS
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Vocabulary

WORDS = st.dictionaries(st.sampled_from("abcdefghijkl"), st.integers(1, 9), min_size=1, max_size=8)
STEPS = st.lists(st.tuples(st.sampled_from(["s", "t", "u"]), st.one_of(st.none(), WORDS)), max_size=12)


def vectors(words: dict[str, int], vocabulary: Vocabulary) -> Vectors:
    return Vectors.of([words, *({} for _ in BLOCKS[1:])], vocabulary)


@given(STEPS, WORDS)
def test_stories_are_called_up_by_the_words_that_they_were_filed_under_last(
    steps: list[tuple[str, dict[str, int] | None]], asked: dict[str, int]
) -> None:
    vocabulary = Vocabulary()
    postings, filed = Postings(vocabulary), dict[str, dict[str, int]]()
    for story, words in steps:
        if words is not None:
            postings.file(story, vectors(words, vocabulary), 1.0)
            filed[story] = words
        elif story in filed:
            postings.drop(story)
            del filed[story]
    votes = {s: sum(x * asked.get(w, 0) for w, x in words.items()) for s, words in filed.items()}
    most = max(votes.values(), default=0)
    expected = sorted(((n, s) for s, n in votes.items() if n and n >= 0.05 * most), reverse=True)
    assert postings.likely(vectors(asked, vocabulary).heaviest(40)) == [s for _, s in expected]
