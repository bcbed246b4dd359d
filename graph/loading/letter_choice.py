"""Which letters a user means by a file, an IRI, a date or a reference."""

import os
from collections.abc import Sequence
from pathlib import PurePath

from rapidfuzz import fuzz, process

from ...model.errors import SourceError
from ...model.letter import Letter
from ..storage.quotation import Quoter, to_words
from ..storage.source_register import find_letters_of, load_sources
from ..storage.store import GraphStore
from ..storage.stored_readings import find_letters

_NEAREST = 3


def find_chosen_letters(store: GraphStore, wishes: Sequence[str]) -> list[str]:
    """Return the letters (IRIs) that `wishes` name, each once, in the order of their dates.

    A file, by the path under which it was loaded, means all letters in it; a date ("2024-03-05", "5 March 2024") or a
    reference must belong to one letter alone.

    Raises:
        SourceError: a wish names no letter (the message has the nearest names) or several.
    """
    quoter = Quoter(store)
    letters = {iri: quoter.find_letter(iri) for iri in find_letters(store)}
    chosen = {iri for wish in wishes for iri in _find_meant(store, quoter, letters, wish)}
    return sorted(chosen, key=lambda iri: (letters[iri].date or "~", quoter.find_source(iri), iri))


def _find_meant(store: GraphStore, quoter: Quoter, letters: dict[str, Letter], wish: str) -> list[str]:
    wish = wish.strip()
    if wish in letters:
        return [wish]
    if of_file := find_letters_of(store, PurePath(os.path.normpath(wish)).as_posix()):
        return of_file
    key = _to_key(wish)
    found = [iri for iri, letter in letters.items() if key in map(_to_key, _find_names(letter))]
    if len(found) == 1:
        return found
    if found:
        shown = "; ".join(sorted(f"{quoter.find_parties(iri)} ({quoter.find_source(iri)}, {iri})" for iri in found))
        raise SourceError(wish, f"several letters have this date or reference: {shown}. Name one by its file or IRI.")
    names = {*load_sources(store), *(name for letter in letters.values() for name in _find_names(letter))}
    nearest = _find_nearest(wish, sorted(names))
    hint = (
        f"The nearest are {', '.join(nearest)}." if nearest else "`policygraph query correspondence` lists the letters."
    )
    raise SourceError(wish, f"no letter in the store has this file, IRI, date or reference. {hint}")


def _find_names(letter: Letter) -> list[str]:
    days = [letter.date, to_words(letter.date)] if letter.date else []
    return [*days, *letter.references]


def _find_nearest(wish: str, names: Sequence[str]) -> list[str]:
    found = process.extract(wish.casefold(), [name.casefold() for name in names], scorer=fuzz.WRatio, limit=_NEAREST)
    return [names[place] for _, score, place in found if score >= 60]


def _to_key(name: str) -> str:
    return " ".join(name.casefold().split())
