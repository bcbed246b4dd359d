"""By which version of the rules letters are read: a digest of everything that reading depends on.

So a new release, or an edited vocabulary, makes the next load read every file again.
"""

from hashlib import sha256
from pathlib import Path

_FOLDERS = ("ontology", "model", "loaders", "extraction")
_SUFFIXES = {".py", ".toml", ".ttl", ".txt"}


def find_reader_version() -> str:
    """Return the digest of the installed rules and vocabulary."""
    root = Path(__file__).parent.parent
    files = (path for folder in _FOLDERS for path in sorted((root / folder).rglob("*")))
    digest = sha256()
    for path in files:
        if path.suffix in _SUFFIXES:
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:20]
