"""From files, pages, feeds and archives to Articles; what cannot be used becomes a Reject."""

from rashomon.ingest.bookmarks import Bookmarks
from rashomon.ingest.copies import without_copies
from rashomon.ingest.folder import reports_in
from rashomon.ingest.parts import split_parts
from rashomon.ingest.read import UNCHANGED, Ingested, is_address, read_inputs, stream_inputs

__all__ = [
    "UNCHANGED",
    "Bookmarks",
    "Ingested",
    "is_address",
    "read_inputs",
    "reports_in",
    "split_parts",
    "stream_inputs",
    "without_copies",
]
