"""Words as they stand in Markdown, so that none of them turns into markup."""

import re

# What Markdown would take for markup: "*", "[", "<", a backslash; not the "_" within "002_48.txt"
_MARKUP = re.compile(r"[\\`*\[\]<>]|(?<!\w)_|_(?!\w)")


def to_markdown_text(text: str) -> str:
    """Return words in one line, with a backslash before all that Markdown would take for markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
