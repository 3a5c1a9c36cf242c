"""Names and coreference within one article: who is mentioned, and which mentions are the same one."""

from rashomon.annotate.names.find import find_names
from rashomon.annotate.names.resolve import resolve

__all__ = ["find_names", "resolve"]
