"""How far a file was read, so that reading goes on there; a file that has changed before that place is read from its beginning."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import BinaryIO

from rashomon.records import Bookmark
from rashomon.version import __version__

_AT_ONCE = 1 << 20


class Bookmarks:
    """Bookmarks of files by their names: those of earlier readings, and those that are reached in this one."""

    def __init__(self, earlier: Callable[[str], Bookmark | None] = lambda _: None) -> None:
        self.earlier = earlier
        self.passed = 0
        """Articles that were passed over."""
        self._reached: dict[str, Callable[[], Bookmark]] = {}

    def reach(self, name: str, bookmark: Callable[[], Bookmark]) -> None:
        """What has been given of a file reaches to a place; its bookmark is only made when it is asked for."""
        self._reached[name] = bookmark

    def taken(self) -> Mapping[str, Bookmark]:
        """The places reached since this was last asked: to be kept together with what was given before them."""
        found = {name: make() for name, make in self._reached.items()}
        self._reached.clear()
        return found


class Progress:
    """An open file of lines that knows how far it was read. It begins at the file's bookmark, if what stands before it is the same."""

    def __init__(self, file: BinaryIO, name: str, bookmarks: Bookmarks) -> None:
        self._file, self._name, self._bookmarks = file, name, bookmarks
        self._ended = True
        self._start_anew()
        earlier = bookmarks.earlier(name)
        if earlier is not None and earlier.offset:
            self._pass_over(earlier)

    def readline(self, most: int) -> bytes:
        """As of a file; counts the line when its beginning is read."""
        line = self._file.readline(most)
        self.lines += self._ended and bool(line)
        self._ended = line.endswith(b"\n")
        self._digest.update(line)
        self._offset += len(line)
        return line

    def reached(self, *, article: bool = False) -> None:
        """What stands in the line just read is given away now. A last line without an end may still grow: it is read again."""
        self._articles += article
        if self._ended:
            state = self._offset, self.lines, self._articles, self._digest.copy()
            self._bookmarks.reach(self._name, lambda: _bookmark(*state))

    def _pass_over(self, earlier: Bookmark) -> None:
        left = earlier.offset
        while left and (data := self._file.read(min(left, _AT_ONCE))):
            self._digest.update(data)
            left -= len(data)
        if left == 0 and self._digest.hexdigest() == earlier.digest:
            self._offset, self.lines, self._articles = earlier.offset, earlier.lines, earlier.articles
            self._bookmarks.passed += earlier.articles
            return
        self._file.seek(0)
        self._start_anew()

    def _start_anew(self) -> None:
        self._digest = hashlib.blake2b(__version__.encode(), digest_size=16)
        self._offset = self._articles = self.lines = 0
        self._ended = True


def _bookmark(offset: int, lines: int, articles: int, digest: hashlib.blake2b) -> Bookmark:
    return Bookmark(offset=offset, lines=lines, articles=articles, digest=digest.hexdigest())
