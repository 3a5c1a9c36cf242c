"""French, read by the pipeline and the tables of its own: what stands in an invented report."""

from __future__ import annotations

import pytest

from rashomon.annotate import annotate
from rashomon.annotate.language import installed
from rashomon.annotate.pipeline import redate
from rashomon.app.assemble import parser_of
from rashomon.claims import extract_claims
from rashomon.records import Annotation, Article, Dating, Part, Span

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not installed("fr"), reason="rashomon[multilingual] is not installed: no pipeline for French"),
]

TEXT = """La passerelle de Vernoille s'est effondrée mardi matin, a annoncé le préfet Luc Mareuil.
« Nous avons entendu un grand bruit », a déclaré Odile Charnay, qui habite en face. « Personne ne passait », a-t-elle ajouté.
Luc Mareuil a affirmé que l'ouvrage avait été contrôlé le 14 avril.
Selon l'agence Nordinfo, deux ouvriers ont été blessés il y a trois jours."""


def _read(text: str) -> tuple[Article, Annotation]:
    body = Part(kind="body", span=Span(article="a", start=0, end=len(text)))
    article = Article(id="a", text=text, parts=(body,), language="fr")
    (annotation,) = annotate([article], parser_of("fr"), parser_of)
    return article, redate(article, annotation, Dating(value="2031-05-08", explicit=True, because="given"))


@pytest.fixture(scope="module")
def report() -> tuple[Article, Annotation]:
    return _read(TEXT)


def _words(spans: tuple[Span, ...]) -> str:
    return " … ".join(TEXT[s.start : s.end] for s in spans)


def test_names_have_their_types(report: tuple[Article, Annotation]) -> None:
    types = {e.name: e.type for e in report[1].entities}
    assert types["Odile Charnay"] == types["Luc Mareuil"] == "PERSON"
    assert types["Nordinfo"] == "ORG"


def test_times_have_their_values(report: tuple[Article, Annotation]) -> None:
    values = {TEXT[t.span.start : t.span.end]: t.value for t in report[1].times}
    assert values["mardi matin"] == "2031-05-06TMO"
    assert values["14 avril"] == "2031-04-14"
    assert values["il y a trois jours"] == "2031-05-05"


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("Le pont a coûté 6,4 millions d'euros.", "6,4 millions d'euros", 6.4e6, 6.4e6, "EUR"),
        ("Plus de 23 000 personnes ont défilé.", "Plus de 23 000", 23000, None, ""),
        ("Le bac transporte 312 passagers.", "312", 312, 312, ""),
        ("Les prix ont augmenté de 4,2 %.", "4,2 %", 4.2, 4.2, "percent"),
        ("Entre 20 et 30 maisons ont brûlé.", "Entre 20 et 30", 20, 30, ""),
        ("Des dizaines de milliers d'arbres sont tombés.", "dizaines de milliers", 1e4, 1e5, ""),
        ("Une centaine de vols ont été annulés.", "Une centaine", 83.33, 116.67, ""),
        ("Le navire mesure 300 mètres de long.", "300 mètres", 300, 300, "meter"),
        ("La grève a duré près de trois heures.", "près de trois heures", 150, 180, "minute"),
        ("Vingt-trois villages sont privés d'eau.", "Vingt-trois", 23, 23, ""),
    ],
)
def test_quantities_are_intervals(text: str, words: str, low: float | None, high: float | None, unit: str) -> None:
    first = _read(text)[1].quantities[0]
    assert (first.span.of(text), first.unit) == (words, unit)
    assert (first.interval.low, first.interval.high) == pytest.approx((low, high), abs=0.01)


def test_a_quantity_tells_what_it_counts() -> None:
    _, annotation = _read("Trente-deux pompiers ont été envoyés et 20 % des voix manquent.")
    assert [q.measured_lemma for q in annotation.quantities] == ["pompier", "voix"]


def test_quotations_have_their_speaker(report: tuple[Article, Annotation]) -> None:
    quotes = {_words((q.span,)): _words((q.speaker,)) for q in report[1].quotes if q.speaker}
    assert quotes["Nous avons entendu un grand bruit"].startswith("Odile Charnay")
    assert "Personne ne passait" in quotes


def test_attributions_have_their_source(report: tuple[Article, Annotation]) -> None:
    said = {_words(a.cue): _words(a.source) for a in report[1].attributions}
    assert said["a annoncé"] == "le préfet Luc Mareuil"
    assert said["a affirmé"] == "Luc Mareuil"
    assert said["Selon"] == "l'agence Nordinfo"


def test_somebody_of_a_place_is_not_the_place() -> None:
    _, annotation = _read("Selon un habitant de Lormont, la passerelle tremblait depuis mars.")
    assert [a.entity for a in annotation.attributions] == [None]


def test_spans_lie_in_the_text_and_nothing_else_is_claimed(report: tuple[Article, Annotation]) -> None:
    article, annotation = report
    assert all(s.span.of(TEXT) for s in annotation.sentences)
    assert all(q.span.of(TEXT) for q in annotation.quantities)
    assert extract_claims(article, annotation) == ()


def test_without_its_parser_a_language_is_not_parsed() -> None:
    body = Part(kind="body", span=Span(article="a", start=0, end=len(TEXT)))
    (found,) = annotate([Article(id="a", text=TEXT, parts=(body,), language="fr")], parser_of("fr"))
    assert found.sentences == ()
