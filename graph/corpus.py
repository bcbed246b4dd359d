"""All that a store holds, read once: what diagrams and briefs are made from."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..extraction.text.sentences import find_sentences
from ..model.errors import NameChoiceError
from ..model.link import Links
from ..model.reading import Reading
from ..model.statement import Passage
from .ask_parties import AskParties
from .entity_names import EntityNames
from .network import Network, build_network, find_entities, get_node
from .network_records import EntityNode
from .quotation import Quoter
from .store import GraphStore
from .stored_readings import load_links, load_readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The letters (`readings` by IRI, in the order of dates), what links them, and the network that they make.

    `keys` has, for each entity (IRI) of a letter, the key of its node.
    """

    network: Network
    readings: dict[str, Reading]
    links: Links
    quoter: Quoter
    parties: AskParties
    names: EntityNames
    keys: dict[str, str]

    @property
    def newest(self) -> str | None:
        """The date of the newest letter, None when no letter has one."""
        return max((one.letter.date for one in self.readings.values() if one.letter.date), default=None)

    def to_keys(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of the nodes that some entities (IRIs) are, each once, in their order."""
        return tuple(dict.fromkeys(self.keys[entity] for entity in entities if entity in self.keys))

    def get_entity(self, key: str) -> EntityNode:
        """Return the node of an entity; raise KeyError when there is none."""
        node = get_node(self.network, key)
        if not isinstance(node, EntityNode):
            raise KeyError(key)
        return node

    def find_mention(self, letter: str, key: str) -> tuple[Passage, ...]:
        """Return the sentence in which a letter first names an entity, nothing where it does not."""
        reading = self.readings[letter]
        starts = [
            mention.start
            for entity in reading.entities
            if self.keys.get(entity.iri) == key
            for mention in entity.mentions
        ]
        if not starts:
            return ()
        text = reading.letter.text
        start, end = next(span for span in find_sentences(text) if span[1] > min(starts))
        return (Passage(letter=letter, start=start, end=end, quote=text[start:end]),)

    def find_entity(self, wish: str) -> EntityNode:
        """Return what a name, another form of it, an acronym or an IRI means.

        Raises:
            NameChoiceError: no letter names this (the message has the nearest names), or several things bear the name.
        """
        found = self.to_keys(sorted(self.names.find(wish.strip())))
        nodes = sorted((self.get_entity(key) for key in found), key=lambda node: (node.type, node.name, node.key))
        if not nodes:
            raise NameChoiceError(wish, nearest=self.names.find_nearest(wish))
        if len(nodes) > 1:
            raise NameChoiceError(wish, bearers=[f"{node.name} ({node.type}, {node.key})" for node in nodes])
        return nodes[0]


def load_corpus(store: GraphStore) -> Corpus:
    """Read everything that a store holds.

    Raises:
        StoreError: the store is damaged.
    """
    network = build_network(store)
    links = load_links(store)
    readings = sorted(load_readings(store), key=lambda one: (one.letter.date or "~", one.letter.iri))
    return Corpus(
        network=network,
        readings={one.letter.iri: one for one in readings},
        links=links,
        quoter=Quoter(store),
        parties=AskParties(store, links),
        names=EntityNames(store),
        keys={member: node.key for node in find_entities(network) for member in node.members},
    )
