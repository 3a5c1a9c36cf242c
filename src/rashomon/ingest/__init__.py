"""From files, pages, feeds and archives to Articles; what cannot be used becomes a Reject."""

from rashomon.ingest.copies import without_copies
from rashomon.ingest.parts import split_parts
from rashomon.ingest.read import Ingested, is_address, read_inputs, stream_inputs

__all__ = ["Ingested", "is_address", "read_inputs", "split_parts", "stream_inputs", "without_copies"]
