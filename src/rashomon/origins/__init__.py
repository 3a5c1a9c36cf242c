"""Who relies on whom: credits, chains, copied passages; from these the stemma and the origins of each fact."""

from rashomon.origins.credits import Credit, find_credits
from rashomon.origins.reuse import Copied, CopyIndex, Reuse, find_reuse
from rashomon.origins.trace import Origins, trace_origins

__all__ = ["Copied", "CopyIndex", "Credit", "Origins", "Reuse", "find_credits", "find_reuse", "trace_origins"]
