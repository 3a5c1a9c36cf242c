"""What a page says of its article: headline, writer, outlet, dates."""

from __future__ import annotations

from rashomon.ingest.readers.html import read_page
from rashomon.records import Article

TEXT = (
    "Two potters were hurt when the great kiln at Oster burst on Monday, the guild said. The kiln had been lit for the first time "
    "since the spring. The mayor said that an inquiry would open on Thursday, and thanked the neighbours for the water they carried."
)


def page(head: str = "", body: str = "", url: str | None = None) -> Article:
    markup = f"<!doctype html><html><head>{head}</head><body>{body}<article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    (found,) = read_page(markup.encode(), "x", url)
    assert isinstance(found, Article)
    return found


def linked(**fields: str) -> str:
    import json

    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def said(article: Article, name: str) -> list[str]:
    return [m.value for m in article.metadata if m.name == name]


def test_the_heading_that_readers_saw_is_the_headline() -> None:
    seo = linked(headline="Oster kiln burst: potters hurt, guild says, what we know")
    found = page(seo + '<meta property="og:title" content="Kiln bursts at Oster">', "<h1>Kiln bursts at Oster</h1>")
    assert found.headline == "Kiln bursts at Oster"
    assert said(found, "headline")[1].startswith("Oster kiln burst")


def test_the_sites_own_name_in_the_heading_is_no_headline() -> None:
    head = "<title>Kiln bursts at Oster | The Kilner</title><meta property='og:site_name' content='The Kilner'>"
    assert page(head, "<h1>The Kilner</h1>").headline == "Kiln bursts at Oster"


def test_the_outlet_is_what_follows_the_heading_in_the_title() -> None:
    assert (
        page("<title>Kiln bursts at Oster - The Kilner</title>", "<h1>Kiln bursts at Oster</h1>").outlet == "The Kilner"
    )
    assert page("<title>Kiln bursts - potters hurt</title>", "<h1>Kiln bursts - potters hurt</h1>").outlet is None


def test_an_agency_is_the_outlet_on_its_own_site_only() -> None:
    agency = linked(headline="Kiln bursts", publisher="Reuters")
    site = "<meta property='og:site_name' content='The Kilner'>"
    assert page(agency + site).outlet == "The Kilner"
    assert page(agency + site, url="https://www.reuters.com/kiln").outlet == "Reuters"


def test_the_writer_is_found_by_marks_of_the_page_and_not_among_the_comments() -> None:
    comment = '<div class="comments"><a rel="author" href="/u/9">Some Reader</a></div>'
    for mark in (
        '<a rel="author" href="/x">Ada Brandt</a>',
        '<span itemprop="author"><b itemprop="name">Ada Brandt</b></span>',
        '<a href="https://kilner.example/authors/ada">Ada Brandt</a>',
        '<p class="c-byline">By Ada Brandt</p>',
    ):
        assert page(body=comment + mark).byline == "Ada Brandt"
    assert page(body=comment).byline is None


def test_an_authors_element_counts_where_nothing_else_names_one() -> None:
    body = '<div class="author">About the Author</div><div class="meta author">Ada Brandt and Idris K. Vole</div>'
    assert page(body=body).byline == "Ada Brandt and Idris K. Vole"
    assert page(linked(author="Mara Lind"), body).byline == "Mara Lind"
    assert page(body='<div class="author">More News</div>').byline is None


def test_an_accounts_name_is_no_byline() -> None:
    found = page('<meta name="author" content="Admin">')
    assert found.byline is None
    assert said(found, "byline") == ["Admin"]


def test_published_and_updated_are_kept_apart() -> None:
    found = page(
        body='<p>Updated <time datetime="2031-05-06T12:00:00+02:00">noon</time></p>'
        '<p>Published <time datetime="2031-05-06T08:30:00+02:00">in the morning</time></p>'
    )
    assert found.published == "2031-05-06T08:30:00+02:00"
    assert said(found, "modified") == ["2031-05-06T12:00:00+02:00"]


def test_a_printed_date_counts_where_nothing_else_tells_one() -> None:
    body = '<div class="post-date">May 6, 2031, 8:30 am CET</div><div class="sidebar"><i class="date">May 1, 2031</i></div>'
    assert page(body=body).published == "2031-05-06T08:30:00+01:00"
    assert page(body='<div class="post-date">Updated May 6, 2031</div>').published is None


def test_a_time_of_greenwich_with_the_systems_own_zone_is_set_right() -> None:
    head = linked(datePublished="2031-05-06T02:15:49-06:00") + (
        '<meta property="article:published_time" content="2031-05-06T02:15:49+00:00">'
    )
    assert page(head).published == "2031-05-06T02:15:49-06:00", "two that differ decide nothing"
    printed = '<div class="post-date">May 5, 2031, 8:15 pm CST</div>'
    assert page(head, printed).published == "2031-05-06T02:15:49+00:00"


def test_the_outlet_may_stand_before_the_heading_in_the_title() -> None:
    title = "<title>The Kilner: Kiln bursts at Oster</title>"
    assert page(title, "<h1>Kiln bursts at Oster</h1>").outlet == "The Kilner"
    assert page(title, "<h1>Kilns burst</h1>").outlet is None


def test_names_in_elements_of_their_own_are_words_of_their_own() -> None:
    assert page(body='<p class="byline">By <b>Ada Brandt</b><b>Kiln Press</b></p>').byline == "Ada Brandt Kiln Press"


def test_a_clock_without_a_zone_takes_it_from_the_same_clock_with_one() -> None:
    head = '<meta itemprop="datePublished" content="2031-05-06 08:30:00">'
    assert page(head, '<time datetime="2031-05-06 08:30:00 UTC">x</time>').published == "2031-05-06T08:30:00+00:00"
