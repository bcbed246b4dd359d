"""Topics: what the sentences of a reply hand on to those that follow."""

from collections.abc import Mapping
from dataclasses import dataclass

from .word_weights import Terms

_FOLLOWING = 0.6
_FOLLOWING_PRONOUN = 0.85
_RESTATED = 0.8
_HEADING = 0.8
_REPEATED = 0.95
_POINT_PARAGRAPHS = 2
_MARK = "mark "


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """What a sentence is about beside its own words, and what a heading or a lead has announced of it."""

    topic: Terms
    announced: Terms


class Topics:
    """Points and headings, what was taken up, and the sentence before."""

    def __init__(self) -> None:
        self._point: Terms = {}
        self._left = 0
        self._bound: Terms = {}
        self._above: Terms = {}
        self._carried: Terms = {}
        self.is_fresh = True
        """Whether the paragraph has no sentence yet."""

    def start_paragraph(self, mark: str | None) -> None:
        """Begin a paragraph, which may be marked ("2."); a point holds for two paragraphs."""
        self._bound, self._above, self._carried = self._above, {}, {}
        self._left -= not self.is_fresh
        if mark is not None:
            self._point, self._left = to_mark_terms(mark), _POINT_PARAGRAPHS
        elif self._left <= 0:
            self._point = {}
        self.is_fresh = True

    def repeat(self, own: Terms) -> None:
        """Take up an ask in its own words, above what answers it."""
        marks = {term: value for term, value in self._point.items() if term.startswith(_MARK)}
        self._point, self._left = _join(marks, _decay(own, _REPEATED)), _POINT_PARAGRAPHS

    def head(self, own: Terms, *, is_alone: bool) -> None:
        """Take a heading; alone on its line it holds for the next paragraph too."""
        self._bound = _join(self._bound, _decay(own, _HEADING))
        self._above = self._bound if is_alone else {}

    def say(self, own: Terms, *, announced: Terms, leans: bool, restates: bool) -> Handed:
        """Take a sentence and return what is handed to it."""
        factor = _FOLLOWING_PRONOUN if leans else _FOLLOWING
        if announced and self._left < _POINT_PARAGRAPHS:
            self._point = {}
        bound = _join(self._bound, self._point)
        handed = Handed(topic=_join(bound, _decay(self._carried, factor)), announced=announced or bound)
        if restates:
            self._bound, self._carried = _decay(announced or own, _RESTATED), own
        else:
            self._carried = _join(_decay(self._carried, factor), own)
        self.is_fresh = False
        return handed


def to_mark_terms(mark: str) -> Terms:
    """Return a mark ("2") as a term, which an ask and a point of the reply may share."""
    return {f"{_MARK}{mark}": 1.0}


def _join(one: Mapping[str, float], two: Mapping[str, float]) -> dict[str, float]:
    return {term: max(one.get(term, 0.0), two.get(term, 0.0)) for term in (*one, *two)}


def _decay(terms: Mapping[str, float], factor: float) -> dict[str, float]:
    return {term: value * factor for term, value in terms.items() if value * factor >= 0.1}
