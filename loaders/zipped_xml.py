"""A zip archive of XML parts, as Word and LibreOffice write it: opened with a stranger's file in mind."""

import codecs
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from ..model.errors import SourceError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 40_000_000
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_DOCUMENT_TYPE = "<!DOCTYPE"


class ZippedXml:
    """The parts of an archive. A part larger than any letter's, or with an entity of its own, is refused.

    Raises:
        SourceError: the file is encrypted, of another kind, or damaged; so does `find`.
    """

    def __init__(self, source: str, data: bytes, program: str) -> None:
        self._source = source
        self._program = program
        if data.startswith(_OLE):
            raise self.encrypted()
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise self._damaged("it is no archive") from error

    def find(self, name: str) -> Element | None:
        """Return the root of the part with this name, None where the archive has no such part."""
        try:
            entry = self._archive.getinfo(name)
        except KeyError:
            return None
        if entry.flag_bits & 1:
            raise self.encrypted()
        if entry.file_size > _MOST_BYTES:
            raise SourceError(
                self._source,
                f"it unpacks to more than {_MOST_BYTES // 1_000_000} MB of text, which no letter does.",
            )
        try:
            with self._archive.open(entry) as part:
                text = _decode(part.read(_MOST_BYTES + 1))
            # entities, which can grow without end or open other files, are declared nowhere but in a document type
            if _DOCUMENT_TYPE in text:
                raise SourceError(
                    self._source, f"it declares entities, which {self._program} never does. It was not read."
                )
            return fromstring(text)
        except (ParseError, *_FAULTS) as error:
            raise self._damaged(f"the part {name} cannot be read") from error

    def load(self, name: str) -> Element:
        """Return the root of a part that the format cannot do without."""
        root = self.find(name)
        if root is None:
            raise self._damaged(f"no part {name}")
        return root

    def encrypted(self) -> SourceError:
        """Return what to say of a file with a password; an old .doc under a new name looks the same."""
        return SourceError(
            self._source,
            f"encrypted, or of another kind than its suffix says. Open it in {self._program}, "
            "take the password away and save it again.",
        )

    def _damaged(self, why: str) -> SourceError:
        return SourceError(self._source, f"the file is damaged ({why}). Open it in {self._program} and save it again.")


def _decode(data: bytes) -> str:
    """Return the characters of a part, so that the parser reads those that were looked at, whatever it declares.

    Both formats allow UTF-8 and UTF-16 alone.

    Raises:
        ValueError: the part is in another encoding.
    """
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if is_wide else "utf-8-sig")
    # expat takes characters with these among the first for UTF-16, even where it was told that they are UTF-8
    if "\0" in text:
        raise ValueError("no character of XML is zero")
    return text


def to_name(element: Element) -> str:
    """Return the name of an element without its namespace: there are two for the same words of Word."""
    return str(element.tag).rpartition("}")[2]


def find_child(element: Element | None, *names: str) -> Element | None:
    """Return the first child of the first child … with these names."""
    for name in names:
        if element is None:
            return None
        element = next((child for child in element if to_name(child) == name), None)
    return element


def find_all(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children with this name."""
    yield from (child for child in element if to_name(child) == name) if element is not None else ()


def find_attribute(element: Element | None, name: str) -> str | None:
    """Return the attribute with this name, whatever its namespace."""
    if element is None:
        return None
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def to_count(written: str | None, otherwise: int = 0) -> int:
    """Return a number that a file writes in digits; strangers write other things too."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 7 else otherwise
