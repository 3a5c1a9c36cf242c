"""Pairs of short texts: the same event, another one, or a contradiction; the same whichever comes first."""

from __future__ import annotations

import json

import pytest

from rashomon.app.align_pairs import Side, align_file, read_sides
from rashomon.collate.align.texts import Commonness, compare_texts
from rashomon.errors import InputError
from rashomon.records import Reject

A = {"text": "A ferry struck the pier in Norport on Monday, injuring nine passengers.", "headline": "Ferry hits pier"}
B = {
    "text": "Nine passengers were injured when the ferry hit the Norport pier on Monday.",
    "headline": "Nine hurt on ferry",
}
C = {"text": "The opera in Velden opened its season with a new production.", "headline": "A new season"}


def aligned(tmp_path, *pairs):
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps({"pair": str(i), "a": a, "b": b}) + "\n" for i, (a, b) in enumerate(pairs)))
    return list(align_file(str(file)))


@pytest.mark.usefixtures("parser")
def test_one_event_scores_above_two(tmp_path) -> None:
    same, other = aligned(tmp_path, (A, B), (A, C))
    assert same["relation"] == "same"
    assert other["relation"] == "different"
    assert same["score"] > other["score"]


@pytest.mark.usefixtures("parser")
def test_which_text_comes_first_changes_nothing(tmp_path) -> None:
    one, other = aligned(tmp_path, (A, B), (B, A))
    assert (one["score"], one["relation"]) == (other["score"], other["relation"])


@pytest.mark.parametrize("line", ["{", "{}", '{"pair": 1, "a": 2, "b": 3}', "[" * 100_000])
def test_a_bad_line_is_named_by_its_number(tmp_path, line: str) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(line + "\n")
    (reject,) = align_file(str(file))
    assert isinstance(reject, Reject)
    assert reject.input.endswith("pairs.jsonl:1")
    with pytest.raises(InputError, match=r"pairs\.jsonl:1: not a pair"):
        list(align_file(str(file), strict=True))


@pytest.mark.usefixtures("parser")
def test_the_good_pairs_beside_a_bad_one_go_on(tmp_path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps({"pair": 1, "a": A, "b": B}).encode() + b"\n\xff\n")
    verdict, reject = align_file(str(file))
    assert isinstance(verdict, dict)
    assert verdict["pair"] == 1
    assert isinstance(reject, Reject)


@pytest.mark.usefixtures("parser")
def test_a_word_that_all_texts_have_is_less_rare_and_binds_less() -> None:
    texts = list(read_sides([Side(x["text"], x["headline"], "") for x in (A, B)]).values())
    few, many = Commonness(), Commonness()
    for text in texts:
        few.note(text)
    for _ in range(200):
        many.note(texts[0])
    assert many.rarity("ferry") < few.rarity("ferry")
    assert many.rarity("opera") > few.rarity("opera")
    assert compare_texts(*texts, many).score < compare_texts(*texts, few).score
