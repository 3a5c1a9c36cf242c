"""Reading one article at a time, with no knowledge of the others."""

from rashomon.annotate.parser import Parser
from rashomon.annotate.pipeline import annotate, redate

__all__ = ["Parser", "annotate", "redate"]
