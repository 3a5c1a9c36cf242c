"""Vectors of words side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.stories.profile import BLOCKS
from rashomon.stories.vectors import Vectors, products
from rashomon.stories.vocabulary import Vocabulary

Tables = list[dict[str, int]]
TABLES = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 1 << 16), max_size=6),
    min_size=len(BLOCKS),
    max_size=len(BLOCKS),
)


def tables_of(vectors: Vectors) -> Tables:
    return [dict(zip(words, weights, strict=True)) for words, weights in vectors.tables()]


@given(TABLES)
def test_tables_come_back_in_their_order(tables: Tables) -> None:
    found = tables_of(Vectors.of(tables, Vocabulary()))
    assert [list(t.items()) for t in found] == [list(t.items()) for t in tables]


@given(TABLES, TABLES)
def test_vectors_add_up_and_come_off_again(one: Tables, other: Tables) -> None:
    vocabulary = Vocabulary()
    a, b = Vectors.of(one, vocabulary), Vectors.of(other, vocabulary)
    both = [{w: x.get(w, 0) + y.get(w, 0) for w in x | y} for x, y in zip(one, other, strict=True)]
    assert tables_of(a.plus(b)) == both
    assert tables_of(a.plus(b).minus(b)) == one
    assert a.squares() == [sum(x * x for x in t.values()) for t in one]


@given(TABLES, st.lists(TABLES, max_size=4))
def test_products_are_those_of_the_tables(one: Tables, others: list[Tables]) -> None:
    vocabulary = Vocabulary()
    a = Vectors.of(one, vocabulary)
    found = products(a, [Vectors.of(t, vocabulary) for t in others])
    assert found.tolist() == [
        [sum(x * u.get(w, 0) for w, x in t.items()) for t, u in zip(one, other, strict=True)] for other in others
    ]


@given(TABLES, st.integers(1, 4))
def test_the_heaviest_come_first_and_of_equals_the_one_heard_first(tables: Tables, most: int) -> None:
    vectors = Vectors.of(tables, Vocabulary())
    heaviest = [sorted(t, key=t.__getitem__, reverse=True)[:most] for t in tables]
    assert [vectors.kind(block).heaviest(most).words() for block in range(len(BLOCKS))] == heaviest
    assert [list(t) for t in tables_of(vectors.heaviest_of_each(most))] == heaviest


def test_words_forgotten_make_room_and_the_others_keep_their_names() -> None:
    vocabulary = Vocabulary()
    numbers = vocabulary.numbers([["a", "b"], ["a"], (), (), (), ()])
    used = vocabulary.block[: vocabulary.room] == 1
    anew = vocabulary.forget(used)
    assert vocabulary.words(anew[numbers[2:]]) == ["a"]
    assert len(vocabulary) == 1
    assert vocabulary.number(0, "a") is None
    assert vocabulary.number(1, "a") == 0
