"""Whether a store is sound: its shapes, every quote against its letter, every edge against its statement.

What is wrong is put in words for an analyst; nothing is mended.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from ..model.errors import StoreError
from ..model.link import Links
from ..model.reading import Reading
from .quads.description import Descriptions, to_text
from .quads.link_quads import find_link_evidence
from .quads.passage_quads import from_passage_iri
from .quads.reading_quads import find_evidence, from_quads, to_quads
from .quads.shapes import Shapes
from .quads.statement_quads import to_edge_quads
from .quads.terms import (
    ASK,
    COUNTS,
    DERIVED,
    ENTITY_CLASSES,
    FORM,
    JUDGEMENTS,
    NAME,
    OBJECT,
    ONTOLOGY,
    PREDICATE,
    RELATIONS,
    SUBJECT,
    TYPE,
    WORDS,
)
from .storage.quotation import Quoter, find_name
from .storage.source_register import find_sources_of
from .storage.store import GraphStore
from .storage.stored_readings import find_letters, find_rejected, load_links

_AT_ONCE = 50  # letters whose graphs are checked against the shapes together


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong in the store: in which letter (an IRI; None for what links letters), what, and where.

    `where` is the letter's source with the line, as near as it can be told.
    """

    letter: str | None
    where: str
    what: str


def validate_store(store: GraphStore) -> tuple[Fault, ...]:
    """Check everything that the store holds and return what is wrong, letter by letter."""
    letters = find_letters(store)
    faults = [fault for letter in letters for fault in _check_letter(store, letter)]
    faults += _check_links(store, letters)
    shapes = Shapes()
    for first in range(0, len(letters), _AT_ONCE):
        faults += _check_shapes(store, shapes, letters[first : first + _AT_ONCE])
    for graph in (DERIVED, JUDGEMENTS):
        faults += _check_shapes(store, shapes, [graph.value])
    return tuple(sorted(faults, key=lambda fault: (fault.letter or "", fault.where, fault.what)))


def _check_letter(store: GraphStore, letter: str) -> Iterator[Fault]:
    source = _find_source(store, letter)
    stored = set(store.find_quads(NamedNode(letter)))
    if not stored:
        yield Fault(letter=letter, where=source, what="This letter's graph is missing. Load its file again.")
        return
    try:
        reading = from_quads(stored)
    except ValueError as error:
        yield Fault(letter=letter, where=source, what=f"This letter's graph is not whole: {error}.")
        return
    yield from _check_quotes(reading, source)
    yield from _check_mentions(reading, source, stored)
    yield from _check_rest(store, reading, source, stored)


def _check_quotes(reading: Reading, source: str) -> Iterator[Fault]:
    letter = reading.letter
    passages = [(passage.letter, passage.start, passage.end, passage.quote) for passage in find_evidence(reading)]
    passages += [(letter.iri, found.start, found.end, found.quote) for found in reading.findings]
    for iri, start, end, quote in dict.fromkeys(passages):
        if iri != letter.iri:
            yield Fault(letter=letter.iri, where=source, what=f"{_show(quote)} is evidence from another letter.")
        elif not _is_quote(letter.text, start, end, quote):
            yield Fault(letter=letter.iri, where=_to_place(reading, source, start), what=_to_misquote(quote))


def _check_mentions(reading: Reading, source: str, stored: set[Quad]) -> Iterator[Fault]:
    forms = {(to_text(quad.subject), to_text(quad.object)) for quad in stored if quad.predicate == FORM}
    for entity in reading.entities:
        for mention in entity.mentions:
            if not mention.text or (entity.iri, mention.text) not in forms:
                yield Fault(
                    letter=reading.letter.iri,
                    where=_to_place(reading, source, mention.start),
                    what=f"The letter does not name {entity.type} {_show(entity.name)} here: "
                    f"it has {_show(mention.text)}.",
                )


def _check_rest(store: GraphStore, reading: Reading, source: str, stored: set[Quad]) -> Iterator[Fault]:
    """Find what the reading does not account for: edges without a statement, things put in or lost."""
    iri = reading.letter.iri
    rejected = find_rejected(store)
    no_edges = {quad for one in reading.statements if one.id in rejected for quad in to_edge_quads(NamedNode(iri), one)}
    expected = set(to_quads(reading)) - no_edges
    edges = set(RELATIONS.values())
    for quad in sorted(stored - expected, key=str):
        subject = find_name(store, to_text(quad.subject), NamedNode(iri))
        if quad.predicate in edges:
            value = find_name(store, to_text(quad.object), NamedNode(iri))
            relation = quad.predicate.value.removeprefix(ONTOLOGY)
            what = f"An edge has no statement behind it: {subject} {relation} {value}."
        else:
            what = f"Something was added that is no part of what was read: {quad.predicate.value} of {subject}."
        yield Fault(letter=iri, where=source, what=what)
    for quad in sorted(expected - stored, key=str):
        name = find_name(store, to_text(quad.subject), NamedNode(iri))
        what = f"Something that was read is missing: {quad.predicate.value} of {name}."
        yield Fault(letter=iri, where=source, what=what)


def _check_links(store: GraphStore, letters: Iterable[str]) -> Iterator[Fault]:
    if not store.has_graph(DERIVED):
        what = "What links the letters has not been worked out. Load any letter again."
        yield Fault(letter=None, where=store.address, what=what)
        return
    try:
        links = load_links(store)
    except StoreError as error:
        yield Fault(letter=None, where=store.address, what=str(error))
        return
    yield from _check_answers(store, links)
    quoter, held = Quoter(store), set(letters)
    for passage in dict.fromkeys(find_link_evidence(links)):
        if passage.letter not in held:
            what = f"{_show(passage.quote)} is evidence from a letter that the store does not hold."
            yield Fault(letter=None, where=store.address, what=what)
        elif not _is_quote(quoter.find_letter(passage.letter).text, passage.start, passage.end, passage.quote):
            where = _find_source(store, passage.letter)
            yield Fault(letter=passage.letter, where=where, what=_to_misquote(passage.quote))


def _check_answers(store: GraphStore, links: Links) -> Iterator[Fault]:
    """Find answers and repetitions whose ask is gone."""
    asks = [answer.ask for answer in links.answers]
    asks += [ask for same in links.same_asks for ask in same.entities]
    for ask in dict.fromkeys(asks):
        if not any(store.find_quads(None, NamedNode(ask), TYPE, ASK)):
            what = f"An answer is to an ask that no letter makes: {ask}."
            yield Fault(letter=None, where=store.address, what=what)


def _check_shapes(store: GraphStore, shapes: Shapes, graphs: list[str]) -> Iterator[Fault]:
    quads = [quad for graph in graphs for quad in store.find_quads(NamedNode(graph))]
    home = {to_text(quad.subject): to_text(quad.graph_name) for quad in quads}
    for violation in shapes.find_violations(quads):
        graph = home.get(violation.thing, graphs[0])
        thing = _describe(store, NamedNode(graph), NamedNode(violation.thing))
        is_letter = graph not in (DERIVED.value, JUDGEMENTS.value)
        yield Fault(
            letter=graph if is_letter else None,
            where=_find_source(store, graph) if is_letter else store.address,
            what=violation.message + (f" ({thing})" if thing else ""),
        )


def _describe(store: GraphStore, graph: NamedNode, thing: NamedNode) -> str:
    """Say what a thing is in an analyst's words; nothing for the letter itself."""
    try:
        _, start, end = from_passage_iri(thing.value)
        return f"characters {start} to {end} of the text"
    except ValueError:
        pass
    found = Descriptions(store.find_quads(graph, thing)).get(thing.value)
    if found is None:
        return ""
    ends = [found.find_text(term) for term in (SUBJECT, PREDICATE, OBJECT)]
    if all(ends):
        subject, relation, value = map(str, ends)
        names = find_name(store, subject, graph), find_name(store, value, graph)
        return f"{names[0]} {relation.removeprefix(ONTOLOGY)} {names[1]}"
    if words := found.find_text(WORDS) or found.find_text(COUNTS):
        return _show(words)
    kind = next((kind for kind, node in ENTITY_CLASSES.items() if node.value in found.find_types()), None)
    return f"{kind} {found.find_text(NAME) or 'without a name'}" if kind else ""


def _find_source(store: GraphStore, letter: str) -> str:
    _, kept = find_sources_of(store, letter)
    return kept[0] if kept else letter


def _to_place(reading: Reading, source: str, offset: int) -> str:
    anchor = reading.letter.find_anchor(offset)
    page = "" if anchor.page is None else f"page {anchor.page}, "
    return f"{source}, {page}line {anchor.line}"


def _is_quote(text: str, start: int, end: int, quote: str) -> bool:
    return 0 <= start <= end <= len(text) and text[start:end] == quote


def _to_misquote(quote: str) -> str:
    return f"The letter does not have these words at the place that is given for them: {_show(quote)}."


def _show(quote: str) -> str:
    words = " ".join(quote.split())
    return f"“{words}”" if len(words) <= 80 else f"“{words[:79]}…”"
