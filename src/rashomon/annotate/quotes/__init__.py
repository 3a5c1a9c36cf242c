"""Quotations and attributions: what stands in quotation marks, who says what, by which cue, through whom."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Article, Attribution, Mention, Quote, Sentence


def find_quoted(article: Article) -> tuple[Quote, ...]:
    """Every stretch inside quotation marks, speaker still open."""
    return ()


def find_attributions(
    article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Sequence[Mention]
) -> tuple[tuple[Quote, ...], tuple[Attribution, ...]]:
    """The quotes with their speakers, cues, kinds and relays, and all attributions, direct and indirect; entities still open."""
    return tuple(quotes), ()
