"""Which loader reads which suffix. How a format is read is the loader's own matter.

A loader's module is imported when its first file comes: the libraries that some need are slow to start.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path, PurePath

from ..model.document import Document
from ..model.errors import SourceError
from .reading_text import to_document
from .source_line import SourceLine

_Loader = Callable[[str, bytes], Sequence[SourceLine]]
"""From the name of a file, for what is said of it, and its bytes to its lines."""

_LOADERS = {
    ".docx": ("word_document", "load_word_document"),
    ".htm": ("web_page", "load_web_page"),
    ".html": ("web_page", "load_web_page"),
    ".md": ("plain_text", "load_plain_text"),
    ".odt": ("open_document", "load_open_document"),
    ".pdf": ("pdf_pages", "load_pdf_pages"),
    ".rtf": ("rich_text", "load_rich_text"),
    ".txt": ("plain_text", "load_plain_text"),
}
_MAIL = ".eml"
_MOST_BYTES = 200_000_000
_DEEPEST_MAIL = 8

SUFFIXES = frozenset({*_LOADERS, _MAIL})
"""The suffixes, in lower case with their dot, of the files that can be read."""


def load_documents(path: Path, *, ocr: bool = False) -> tuple[Document, ...]:
    """Return the documents that the file at `path` holds: one, but for a mail that quotes others or brings files.

    A part of a mail that cannot be read costs the others nothing; it is left out. With `ocr`, the words of a
    PDF that is only a picture of them are recognised.

    Raises:
        SourceError: the suffix is unknown, the file cannot be opened, or its bytes are not what the suffix says.
    """
    source = path.as_posix()
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise SourceError(source, f"no loader for this kind of file. Convert it to one of {known}.")
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SourceError(source, f"larger than {_MOST_BYTES // 1_000_000} MB. Split it into its letters.")
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise SourceError(source, f"{reason}. Check that it is there and may be read.") from error
    return tuple(_load(source, suffix, data, ocr=ocr, depth=0))


def load_document(path: Path) -> Document:
    """Return the first document of the file at `path`, as `load_documents` does."""
    return load_documents(path)[0]


def _load(source: str, suffix: str, data: bytes, *, ocr: bool, depth: int) -> Iterator[Document]:
    module, function = _LOADERS[suffix]
    loader: _Loader = getattr(import_module(f".{module}", __package__), function)
    yield _check(to_document(source, loader(source, data), ocr=False))


def _check(document: Document) -> Document:
    if not document.text.strip():
        raise SourceError(document.source, "the file is empty. Remove it, or save the letter into it again.")
    return document
