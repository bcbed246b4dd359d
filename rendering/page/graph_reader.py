"""Reads what the page shows out of the store: the whole of a small corpus, or one part after the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from ...graph.storage.quotation import Quoter
from ...graph.storage.store import GraphStore
from ..phrases import render_number
from .edges import DRAWN, build_edges
from .entity_reader import EntityReader
from .layout import find_places, find_ring
from .letter_reader import LetterReader
from .path_search import find_way
from .records import Bundle, Card, Fact, LetterText, Node
from .words import BACKGROUND, is_letter

MOST_NEIGHBOURS = 60
MOST_LETTERS = 200
MOST_FOLLOWED = 2000
"""More neighbours and letters than these cannot be told apart on a screen; a way follows so many from one node."""


class GraphReader:
    """Reads bundles. Nothing is kept between two calls but names, groups and headers that were looked up."""

    def __init__(self, store: GraphStore) -> None:
        quoter = Quoter(store)
        self._entities = EntityReader(store, quoter)
        self._letters = LetterReader(store, quoter, self._entities)

    def load_whole(self, entities: Sequence[str], letters: Sequence[str]) -> Bundle:
        """Return a graph of these entities and letters with everything that can be opened in it."""
        cards, facts = self._load_entities(entities)
        graph = self._to_graph(entities, letters, facts)
        known = {fact.id for fact in graph.facts}
        return replace(
            graph,
            cards=tuple(_keep_facts(card, known) for card in cards),
            texts=tuple(_keep_mentions(self._letters.load_text(letter), {*entities}) for letter in letters),
        )

    def load_graph(self, shorts: Iterable[str]) -> Bundle:
        """Return a graph of these entities and letters with its facts and headers, but no cards and no texts.

        Raises:
            KeyError: the store holds no such entity or letter.
        """
        shorts = tuple(shorts)
        self._refuse_unknown(shorts)
        entities, letters = _part(shorts)
        facts = [*self._entities.load_facts_between(entities), *self._letters.load_letter_facts(letters)]
        return replace(self._to_graph(entities, letters, facts), found=(*entities, *letters))

    def find_part(self, best: Sequence[str], most: int) -> list[str]:
        """Return at most so many ids that hang together: each of `best` in turn, with some of its neighbours."""
        found: dict[str, None] = {}
        for short in best:
            wanted = min(len(found) + most // 6, most)
            for near in chain((short,), self._find_neighbours(short)):
                if len(found) >= wanted:
                    break
                found[near] = None
        return list(found)

    def load_suggestions(self, shorts: Sequence[str]) -> Bundle:
        """Return entities with their names, in the order that they have here."""
        return Bundle(nodes=tuple(map(self._entities.load_suggestion, shorts)), found=tuple(shorts))

    def load_path(self, start: str, end: str) -> Bundle:
        """Return the graph of a shortest way between two nodes; without any way, that of the two alone."""
        self._refuse_unknown((start, end))
        return self.load_graph(find_way(start, end, self._find_neighbours) or (start, end))

    def load_neighbours(self, short: str) -> Bundle:
        """Return what is linked with a node, placed around it as (0, 0); of very many the best linked."""
        self._refuse_unknown((short,))
        is_of_letter = is_letter(short)
        facts = self._letters.load_letter_facts((short,)) if is_of_letter else self._entities.load_entity(short)[1]
        pairs = [(fact.from_, fact.to) for fact in facts if fact.polarity in DRAWN]
        ends = Counter(end for pair in pairs if short in pair for end in pair if end != short)
        near = sorted(ends, key=lambda end: (-ends[end], end))[:MOST_NEIGHBOURS]
        entities, letters = _part((short, *near))
        graph = self._to_graph(entities, letters, facts)
        places = dict(zip((short, *near), ((0, 0), *find_ring(len(near))), strict=True))
        nodes = (replace(node, x=places[node.id][0], y=places[node.id][1]) for node in graph.nodes)
        return replace(graph, nodes=tuple(nodes), found=(short, *near))

    def load_card(self, short: str) -> Bundle:
        """Return the card of an entity with its facts, and a node without a place for each of their ends."""
        self._refuse_unknown((short,))
        card, facts = self._entities.load_entity(short)
        ends = {end for fact in facts for end in (fact.from_, fact.to)} - {short}
        letters = {end for end in ends if is_letter(end)}
        quoted = {quote.letter for fact in facts for quote in fact.evidence}
        quoted |= {part.letter for part in card.parts}
        return Bundle(
            nodes=(self._entities.load_node(short), *map(self._entities.load_name, sorted(ends))),
            edges=build_edges(facts),
            facts=facts,
            cards=(card,),
            letters=tuple(map(self._letters.load_letter, sorted(letters | quoted))),
        )

    def load_letter(self, short: str) -> Bundle:
        """Return a letter with its text, its replies, and a node without a place for each name in it."""
        self._refuse_unknown((short,))
        text = self._letters.load_text(short)
        named = sorted({mention[2] for mention in text.mentions})
        correspondence = self._letters.load_correspondence((short,))
        linked = {end for reply in correspondence.replies for end in (reply.letter, reply.to)}
        return replace(
            correspondence,
            nodes=tuple(map(self._entities.load_name, named)),
            letters=tuple(self._letters.load_letter(letter) for letter in sorted({short, *linked})),
            texts=(text,),
            facts=(),
        )

    def load_letters(self, since: str | None, until: str | None) -> Bundle:
        """Return the latest letters of a period with their replies; `note` says how many there are."""
        found = self._letters.find_letters(since, until)
        bundle = self._letters.load_correspondence(found[-MOST_LETTERS:])
        note = None
        if len(found) > MOST_LETTERS:
            note = f"The latest {MOST_LETTERS} of {render_number(len(found), 'letter')}. Choose dates for others."
        return replace(bundle, facts=(), note=note)

    def _refuse_unknown(self, shorts: Iterable[str]) -> None:
        for short in shorts:
            try:
                is_known = self._letters.is_held(short) if is_letter(short) else self._entities.is_named(short)
            except ValueError:  # it could not even be an IRI
                is_known = False
            if not is_known:
                raise KeyError(short)

    def _find_neighbours(self, short: str) -> Iterator[str]:
        found = self._letters.find_neighbours(short) if is_letter(short) else self._entities.find_neighbours(short)
        return islice(found, MOST_FOLLOWED)

    def _load_entities(self, entities: Iterable[str]) -> tuple[list[Card], list[Fact]]:
        cards: list[Card] = []
        facts: list[Fact] = []
        for entity in entities:
            card, found = self._entities.load_entity(entity)
            cards.append(card)
            facts += found
        return cards, facts

    def _to_graph(self, entities: Sequence[str], letters: Sequence[str], facts: Iterable[Fact]) -> Bundle:
        """Return the nodes with places, and the facts between them as edges."""
        shown = {*entities, *letters}
        correspondence = self._letters.load_correspondence(letters)
        kept = {fact.id: fact for fact in (*facts, *correspondence.facts) if {fact.from_, fact.to} <= shown}
        ordered = tuple(kept[key] for key in sorted(kept))
        nodes = self._load_nodes(entities, letters, ordered)
        return replace(correspondence, nodes=place_nodes(nodes, ordered), edges=build_edges(ordered), facts=ordered)

    def _load_nodes(self, entities: Iterable[str], letters: Iterable[str], facts: Iterable[Fact]) -> list[Node]:
        degrees = Counter(end for fact in facts for end in (fact.from_, fact.to))
        nodes = [self._entities.load_node(entity) for entity in entities]
        nodes += [self._letters.load_node(letter) for letter in letters]
        return [replace(node, degree=degrees[node.id]) for node in nodes]


def _part(shorts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the entities and the letters among some ids."""
    ordered = sorted({*shorts})
    return [short for short in ordered if not is_letter(short)], [short for short in ordered if is_letter(short)]


def place_nodes(nodes: Sequence[Node], facts: Sequence[Fact]) -> tuple[Node, ...]:
    """Return the nodes with their places.

    What no fact of a letter reaches stands by what the vocabulary links it with, otherwise by the letters that name it:
    a country would draw everything into its middle.
    """
    links = [(fact.from_, fact.to) for fact in facts if fact.polarity != BACKGROUND]
    for more in (
        [(fact.from_, fact.to) for fact in facts if fact.polarity == BACKGROUND],
        [(node.id, letter) for node in nodes for letter in node.letters],
    ):
        reached = {end for link in links for end in link}
        links += [link for link in more if not reached.issuperset(link)]
    places = find_places([node.id for node in nodes], links)
    return tuple(replace(node, x=places[node.id][0], y=places[node.id][1]) for node in nodes)


def _keep_facts(card: Card, known: set[str]) -> Card:
    """Return a card without the facts that are not in the same bundle."""
    facts, sayings, denied = (
        tuple(fact for fact in part if fact in known) for part in (card.facts, card.sayings, card.denied)
    )
    lost = len(card.facts) + len(card.sayings) + len(card.denied) - len(facts) - len(sayings) - len(denied)
    return replace(card, facts=facts, sayings=sayings, denied=denied, left_out=card.left_out + lost)


def _keep_mentions(text: LetterText, known: set[str]) -> LetterText:
    return replace(text, mentions=tuple(mention for mention in text.mentions if mention[2] in known))
