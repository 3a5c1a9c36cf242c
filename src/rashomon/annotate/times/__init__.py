"""Time expressions: where they stand, their TIMEX3 type and value, and the stretch of time they denote."""

from rashomon.annotate.times.find import References, find_times

__all__ = ["References", "find_times"]
