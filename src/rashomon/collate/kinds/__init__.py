"""The ontology of event kinds: which words name which, and what they are in PLOVER and CAMEO."""

from __future__ import annotations

from rashomon.collate.kinds.contexts import contexts_of
from rashomon.collate.kinds.senses import Company, sense_of
from rashomon.collate.kinds.table import Coding, Kind, coding_of, kind_of

__all__ = ["Coding", "Company", "Kind", "coding_of", "contexts_of", "kind_of", "sense_of"]
