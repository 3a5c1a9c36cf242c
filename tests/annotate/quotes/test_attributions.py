"""Indirect speech, thoughts and stances, by their constructions."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The harbour master said that the lock had failed.",
            ("The harbour master", "said", "that the lock had failed"),
        ),
        ("Odell said the lock had failed.", ("Odell", "said", "the lock had failed")),
        ("The lock had failed, Odell said.", ("Odell", "said", "The lock had failed")),
        ("The lock, Odell said, had failed twice.", ("Odell", "said", "The lock | had failed twice")),
        (
            "The lock had failed twice, according to the port authority.",
            ("the port authority", "according to", "The lock had failed twice"),
        ),
        ("Odell was told that the lock had failed.", ("", "was told", "that the lock had failed")),
        (
            "Odell urged the crews to stay ashore.",
            ("Odell", "urged", "the crews to stay ashore"),
        ),
        ("Odell pledged to repair the lock by May.", ("Odell", "pledged", "to repair the lock by May")),
        ("Marsh called Odell a liar.", ("Marsh", "called", "Odell a liar")),
        (
            "Odell said in a statement on her own page that the port authority had ordered a new lock.",
            ("Odell", "said", "that the port authority had ordered a new lock"),
        ),
    ],
)
def test_source_cue_and_content(read, text, wanted) -> None:
    assert wanted in read(text).said()


def test_a_claim_in_a_noun_has_its_owner_for_a_source(read) -> None:
    assert ("Odell's", "that the lock was safe") in [(s, t) for s, _, t in read("Odell's claim that the lock was safe surprised the crews.").said()]  # fmt: skip


def test_negation_and_modality_are_kept(read) -> None:
    found = read("Odell did not say whether the lock would open. Marsh may announce that the board has resigned.")
    assert found.by_cue("say").negated
    assert not found.by_cue("say").modal
    assert found.by_cue("announce").modal


def test_a_second_verb_of_saying_is_given_back_to_the_speaker(read) -> None:
    found = read("Odell said that the port appeared ready for the storm, and blamed the board for the delay.")
    assert ("Odell", "blamed") in [(s, c) for s, c, _ in found.said()]
    assert "blamed" not in found.words(found.by_cue("said").content)


def test_what_the_narrator_adds_is_no_part_of_the_content(read) -> None:
    said = read("Odell said that the lock had failed on Monday, further delaying the ferries.").said()
    assert ("Odell", "said", "that the lock had failed on Monday") in said


def test_a_past_event_dates_the_telling_of_what_is_to_come(read) -> None:
    said = read("Odell said she would reopen the harbour a day after the board ordered a review.").said()
    assert ("Odell", "said", "she would reopen the harbour") in said


def test_a_relative_pronoun_stands_with_its_noun(read) -> None:
    found = read("The fishermen, who fear that the harbour may silt up, met on Monday.")
    assert found.words(found.by_cue("fear").source) == "The fishermen | who"


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("Odell said the lock had failed.", "said", "speech"),
        ("Odell believes the lock will hold.", "believes", "thought"),
        ("Odell praised the pilots.", "praised", "stance"),
        ("The survey shows that the quay is sinking.", "shows", "evidence"),
    ],
)
def test_kinds(read, text, cue, kind) -> None:
    assert read(text).by_cue(cue).kind == kind


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Odell announced the closure in a post on Monday.", "in a post"),
        ("“The lock is safe,” Odell said at a news conference in Gannet.", "at a news conference"),
        ("Marsh, speaking on the quay, told reporters in London that the lock had failed.", "in London"),
        ("“The lock is safe,” Odell said before boarding the ferry.", "before boarding the ferry"),
    ],
)
def test_the_occasion_of_words(read, text, occasion) -> None:
    assert occasion in (a.occasion.of(text)[: len(occasion)] for a in read(text).attributions if a.occasion)


texts = st.text(
    st.sampled_from("aeB1 ,.\n:;!?—-()“”‘’'\"«»„`é\u00a0😀")
    | st.sampled_from(["Odell ", "said ", "that ", "told ", "he ", "the lock ", "was ", "to ", "according to "]),
    max_size=120,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["Odell ", "said ", "that ", "told ", "he ", "the lock ", "“", "” ", '"', "' ", "‘", "’ ", ", ", ". ", ": ", "\n", "— ", "according to ", "😀", "é ", "was ", "A", "''"]), max_size=40))  # fmt: skip
def test_any_text_gives_spans_within_it(read, pieces) -> None:
    text = "".join(pieces)
    found = read(text)
    for q in found.quotes:
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.speaker is None or q.speaker.end <= len(text)
    for a in found.attributions:
        assert a.content
        for s in (*a.source, *a.cue, *a.content):
            assert 0 <= s.start < s.end <= len(text)
