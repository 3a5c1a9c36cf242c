"""Characters that a text may hold and that no reader sees or no program can write."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from rashomon.records import Article

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u061c\u180e]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b]")


def is_blank(text: str) -> bool:
    """Whether nothing in `text` can be seen."""
    return not _INVISIBLE.sub("", text).strip()


def is_binary(text: str) -> bool:
    """Whether so many control characters stand in `text` that it is no text."""
    return len(_CONTROL.findall(text)) > 0.02 * len(text)


def mended(article: Article) -> Article:
    """The article with halves of characters (lone surrogates) replaced one for one, so that every offset stays; noted."""
    found = _SURROGATE.search(article.text)
    notes = article.notes
    if found:
        count = len(_SURROGATE.findall(article.text))
        notes += (
            f"{count} broken {_plural('character', count)} (lone surrogates, the first at {found.start():,}) shown as \ufffd",
        )
    return replace(
        article,
        id=_whole(article.id),
        text=_whole(article.text),
        input=_whole(article.input),
        headline=_whole_or_none(article.headline),
        outlet=_whole_or_none(article.outlet),
        byline=_whole_or_none(article.byline),
        published=_whole_or_none(article.published),
        url=_whole_or_none(article.url),
        language=_whole_or_none(article.language),
        notes=notes,
    )


def invisible_note(text: str) -> str | None:
    """A note on characters that change how a text looks and not what it says; None where there are none."""
    found = _INVISIBLE.findall(text)
    if not found:
        return None
    right_to_left = any(unicodedata.bidirectional(c) in ("RLE", "RLO", "RLI") for c in found)
    what = "invisible formatting characters" + (", some turning the direction of writing" if right_to_left else "")
    return f"{len(found)} {what}, kept as they are"


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)


def _whole_or_none(text: str | None) -> str | None:
    return _whole(text) if text else None


def _plural(word: str, count: int) -> str:
    return word if count == 1 else word + "s"
