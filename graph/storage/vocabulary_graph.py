"""The vocabulary in the store, as background: its own graph, never a letter's."""

from hashlib import sha256

from pyoxigraph import Literal, Quad, RdfFormat, parse

from ...ontology.vocabulary import vocabulary_files
from ..quads.terms import VERSION, VOCABULARY
from .change import Change
from .store import GraphStore


def load_vocabulary_graph(store: GraphStore) -> None:
    """Bring the vocabulary in the store up to date; nothing is written when it is."""
    texts = [path.read_bytes() for path in vocabulary_files()]
    version = Literal(sha256(b"\0".join(texts)).hexdigest())
    stored = [quad.object for quad in store.find_quads(VOCABULARY, VOCABULARY, VERSION)]
    if stored == [version]:
        return
    quads = [Quad(VOCABULARY, VERSION, version, VOCABULARY)]
    for text in texts:
        for quad in parse(text, RdfFormat.TURTLE):
            quads.append(Quad(quad.subject, quad.predicate, quad.object, VOCABULARY))
    store.apply(Change(drop=(VOCABULARY,) if stored else (), add=tuple(quads)))
