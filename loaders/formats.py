"""Which loader reads which suffix. How a format is read is the loader's own matter.

A loader's module is imported when its first file comes: the libraries that some need are slow to start.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path, PurePath

from ..model.document import Document
from ..model.errors import SourceError
from .reading_text import to_document
from .source_line import SourceLine
from .text_recognition import TextlessError, recognise_text

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
_EMPTY = "the file is empty. Remove it, or save the letter into it again."
_MOST_BYTES = 200_000_000
_DEEPEST_MAIL = 8

SUFFIXES = frozenset({*_LOADERS, _MAIL})
"""The suffixes, in lower case with their dot, of the files that can be read."""


def load_documents(path: Path, *, ocr: bool = False) -> tuple[Document | SourceError, ...]:
    """Return the documents that the file at `path` holds: one, or the several of a mail.

    A mail gives itself, the mails that it quotes and the files that it brings; what keeps an attachment from being
    read stands in its place, attachments of unknown kinds are passed over. With `ocr`, the words of a PDF that
    shows them only as a picture are recognised.

    Raises:
        SourceError: the suffix is unknown, the file cannot be opened, or its bytes are not what it says.
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
    if suffix == _MAIL:
        documents = tuple(_load_mail(source, data, ocr=ocr, depth=0))
        if not documents:
            raise SourceError(source, "the mail holds no words and no file that can be read. Save it again whole.")
        return documents
    return (_load(source, suffix, data, ocr=ocr),)


def load_document(path: Path) -> Document:
    """Return the first document of the file at `path`; it raises what `load_documents` raises."""
    first = load_documents(path)[0]
    if isinstance(first, SourceError):
        raise first
    return first


def _load(source: str, suffix: str, data: bytes, *, ocr: bool) -> Document:
    if not data.strip():
        raise SourceError(source, _EMPTY)
    module, function = _LOADERS[suffix]
    loader: _Loader = getattr(import_module(f".{module}", __package__), function)
    recognised = False
    try:
        try:
            lines = loader(source, data)
        except TextlessError:
            if not ocr:
                raise
            lines, recognised = loader(source, recognise_text(source, data)), True
    except RecursionError as error:
        raise SourceError(source, "its parts are nested as no letter's are. Save it again as text.") from error
    document = to_document(source, lines, ocr=recognised)
    if not document.text.strip():
        raise SourceError(source, _EMPTY)
    return document


def _load_mail(source: str, data: bytes, *, ocr: bool, depth: int) -> Iterator[Document | SourceError]:
    """Yield the mail at `source`, the mails that it quotes and the files that it brings, mails among them."""
    from .mail import load_mail  # imported when a mail comes, as the loaders are

    mail = load_mail(source, data)
    for number, lines in enumerate(mail.parts):
        yield to_document(f"{source}#quoted-{number}" if number else source, lines)
    names: Counter[str] = Counter()
    for attachment in mail.attachments:
        suffix = PurePath(attachment.name).suffix.lower()
        if suffix not in SUFFIXES:
            continue
        names[attachment.name] += 1
        again = f"-{names[attachment.name]}" if names[attachment.name] > 1 else ""
        name = f"{source}#{attachment.name}{again}"
        try:
            if suffix != _MAIL:
                yield _load(name, suffix, attachment.data, ocr=ocr)
            elif depth < _DEEPEST_MAIL:
                yield from _load_mail(name, attachment.data, ocr=ocr, depth=depth + 1)
        except SourceError as error:
            yield error
