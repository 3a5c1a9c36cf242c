"""Inputs taken into a corpus: acknowledged as they come, so that what is interrupted goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rashomon.app.assemble import Input
from rashomon.errors import InputError
from rashomon.ingest import UNCHANGED, Bookmarks, is_address, stream_inputs
from rashomon.records import Article, Reject
from rashomon.store import Corpus

if TYPE_CHECKING:
    from rashomon.ingest.fetch import Fetcher, Policy

Progress = Callable[[str, int], None]
"""Called with what is being done and how many articles (or stories) are done with it."""
_TOGETHER = 200
"""Articles acknowledged in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of inputs handed to `Desk.add`."""

    new: int
    known: int
    rejects: tuple[Reject, ...]


def take_in(
    corpus: Corpus, inputs: Sequence[Input], policy: Policy | None, *, strict: bool, progress: Progress
) -> Report:
    """Keep the articles of inputs. An address that its server says has not changed is known already."""
    new = known = 0
    rejects: list[Reject] = []
    # To stop at what cannot be used, every line has to be looked at again.
    bookmarks = Bookmarks() if strict else Bookmarks(corpus.bookmark)
    with _fetcher(corpus, inputs, policy) as fetcher:
        found = stream_inputs(inputs, corpus.offset, fetcher=fetcher, bookmarks=bookmarks)
        while batch := list(islice(found, _TOGETHER)):
            bad = [f for f in batch if isinstance(f, Reject) and f.reason != UNCHANGED]
            if strict and bad:
                raise InputError(f"{bad[0].input}: {bad[0].reason}")
            added = corpus.add((f for f in batch if isinstance(f, Article)), bad, bookmarks.taken)
            unchanged = len(batch) - len(bad) - len(added.new) - len(added.known)
            rejects += bad
            new, known = new + len(added.new), known + len(added.known) + unchanged
            progress("kept", new + known + bookmarks.passed)
    return Report(new=new, known=known + bookmarks.passed, rejects=tuple(rejects))


@contextmanager
def _fetcher(corpus: Corpus, inputs: Sequence[Input], policy: Policy | None) -> Iterator[Fetcher | None]:
    """What fetches the addresses among inputs; what servers gave is remembered only once all articles are acknowledged."""
    if not any(isinstance(i, str) and is_address(i) for i in inputs):
        yield None
        return
    from rashomon.ingest.fetch import Fetcher, Validators  # here: files do not wait for all that the network needs

    known = {url: Validators(etag=etag, modified=modified) for url, (etag, modified) in corpus.addresses().items()}
    before = dict(known)
    with Fetcher(policy, known=known) as fetcher:
        yield fetcher
    corpus.keep_addresses({url: (v.etag, v.modified) for url, v in known.items() if before.get(url) != v})
