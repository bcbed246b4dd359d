"""The figures of a letter: each number with what it counts, when, where it comes from, and what it is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...model.entity import EntityType
from ...model.figure import Figure
from ...model.identity import to_entity_iri
from ...ontology.figure_cues import load_figure_cues
from ..header.division import NotePlace
from ..relations.statements import StatementList
from ..text.dates import find_dates
from ..text.periods import Period, find_periods
from ..text.sentences import find_sentences_over
from ..text.span import NameSpan, Span
from .counted import Counted, counts_less, find_clause, find_counted, to_counts
from .figure_sources import find_source, to_note_source, to_request
from .figure_topics import TopicFinder
from .quantities import Quantity, find_quantities

# "within 14 days", "in the last three years", "over three years": how long something may take or has lasted
_NO_TIME = re.compile(
    r"\b(?:within|in|over|under|after|before|by|every|each|last|past|next|first|previous|coming|following|another|than|least|most"
    r"|these|those|the|few|into|if|up\s+to|part\s+of)\s+(?:(?:about|around|some|approximately|the|a|an|or|at|least|\d+)\s+)*$",
    re.IGNORECASE,
)
_NO_TIME_AFTER = re.compile(
    r"[’']?\s+(?:ago|later|earlier|old|on\b|after|before|or\s+(?:more|less|so|longer)|notice|time\b|of\s+age|from\s+(?:now|today))",
    re.IGNORECASE,
)
# "the seven boards", "all three", "those 12": no new number
_KNOWN = re.compile(
    r"\b(?:all\s+but|the|these|those|all|other|both|its|their|her|his|any|same|first|last|next|top)\s+$", re.IGNORECASE
)
# "South 45%   North 40%   East 15%": a row of a table, whose head says what it counts
_ROW = re.compile(r"\S(?: {2,}|\t)\S[^\n]*\S(?: {2,}|\t)\S")
# what parts a number from a time that belongs to something else: "six in 2022 and has four still waiting"
# what stands before a time that holds for its whole sentence: nothing, "(ii)", "we train more: "
_LEADING = re.compile(r"^.{0,4}$|^.*[;:]\s*$", re.DOTALL)
_DENIED = re.compile(r"\b(?:not|rather\s+than)\s+(?:the\s+|about\s+)?$", re.IGNORECASE)
_APART = re.compile(
    r";|,?\s+(?:and|but)\s+(?=(?:has|have|had|is|are|was|were|will|would|it|they|we|I|you|he|she)\b)"
    r"|\s(?i:while|whereas|although|because|after|before|when|once|if|unless)\s|,\s+(?=[a-z])(?!of\b)"
)


_WORDS = re.compile(r"[a-z]+")
# "139 of them (66 per cent)"
_SHARE = re.compile(r"[^.()]{0,60}\(\s*")
_NEAR = 120
_LONGEST_SENTENCE = 3000
_LONGEST_GAP = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A figure whose noun later numbers may count: it stands at `place`, in the sentence that ends at `end`."""

    figure: Figure
    noun: str
    place: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the words around a number say of it."""

    unit: str | None
    noun: str
    counts: str
    period: str | None
    source: str | None


@dataclass(slots=True, kw_only=True)
class FigureFinder:
    """Finds the figures of one letter, sentence by sentence; a later one may count what an earlier one names."""

    found: StatementList
    spans: Sequence[NameSpan]
    topics: TopicFinder
    sentences: Sequence[Span]
    notes: Sequence[NotePlace]
    country: str | None
    _recent: list["_Named"] = field(default_factory=list, init=False)

    def find_all(self, stretches: Sequence[Span]) -> tuple[Figure, ...]:
        """Return the figures of the sentences inside `stretches` in order."""
        figures: list[Figure] = []
        for start, end in stretches:
            for one, two in find_sentences_over(self.sentences, start, end):
                figures.extend(self._find_in((max(one, start), min(two, end)), figures))
        return tuple(figures)

    def _find_in(self, sentence: Span, earlier: Sequence[Figure]) -> Iterator[Figure]:
        text, (start, end) = self.found.letter.text, sentence
        if end - start > _LONGEST_SENTENCE or _ROW.search(text, start, end):
            return
        quantities = find_quantities(text, sentence, self.country)
        if not any(quantity.unit or find_counted(text, sentence, quantity) for quantity in quantities):
            return
        inside = [span for span in self.spans if start <= span.start and span.end <= end]
        dates = find_dates(text[start:end])
        periods = find_periods(text, sentence, dates, self.found.letter.date, self.country)
        taken = [(start + date.start, start + date.end) for date in dates]
        taken += [(each.start, each.end) for each in inside]
        taken += [(each.start, each.end) for each in periods]
        quantities = [each for each in quantities if not _is_taken(each, taken)]
        source: tuple[str | None, list[Span]] | None = None
        for place, quantity in enumerate(quantities):
            counted = find_counted(text, sentence, quantity) if quantity.unit != "percentage points" else None
            if not self._is_figure(sentence, quantity, counted, earlier):
                continue
            if source is None:
                source = self._find_source(sentence, quantities, inside)
            yield self._to_figure(sentence, quantity, counted, quantities[place + 1 :], periods, source)

    def _is_figure(
        self, sentence: Span, quantity: Quantity, counted: Counted | None, earlier: Sequence[Figure]
    ) -> bool:
        text = self.found.letter.text
        if quantity.unit is not None:
            return not quantity.is_word or counted is not None or quantity.unit != "percent"
        if counted is None:
            return False
        before = text[max(sentence[0], quantity.start - _NEAR) : quantity.start]
        if counted.unit is None:
            return self._find_named(sentence, quantity) is not None
        if counted.unit in load_figure_cues().time and not _is_measured(text, sentence, counted.end, before):
            return False
        known = any(each.value == quantity.value for each in earlier)
        return not (_KNOWN.search(before) and (quantity.is_word or known))

    def _find_named(self, sentence: Span, quantity: Quantity) -> "_Named | None":
        """Return what "of them" or "not 6,340" counts: what a number as great counted in this sentence or the last."""
        text = self.found.letter.text
        for named in reversed(self._recent):
            between = text[named.end : sentence[0]]
            if "\n" in between or len(between) > _LONGEST_GAP:
                return None
            if not counts_less(text, quantity) or named.figure.value >= quantity.value:
                return named
        return None

    def _to_figure(
        self,
        sentence: Span,
        quantity: Quantity,
        counted: Counted | None,
        later: Sequence[Quantity],
        periods: Sequence[Period],
        source: tuple[str | None, list[Span]],
    ) -> Figure:
        text, letter = self.found.letter.text, self.found.letter
        hidden = [(each.start, each.end) for each in periods]
        noun = " ".join(text[counted.start : counted.end].split()) if counted and quantity.unit is None else ""
        told = _Told(
            unit=quantity.unit or (counted.unit if counted else None),
            noun=noun,
            counts=to_counts(text, sentence, quantity, counted, later, hidden),
            period=_choose_period(text, sentence, quantity, periods),
            source=source[0],
        )
        before = self._recent[-1] if self._recent else None
        if told.unit is None and counted and (named := self._find_named(sentence, quantity)):
            clause = find_clause(text, counted.end, sentence, later)
            told = _tell_again(text, sentence, quantity, clause, periods, told, named)
        elif before and _SHARE.fullmatch(text[before.place : quantity.start][:_NEAR]):
            told = replace(told, counts=before.figure.counts, period=before.figure.period)
        about, topic = self.topics.find(sentence)
        figure = Figure(
            iri=to_entity_iri("figure", letter.iri, str(quantity.start)),
            value=quantity.value,
            upper=quantity.upper,
            unit=told.unit or "",
            counts=told.counts,
            period=told.period,
            source=told.source,
            about=about,
            evidence=tuple(self.found.passage(*span) for span in dict.fromkeys([sentence, *source[1], *topic])),
        )
        if told.noun:
            self._recent.append(_Named(figure=figure, noun=told.noun, place=quantity.end, end=sentence[1]))
        return figure

    def _find_source(
        self, sentence: Span, quantities: Sequence[Quantity], inside: Sequence[NameSpan]
    ) -> tuple[str | None, list[Span]]:
        """Return where the numbers of a sentence come from, with the footnote that says so."""
        text = self.found.letter.text
        marked = [
            (note.start, note.end)
            for note in self.notes
            if note.position is not None and sentence[0] < note.position <= sentence[1] + 1
        ]
        for note in marked:
            if request := to_request(text[slice(*note)]):
                return request, [note]
        if said := find_source(text, sentence, quantities[-1].start, inside):
            return said, []
        for note in marked:
            if words := to_note_source(text[slice(*note)]):
                return words, [note]
        return None, []


def _is_measured(text: str, sentence: Span, end: int, before: str) -> bool:
    """Tell whether something is measured by a time up to `end`: "waited 19 months", not "the pilot ran 12 months"."""
    if _NO_TIME_AFTER.match(text, end, sentence[1]) or _NO_TIME.search(before):
        return False
    words = _WORDS.findall(f"{before} {text[end : min(sentence[1], end + _NEAR)]}".casefold())
    return not load_figure_cues().measured.isdisjoint(words)


def _tell_again(
    text: str,
    sentence: Span,
    quantity: Quantity,
    clause: Span,
    periods: Sequence[Period],
    told: _Told,
    named: _Named,
) -> _Told:
    """Return what is said of a number that counts what an earlier one has named: "139 of them", "not 6,340"."""
    rest = " ".join(text[slice(*clause)].split()).strip(" ,.")
    counts = f"{named.noun} … {rest}" if rest else named.noun
    told = replace(told, unit=named.figure.unit, noun=named.noun, counts=counts)
    if counts_less(text, quantity):
        return replace(told, period=told.period or named.figure.period, source=told.source or named.figure.source)
    if _DENIED.search(text[max(sentence[0], quantity.start - _NEAR) : quantity.start]):
        # "5,871 in 2021-22, not 6,340": somebody else's number for the same time
        return replace(told, period=told.period or named.figure.period, source=None)
    # "as against the 2,560 that you gave": another time too
    own = [each for each in periods if quantity.end <= each.start]
    return replace(told, period=_choose_period(text, sentence, quantity, own), source=None)


def _is_taken(quantity: Quantity, taken: Iterable[Span]) -> bool:
    return any(quantity.start < end and start < quantity.end for start, end in taken)


def _choose_period(text: str, sentence: Span, quantity: Quantity, periods: Sequence[Period]) -> str | None:
    """Return the period of the clause in which a number stands, none from another clause."""

    def between(period: Period) -> str:
        start, end = (period.end, quantity.start) if period.start < quantity.start else (quantity.end, period.start)
        return text[start : max(start, end)]

    def leads(period: Period) -> bool:
        return period.start < quantity.start and not _LEADING.sub("", text[sentence[0] : period.start])

    fitting = [period for period in periods if leads(period) or not _APART.search(between(period))]
    nearest = min(fitting, key=lambda period: len(between(period)), default=None)
    return nearest.edtf if nearest else None


def to_country_code(nation: str | None, spans: Iterable[NameSpan]) -> str | None:
    """Return the ISO code of `nation` (an IRI of the vocabulary), or of the one dollar country that is named.

    A letter that only names Canada writes of Canadian dollars.
    """
    if nation is not None:
        return nation.rpartition("/")[2]
    named = {span.concept.rpartition("/")[2] for span in spans if span.type is EntityType.COUNTRY and span.concept}
    known = named & set(load_figure_cues().dollars)
    return known.pop() if len(known) == 1 else None
