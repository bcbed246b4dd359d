"""What a store holds as diagrams and briefs need it: the network at once, a letter when somebody asks for it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TypeVar

from ...extraction.text.sentences import find_sentences
from ...model.errors import NameChoiceError
from ...model.link import AskParties, Links
from ...model.reading import Reading
from ...model.statement import Passage
from ..quads.letter_quads import Header
from ..storage.entity_names import EntityNames
from ..storage.quotation import Quoter
from ..storage.store import GraphStore
from ..storage.stored_readings import load_header, load_links, load_reading
from .edge_quotation import find_places
from .network import Network, build_network, find_entities, find_letters, get_node
from .network_records import Basis, EntityNode, LetterNode, NetworkEdge

Kept = TypeVar("Kept")


class OnDemand(Mapping[str, Kept]):
    """What there is of each letter, by its IRI and in the order of dates; each is read once, when it is needed."""

    def __init__(self, load: Callable[[str], Kept], letters: Sequence[str]) -> None:
        self._letters = letters
        self._load = cache(load)

    def __getitem__(self, letter: str) -> Kept:
        return self._load(letter)

    def __iter__(self) -> Iterator[str]:
        return iter(self._letters)

    def __len__(self) -> int:
        return len(self._letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The letters, what links them, and the network that they make, whose edges have no evidence until it is asked for.

    `newest` is the date of the newest letter, None when no letter has one. `headers` are read much faster than whole
    `readings`. `keys` has, for each entity (IRI) of a
    letter, the key of its node; `parties` has, for each ask (IRI), who makes it of whom.
    """

    network: Network
    newest: str | None
    headers: Mapping[str, Header]
    readings: Mapping[str, Reading]
    links: Links
    quoter: Quoter
    find_places: Callable[[NetworkEdge], Iterable[tuple[str, int, int]]]
    parties: Mapping[str, AskParties]
    names: EntityNames
    keys: dict[str, str]

    def to_keys(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Return the keys of the nodes that some entities (IRIs) are, each once, in their order."""
        return tuple(dict.fromkeys(self.keys[entity] for entity in entities if entity in self.keys))

    def get_entity(self, key: str) -> EntityNode:
        """Return the node of an entity; raise KeyError when there is none."""
        node = get_node(self.network, key)
        if not isinstance(node, EntityNode):
            raise KeyError(key)
        return node

    def find_naming(self, keys: Collection[str]) -> list[Reading]:
        """Return the letters that name one of some entities, or that one wrote as another letter shows."""
        return [self.readings[letter] for letter in self.find_naming_letters(keys)]

    def find_naming_letters(self, keys: Collection[str]) -> list[str]:
        """Return the IRIs of these letters."""
        naming = {letter for key in keys for letter in self.get_entity(key).letters}
        naming |= {link.letter for link in self.links.senders if self.keys.get(link.person) in keys}
        return [letter for letter in self.readings if letter in naming]

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

    def find_evidence(self, edge: NetworkEdge) -> tuple[Passage, ...]:
        """Return the passages that show an edge; nothing for what rests on a letter as a whole."""
        found = (self.quoter.find_quotation(*place) for place in self.find_places(edge))
        return tuple(
            Passage(letter=one.letter, start=one.start, end=one.end, quote=one.quote, page=one.page) for one in found
        )

    def find_date(self, letter: str) -> str:
        """Return the date of a letter; nothing where it has none."""
        node = get_node(self.network, letter)
        return node.date or "" if isinstance(node, LetterNode) else ""

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


def load_corpus(store: GraphStore, *, mentions: bool = True) -> Corpus:
    """Return what a store holds; without `mentions`, which are many, the network does not show which letter names what.

    Raises:
        StoreError: the store is damaged.
    """
    bases = [basis for basis in Basis if mentions or basis is not Basis.MENTION]
    network = build_network(store, bases, evidence=False)
    links = load_links(store)
    letters = sorted(find_letters(network), key=lambda node: (node.date or "~", node.key))
    return Corpus(
        network=network,
        newest=max((node.date for node in letters if node.date), default=None),
        headers=OnDemand(partial(load_header, store), [node.key for node in letters]),
        readings=OnDemand(partial(load_reading, store), [node.key for node in letters]),
        links=links,
        quoter=Quoter(store),
        find_places=partial(find_places, store),
        parties={one.ask: one for one in links.parties},
        names=EntityNames(store),
        keys={member: node.key for node in find_entities(network) for member in node.members},
    )
