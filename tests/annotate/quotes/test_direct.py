"""Direct speech: who says what stands in quotation marks."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The harbour is closed,” Odell said.", "Odell"),
        ("“The harbour is closed,” said the harbour master, Ruth Odell.", "the harbour master, Ruth Odell"),
        ("“Who opened the lock?” asked Odell.", "Odell"),
        ("Odell told reporters: “The harbour is closed.”", "Odell"),
        ("Odell defended the closure, telling reporters: “We had no choice at all.”", "Odell"),
        ("As the Gannet Courier reported, “The lock was never repaired.”", "the Gannet Courier"),
        ("“We lost the whole catch that night.” — Ruth Odell", "Ruth Odell"),
        ("Ruth Odell: “We lost the whole catch that night.”", "Ruth Odell"),
        ("“The harbour stays closed,” Odell, a retired pilot, said Thursday morning.", "Odell, a retired pilot"),
        ("“We gave the pilots a week to answer.” Odell said.", "Odell"),
        ("Marsh took up his words when Odell added, “Nobody sails tonight, not even the pilots.”", "Odell"),
        ("Asked about the lock, Odell, who had to pay to rebuild it, said, “We had no choice at all.”", "Odell"),
        ("A pilot put the question twice. Odell's response: “We had no choice at all.”", "Odell's"),
        ("As Odell put it in a letter: “The lock was never repaired.”", "Odell"),
        ("The film ends with footage of Odell asking, “Why was the lock left open all night?”", "Odell"),
        ("The film shows Odell saying on the quay, “The lock was open,” when Marsh arrived.", "Odell"),
        ("Odell urges her crew to come ashore and repeatedly says, “Leave the nets behind.”", "Odell"),
        ("Odell wrote the pilots knew of the storm, adding, “They sailed out all the same.”", "Odell"),
        ("Odell was asked by the harbour master, “Who opened the lock that night?”", "the harbour master"),
        ("The crews deny it — but why — “would anyone open the lock at night?” asked Odell.", "Odell"),
        ("“The lock stood open” before the storm came in, Ruth Odell said.", "Ruth Odell"),
        ("“Nobody sails tonight, not even the pilots.”\n\n-Ruth Odell, writing to the crews.", "Ruth Odell"),
        ("A day after telling reporters that he was “not going to sail again,” Odell left Gannet.", "Odell"),
    ],
)
def test_the_speaker_of_a_quotation(read, text, speaker) -> None:
    assert [s for _, s in read(text).speakers()] == [speaker]


def test_the_halves_of_a_split_quotation_are_one_utterance(read) -> None:
    found = read("“The harbour,” Odell said, “is closed until Monday.” It was raining.")
    assert [q.kind for q in found.quotes] == ["split", "split"]
    assert len({q.utterance for q in found.quotes}) == 1
    assert found.said() == [("Odell", "said", "The harbour, | is closed until Monday.")]


def test_a_quotation_after_the_cue_sentence_goes_on_with_the_same_speaker(read) -> None:
    found = read("“The harbour is closed,” Odell said. “Nobody sails tonight.”")
    assert [s for _, s in found.speakers()] == ["Odell", "Odell"]


def test_a_paragraph_without_a_cue_belongs_to_the_last_speaker(read) -> None:
    found = read("“The harbour is closed,” Odell said.\n\n“Nobody sails tonight, not even the pilots.”")
    assert [s for _, s in found.speakers()] == ["Odell", "Odell"]


def test_a_reopened_mark_goes_on_with_the_same_utterance(read) -> None:
    found = read("Odell said: “The harbour is closed.\n\n“Nobody sails tonight, not even the pilots.”")
    assert [s for _, s in found.speakers()] == ["Odell", "Odell"]
    assert len({q.utterance for q in found.quotes}) == 1


def test_a_paragraph_that_ends_in_a_colon_lets_its_subject_speak(read) -> None:
    found = read("Odell later wrote on her page:\n\n“Nobody sails tonight, not even the pilots.”")
    assert found.speakers()[0][1] == "Odell"


def test_each_of_two_speakers_in_a_paragraph_keeps_his_words(read) -> None:
    found = read("“We sail at noon,” Odell said. Marsh replied: “Not with my crew on board.”")
    assert [s for _, s in found.speakers()] == ["Odell", "Marsh"]


def test_nobody_is_named_for_a_question_put_in_the_passive(read) -> None:
    found = read("Odell was asked, “Who opened the lock that night?”")
    assert [s for _, s in found.speakers()] == [None]


def test_words_in_mid_sentence_are_a_partial_quotation(read) -> None:
    found = read("Odell said that the closure was “a matter of hours” and promised a report.")
    (quote,) = found.quotes
    assert (quote.kind, found.speakers()[0][1]) == ("partial", "Odell")


@pytest.mark.parametrize(
    "text",
    [
        "The crew watched the film “Low Water” in the mess.",
        "The “haunted” lighthouse stands north of the bay.",
        "“Low Water (Part Two)” was made by a pilot's son.",
        "The key hung in a box labelled “urgent matters” by the door.",
    ],
)
def test_titles_and_scare_quotes_are_labels(read, text) -> None:
    (quote,) = read(text).quotes
    assert (quote.kind, quote.speaker) == ("label", None)


def test_a_line_of_a_transcript_names_its_speaker_inside_the_marks(read) -> None:
    found = read("“MARSH: Who opened the lock that night, madam?\n\n“ODELL: I did, on orders from the board.”")
    assert [s for _, s in found.speakers()] == ["MARSH", "ODELL"]


def test_a_headline_quotation_is_told_from_speech_in_the_body(read) -> None:
    assert [q.kind for q in read("“Not my lock,” says harbour master", kind="headline").quotes] == ["headline"]


def test_a_quotation_of_several_sentences_within_a_statement_is_held_to_its_end(read) -> None:
    found = read("Odell told the crews that “the harbour is closed. Nobody sails tonight.”")
    assert found.speakers() == [("the harbour is closed. Nobody sails tonight.", "Odell")]
    assert found.said() == [("Odell", "told", "that “the harbour is closed. Nobody sails tonight.")]


def test_a_pronoun_between_two_quotations_is_who_spoke_the_first(read) -> None:
    found = read("“The lock is open,” Odell said after the storm. He named nobody. “We shall ask every pilot.”")
    assert [s for _, s in found.speakers()] == ["Odell", "Odell"]


def test_a_clause_after_a_quotation_cues_nothing(read) -> None:
    found = read("“The lock is open,” Odell said. “We shall ask every pilot,” which Marsh thinks is too late.")
    assert [s for _, s in found.speakers()] == ["Odell", "Odell"]


def test_two_apostrophes_for_a_mark_are_read_as_speech_and_told_from_marks(read) -> None:
    found = read("''The harbour is closed,'' Odell said.")
    assert [(q.kind, q.apostrophes) for q in found.quotes] == [("full", True)]
    assert found.said() == [("Odell", "said", "The harbour is closed,")]
