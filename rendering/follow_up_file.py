"""The file of a follow-up letter: which kind it is by its suffix, and writing it without harm to another."""

from pathlib import Path

from ..graph.follow_up import FollowUp
from ..model.errors import SourceError
from .follow_up_letter import build_follow_up_letter

SUFFIXES = (".docx", ".md")


def find_output_fault(path: Path, *, force: bool) -> str | None:
    """Return why a follow-up cannot be written to `path`, and what to do; None when it can."""
    if path.suffix.lower() not in SUFFIXES:
        kind = path.suffix or "no suffix"
        return f"{path}: a file of this kind ({kind}) cannot be written. Let it end in {' or '.join(SUFFIXES)}."
    if not path.parent.is_dir():
        return f"{path}: there is no folder “{path.parent}”. Make it first, or name another one."
    if path.is_dir():
        return f"{path}: this is a folder. Name a file."
    if path.exists() and not force:
        return f"{path}: this file is there already. Name another one, or overwrite it with --force."
    return None


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
    try:
        path.write_bytes(content)
    except OSError as error:
        raise SourceError(
            str(path), f"this file cannot be written ({error.strerror}). Check the permissions of its folder."
        ) from error
