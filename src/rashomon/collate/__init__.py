"""Many accounts of one story side by side."""

from rashomon.collate.pipeline import collate

__all__ = ["collate"]
