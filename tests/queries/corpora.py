"""What all back ends are asked about, and what they are asked: stores with all that letters have, and rarely have."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from policygraph.graph.judging.judging import judge
from policygraph.graph.loading.build import build_graph
from policygraph.graph.loading.source_files import find_sources
from policygraph.graph.quads.terms import (
    ASK,
    COMMITMENT,
    DERIVED,
    DUE,
    KIND,
    PREDICATE,
    RELATIONS,
    SINCE,
    STATEMENT_CLASSES,
    TYPE,
)
from policygraph.graph.storage.store import GraphStore, open_for_writing
from policygraph.model.errors import QueryError
from policygraph.model.judgement import Standing, Verdict
from policygraph.model.link import Answer, AnswerStatus, Doubt, Judged, LetterNotHeld, Links, Reply, SameAs
from policygraph.model.reading import Reading
from policygraph.model.statement import Polarity, Predicate
from policygraph.queries.answer import Table, run_query
from policygraph.queries.backend import Backend
from policygraph.queries.saved_query import Parameter, ParameterType, SavedQuery
from pyoxigraph import NamedNode

from . import test_asks, test_commitments, test_figures_compared, test_response_times
from .records import build_letter, open_filled, quote
from .test_figures_compared import LAKE

ROOT = Path(__file__).parents[2]
CORPORA = ("samples", "letters", "records")
FIRST = (1, 2, 5)
HOSTILE = (
    *('"', "'", "\\", "`", "}", "{", "$_name", "?x", "%s", "🙂", "\u2028", "İ", "Σς", "(?i).*", "*"),
    "' OR 1 = 1 //",
    "'}) DETACH DELETE n //",
    "\\u0027 RETURN 1",
    '") } ; DROP GRAPH <urn:x> #',
    "> . ?s ?p ?o",
    "https://w3id.org/policygraph/letter/x> <y",
    "line\nbreak\ttab",
    "  ",
)


def fill_corpus(name: str, path: Path) -> None:
    """Make a store of the three sample letters, of a dozen from elsewhere with some of it rejected, or of records."""
    if name == "records":
        with open_filled(path, *build_records()):
            return
    wishes = ["letters"] if name == "samples" else find_letters(12)
    with open_for_writing(path) as store:
        build_graph(store, find_sources([str(ROOT / wish) for wish in wishes]))
        rejected = find_some_of_each(store) if name == "letters" else []
    for iri in rejected:
        judge(path, iri, Verdict.REJECTED, by="Ann")


def find_some_of_each(store: GraphStore) -> list[str]:
    """Return a fact of some relations, one with a date, and an ask and a promise, each the first by IRI."""
    relations = [RELATIONS[each] for each in (Predicate.HOLDS_OFFICE, Predicate.RUNS, Predicate.PARTY_TO)]
    quads = [store.find_quads(None, None, PREDICATE, relation) for relation in relations]
    quads += [store.find_quads(None, None, term) for term in (SINCE, DUE)]
    quads += [
        store.find_quads(None, None, TYPE, kind) for kind in (ASK, COMMITMENT, STATEMENT_CLASSES[Polarity.DENIED])
    ]
    found = [sorted(quad.subject.value for quad in each if isinstance(quad.subject, NamedNode)) for each in quads]
    return sorted({iris[0] for iris in found if iris})


def find_letters(number: int) -> list[str]:
    return [
        f"tests/gold/tune/{path.name}" for path in sorted((ROOT / "tests" / "gold" / "tune").glob("*.txt"))[:number]
    ]


def build_records() -> tuple[list[Reading], Links]:
    """Return what the tests of single questions are made of, as one set of letters."""
    board, undated = build_letter("Lake Board thanks.", "2025-06-20"), build_letter("Lake Board at some time.", None)
    ours = replace(test_figures_compared.OWN, upper=12345678.25), replace(test_figures_compared.OTHER, value=1e-7)
    figures = [
        Reading(letter=test_figures_compared.OURS, entities=(LAKE, test_figures_compared.SEA), figures=ours[:1]),
        Reading(letter=test_figures_compared.YOURS, entities=(test_figures_compared.LAKES,), figures=ours[1:]),
    ]
    shown = (quote(test_asks.REPLY, "The fish are many."), quote(test_asks.REPLY, "The Minister will clean the lake."))
    links = Links(
        same=(SameAs(entities=(LAKE.iri, test_figures_compared.LAKES.iri), why="One fund."),),
        replies=(
            Reply(letter=test_asks.REPLY.iri, to=test_asks.AGAIN.iri, days=20, evidence=shown),
            test_response_times.link(board, test_asks.AGAIN, 30),
            replace(test_response_times.link(board, test_asks.FIRST, 51), repliers=()),
            test_response_times.link(undated, test_asks.UNDATED, None),
        ),
        not_held=(LetterNotHeld(described="a letter of May", evidence=shown),),
        same_asks=(SameAs(entities=(test_asks.FISH.iri, test_asks.FISH_AGAIN.iri), why="The same words."),),
        answers=(
            Answer(ask=test_asks.FISH.iri, status=AnswerStatus.PARTLY, reason="Fish.", evidence=shown),
            Answer(
                ask=test_asks.LAKE.iri,
                status=AnswerStatus.UNDECIDED,
                reason="It may.",
                evidence=shown[1:],
                standing=Standing.REJECTED,
            ),
            Answer(ask=test_asks.GATE.iri, status=AnswerStatus.NO_REPLY, reason="None is held.", evidence=()),
        ),
        judged=(Judged(target=test_asks.BOATS.iri, standing=Standing.REJECTED),),
        doubts=(Doubt(entities=(LAKE.iri,), message="It may be two."),),
    )
    replies = [Reading(letter=letter) for letter in (board, undated)]
    return [*test_asks.READINGS, *test_commitments.fill("2025-22"), *replies, *figures], links


def find_values(store: GraphStore, parameter: Parameter) -> Iterable[str]:
    """Return values that fit a parameter and find something."""
    if parameter.choices:
        return parameter.choices
    if parameter.type is ParameterType.DATE:
        return ("2021-12-31", "2025-05-20")
    if parameter.type is ParameterType.STATEMENT:
        found = {quad.subject for quad in store.find_quads(None, None, PREDICATE)}
        return sorted(node.value for node in found if isinstance(node, NamedNode) and "/statement/" in node.value)[:8]
    if parameter.type is ParameterType.ENTITY:
        kinds: dict[str, list[str]] = {}
        for quad in store.find_quads(DERIVED, None, KIND):
            kinds.setdefault(str(quad.object.value), []).append(str(quad.subject.value))  # type: ignore[union-attr]
        wanted = [kind for kind in sorted(kinds) if not parameter.kinds or kind in parameter.kinds]
        return [iri for kind in wanted for iri in sorted(kinds[kind])[:3]]
    return ("minister", "Home", "e", "lake")


def find_asked(store: GraphStore, query: SavedQuery) -> list[dict[str, str]]:
    """Return sets of parameters to ask a question with."""
    needed = {parameter.name for parameter in query.parameters if parameter.default is None}
    asked: list[dict[str, str]] = [] if needed else [{}]
    for parameter in query.parameters:
        asked += [{parameter.name: value} for value in find_values(store, parameter)]
    return asked


def cut(table: Table, first: int) -> Table:
    """Return a table with its first rows only."""
    return replace(table, rows=table.rows[:first])


def find_outcome(backend: Backend, query: SavedQuery, given: dict[str, str]) -> Table | str:
    try:
        return run_query(backend, query, given)
    except QueryError as error:
        return str(error)
