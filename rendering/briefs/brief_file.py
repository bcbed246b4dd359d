"""The file of a brief: its format by the suffix."""

from pathlib import Path

from ..output_file import write_output
from .brief import Brief

SUFFIXES = (".md", ".html", ".docx")


def write_brief(brief: Brief, path: Path) -> None:
    """Write a brief in the format that the suffix of `path` says.

    Raises:
        SourceError: the file cannot be written.
    """
    write_output(path, to_bytes(brief, path.suffix.lower()))


def to_bytes(brief: Brief, suffix: str) -> bytes:
    """Return a brief in a format; each is imported by those only who ask for it, for it takes a while."""
    if suffix == ".md":
        from .markdown import to_markdown

        return to_markdown(brief).encode()
    if suffix == ".html":
        from .page import to_page

        return to_page(brief).encode()
    from .word import to_word

    return to_word(brief)
