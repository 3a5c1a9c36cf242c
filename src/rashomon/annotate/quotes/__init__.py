"""Quotations and attributions: what stands in quotation marks, who says what, by which cue, through whom."""

from rashomon.annotate.quotes.attributions import find_attributions
from rashomon.annotate.quotes.quoted import find_quoted

__all__ = ["find_attributions", "find_quoted"]
