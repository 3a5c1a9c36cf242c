"""Names and coreference within one article: who is mentioned, and which mentions are the same one."""

from rashomon.annotate.names.cast import slug
from rashomon.annotate.names.find import find_names
from rashomon.annotate.names.gazetteer import bare, gazetteer
from rashomon.annotate.names.grouping import FullForms
from rashomon.annotate.names.people import PersonName, compatible, fold, parse_person, same_surname
from rashomon.annotate.names.resolve import resolve
from rashomon.annotate.names.roles import Role, fits
from rashomon.annotate.names.words import words

__all__ = [
    "FullForms", "PersonName", "Role", "bare", "compatible", "find_names", "fits", "fold", "gazetteer", "parse_person",
    "resolve", "same_surname", "slug", "words",
]  # fmt: skip
