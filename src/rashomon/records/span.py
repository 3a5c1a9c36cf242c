"""Where something stands: a half-open range of Unicode code points in one article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`text[start:end]` of the article with id `article`; half-open, in Unicode code points."""

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must satisfy 0 <= start <= end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both; they must be of one article."""
        if self.article != other.article:
            raise ValueError(f"no span covers two articles ({self.article}, {other.article})")
        return Span(article=self.article, start=min(self.start, other.start), end=max(self.end, other.end))

    def of(self, text: str) -> str:
        """The characters of this span in its article's `text`."""
        return text[self.start : self.end]
