"""Keeping a corpus: one SQLite file that other tools can open."""

from rashomon.store.corpus import Corpus
from rashomon.store.glance import Glance
from rashomon.store.judging import Decision
from rashomon.store.places import Order
from rashomon.store.placing import Place, Placing
from rashomon.store.rows import Added, Appearance, Found, Happened, Hit, Kept, Page, Person, Shelf, Statement

__all__ = [
    "Added",
    "Appearance",
    "Corpus",
    "Decision",
    "Found",
    "Happened",
    "Glance",
    "Hit",
    "Kept",
    "Order",
    "Page",
    "Person",
    "Place",
    "Placing",
    "Shelf",
    "Statement",
]
