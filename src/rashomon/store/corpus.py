"""A corpus: articles and what was made of them, in one SQLite file."""

from __future__ import annotations

from pathlib import Path

from rashomon.store.articles import Articles
from rashomon.store.asked import Asked
from rashomon.store.file import bring_up_to_date, check_known, check_new
from rashomon.store.health import Health
from rashomon.store.judging import Judging
from rashomon.store.made import Made
from rashomon.store.migrations import migrate
from rashomon.store.people import People
from rashomon.store.places import Places
from rashomon.store.search import Searching


class Corpus(Articles, Places, Made, People, Searching, Judging, Asked, Health):
    """An open corpus file. Every method is one transaction; what has returned is on disk. Threads may share it.

    `was_older`: it was brought to the present version when it was opened, which may have taken its articles out of their stories.
    """

    was_older = False

    @classmethod
    def create(cls, path: str | Path) -> Corpus:
        """A new corpus file; one that is a corpus already is opened. Raises `InputError` for any other file."""
        path = Path(path)
        if path.is_file() and path.stat().st_size:
            return cls.open(path)
        check_new(path)
        corpus = cls(path)
        with corpus.writing() as connection:
            migrate(connection, name=str(path))
        return corpus

    @classmethod
    def open(cls, path: str | Path) -> Corpus:
        """An existing corpus file, brought to the present version. Raises `InputError` when it is none."""
        path = Path(path)
        check_known(path)
        corpus = cls(path)
        corpus.was_older = bring_up_to_date(corpus)
        return corpus
