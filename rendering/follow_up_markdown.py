"""The draft of a follow-up letter as plain Markdown."""

import re
from collections.abc import Iterator

from .follow_up_letter import FollowUpLetter, Item

# What Markdown would take for markup: "*", "[", "<", a backslash; not the "_" within "002_48.txt"
_MARKUP = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)")


def to_markdown(letter: FollowUpLetter) -> bytes:
    """Return the draft as the bytes of a file: a heading, the lead and a numbered list."""
    blocks = [f"# {_escape(letter.heading)}", _escape(letter.lead)]
    blocks += ["\n\n".join(_render_item(number, item)) for number, item in enumerate(letter.items, 1)]
    return ("\n\n".join([*blocks, f"*{_escape(letter.note)}*"]) + "\n").encode()


def _render_item(number: int, item: Item) -> Iterator[str]:
    indent = " " * len(f"{number}. ")
    yield f"{number}. {_escape(item.words)}"
    yield from (f"{indent}{_escape(detail)}" for detail in item.details)
    if item.passages:
        yield "\n".join(f"{indent}- {_escape(passage)}" for passage in item.passages)


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
