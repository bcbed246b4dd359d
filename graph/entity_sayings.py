"""What an actor or instrument has to do with asks, promises, positions and figures, each with the words behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import NamedNode

from ..model.ask import Ask
from ..model.commitment import Commitment
from ..model.figure import Figure
from ..model.judgement import ARROW
from ..model.link import Answer, AskParties, Links
from ..model.position import Position
from .quads.judgement_quads import Ruling
from .quads.said_quads import Said
from .storage.quotation import Quotation, Quoter, find_name
from .storage.store import GraphStore
from .storage.stored_items import load_parties

"""What a letter says that is no fact."""


class Part(StrEnum):
    """What an entity has to do with an ask, a promise, a position or a figure."""

    ASKS = "asks"
    IS_ASKED = "is asked"
    PROMISES = "promises"
    STANDS = "takes a position"
    NAMED = "named in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """An ask, a promise, a position or a figure that the entity has a part in, with what analysts have said of it.

    `who` says whose it is ("Ann Lee → Home Office"), `about` what it is about, by name; both may be empty. An ask has
    what became of it in `answer` (of the first that makes it), unless a letter only reports it.
    """

    item: Said
    part: Part
    who: str
    about: tuple[str, ...]
    answer: Answer | None
    ruling: Ruling
    evidence: tuple[Quotation, ...]


class Sayings:
    """Makes the parts of one entity (a group of IRIs) in what letters say."""

    def __init__(self, store: GraphStore, quoter: Quoter, links: Links, group: Iterable[str]) -> None:
        self._store = store
        self._quoter = quoter
        self._group = frozenset(group)
        self._answers = {answer.ask: answer for answer in links.answers}
        self._first = {ask: same.entities[0] for same in links.same_asks for ask in same.entities}

    def build(self, item: Said, ruling: Ruling) -> Saying:
        """Return one ask, promise, position or figure with the part that the entity has in it."""
        parties = load_parties(self._store, item.iri) if isinstance(item, Ask) else None
        things = item.on if isinstance(item, Position) else item.about
        return Saying(
            item=item,
            part=self._find_part(item, parties),
            who=self._find_words(item, parties),
            about=self._find_names(item, things),
            answer=self._answers.get(self._first.get(item.iri, item.iri)),
            ruling=ruling,
            evidence=self._quoter.find_quotations(item.evidence),
        )

    def _find_part(self, item: Said, parties: AskParties | None) -> Part:
        if isinstance(item, Ask):
            if self._group & {*(parties.asked_by if parties else item.asked_by)}:
                return Part.ASKS
            return Part.IS_ASKED if self._group & {*(parties.asked_of if parties else item.asked_of)} else Part.NAMED
        if isinstance(item, Figure) or not self._group & {*item.by}:
            return Part.NAMED
        return Part.PROMISES if isinstance(item, Commitment) else Part.STANDS

    def _find_words(self, item: Said, parties: AskParties | None) -> str:
        if isinstance(item, Ask):
            ends = (parties.by, parties.of) if parties else ("", "")
            return ARROW.join(words or "not named" for words in ends)
        return "" if isinstance(item, Figure) else "; ".join(self._find_names(item, item.by))

    def _find_names(self, item: Said, entities: Iterable[str]) -> tuple[str, ...]:
        letter = NamedNode(item.evidence[0].letter)
        return tuple(find_name(self._store, entity, letter) for entity in entities)
