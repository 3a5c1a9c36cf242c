"""Live blogs that their markup alone gives away, and pages that look like them."""

from __future__ import annotations

import pytest

from rashomon.ingest.readers.html import read_page
from rashomon.records import Article

SAID = [
    "The dyke at Ostrand has been breached over thirty metres, the water board says, and the lower town is being cleared.",
    "Forty people have been taken to the school hall. The mayor asks everybody to stay away from the bank.",
    "Divers are looking for a man who was seen on the dyke shortly before it gave way, the police say.",
    "The breach has been closed with sand from the quarry, and the water is falling by an inch an hour.",
]
STORY = " ".join(SAID)


LIVE_BLOG = "<!doctype html><html lang='en'><head><title>Flood at Ostrand</title></head><body><main><h1>Flood at Ostrand</h1>" + "".join(
    f"<article id='p{n}'><time datetime='2031-05-06T{18 - n}:20:00Z'></time><h3>Part {n}</h3><p>{said}</p></article>" for n, said in enumerate(SAID)
) + "</main></body></html>"  # fmt: skip


def read(body: str, head: str = "") -> list[Article]:
    page = (
        f"<!doctype html><html lang='en'><head><title>Flood at Ostrand</title>{head}</head><body>{body}</body></html>"
    )
    return [a for a in read_page(page.encode(), "live.html") if isinstance(a, Article)]


def posts(form: str, *, step: int = 1) -> str:
    return "".join(form.format(n=n, hour=18 - n * step, day=6, said=said) for n, said in enumerate(SAID))


@pytest.mark.parametrize(
    "form",
    [
        "<article id='p{n}'><time datetime='2031-05-06T{hour}:20:00+02:00'>{hour}.20</time><h3>Part {n}</h3><p>{said}</p></article>",
        "<div class='entry key' id='entry-{n}'><header><h2><a href='#entry-{n}'>Part {n}</a></h2>"
        "<time datetime='2031-05-06T{hour}:20:00+02:00'>{hour}.20</time></header><div class='text'><p>{said}</p></div></div>",
        "<li class='update'><time datetime='2031-05-06T{hour}:20:00+02:00'>{hour}h20</time><h4>Part {n}</h4><p>{said}</p></li>",
    ],
)
def test_posts_are_told_by_repeated_elements_with_times(form: str) -> None:
    found = read(f"<main><h1>Flood at Ostrand: live</h1><p>Follow what happens here.</p><ul>{posts(form)}</ul></main>")
    assert [a.headline for a in found] == [f"Part {n}" for n in range(4)]
    assert [a.published for a in found] == [f"2031-05-06T{18 - n}:20:00+02:00" for n in range(4)]
    assert [a.text for a in found] == [f"Part {n}\n\n{said}" for n, said in enumerate(SAID)]
    assert found[2].input == "live.html#post-3"


def test_clock_times_are_of_the_pages_day() -> None:
    head = "<meta property='article:published_time' content='2031-05-06T07:00:00+02:00'>"
    form = "<section class='post'><time>{hour}:20</time><p>{said}</p></section>"
    assert [a.published for a in read(posts(form), head)] == [f"2031-05-06T{18 - n}:20:00" for n in range(4)]
    assert len(read(posts(form))) == 1, "without the page's day nothing is known of the posts' times"


TEASER = "<article><h3><a href='/2031/{n}.html'>Part {n}</a></h3><time datetime='2031-05-06T{hour}:20:00Z'></time><p>{said}</p></article>"
COMMENT = (
    "<article class='comment'><b>Reader {n}</b><time datetime='2031-05-06T{hour}:20:00Z'></time><p>{said}</p></article>"
)
YEARS = "<li><time datetime='20{hour}-05-06T10:00:00Z'>20{hour}</time><p>{said}</p></li>"
SHORT = "<div class='post'><time datetime='2031-05-06T{hour}:20:00Z'></time><p>Part {n}</p></div>"


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{posts(TEASER)}</main>",
        f"<main><article><p>{STORY}</p></article></main><div>{posts(COMMENT)}</div>",
        f"<main><article><p>{STORY}</p><ul>{posts(YEARS)}</ul></article></main>",
        f"<main><article><p>{STORY}</p><p>{STORY} {STORY}</p></article>{posts(SHORT)}</main>",
        "<article><time datetime='2031-05-06T18:20:00Z'></time><p>" + STORY + "</p><p>" + STORY + "</p></article>",
    ],
    ids=["teasers", "comments", "a timeline over years", "short notes", "a report"],
)
def test_pages_that_look_like_live_blogs_are_read_whole(body: str) -> None:
    assert len(read(body)) <= 1


def test_times_in_no_order_are_no_live_blog() -> None:
    form = "<div class='post'><time datetime='2031-05-06T{hour}:20:00Z'></time><p>{said}</p></div>"
    shuffled = "".join(form.format(hour=h, said=SAID[i]) for i, h in enumerate((12, 17, 11, 16)))
    assert len(read(f"<main>{shuffled}</main>")) == 1
