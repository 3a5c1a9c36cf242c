"""Fetching, only when an address is given: https and http, robots.txt respected, never into private networks."""

from rashomon.ingest.fetch.fetcher import Fetched, Fetcher, Validators
from rashomon.ingest.fetch.policy import Policy, RefusedError

__all__ = ["Fetched", "Fetcher", "Policy", "RefusedError", "Validators"]
