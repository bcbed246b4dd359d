"""The saved questions: each `.rq` file is one, and its header says what it asks.

The package has a folder of them, and a user may have one more. A `.cypher` file of the same name is the same question
for Neo4j. How a question is asked and answered is the business of `answer.py`.
"""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rapidfuzz.process import extractOne

from ..model.errors import QueryError
from .header import from_query_text
from .saved_query import SavedQuery

_SUFFIX = ".rq"


def load_catalogue(own: Path | None = None) -> dict[str, SavedQuery]:
    """Return all saved questions by name, in alphabetical order; `own` is a folder of the user's.

    Raises:
        QueryError: the folder cannot be read, or one of its files is not as it should be.
    """
    found = {query.name: query for query in _load_folder(files(__package__), "queries")}
    if own is not None:
        if not own.is_dir():
            raise QueryError(f"{own}: there is no such folder. Name one with saved questions (NAME.rq, NAME.cypher).")
        for query in _load_folder(own, str(own)):
            if query.name in found:
                raise QueryError(f"{query.file}: a question of this name exists already. Rename the file.")
            found[query.name] = query
    return dict(sorted(found.items()))


def find_query(name: str, own: Path | None = None) -> SavedQuery:
    """Return a saved question; raise QueryError, with the nearest name, when there is none."""
    catalogue = load_catalogue(own)
    if name in catalogue:
        return catalogue[name]
    nearest = extractOne(name, list(catalogue), score_cutoff=60)
    hint = f"Did you mean `{nearest[0]}`?" if nearest else f"There are: {', '.join(catalogue)}."
    raise QueryError(f"{name}: there is no such saved question. {hint}")


def _load_folder(folder: Traversable, shown: str) -> Iterator[SavedQuery]:
    entries = {entry.name: entry for entry in folder.iterdir()}
    for file in sorted(name for name in entries if name.endswith(_SUFFIX)):
        name = file.removesuffix(_SUFFIX)
        twin = entries.get(f"{name}.cypher")
        place = f"{shown}/{file}"
        yield from_query_text(place, name, _read(entries[file], place), _read(twin, place) if twin else None)


def _read(entry: Traversable, place: str) -> str:
    try:
        return entry.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise QueryError(f"{place}: the file cannot be read ({error}). Save it as UTF-8 text.") from error
