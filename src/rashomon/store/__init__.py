"""Keeping a corpus: one SQLite file that other tools can open."""

from rashomon.store.corpus import Added, Corpus, Hit

__all__ = ["Added", "Corpus", "Hit"]
