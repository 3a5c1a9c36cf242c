"""Who relies on whom: credits, chains, copied passages; from these the stemma and the origins of each fact."""

from rashomon.origins.trace import Origins, trace_origins

__all__ = ["Origins", "trace_origins"]
