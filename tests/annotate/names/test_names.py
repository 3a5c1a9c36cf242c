"""Names and coreference on short invented texts, and on any text at all."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate.names import find_names, resolve
from rashomon.annotate.sentences import sentences_of
from rashomon.records import Article, Part, Span


def read(parser, text: str):
    part = Part(kind="body", span=Span(article="a", start=0, end=len(text)))
    article = Article(id="a", text=text, parts=(part,) if text.strip() else ())
    sentences = sentences_of([article], parser)[0]
    return article, *resolve(article, sentences, find_names(article, sentences), (), ())


def same(parser, text: str, *shown: str) -> bool:
    """Whether the mentions written `shown` (each given as its n-th occurrence) stand for one entity."""
    _, _, mentions = read(parser, text)
    found = {text[m.span.start : m.span.end]: m.entity for m in mentions}
    return len({found.get(s, s) for s in shown}) == 1


def test_a_surname_is_the_person_whose_full_name_the_text_gives(parser):
    assert same(parser, "Mayor Ines Holm opened the bridge. Holm thanked the crews.", "Ines Holm", "Holm")


def test_two_people_of_one_surname_stay_apart(parser):
    text = "Anna Berg met Oskar Berg at the court."
    assert not same(parser, text, "Anna Berg", "Oskar Berg")


def test_a_sentence_of_names_is_no_headline(parser):
    text = "Mayor Anna Berg met Oskar Lindqvist in Bergen. Ruth Odell called Tom Ferrow."
    _, entities, _ = read(parser, text)
    assert {"Anna Berg", "Oskar Lindqvist", "Ruth Odell", "Tom Ferrow"} <= {e.name for e in entities}


def test_a_surname_that_the_parser_takes_for_nothing_is_its_bearers(parser):
    text = "Mayor Keir Holmgren told the board that he would resign. The mayor's spokesman said Holmgren meant it."
    assert same(parser, text, "Keir Holmgren", "Holmgren")


def test_a_relative_named_like_a_park_is_a_person(parser):
    _, entities, _ = read(parser, "The victim's brother, Daniel Park, said the road was closed.")
    assert [e.type for e in entities if e.name == "Daniel Park"] == ["PERSON"]


def test_a_surname_that_is_also_a_small_towns_name_speaks_as_a_person(parser):
    _, entities, _ = read(parser, "Bush told the crews that the harbour matters. Bush said he would stay.")
    assert [e.type for e in entities if e.name == "Bush"] == ["PERSON"]


def test_another_given_name_of_a_person_is_the_persons(parser):
    text = "Richard Holmgren was there, said the pilot. Dick Holmgren left. Dick was tired."
    assert same(parser, text, "Richard Holmgren", "Dick Holmgren", "Dick")


def test_a_dash_before_a_name_is_no_part_of_it(parser):
    _, entities, _ = read(parser, "The lock is shut.\n-Michelle Berg, Leeds.")
    assert "Michelle Berg" in {e.name for e in entities}


def test_an_adjective_is_a_mention_of_its_country(parser):
    assert same(parser, "Norway closed the pass. Norwegian soldiers stood guard.", "Norway", "Norwegian")


def test_a_capital_that_acts_is_its_country_and_one_where_something_stands_is_a_town(parser):
    assert same(parser, "Chile waited. Santiago rejected the offer.", "Chile", "Santiago")
    assert not same(parser, "Chile waited. A bus burned in Santiago.", "Chile", "Santiago")


def test_a_name_ends_with_junior_and_before_a_rank(parser):
    _, entities, _ = read(parser, "Carl Berg Jr. Wins Harbour Vote\nDover Police Lt. Ann Holm said so.")
    names = {e.name for e in entities}
    assert {"Dover Police", "Ann Holm"} <= names
    assert not any("Jr. Wins" in name for name in names)


def test_a_role_is_known_from_the_text(parser):
    text = "Finnish President Laura Niemi spoke first. The Finnish leader then left."
    assert same(parser, text, "Laura Niemi", "The Finnish leader")


def test_an_unnamed_source_is_an_entity_of_its_own(parser):
    _, entities, _ = read(parser, "A harbour official said the crane was safe. A second official disagreed.")
    assert [e.name for e in entities if e.anonymous] == ["A harbour official", "A second official"]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=120))
def test_any_text_gives_spans_inside_it_and_entities_for_all_mentions(parser, text):
    article, entities, mentions = read(parser, text)
    known = {e.id for e in entities}
    assert all(0 <= m.span.start < m.span.end <= len(article.text) for m in mentions)
    assert {m.entity for m in mentions} == known


def test_a_word_that_the_text_writes_small_is_no_name_at_the_beginning_of_a_sentence(parser):
    text = "Ferry: crew was warned before crash\n\nThe ferry struck the quay at Gannet on Monday. Its crew had been warned, Ines Holm said."
    _, _, mentions = read(parser, text)
    assert not any(m.kind == "name" and text[m.span.start : m.span.end] == "Ferry" for m in mentions)


def test_what_says_something_is_a_body_and_a_paper_is_none(parser):
    text = "The waterworks said the main had burst on Monday. The report said the main was old."
    _, entities, _ = read(parser, text)
    assert [e.name for e in entities if e.type == "ORG"] == ["The waterworks"]
