"""How many origins a fact has: outlets do not count, voices do."""

from __future__ import annotations

from dataclasses import replace

from rashomon.origins.trace import trace_origins
from rashomon.records import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Entity,
    Fact,
    LocalEntity,
    Quote,
    Relay,
    Span,
    Voice,
    Witness,
    make_sentence,
)
from rashomon.records.syntax import Token

BOOK = {
    "a": "The dam held, keeper Ines Vale said. Crews worked all night.",
    "b": "Ines Vale: the dam held. Crews worked all night.",
    "c": "The dam held through the flood, a union claimed.",
}


def witness(article: str, text: str, outlet: str | None = None, published: str | None = None) -> Witness:
    token = Token(0, text, 0, len(text), text, "X", "XX", "ROOT", 0, "", "", False)
    sentence = make_sentence(0, 0, "body", article, (token,))
    return Witness(
        siglum=article.upper(),
        article=Article(id=article, text=text, outlet=outlet, published=published),
        annotation=Annotation(article=article, parts=(), sentences=(sentence,)),
        outlet=outlet,
    )


def claim(article: str, text: str, words: str, **voice) -> Claim:
    start = text.index(words)
    span = Span(article=article, start=start, end=start + len(words))
    return Claim(
        id=f"{article}{start}", span=span, trigger=span, text=words, predicate="p", tense="past", voice=Voice(**voice)
    )


def fact(*claims: Claim) -> Fact:
    return Fact(
        id="f",
        text="",
        event=None,
        relation="agree",
        claims=tuple(c.id for c in claims),
        witnesses=tuple(sorted({c.span.article for c in claims})),
    )


def trace(witnesses, claims, entities=()):
    return trace_origins(witnesses, entities, claims, [fact(*claims)])


VALE = Entity(id="e1", type="PERSON", name="Ines Vale", names=(("Ines Vale", 2),), mentions=())


def test_one_voice_in_two_papers_is_one_origin():
    claims = [claim(a, BOOK[a], "dam held", entity="e1", name="Ines Vale") for a in "ab"]
    (traced,) = trace([witness(a, BOOK[a]) for a in "ab"], claims, [VALE]).facts
    assert traced.independent_origins == 1
    assert traced.origins[0].name == "Ines Vale"
    assert traced.origins[0].certainty == "stated"


def test_two_papers_own_accounts_are_two_origins():
    claims = [claim(a, BOOK[a], "dam held") for a in "ac"]
    (traced,) = trace([witness(a, BOOK[a], outlet=f"The {a} Gazette") for a in "ac"], claims).facts
    assert traced.independent_origins == 2
    assert {o.kind for o in traced.origins} == {"outlet"}


def test_one_agencys_text_in_two_papers_is_one_origin():
    texts = {a: f"DUNMERE (AP) — {BOOK[a]}" for a in "ac"}
    claims = [claim(a, texts[a], "dam held") for a in "ac"]
    (traced,) = trace([witness(a, texts[a]) for a in "ac"], claims).facts
    assert traced.independent_origins == 1
    assert traced.origins[0].name == "Associated Press"


def test_an_agency_named_somewhere_in_both_may_be_shared_and_proves_nothing():
    texts = {a: f"{BOOK[a]}\nContributing: Reuters" for a in "ac"}
    claims = [claim(a, texts[a], "dam held") for a in "ac"]
    (traced,) = trace([witness(a, texts[a]) for a in "ac"], claims).facts
    assert traced.independent_origins == 2
    assert [o.name for o in traced.origins if o.certainty == "may"] == ["Reuters"]


def test_two_reports_through_one_agency_meet_there():
    relay = (Relay(name="Reuters", span=Span(article="a", start=0, end=3)),)
    claims = [
        claim("a", BOOK["a"], "dam held", entity="e1", name="Ines Vale", relay=relay),
        claim("c", BOOK["c"], "dam held", name="Reuters"),
    ]
    (traced,) = trace([witness(a, BOOK[a]) for a in "ac"], claims, [VALE]).facts
    assert traced.independent_origins == 1


def test_the_same_description_of_somebody_unnamed_is_likely_the_same_voice():
    claims = [claim("a", BOOK["a"], "dam held", name="a union"), claim("c", BOOK["c"], "dam held", name="The union")]
    (traced,) = trace([witness(a, BOOK[a]) for a in "ac"], claims).facts
    assert traced.independent_origins == 1
    assert traced.origins[0].certainty == "likely"


def test_a_headline_rests_on_the_source_that_its_article_names():
    text = "Dam held\nThe dam held, keeper Ines Vale said."
    claims = [
        replace(claim("a", text, "Dam held"), part="headline"),
        claim("a", text, "dam held", entity="e1", name="Ines Vale"),
    ]
    (traced,) = trace([witness("a", text)], claims, [VALE]).facts
    assert [(o.name, o.certainty) for o in traced.origins] == [("Ines Vale", "likely")]


def test_a_copied_sentence_is_no_second_origin():
    text = "The keepers of the old dam worked through the night to clear branches from the grates, and at dawn the water began to fall."
    witnesses = [
        witness("a", text, published="2031-05-03"),
        witness("b", "Flood ebbs. " + text, published="2031-05-04"),
    ]
    claims = [claim(a.article.id, a.article.text, "worked through the night to clear branches") for a in witnesses]
    origins = trace(witnesses, claims)
    assert origins.facts[0].independent_origins == 1
    assert origins.facts[0].origins[0].certainty == "likely"
    (edge,) = origins.stemma.edges
    assert (edge.source, edge.target, edge.kind) == ("b", "a", "reuse")


def test_shared_words_without_an_order_have_a_lost_ancestor():
    text = "The keepers of the old dam worked through the night to clear branches from the grates, and at dawn the water began to fall."
    stemma = trace_origins([witness("a", f"Ebb. {text}"), witness("b", f"{text} Relief.")], (), (), ()).stemma
    (lost,) = [n for n in stemma.nodes if n.inferred]
    assert {(e.source, e.target) for e in stemma.edges} == {("a", lost.id), ("b", lost.id)}


def test_the_order_of_the_witnesses_changes_nothing():
    witnesses = [witness(a, f"DUNMERE (AP) — {BOOK[a]}") for a in "abc"]
    claims = [claim(w.article.id, w.article.text, "dam held") for w in witnesses]
    assert trace(witnesses, claims) == trace(witnesses[::-1], claims)


def test_an_outlets_report_leads_to_its_own_article_where_that_is_a_witness():
    text = "© 2031 Otago Daily Times\nThe dam held."
    stemma = trace_origins(
        [witness("a", "By Ada Quill Otago Daily Times\nThe dam held.", outlet="x.example"), witness("b", text, outlet="odt.co.nz")],
        (), (), (),
    ).stemma  # fmt: skip
    assert [(e.source, e.target, e.certainty) for e in stemma.edges] == [("a", "b", "likely")]


def test_words_that_two_reports_quote_tie_them_to_the_speaker_and_not_to_one_another():
    words = (
        "we opened the gates by hand at four in the morning because the motors had drowned and nobody else was awake"
    )
    texts = {a: f"{lead} “{words},” Vale said." for a, lead in (("a", "At the dam."), ("b", "A long night."))}
    witnesses = []
    for a, text in texts.items():
        at = text.index(words)
        spoken = Span(article=a, start=at, end=at + len(words))
        source, cue = (Span(article=a, start=text.index(w), end=text.index(w) + 4) for w in ("Vale", "said"))
        w = witness(a, text, published=f"2031-05-0{ord(a) - 90}")
        quote = Quote(span=spoken, kind="full", utterance=0, speaker=source, cue=cue, entity="e1")
        said = Attribution(source=(source,), cue=(cue,), content=(spoken,), entity="e1")
        witnesses.append(replace(w, annotation=replace(w.annotation, quotes=(quote,), attributions=(said,))))
    edges = trace_origins(witnesses, [VALE], (), ()).stemma.edges
    assert {(e.source, e.target, e.kind) for e in edges} == {("a", "e1", "attribution"), ("b", "e1", "attribution")}
    assert all(any(words in s.of(texts[s.article]) for s in e.evidence) for e in edges)


def test_what_two_said_together_is_no_second_voice_beside_one_of_them():
    pair = Entity(id="g1", type="GROUP", name="Ines Vale and Tor Brandt", names=(), mentions=())
    both = LocalEntity(id="g1", type="GROUP", name=pair.name, members=("e1", "e2"))
    together = witness("c", BOOK["c"])
    together = replace(together, annotation=replace(together.annotation, entities=(both,)))
    claims = [
        claim("a", BOOK["a"], "dam held", entity="e1", name="Ines Vale"),
        claim("c", BOOK["c"], "dam held", entity="g1", name=pair.name),
    ]
    (traced,) = trace([witness("a", BOOK["a"]), together], claims, [VALE, pair]).facts
    assert [(o.name, o.certainty) for o in traced.origins] == [("Ines Vale", "likely")]


def test_a_report_of_unknown_outlet_goes_by_its_siglum():
    (traced,) = trace([witness("a", BOOK["a"])], [claim("a", BOOK["a"], "dam held")]).facts
    assert traced.origins[0].name == "report A"


def test_a_named_spokesperson_and_the_body_are_likely_one_voice():
    texts = {
        "a": "The dam held, Dam Board spokesman Ivo Rusk said.",
        "c": "The dam held, the Dam Board said.",
    }
    rusk = LocalEntity(id="e1", type="PERSON", name="Ivo Rusk", roles=(("spokesperson", ("Dam Board",)),))
    board = LocalEntity(id="e2", type="ORG", name="Dam Board")
    first = witness("a", texts["a"])
    first = replace(first, annotation=replace(first.annotation, entities=(rusk, board)))
    entities = [Entity(id=e.id, type=e.type, name=e.name, names=(), mentions=()) for e in (rusk, board)]
    claims = [
        claim("a", texts["a"], "dam held", entity="e1", name="Ivo Rusk"),
        claim("c", texts["c"], "dam held", entity="e2", name="Dam Board"),
    ]
    (traced,) = trace([first, witness("c", texts["c"])], claims, entities).facts
    assert [(o.certainty) for o in traced.origins] == ["likely"]
