"""Bytes to text: in the encoding that a file declares, else UTF-8, UTF-16 with its mark, Windows-1252."""

import codecs
import re

from ..model.errors import SourceError

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode_text(source: str, data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`.

    Raises:
        SourceError: the bytes are binary or in none of these encodings.
    """
    for encoding in _find_encodings(data, declared):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if _CONTROL.search(text):
            raise SourceError(source, "this is not a text file (it holds control bytes). Name it by its kind.")
        return text
    raise SourceError(source, "bytes that are neither UTF-8, UTF-16 nor Windows-1252. Save it again as UTF-8.")


def _find_encodings(data: bytes, declared: str | None) -> list[str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    return [*([declared] if declared and _is_text_encoding(declared) else []), "utf-8-sig", "cp1252"]


def _is_text_encoding(name: str) -> bool:
    """Tell whether `name` stands for a text encoding that Python knows; "hex" and "zlib" are none."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False
