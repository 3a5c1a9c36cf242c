"""Everything that is read off one article, in the order in which one reading needs another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rashomon.annotate.dates import date_candidates
from rashomon.annotate.dating import date_by_own_words, reference_of
from rashomon.annotate.language import reading
from rashomon.annotate.link import Mentions, link_attributions, link_quotes
from rashomon.annotate.names import find_names, resolve
from rashomon.annotate.parser import Parser
from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_attributions, find_quoted
from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Annotation, Article, Dating, Sentence


def annotate(
    articles: Sequence[Article], parser: Parser, others: Callable[[str], Parser] | None = None
) -> list[Annotation]:
    """One annotation per article, in the order given; each is made from its article alone.

    `parser` is that of English, `others` gives those of other languages by their codes.
    """
    found = []
    for article, sentences in zip(articles, sentences_of(articles, parser, others), strict=True):
        with reading(article.language):
            found.append(_annotate(article, sentences))
    return found


def redate(article: Article, annotation: Annotation, published: Dating) -> Annotation:
    """The annotation with all that hangs on the date read again, now that the date is known."""
    references = References(published=reference_of(published), quotes=annotation.quotes)
    with reading(article.language):
        times = find_times(article, annotation.sentences, references)
        quantities = find_quantities(article, annotation.sentences, times)
    return replace(annotation, published=published, times=times, quantities=quantities)


def _annotate(article: Article, sentences: tuple[Sentence, ...]) -> Annotation:
    published = date_by_own_words(article)
    quoted = find_quoted(article)
    names = find_names(article, sentences)
    quotes, attributions = find_attributions(article, sentences, quoted, names)
    times = find_times(article, sentences, References(published=reference_of(published), quotes=quotes))
    quantities = find_quantities(article, sentences, times)
    entities, found = resolve(article, sentences, names, quotes, attributions)
    mentions = Mentions(found, article.text)
    return Annotation(
        article=article.id,
        parts=article.parts,
        sentences=sentences,
        published=published,
        dates=date_candidates(article),
        entities=entities,
        mentions=found,
        times=times,
        quantities=quantities,
        quotes=link_quotes(quotes, mentions),
        attributions=link_attributions(attributions, mentions),
        notes=article.notes,
    )
