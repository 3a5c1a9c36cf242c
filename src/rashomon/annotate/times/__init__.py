"""Time expressions: where they stand, their TIMEX3 type and value, and the stretch of time they denote."""

from rashomon.annotate.times.find import References, find_times
from rashomon.annotate.times.intervals import stretch_of

__all__ = ["References", "find_times", "stretch_of"]
