"""Reading one article at a time, with no knowledge of the others."""

from rashomon.annotate.date_lines import byline_words
from rashomon.annotate.dating import date_by_own_words, unread_date
from rashomon.annotate.language import (
    ENGLISH,
    code_of,
    encoder_package,
    kept_apart,
    language_read,
    reading,
    unread,
)
from rashomon.annotate.numerals import cardinals
from rashomon.annotate.parser import Parser
from rashomon.annotate.pinned import verified_model
from rashomon.annotate.pipeline import annotate, redate
from rashomon.annotate.sentences import reads_as_english
from rashomon.annotate.stamps import STAMP_FILLERS, Stamp, find_stamps, has_clock, without_stamps

__all__ = [
    "ENGLISH",
    "STAMP_FILLERS",
    "Parser",
    "Stamp",
    "annotate",
    "byline_words",
    "cardinals",
    "code_of",
    "date_by_own_words",
    "encoder_package",
    "find_stamps",
    "has_clock",
    "kept_apart",
    "language_read",
    "reading",
    "reads_as_english",
    "redate",
    "unread",
    "verified_model",
    "unread_date",
    "without_stamps",
]
