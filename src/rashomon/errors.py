"""The one family of errors that a user of rashomon can cause; anything else that escapes is a bug."""

from __future__ import annotations


class RashomonError(Exception):
    """Something the user can mend. The message says in one line what is wrong, where, and what to do."""


class InputError(RashomonError):
    """An input could not be used at all."""


class ModelError(RashomonError):
    """A language model is missing, damaged or not the one that was pinned."""


class UsageError(RashomonError):
    """The command or call was put together wrongly."""


class MissingExtraError(RashomonError):
    """A format or engine needs a library that the plain installation leaves out."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs more libraries than are installed: pip install 'rashomon[{extra}]'")
