"""Clauses with their slots filled: what one article states, proposition by proposition."""

from rashomon.claims.clauses import is_event_noun
from rashomon.claims.extract import extract_claims
from rashomon.claims.repeats import note_on_repeats, printed_before

__all__ = ["extract_claims", "is_event_noun", "note_on_repeats", "printed_before"]
