"""The brief on one actor or instrument: who or what it is, its letters, what is open, promised, said and counted."""

from collections.abc import Iterator
from functools import partial

from ...graph.network.circle import find_circle
from ...graph.network.corpus import Corpus
from ...graph.network.correspondents import find_recipients, find_senders
from ...graph.network.network import find_edges
from ...graph.network.network_records import Basis, EntityNode
from ...model.errors import DiagramError
from ...model.figure import Figure
from ...model.reading import Reading
from ...model.statement import Polarity
from ..diagrams.actors import build_actors
from ..diagrams.asks import concerns, find_asks
from ..diagrams.diagram import Diagram
from ..diagrams.relations import Relation, find_relations
from ..fact import render_fact
from ..phrases import render_kind, to_line
from ..source_notes import SourceNotes
from .brief import Brief, Section, Sentence
from .length import build_short
from .sections import (
    Teller,
    Writing,
    build_figures,
    find_letter_tellers,
    is_open,
    write_ask,
    write_position,
    write_promise,
)

_MOST_BOXES = 18


def build_entity_brief(corpus: Corpus, entity: EntityNode) -> Brief:
    """Return the brief; what nothing is known of has no section."""
    return build_short(partial(_build, corpus, entity))


def _build(corpus: Corpus, entity: EntityNode, most: int) -> Brief:
    writing = Writing(corpus=corpus, notes=SourceNotes(corpus.quoter), most=most)
    circle = find_circle(corpus, entity.key)
    sections = (
        _build_portrait(writing, entity),
        _build_letters(writing, circle),
        _build_asks(writing, circle),
        _build_promises(writing, circle),
        _build_positions(writing, circle),
        _build_figures(writing, circle),
    )
    diagram = _draw(writing, entity)
    return Brief(
        title=to_line(entity.name),
        newest=corpus.newest,
        sections=tuple(one for one in sections if one.sentences or one.grid),
        diagram=diagram,
        notes=writing.notes.notes,
    )


def _draw(writing: Writing, entity: EntityNode) -> Diagram | None:
    try:
        return build_actors(writing.corpus, [entity], writing.notes, _MOST_BOXES)
    except DiagramError:
        return None


def _build_portrait(writing: Writing, entity: EntityNode) -> Section:
    """Return who or what something is: its type and names, what letters say, deny or end, and what is background."""
    corpus = writing.corpus
    others = [name for name in entity.other_names if name.casefold() != entity.name.casefold()]
    names = f", also called {'; '.join(others)}" if others else ""
    kind = render_kind(entity.type)
    article = "an" if kind[0] in "aeiou" else "a"
    first = next(letter for letter in corpus.readings if letter in entity.letters)
    says = f"{entity.name} is {article} {kind}{names}."
    tellers: list[Teller] = [
        partial(writing.say, says, corpus.find_mention(first, entity.key)),
        *_find_background_tellers(writing, entity.key),
        *_find_denied_tellers(writing, entity.key),
        *find_fact_tellers(writing, entity.key),
    ]
    hint = f"`policygraph show '{entity.name}'` has everything."
    return writing.build("Who or what it is", tellers, hint=hint, extra=2, newest=False)


def find_fact_tellers(writing: Writing, key: str) -> list[Teller]:
    """Return what tells what letters state of an entity."""
    corpus = writing.corpus
    edges = (edge for edge in find_edges(corpus.network, key) if edge.basis is Basis.STATEMENT)
    return [partial(writing.say, f"{_tell(corpus, one)}.", one.evidence) for one in find_relations(corpus, edges)]


def _find_denied_tellers(writing: Writing, key: str) -> Iterator[Teller]:
    for reading in writing.corpus.find_naming((key,)):
        for fact in reading.statements:
            if fact.polarity is not Polarity.AFFIRMED and key in writing.corpus.to_keys((fact.subject, fact.object)):
                subject, object_ = (writing.name((end,)) for end in (fact.subject, fact.object))
                (target,) = writing.corpus.to_keys((fact.object,))
                kind = writing.corpus.get_entity(target).type
                yield partial(writing.say, f"{render_fact(fact, subject, object_, kind)}.", fact.evidence)


def _find_background_tellers(writing: Writing, key: str) -> Iterator[Teller]:
    edges = [edge for edge in find_edges(writing.corpus.network, key) if edge.basis is Basis.BACKGROUND]
    own = [_tell(writing.corpus, one) for one in find_relations(writing.corpus, edges) if one.source == key]
    if own:
        yield partial(Sentence, words=f"Background, from the vocabulary and no letter: {'; '.join(own)}.")


def _tell(corpus: Corpus, relation: Relation) -> str:
    subject, object_ = (corpus.get_entity(end).name for end in (relation.source, relation.target))
    more = f" ({relation.more})" if relation.more else ""
    return f"{subject} {relation.verb} {object_}{more}"


def _build_letters(writing: Writing, circle: frozenset[str]) -> Section:
    corpus = writing.corpus
    own = [one for one in corpus.find_naming(circle) if _is_party(corpus, one, circle)]
    return writing.build(
        "Its letters",
        find_letter_tellers(writing, own),
        hint="`policygraph query correspondence` lists the letters.",
    )


def _is_party(corpus: Corpus, reading: Reading, circle: frozenset[str]) -> bool:
    return any(side.keys & circle for side in (*find_senders(corpus, reading), *find_recipients(corpus, reading)))


def _build_asks(writing: Writing, circle: frozenset[str]) -> Section:
    corpus = writing.corpus
    answers = {answer.ask: answer for answer in corpus.links.answers}
    asks = [ask for ask in find_asks(corpus, circle) if is_open(answers[ask.iri]) and concerns(corpus, ask, [circle])]
    tellers = [partial(write_ask, writing, ask, answers[ask.iri]) for ask in asks]
    return writing.build("Open asks", tellers, hint="`policygraph query unanswered-asks` lists them.")


def _build_promises(writing: Writing, circle: frozenset[str]) -> Section:
    corpus = writing.corpus
    promises = [
        promise
        for reading in corpus.find_naming(circle)
        for promise in reading.commitments
        if circle & set(corpus.to_keys((*promise.by, *promise.about)))
    ]
    tellers = [partial(write_promise, writing, promise) for promise in promises]
    return writing.build("What is promised", tellers, hint="`policygraph query commitments` lists them.")


def _build_positions(writing: Writing, circle: frozenset[str]) -> Section:
    corpus = writing.corpus
    positions = [
        position
        for reading in corpus.find_naming(circle)
        for position in reading.positions
        if circle & set(corpus.to_keys((*position.by, *position.on)))
    ]
    tellers = [partial(write_position, writing, position) for position in positions]
    return writing.build("Who stands where", tellers, hint="`policygraph query positions` lists them.")


def _build_figures(writing: Writing, circle: frozenset[str]) -> Section:
    corpus = writing.corpus
    figures = [
        figure
        for reading in corpus.find_naming(circle)
        for figure in reading.figures
        if circle & set(corpus.to_keys(figure.about)) or _is_party(corpus, reading, circle)
    ]

    def is_any(figure: Figure) -> bool:
        return True

    return build_figures(writing, figures, [("Figure", is_any)])
