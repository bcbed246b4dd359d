"""Who asks whom, by name: as the letter has it, or as an analyst has corrected it."""

from pyoxigraph import NamedNode

from ..model.ask import Ask
from ..model.judgement import Standing
from ..model.link import Links
from .matters import ARROW
from .quotation import find_name
from .store import GraphStore


class AskParties:
    """The names of those who ask and of those who are asked."""

    def __init__(self, store: GraphStore, links: Links) -> None:
        self._store = store
        self._corrected = {
            one.target: one.judgement.value.split(ARROW, 1)
            for one in links.judged
            if one.standing is Standing.CORRECTED and one.judgement and one.judgement.value
        }

    def find_askers(self, ask: Ask) -> tuple[str, ...]:
        """Return the names of those who ask; none where the letter does not tell."""
        if ask.iri in self._corrected:
            return (self._corrected[ask.iri][0],)
        return self._find_names(ask.asked_by, ask)

    def find_asked(self, ask: Ask) -> tuple[str, ...]:
        """Return the names of those who are asked; none where the letter does not tell."""
        if ask.iri in self._corrected:
            return tuple(self._corrected[ask.iri][1:])
        return self._find_names(ask.asked_of, ask)

    def _find_names(self, entities: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
        letter = NamedNode(ask.evidence[0].letter)
        return tuple(find_name(self._store, entity, letter) for entity in entities)
