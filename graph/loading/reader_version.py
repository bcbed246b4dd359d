"""By which version of the rules letters are read and linked: a digest of everything that this depends on.

So a new release, or an edited vocabulary, makes the next load do again what would now come out otherwise.
"""

from hashlib import sha256
from pathlib import Path

from ...model.reading_options import ReadingOptions

_READING = ("ontology", "model", "loaders", "extraction")
_LINKING = (*_READING, "resolution")
_SUFFIXES = {".py", ".toml", ".ttl", ".txt"}


def find_reader_versions(options: ReadingOptions) -> tuple[str, ...]:
    """Return the version of all that a letter's reading depends on, besides its file, then others that serve too.

    A file that was read with OCR need not be read again without. Of a recogniser only the name is known: a model
    that was trained anew in the same folder is not noticed.
    """
    rules = _digest(_READING) + (f"+{options.recogniser}" if options.recogniser else "")
    return (f"{rules}+ocr",) if options.ocr else (rules, f"{rules}+ocr")


def find_linker_version() -> str:
    """Return the version of all that the links depend on, besides the letters."""
    return _digest(_LINKING)


def _digest(folders: tuple[str, ...]) -> str:
    root = Path(__file__).parents[2]
    digest = sha256()
    for path in (path for folder in folders for path in sorted((root / folder).rglob("*"))):
        if path.suffix in _SUFFIXES:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:20]
