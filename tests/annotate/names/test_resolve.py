"""Pronouns and nominals in short invented texts, and that the work grows with the text and no faster."""

from __future__ import annotations

import sys

import pytest

from rashomon.annotate import annotate
from rashomon.annotate.names import find_names, resolve
from rashomon.annotate.sentences import sentences_of
from rashomon.records import Annotation, Article, Part, Span


def article(text: str) -> Article:
    return Article(id="a", text=text, parts=(Part(kind="body", span=Span(article="a", start=0, end=len(text))),))


def read(parser, text: str) -> Annotation:
    return annotate([article(text)], parser)[0]


def entity_of(found: Annotation, text: str, shown: str, nth: int = 0) -> str | None:
    """The entity of the n-th mention written `shown`."""
    hits = [m.entity for m in found.mentions if text[m.span.start : m.span.end] == shown]
    return hits[nth] if len(hits) > nth else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ines Holm met Peter Lund on Monday. He thanked her.", "her", "Ines Holm"),
        ("Peter Lund said he would resign.", "he", "Peter Lund"),
        ("Peter Lund was in Bergen during Oskar Berg's visit. He told reporters that the road was safe.", "He", "Peter Lund"),
        ('"I saw the wave," said Maria Costa.', "I", "Maria Costa"),
        ("Norway said it would send two ships.", "it", "Norway"),
        ("Peter Lund spoke first. Of Oskar Berg, he said little.", "he", "Peter Lund"),
        ("Police praised Maria Costa, who had warned the village.", "who", "Maria Costa"),
    ],
)  # fmt: skip
def test_a_pronoun_means_whom_the_text_has_in_mind(parser, text: str, pronoun: str, name: str) -> None:
    found = read(parser, text)
    assert entity_of(found, text, pronoun) == entity_of(found, text, name) is not None


def test_he_is_whom_the_text_has_turned_to(parser) -> None:
    text = "Peter Lund said that he agreed.\n\nThat did not please Oskar Berg. “It is too late for that,” he said."
    assert entity_of(read(parser, text), text, "he", 1) == entity_of(read(parser, text), text, "Oskar Berg")


def test_it_that_stands_for_nothing_is_no_mention(parser) -> None:
    text = "Norway waited. It was clear that nobody would come."
    assert entity_of(read(parser, text), text, "It") is None


def test_the_two_leaders_are_a_pair(parser) -> None:
    text = "Finnish President Laura Niemi met Estonian President Jaan Tamm. The two leaders shook hands."
    found = read(parser, text)
    pair = next(e for e in found.entities if e.id == entity_of(found, text, "The two leaders"))
    assert {entity_of(found, text, "Laura Niemi"), entity_of(found, text, "Jaan Tamm")} == set(pair.members)


def test_possessed_people_are_known_by_whose_they_are(parser) -> None:
    text = "Peter Lund fell ill. His wife called a doctor. Lund's wife then left."
    found = read(parser, text)
    assert entity_of(found, text, "His wife") == entity_of(found, text, "Lund's wife")


def test_work_grows_with_the_text(parser) -> None:
    sentence = "Mayor {0} Holm told the {0} Harbour Board that he had met its chief, and the board thanked his wife. "
    names = ["".join(chr(97 + int(d)) for d in str(n)).capitalize() for n in range(1000, 1400)]

    def steps(n: int) -> int:
        a = article("".join(sentence.format(name) for name in names[:n]))
        sentences = sentences_of([a], parser)[0]
        count = 0

        def tick(_frame, event, _arg):
            nonlocal count
            count += event == "call"

        sys.setprofile(tick)
        try:
            resolve(a, sentences, find_names(a, sentences), (), ())
        finally:
            sys.setprofile(None)
        return count

    assert steps(400) < 6 * steps(100)


@pytest.mark.parametrize(
    "text",
    [
        "The valve was open, Tern Water said. The waterworks said the foreman had closed it.",
        "Tern Water said that the valve was open. The waterworks had said that it was closed.",
        "A report said that the barge was carrying coal. The lifeboat service said it was carrying salt.",
    ],
)
def test_what_a_body_was_said_to_say_of_a_thing_is_of_the_thing(parser, text: str) -> None:
    assert entity_of(read(parser, text), text, "it") is None


def test_a_body_says_what_it_does(parser) -> None:
    text = "Tern Water said that it would close the valve."
    found = read(parser, text)
    assert entity_of(found, text, "it") == entity_of(found, text, "Tern Water") is not None


@pytest.mark.parametrize(
    ("text", "shown", "name"),
    [
        ("Calder Airways fell 8 percent. Its chief, Ines Holm, said the airline would appeal.", "the airline", "Calder Airways"),
        ("Calder Chemicals named a chief. The town waited. It rained. Peter Lund sang. He left. The company said no.", "The company", "Calder Chemicals"),
        ("Calder Foods closed a plant on Monday. On Tuesday, Calder opened it again.", "Calder", "Calder Foods"),
    ],
)  # fmt: skip
def test_a_firm_is_taken_up_by_its_trade_or_its_first_word(parser, text: str, shown: str, name: str) -> None:
    found = read(parser, text)
    last = len([m for m in found.mentions if text[m.span.start : m.span.end] == shown]) - 1
    assert entity_of(found, text, shown, last) == entity_of(found, text, name) is not None


def test_the_company_of_two_firms_is_neither(parser) -> None:
    text = "Calder Chemicals and Tern Foods opened halls. The town waited. It rained. Peter Lund sang. He left. The company said no."
    found = read(parser, text)
    assert entity_of(found, text, "The company") not in {
        entity_of(found, text, "Calder Chemicals"),
        entity_of(found, text, "Tern Foods"),
    }


def test_four_of_them_are_of_those_just_counted(parser) -> None:
    text = "Five sailors have died. Twenty passengers were hurt, four of them badly."
    found = read(parser, text)
    assert entity_of(found, text, "them") == entity_of(found, text, "Twenty passengers") is not None
