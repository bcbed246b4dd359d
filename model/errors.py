"""The error tree: what stops a piece of work. Faults inside a letter are `Finding`s and are never raised.

PolicyGraphError
├── SourceError   a file cannot be read, or is no letter; the other files are still read
├── StoreError    the store cannot be opened, read or written; nothing in it was changed
├── QueryError    a saved question is unknown or was given wrong parameters
├── RecogniserError   a recogniser of names is unknown or cannot be started
├── NameChoiceError   a name means nothing that letters name, or several things
├── DiagramError   a diagram or a brief cannot be made of what was asked for
└── JudgementError   what an analyst says cannot be kept or taken back as asked
"""

from collections.abc import Sequence


class PolicyGraphError(Exception):
    """Every error that a user may see. The message says where, what, and what to do."""


class SourceError(PolicyGraphError):
    """A file that cannot be read or holds no letter.

    The message starts with the path as the user gave it: `letters/a.txt: the file is empty.`
    """

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}")
        self.path = path
        self.what = what

    def __reduce__(self) -> tuple[type["SourceError"], tuple[str, str]]:
        return SourceError, (self.path, self.what)


class StoreError(PolicyGraphError):
    """The embedded store cannot be used as asked."""


class QueryError(PolicyGraphError):
    """A saved question cannot be run as asked."""


class RecogniserError(PolicyGraphError):
    """A recogniser of names cannot be used as asked."""


class JudgementError(PolicyGraphError):
    """A judgement cannot be made or taken back as asked; nothing was written."""


class NameChoiceError(PolicyGraphError):
    """A name that no letter has, or that several things bear; the message says what to write instead."""

    def __init__(self, name: str, *, nearest: Sequence[str] = (), bearers: Sequence[str] = ()) -> None:
        if bearers:
            what = f"several things bear this name: {'; '.join(bearers)}. Use a fuller name or the address of one."
        else:
            near = ", ".join(f"“{other}”" for other in nearest)
            hint = f"The nearest names are {near}." if near else "`policygraph search` looks for words in the letters."
            what = f"no letter in the store names this. {hint}"
        super().__init__(f"{name}: {what}")


class DiagramError(PolicyGraphError):
    """A diagram or a brief cannot be made of what was asked for."""
