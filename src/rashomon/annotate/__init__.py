"""Reading one article at a time, with no knowledge of the others."""

from rashomon.annotate.date_lines import byline_words
from rashomon.annotate.dating import date_by_own_words
from rashomon.annotate.language import reading, unread
from rashomon.annotate.parser import Parser
from rashomon.annotate.pipeline import annotate, redate
from rashomon.annotate.sentences import reads_as_english
from rashomon.annotate.stamps import STAMP_FILLERS, Stamp, find_stamps, has_clock, without_stamps

__all__ = [
    "STAMP_FILLERS",
    "Parser",
    "Stamp",
    "annotate",
    "byline_words",
    "date_by_own_words",
    "find_stamps",
    "has_clock",
    "reading",
    "reads_as_english",
    "redate",
    "unread",
    "without_stamps",
]
