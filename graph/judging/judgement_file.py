"""The file of judgements beside a store: a line each, only ever appended to, that a person reads and git merges.

What the judgements do to the links is the business of `resolution/judgements.py`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from ...model.errors import SourceError, StoreError
from ...model.judgement import Judgement, Verdict

SUFFIX = ".judgements.txt"

_COLUMNS = ("when", "who", "verdict", "value", "why", "about", "target", "letters", "undoes", "id")
_NAMES = "\t".join(_COLUMNS)
_HEADER = f"""\
# What analysts have said of what PolicyGraph found: a line for each judgement, in the order of writing. A line is
# never changed: `policygraph undo` takes one back by a further line. Columns are parted by tabs; \\t, \\n, \\r and \\\\
# stand for a tab, a line end, a carriage return and a backslash within one. Lines that start with # are comments.
# when     ISO 8601 with the zone; of two judgements on one target the later one counts
# who      the analyst
# verdict  accepted, rejected, corrected, note or undone
# value    what was accepted or rejected (the status of an answer), or what takes its place
# why      the reason; for a note its words
# about    what was judged, in words, as it was then
# target   its IRI
# letters  the IRIs of the letters that it stands in
# undoes   the id of the judgement that is taken back
# id       a digest of the other columns; the first eight characters are enough to name it
# Git merges the lines of several analysts with this line in .gitattributes: *{SUFFIX} merge=union
# {_NAMES}
"""

# "https://w3id.org/policygraph/ask/1f"; not "ask 1f"
_IRI = re.compile(r"[A-Za-z][\w.+-]*:[^\s<>\"{}|\\^`\x00-\x20]+")

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escape[1]: plain for plain, escape in _ESCAPES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementFile:
    """What a file of judgements holds: each judgement once, and what is wrong with other lines, which are kept.

    `checksum` tells one content from another; it is empty where there is no file.
    """

    path: Path
    judgements: tuple[Judgement, ...] = ()
    errors: tuple[SourceError, ...] = ()
    checksum: str = ""


def find_judgement_file(store: Path) -> Path:
    """Return where the judgements on a store stand: beside its folder, so that they outlive it."""
    folder = store.resolve()
    is_plain = store.name == folder.name and store.parent.resolve() == folder.parent
    return (store if is_plain else folder).with_name(f"{folder.name}{SUFFIX}")


def load_judgements(path: Path) -> JudgementFile:
    """Return the judgements of a file in the order of its lines; without a file there are none.

    Raises:
        StoreError: the file is there and cannot be read.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return JudgementFile(path=path)
    except OSError as error:
        raise _to_error(path, error, "read") from error
    judgements: dict[str, Judgement] = {}
    errors: list[SourceError] = []
    for number, line in _find_lines(content):
        try:
            judgement = from_line(line.decode("utf-8"))
            judgements.setdefault(judgement.id, judgement)
        except ValueError as error:
            what = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
            errors.append(SourceError(str(path), f"line {number}: {what}. The line is kept, but it does not count."))
    checksum = sha256(content).hexdigest()[:20]
    return JudgementFile(path=path, judgements=tuple(judgements.values()), errors=tuple(errors), checksum=checksum)


def append_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write judgements behind those that are there, in one step and onto the disk; make the file if there is none.

    Raises:
        StoreError: they could not be written.
    """
    lines = "".join(f"{to_line(judgement)}\n" for judgement in judgements).encode()
    try:
        # Only one of two processes makes the file; the other one finds it made and appends.
        with suppress(FileExistsError):
            _write(path, _HEADER.encode(), os.O_CREAT | os.O_EXCL)
        _write(path, lines, 0)
    except OSError as error:
        raise _to_error(path, error, "written") from error


def to_line(judgement: Judgement) -> str:
    """Return a judgement as a line, without its end."""
    values = (
        *(judgement.when, judgement.by, judgement.verdict, judgement.value, judgement.why, judgement.about),
        *(judgement.target, " ".join(judgement.letters), judgement.undoes, judgement.id),
    )
    return "\t".join("".join(_ESCAPES.get(letter, letter) for letter in value or "") for value in values)


def from_line(line: str) -> Judgement:
    """Return the judgement that a line holds; raise ValueError with what is wrong when it holds none."""
    values = [_unescape(value) for value in line.split("\t")]
    if len(values) != len(_COLUMNS):
        raise ValueError(f"this is no judgement: it has {len(values)} of {len(_COLUMNS)} columns")
    row = dict(zip(_COLUMNS, values, strict=True))
    missing = [name for name in ("who", "target") if not row[name]]
    if missing:
        raise ValueError(f"the column “{missing[0]}” is empty")
    if row["verdict"] not in list(Verdict):
        raise ValueError(f"the verdict “{row['verdict']}” is not known (known are {', '.join(Verdict)})")
    for iri in (row["target"], *row["letters"].split()):
        if not _IRI.fullmatch(iri):
            raise ValueError(f"“{iri}” is no IRI")
    _check_time(row["when"])
    judgement = Judgement(
        target=row["target"],
        verdict=Verdict(row["verdict"]),
        by=row["who"],
        when=row["when"],
        about=row["about"],
        letters=tuple(row["letters"].split()),
        value=row["value"] or None,
        why=row["why"] or None,
        undoes=row["undoes"] or None,
    )
    if row["id"] != judgement.id:
        raise ValueError("its id does not fit what it says, so it was changed after it was written")
    return judgement


def _find_lines(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are neither blank nor comments, with their numbers."""
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip() and not line.startswith(b"#"):
            yield number, line.removesuffix(b"\r")


def _unescape(value: str) -> str:
    parts = value.split("\\\\")
    for escape, plain in _PLAIN.items():
        if escape != "\\":
            parts = [part.replace(f"\\{escape}", plain) for part in parts]
    return "\\".join(parts)


def _check_time(when: str) -> None:
    try:
        if datetime.fromisoformat(when).tzinfo is not None:
            return
    except ValueError:
        pass
    raise ValueError(f"“{when}” is no point in time with its zone, like 2024-05-03T14:02:11+01:00")


def _write(path: Path, content: bytes, flags: int) -> None:
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | flags, 0o666)
    try:
        end = os.fstat(descriptor).st_size
        # A last line that was left without its end must not swallow what comes now.
        if end and os.pread(descriptor, 1, end - 1) != b"\n":
            content = b"\n" + content
        if os.write(descriptor, content) != len(content):
            raise OSError(None, "the disk is full")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _to_error(path: Path, error: OSError, wish: str) -> StoreError:
    return StoreError(
        f"{path}: the judgements cannot be {wish} ({error.strerror}). Check the permissions of the file and its folder."
    )
