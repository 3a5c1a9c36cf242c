"""Clauses with their slots filled: what one article states, proposition by proposition."""

from rashomon.claims.clauses import is_event_noun
from rashomon.claims.extract import extract_claims

__all__ = ["extract_claims", "is_event_noun"]
