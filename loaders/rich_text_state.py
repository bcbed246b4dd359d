"""What the control words of RTF have set at a place of a file."""

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

CHARSETS = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""The encoding that a font's `fcharset` stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RichTextState:
    """What the control words of a group, and of those around it, have set."""

    kind: str = ""
    skips: bool = False
    raised: bool = False
    hidden: bool = False
    in_table: bool = False
    encoding: str | None = None
    unicode_skip: int = 1
    before: int = 0
    after: int = 0

    def with_control(self, word: str, number: int | None) -> "RichTextState":
        """Return the state behind a control word; one that says nothing of words changes nothing."""
        change = _CHANGES.get(word)
        return self if change is None else change(self, number)


def _set(**values: bool | int) -> Callable[[RichTextState, int | None], RichTextState]:
    return lambda state, number: replace(state, **values)  # type: ignore[arg-type]


_CHANGES: dict[str, Callable[[RichTextState, int | None], RichTextState]] = {
    "super": lambda state, number: replace(state, raised=number != 0),
    "up": lambda state, number: replace(state, raised=number != 0),
    "sub": _set(raised=False),
    "nosupersub": _set(raised=False),
    "plain": _set(raised=False, hidden=False),
    "v": lambda state, number: replace(state, hidden=number != 0),
    "deleted": lambda state, number: replace(state, hidden=number != 0),
    "pard": _set(in_table=False, before=0, after=0),
    "intbl": _set(in_table=True),
    "sb": lambda state, number: replace(state, before=number or 0),
    "sa": lambda state, number: replace(state, after=number or 0),
    "uc": lambda state, number: replace(state, unicode_skip=min(max(number or 0, 0), 8)),
}


def find_encoding(codepage: int | None) -> str | None:
    """Return the encoding of a code page of Windows, None if Python knows none."""
    try:
        return "utf-8" if codepage == 65001 else codecs.lookup(f"cp{codepage}").name
    except LookupError:
        return None
