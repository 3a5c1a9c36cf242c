"""The parts of a text: their kinds, and that they cover it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ingest.parts import split_parts
from tests.counted import calls

BODY = (
    "The mayor of Lower Brill opened the new lock on Friday, watched by some two hundred people and a brass band. "
    "The lock cost nine million crowns, twice what had been planned."
)
MORE = "“It works,” said the lock keeper, Anna Prow. She had tried it out the night before, she told reporters."


def kinds(text: str, headline: str | None = None) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(text)) for p in split_parts("a", text, headline)]


def one(text: str, kind: str) -> str:
    found = [words for k, words in kinds(text) if k == kind]
    assert len(found) == 1, kinds(text)
    return found[0]


def test_a_bare_text_is_body() -> None:
    assert kinds(BODY) == [("body", BODY)]


def test_the_first_line_is_the_headline() -> None:
    assert kinds(f"New lock opens in Lower Brill\n\n{BODY}\n\n{MORE}") == [
        ("headline", "New lock opens in Lower Brill"),
        ("body", f"{BODY}\n\n{MORE}"),
    ]


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    assert kinds(f"{BODY}\n{MORE}") == [("body", f"{BODY}\n{MORE}")]


def test_a_headline_with_a_full_stop_is_known_by_its_capitals_or_from_outside() -> None:
    assert (
        one(f"Mayor Opens Costly Lock In Lower Brill.\n\n{BODY}", "headline")
        == "Mayor Opens Costly Lock In Lower Brill."
    )
    text = f"Mayor opens costly lock.\n\n{BODY}"
    assert ("headline", "Mayor opens costly lock.") in kinds(text, "Mayor opens costly lock")


def test_a_headline_that_stands_twice_repeats_itself() -> None:
    text = f"New lock opens in Lower Brill\n\nNew lock opens in Lower Brill\nBy Ana Ruiz\n\n{BODY}"
    parts = split_parts("a", text)
    assert [(p.kind, p.repeats) for p in parts] == [
        ("headline", False),
        ("headline", True),
        ("byline", False),
        ("body", False),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "By Ana Ruiz and Tom Hale, The Brill Courier",
        "By Ana Ruiz | The Brill Courier | 4 May 2031",
        "By tmt DeltaNews May 4, 2031",
        "Ana Ruiz, staff writer",
        "ANA RUIZ, Associated Press",
        "Ana Ruiz Sunday, May 4, 2031",
        "The Brill Courier",
        "Published: May 4, 2031 at 6.15 pm",
        "Last updated 18:15 04/05/2031 GMT",
        "Sun, 4 May 2031",
        "05/04/31",
    ],
)
def test_bylines_and_date_lines(line: str) -> None:
    text = f"New lock opens in Lower Brill\n{line}\n\n{BODY}\n\n{MORE}"
    assert one(text, "byline") == line
    assert one(text, "headline") == "New lock opens in Lower Brill"


@pytest.mark.parametrize(
    "line",
    [
        "By noon on Friday the lock had been used by forty boats.",
        "By the time the band had packed up, the first barge was through.",
        "From Andrew Pell writing in the Courier:",
        "On 4 May 2031 the old lock was closed.",
        "— Brill Council (@brill) May 4, 2031",
    ],
)
def test_running_text_is_no_byline(line: str) -> None:
    assert not [k for k, _ in kinds(f"New lock opens in Lower Brill\n\n{BODY}\n{line}\n{MORE}") if k == "byline"]


@pytest.mark.parametrize(
    "dateline",
    [
        "LOWER BRILL –",
        "LOWER BRILL:",
        "BRILL—",
        "BRILL, Westmark (AP) —",
        "ST. OMER, May 4 (Reuters) -",
        "Lower Brill (dpa) -",
        "(CNN) --",
        "BRILL-SUR-MER, Westmark, May 4, 2031 –",
    ],
)
def test_a_dateline_stands_before_the_first_sentence(dateline: str) -> None:
    text = f"New lock opens\nIt was late and dear.\n{dateline} {BODY}\n{MORE}"
    assert one(text, "dateline") == dateline
    assert [k for k, _ in kinds(text)] == ["headline", "standfirst", "dateline", "body"]


@pytest.mark.parametrize(
    "start",
    [
        "UPDATE: the lock was closed again on Saturday, the town council said in a statement.",
        "WATCH – The lock was closed again on Saturday, the town council said in a statement.",
        "NATO - the alliance that Westmark joined in 2020 - said on Friday it would look at the lock.",
        "Pell: We never said that the lock would be open by Friday, and we stand by what we said.",
        "Posted: 10:52 GMT, May 4, 2031",
    ],
)
def test_other_words_before_a_mark_are_no_dateline(start: str) -> None:
    assert not [k for k, _ in kinds(f"{start}\n{BODY}\n{MORE}") if k == "dateline"]


def test_speakers_in_capitals_are_no_datelines() -> None:
    talk = "PELL: Tell us where you were on Friday when the lock opened.\nPROW: At the lock, with all the others who had come.\nPELL: And then?"
    assert {k for k, _ in kinds(talk)} == {"body"}


def test_a_standfirst_that_repeats_the_lead_is_marked() -> None:
    text = f"New lock opens\nThe lock cost nine million crowns, twice what had been planned.\nBRILL – {BODY}\n{MORE}"
    assert [p.repeats for p in split_parts("a", text) if p.kind == "standfirst"] == [True]
    text = f"New lock opens\nBoats may pass free of charge until the summer.\nBRILL – {BODY}\n{MORE}"
    assert [p.repeats for p in split_parts("a", text) if p.kind == "standfirst"] == [False]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Boats wait at the new lock. / DeltaNews", "Boats wait at the new lock.", "/ DeltaNews"),
        ("Boats wait at the new lock. (Photo: Jo Lund, AFP/Getty Images)", "Boats wait at the new lock.", "(Photo: Jo Lund, AFP/Getty Images)"),
        ("Boats wait at the new lock on Friday | Jo Lund/AP Photo", "Boats wait at the new lock on Friday", "| Jo Lund/AP Photo"),
        ("Photo: Boats wait at the new lock. / Jo Lund", "Photo: Boats wait at the new lock.", "/ Jo Lund"),
        ("Boats wait at the new lock. (Jo Lund/The Brill Courier)", "Boats wait at the new lock.", "(Jo Lund/The Brill Courier)"),
    ],
)  # fmt: skip
def test_a_caption_and_its_pictures_credit(line: str, caption: str, credit: str) -> None:
    text = f"New lock opens in Lower Brill\n{line}\nBy Ana Ruiz\n{BODY}\n{MORE}"
    assert one(text, "caption") == caption
    assert one(text, "credit") == credit


@pytest.mark.parametrize(
    "line",
    [
        "Contributing: Reuters.",
        "(Reporting by Ana Ruiz; editing by Tom Hale)",
        "Tom Hale in Westmark contributed to this report.",
        "Copyright 2031 The Associated Press. All rights reserved. This material may not be published, broadcast or rewritten.",
        "© 2031 DeltaNews",
        "With files from Agence France-Presse",
        "Reuters",
    ],
)
def test_credits_after_the_article(line: str) -> None:
    assert one(f"New lock opens\n{BODY}\n{MORE}\n\n{line}\n\nNews\n\nDismiss", "credit") == line


def test_an_agencys_signature_after_the_last_sentence() -> None:
    assert one(f"{BODY} It is open to all. (AFP)", "credit") == "(AFP)"
    assert one(f"{BODY}\nIt is open to all. — Reuters", "credit") == "— Reuters"
    assert kinds(f"{BODY}\nIt is open to all boats (and to swimmers)")[-1][0] == "body"


def test_a_name_that_signs_the_dateline_and_stands_alone_at_the_end_is_a_credit() -> None:
    assert one(f"BRILL (Deltawire) - {BODY}\n{MORE}\nDeltawire", "credit") == "Deltawire"


def test_navigation_is_debris() -> None:
    text = f"NEWS\nNew lock opens in Lower Brill\nShare on Facebook Share on Twitter\n{BODY}\nStory continues below\n{MORE}\n___\nRelated stories\nOld lock to close\nNews"
    found = kinds(text)
    assert [w for k, w in found if k == "body"] == [BODY, MORE]
    assert [w for k, w in found if k == "headline"] == ["New lock opens in Lower Brill"]
    assert {k for k, _ in found} == {"headline", "body", "debris"}


def test_a_short_last_paragraph_is_body() -> None:
    for last in ("It is over.", "“Never again!”", "he said so twice, and then a third time, to whoever would listen"):
        assert kinds(f"{BODY}\n{last}")[-1] == ("body", f"{BODY}\n{last}")


@pytest.mark.parametrize("query", ["TK", "CQ", "WHEN", "WHERE?"])
def test_a_desks_query_in_mid_sentence_is_debris(query: str) -> None:
    text = f"The mayor met the lock keeper {query} at the town hall on Friday, and thanked her for her work."
    assert kinds(text) == [
        ("body", "The mayor met the lock keeper"),
        ("debris", query),
        ("body", "at the town hall on Friday, and thanked her for her work."),
    ]


@pytest.mark.parametrize(
    "words", ["but WHEN they met is not known", "the WHO in Geneva said", "she asked HOW they knew"]
)
def test_capitals_that_belong_to_the_sentence_are_no_query(words: str) -> None:
    assert [k for k, _ in kinds(f"The mayor and the keeper met at the lock, {words}.")] == ["body"]


def test_a_pages_title_ends_with_the_sites_name() -> None:
    text = f"New lock opens in Lower Brill | The Brill Courier\n{BODY}\n{MORE}"
    assert one(text, "headline") == "New lock opens in Lower Brill"
    assert one(text, "credit") == "| The Brill Courier"


def test_a_file_wrapped_at_a_fixed_width_keeps_its_paragraphs_whole() -> None:
    words, lines = (BODY + " " + MORE).split(), [""]
    for w in words:
        lines[-1:] = [f"{lines[-1]} {w}".strip()] if len(lines[-1]) + len(w) < 60 else [lines[-1], w]
    text = "New lock opens in Lower Brill\n\n" + "\n".join(lines) + "\n\n" + "\n".join(lines)
    parts = split_parts("a", text)
    assert [(p.kind, p.wrapped) for p in parts] == [("headline", False), ("body", True), ("body", True)]
    assert parts[1].span.of(text) == "\n".join(lines)


def test_a_paragraph_printed_twice_is_no_second_statement() -> None:
    parts = split_parts("a", f"{BODY}\n{MORE}\n{BODY}")
    assert [p.repeats for p in parts] == [False, True]


def assert_covered(text: str) -> None:
    at = 0
    for part in split_parts("a", text):
        assert at <= part.span.start < part.span.end <= len(text)
        assert not text[at : part.span.start].strip()
        assert part.why or part.kind == "body"
        at = part.span.end
    assert not text[at:].strip()


pieces = st.sampled_from(
    ["\n", "\n\n", "\r\n", " ", "By Ana Ruiz", "May 4, 2031", "BRILL –", "(AP) - ", BODY, MORE, "Share", "TK", " WHEN at", "/ AP", "Photo:", "| ", "___", "https://a.example"]
)  # fmt: skip


@settings(deadline=None, max_examples=150, derandomize=True)
@given(st.one_of(st.text(max_size=200), st.lists(st.one_of(pieces, st.text(max_size=10)), max_size=25).map("".join)))
def test_parts_cover_any_text_in_order_without_overlap(text: str) -> None:
    assert_covered(text)


def test_layout_is_linear() -> None:
    for unit in ("By A ", "(", "a|b ", "WHEN ", "A, ", "May 4, ", "word ", "x\n", "Photo: A / ", "“"):
        long, short = (unit * (length // len(unit)) for length in (60_000, 6_000))
        assert_covered(long)
        assert calls(lambda: split_parts("a", long)) < 15 * calls(lambda: split_parts("a", short)), unit  # noqa: B023
