"""The draft of a follow-up letter as plain Markdown."""

from collections.abc import Iterator

from .follow_up_letter import FollowUpLetter, Item
from .markdown_text import to_markdown_text


def to_markdown(letter: FollowUpLetter) -> bytes:
    """Return the draft as the bytes of a file: a heading, the lead and a numbered list."""
    blocks = [f"# {to_markdown_text(letter.heading)}", to_markdown_text(letter.lead)]
    blocks += ["\n\n".join(_render_item(number, item)) for number, item in enumerate(letter.items, 1)]
    return ("\n\n".join([*blocks, f"*{to_markdown_text(letter.note)}*"]) + "\n").encode()


def _render_item(number: int, item: Item) -> Iterator[str]:
    indent = " " * len(f"{number}. ")
    yield f"{number}. {to_markdown_text(item.words)}"
    yield from (f"{indent}{to_markdown_text(detail)}" for detail in item.details)
    if item.passages:
        yield "\n".join(f"{indent}- {to_markdown_text(passage)}" for passage in item.passages)
