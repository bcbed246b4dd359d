"""The file of a follow-up letter: which kind it is by its suffix."""

from pathlib import Path

from ..graph.follow_up import FollowUp
from .follow_up_letter import build_follow_up_letter
from .output_file import write_output

SUFFIXES = (".docx", ".md")


def write_follow_up(found: FollowUp, path: Path) -> None:
    """Write what was found, in the kind that the suffix of `path` says.

    Raises:
        SourceError: the file cannot be written.
    """
    letter = build_follow_up_letter(found)
    if path.suffix.lower() == ".md":
        from .follow_up_markdown import to_markdown

        content = to_markdown(letter)
    else:
        from .follow_up_word import to_word  # python-docx takes a while to import: only those who ask wait

        content = to_word(letter, day=found.today)
    write_output(path, content)
