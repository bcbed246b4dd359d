"""A store of very many letters to measure the server with, written as quads: reading so many would take hours.

Every letter names some of as many entities as letters fall on ten, few of them very often, as in real correspondence.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from policygraph.graph.quads.description import to_description_quads
from policygraph.graph.quads.link_quads import to_link_quads
from policygraph.graph.quads.reading_quads import to_quads
from policygraph.graph.quads.terms import HOLDING, HOLDS_LETTER, IN_SOURCE, PATH, SOURCE, SOURCES, TYPE, VARIANT
from policygraph.graph.storage.directory_quads import load_vocabulary_names, to_directory_quads
from policygraph.graph.storage.store import open_for_writing
from policygraph.graph.storage.vocabulary_graph import load_vocabulary_graph
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import BASE, to_entity_iri, to_letter_iri, to_statement_id
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.link import Links, Reply
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage, Predicate, Statement
from pyoxigraph import NamedNode, Quad
from pyoxigraph import Store as Oxigraph

NAMED = 10
STATED = 6
_WORDS = ("Water", "Road", "Health", "Border", "Energy", "School", "Harbour", "Forest", "Market", "Justice", "Housing")
_KINDS = (EntityType.ORGANISATION, EntityType.SCHEME, EntityType.PERSON, EntityType.LEGISLATION, EntityType.DOCUMENT)


def write_large_store(path: Path, letters: int) -> None:
    """Make a store of so many letters, every second of which answers the one before."""
    with open_for_writing(path) as store:
        load_vocabulary_graph(store)
        vocabulary = load_vocabulary_names(store)
    graph = Oxigraph(path / "graph")  # only Oxigraph itself can load in bulk, many times faster
    graph.bulk_extend(
        quad for number, reading in enumerate(build_readings(letters)) for quad in _to_quads(number, reading)
    )
    graph.bulk_extend(to_directory_quads(build_readings(letters), (), vocabulary))
    graph.bulk_extend(to_link_quads(Links(replies=tuple(_build_replies(letters)))))
    graph.flush()


def _build_replies(letters: int) -> Iterator[Reply]:
    before = None
    for number, reading in enumerate(build_readings(letters)):
        if before and number % 2:
            evidence = (reading.statements[0].evidence[0],)
            yield Reply(letter=reading.letter.iri, to=before, days=1, evidence=evidence)
        before = reading.letter.iri


def build_readings(letters: int) -> Iterator[Reading]:
    """Yield the readings of so many letters, the same ones each time."""
    random = Random(1)
    return (build_reading(random, number, letters // 10) for number in range(letters))


def build_reading(random: Random, number: int, entities: int) -> Reading:
    """Return one letter in which every sentence names two entities and states that they work together."""
    chosen = sorted({min(int(random.paretovariate(0.7)) - 1, entities - 1) for _ in range(NAMED)} | {number % entities})
    names = [_to_name(key) for key in chosen]
    pairs = [(random.randrange(len(chosen)), random.randrange(len(chosen))) for _ in range(STATED)]
    sentences = [f"{names[one]} works with {names[other]}." for one, other in pairs]
    text = "\n".join((f"Letter {number}", *names, "Dear Chair,", *sentences))
    letter = Letter(
        iri=to_letter_iri(text),
        text=text,
        anchors=(Anchor(start=0, line=1),),
        date=f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}",
        senders=(Correspondent(name=names[0]),),
        recipients=(Correspondent(name=names[-1]),),
    )
    iris = [to_entity_iri(_KINDS[key % 5], str(key)) for key in chosen]
    return Reading(
        letter=letter,
        senders=(Party(person=iris[0]),),
        recipients=(Party(person=iris[-1]),),
        entities=tuple(
            Entity(iri=iri, type=_KINDS[key % 5], name=name, mentions=tuple(_find_mentions(text, name)))
            for iri, key, name in zip(iris, chosen, names, strict=True)
        ),
        statements=tuple(_build_statements(letter, iris, pairs, sentences)),
    )


def _build_statements(
    letter: Letter, iris: list[str], pairs: list[tuple[int, int]], sentences: list[str]
) -> Iterator[Statement]:
    found = {}
    for (one, other), sentence in zip(pairs, sentences, strict=True):
        start = letter.text.index(sentence)
        statement = Statement(
            id=to_statement_id(letter.iri, iris[one], iris[other]),
            subject=iris[one],
            predicate=Predicate.PARTNERS_WITH,
            object=iris[other],
            evidence=(Passage(letter=letter.iri, start=start, end=start + len(sentence), quote=sentence),),
            rule="template",
        )
        found[statement.id] = statement
    yield from found.values()


def _find_mentions(text: str, name: str) -> Iterator[Mention]:
    start = text.find(name)
    while start >= 0:
        yield Mention(text=name, start=start, end=start + len(name))
        start = text.find(name, start + 1)


def _to_name(key: int) -> str:
    return f"{_WORDS[key % 11]} and {_WORDS[key // 11 % 11]} Body {key}"


def _to_quads(number: int, reading: Reading) -> Iterator[Quad]:
    """Yield the letter's own graph, and which file holds it."""
    letter = reading.letter.iri
    source, holding = NamedNode(f"{BASE}source/{number}"), NamedNode(f"{BASE}holding/{number}")
    yield from to_quads(reading)
    yield from to_description_quads(SOURCES, source, ((TYPE, SOURCE), (PATH, f"letters/{number}.txt")))
    values = ((IN_SOURCE, source), (PATH, f"letters/{number}.txt"), (HOLDS_LETTER, NamedNode(letter)))
    yield from to_description_quads(SOURCES, holding, ((TYPE, HOLDING), *values, (VARIANT, str(number))))
