"""From what a person types for the parameters of a question to the values that are bound."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from pyoxigraph import NamedNode

from ..graph.quads.terms import ANYTHING
from ..model.entity import EntityType
from ..model.errors import QueryError
from ..model.identity import to_statement_iri
from .backend import Backend, Candidate, Value
from .saved_query import Parameter, ParameterType, SavedQuery


def to_values(backend: Backend, query: SavedQuery, given: Mapping[str, str]) -> dict[str, Value]:
    """Return a value for every parameter of a question.

    Raises:
        QueryError: it has no such parameter, a needed one is missing, or what is typed does not fit; the message tells
            what would, for a name that several things have the IRIs to choose by.
    """
    names = [parameter.name for parameter in query.parameters]
    for name in given:
        if name not in names:
            known = f"It has: {', '.join(names)}." if names else "It has none."
            raise QueryError(f"{query.name}: this question has no parameter `{name}`. {known}")
    return {
        parameter.name: _to_value(backend, query, parameter, given.get(parameter.name, "").strip())
        for parameter in query.parameters
    }


def _to_value(backend: Backend, query: SavedQuery, parameter: Parameter, typed: str) -> Value:
    text = typed or parameter.default
    if text is None:
        raise QueryError(f"{query.name}: `{parameter.name}` is missing: {parameter.meaning} Ask so: {query.example}")
    if not text.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise QueryError(f"{parameter.name}: this is no text in the terminal's encoding. Type it anew.")
    if parameter.type is ParameterType.ENTITY:
        if text == ANYTHING.value:
            return ANYTHING
        return find_entity(backend, text, word=parameter.name, kinds=parameter.kinds)
    if parameter.type is ParameterType.STATEMENT:
        return _to_statement(parameter, text)
    if parameter.type is ParameterType.DATE and text:
        _check_date(parameter, text)
    if parameter.choices and text not in ("", *parameter.choices):
        raise QueryError(f"{parameter.name}: `{text}` is not possible. Choose one of: {', '.join(parameter.choices)}.")
    return text


def _check_date(parameter: Parameter, text: str) -> None:
    try:
        is_date = date.fromisoformat(text).isoformat() == text
    except ValueError:
        is_date = False
    if not is_date:
        raise QueryError(f"{parameter.name}: `{text}` is no date. Write it as 2024-03-05.")


def _to_statement(parameter: Parameter, text: str) -> NamedNode:
    iri = to_statement_iri(text)
    if iri is None:
        raise QueryError(f"{parameter.name}: `{text}` is no ID of a fact. `dossier` prints the ID of every fact.")
    return NamedNode(iri)


def find_entity(backend: Backend, typed: str, *, word: str, kinds: Collection[EntityType] = ()) -> NamedNode:
    """Return the entry of what a person means by a name; `word` is what messages start with.

    Raises:
        QueryError: nothing has this name, nothing of these `kinds` has it, or several things have it.
    """
    found = backend.find_candidates(typed)
    fitting = [candidate for candidate in found if not kinds or candidate.kind in kinds]
    if len(fitting) == 1:
        return NamedNode(fitting[0].iri)
    if fitting:
        choice = "\n".join(map(_show, fitting))
        raise QueryError(f"{word}: several have the name `{typed}`. Name one by its IRI:\n{choice}")
    if found:
        choice = "\n".join(map(_show, found))
        raise QueryError(f"{word}: `{typed}` is no {' or '.join(kinds)}. What has this name:\n{choice}")
    raise QueryError(f"{word}: no letter names `{typed}`. {_show_nearest(backend.find_nearest(typed))}")


def _show(candidate: Candidate) -> str:
    letters = f"{candidate.letters} letter" + ("" if candidate.letters == 1 else "s")
    return f"  {candidate.kind}: {candidate.name} ({letters})  {candidate.iri}"


def _show_nearest(names: Sequence[str]) -> str:
    if not names:
        return "`policygraph search` looks for words in the letters."
    return f"The nearest names are {', '.join(f'“{name}”' for name in names)}."
