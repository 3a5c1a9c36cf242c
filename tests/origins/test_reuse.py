"""Copies, clusters and who took what from whom."""

from __future__ import annotations

from rashomon.origins.reuse import find_reuse
from rashomon.records import Article

ORIGINAL = """The lighthouse at Candle Rock will be dark from Sunday while engineers replace its lens, the harbour trust said.
Skippers were asked to rely on the two buoys laid last autumn, which carry radar reflectors and a bell.
The lens, ground in 1911 and carried up the stairs in forty crates, will go to the town museum.
Marta Venn, who has kept the light for thirty years, called it the end of a long watch and refused a farewell party."""
COPY = """Candle Rock goes dark
The lighthouse at Candle Rock will be dark from Sunday while engineers replace its lens, the harbor trust said.
The lens, ground in 1911 and carried up the stairs in forty crates, will go to the town museum."""
OTHER = """Rain delayed the regatta for a second day, and the committee met in a tent to decide who might be crowned without a race.
In the end nobody was, and the cup went back into the cupboard where it has stood for most of this wet decade."""


def reuse(*articles: Article):
    return {r.article: r for r in find_reuse(articles)}


def test_a_copy_and_its_source_are_one_cluster_and_the_later_took_from_the_earlier():
    found = reuse(
        Article(id="copy", text=COPY, published="2031-05-04"),
        Article(id="other", text=OTHER, published="2031-05-01"),
        Article(id="source", text=ORIGINAL, published="2031-05-03"),
    )
    assert found["copy"].cluster == found["source"].cluster != found["other"].cluster
    assert {c.other.article for c in found["copy"].copied_from} == {"source"}
    assert not found["source"].copied_from
    for c in found["copy"].copied_from:
        assert c.reason == "time"
        assert c.span.of(COPY).replace("harbor", "harbour").startswith(c.other.of(ORIGINAL)[:20])


def test_without_time_credit_or_containment_the_direction_is_unknown():
    found = reuse(Article(id="a", text=COPY), Article(id="b", text=ORIGINAL))
    assert not found["a"].copied_from
    assert not found["b"].copied_from
    assert found["a"].shared_with
    assert found["b"].shared_with


def test_two_prints_of_one_agency_do_not_copy_each_other():
    dateline = "LARKPORT (AP) — "
    found = reuse(
        Article(id="a", text=dateline + COPY, published="2031-05-04"),
        Article(id="b", text=dateline + ORIGINAL, published="2031-05-03"),
    )
    assert found["a"].cluster == found["b"].cluster
    assert not found["a"].copied_from


def test_lines_on_all_pages_of_an_outlet_make_no_copies():
    footer = "\nSign up to our newsletter for the best of the coast every morning, with tides, ferries, and the crossword by Quill."
    stories = [
        OTHER,
        ORIGINAL,
        "Bread is dearer again.",
        "The choir sang for an hour in the rain.",
        "A seal slept on the pier.",
    ]
    found = reuse(*(Article(id=str(i), text=s + footer, outlet="The Larkport Bell") for i, s in enumerate(stories)))
    assert len({r.cluster for r in found.values()}) == len(stories)
    assert not any(r.shared_with for r in found.values())


def test_the_order_of_the_articles_decides_nothing():
    articles = [
        Article(id=i, text=t, published=p) for i, t, p in (("x", COPY, "2031-05-04"), ("y", ORIGINAL, "2031-05-03"))
    ]
    assert reuse(*articles) == reuse(*reversed(articles))
