"""The positions of a letter: stances with whose they are and on what, in step with the relations already found."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ...model.identity import to_entity_iri
from ...model.position import Position, Stance
from ...model.statement import Polarity, Predicate, Statement
from ...ontology.position_cues import load_position_cues
from ..names.entities import EntityTable
from ..relations.sides import Sides
from ..relations.slots import Slot, find_slots
from ..relations.statements import StatementList
from ..text.antecedents import BackReference
from ..text.span import NameSpan, Span
from .stances import find_objects, find_stances

_PREDICATES = {Predicate.SUPPORTS: Stance.SUPPORTS, Predicate.OPPOSES: Stance.OPPOSES}
_BODY = "body"
"""The type of a slot that holds a body's common noun, without a name."""

_IT = re.compile(r"It(?=\s)")
# "II. The (Ministry)": what may stand before the body that a sentence is about
_OPENING = re.compile(r"(?:\W*\w{1,4}[.)]\s+)?(?:(?:The|Our|My)\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFinder:
    """Finds the positions of one letter; `sides` say who "we" is, `first_mention` shows a back-reference's name."""

    found: StatementList
    spans: Sequence[NameSpan]
    references: Sequence[BackReference]
    table: EntityTable
    sentences: Sequence[Span]
    sides: Sides
    first_mention: Callable[[str], Span | None]

    def find_all(self) -> tuple[Position, ...]:
        """Return the positions in order."""
        text = self.found.letter.text
        stems = load_position_cues().stems
        stances: dict[Span, list[Statement]] = defaultdict(list)
        for each in self.found.found.values():
            if each.predicate in _PREDICATES and each.polarity is Polarity.AFFIRMED:
                stances[each.evidence[0].start, each.evidence[0].end].append(each)
        positions: list[Position] = []
        for number, sentence in enumerate(self.sentences):
            stated = stances.get(sentence, [])
            if stated or stems.search(text, *sentence):
                before = self.sentences[number - 1] if number else None
                positions += self._find_in(sentence, before, stated)
        return tuple(positions)

    def _find_in(self, sentence: Span, before: Span | None, stated: Sequence[Statement]) -> Iterator[Position]:
        text = self.found.letter.text
        slots = self._find_slots(sentence)
        shown: set[tuple[Stance, str]] = set()
        holders = self._with_it(sentence, before, slots)
        for match in find_stances(text, sentence, holders):
            holder = holders[match.holder]
            by, evidence = self._resolve(holder, before)
            if not by and (holder.type not in {"we", _BODY} or not self.sides.is_own(holder.start)):
                continue
            same = [each for each in stated if _PREDICATES[each.predicate] is match.stance and each.subject in by]
            on = [
                iri for number in find_objects(text, match, sentence[1], slots) for iri in self._find(slots[number])[0]
            ]
            on = list(dict.fromkeys([*on, *(each.object for each in same)]))
            condition = next((each.condition for each in same if each.condition), match.condition)
            shown.update((match.stance, iri) for iri in by)
            yield self._to_position(sentence, match.start, match.stance, by, on, condition, evidence)
        yield from self._find_stated(sentence, stated, shown)

    def _find_stated(
        self, sentence: Span, stated: Sequence[Statement], shown: set[tuple[Stance, str]]
    ) -> Iterator[Position]:
        """Yield the positions that only the relations have found: "the Bill, which the Home Office supports"."""
        alone: dict[tuple[Stance, str], list[Statement]] = {}
        for each in stated:
            key = (_PREDICATES[each.predicate], each.subject)
            if key not in shown:
                alone.setdefault(key, []).append(each)
        joint: dict[tuple[Stance, tuple[str, ...]], list[str]] = {}
        for (stance, subject), same in alone.items():
            joint.setdefault((stance, tuple(each.object for each in same)), []).append(subject)
        for (stance, on), subjects in joint.items():
            first = alone[stance, subjects[0]][0]
            evidence = [(passage.start, passage.end) for passage in first.evidence[1:]]
            yield self._to_position(sentence, sentence[0], stance, subjects, on, first.condition, evidence)

    def _to_position(
        self,
        sentence: Span,
        place: int,
        stance: Stance,
        by: Sequence[str],
        on: Sequence[str],
        condition: str | None,
        evidence: Sequence[Span],
    ) -> Position:
        letter = self.found.letter
        return Position(
            iri=to_entity_iri("position", letter.iri, str(place), stance.value, *by),
            text=letter.text[slice(*sentence)],
            by=tuple(by),
            stance=stance,
            on=tuple(on),
            condition=condition,
            evidence=tuple(self.found.passage(*span) for span in dict.fromkeys([sentence, *evidence])),
        )

    def _find_slots(self, sentence: Span) -> list[Slot]:
        start, end = sentence
        back = [
            Slot(type=each.type.value, start=each.start, end=each.end)
            for each in self.references
            if start <= each.start and each.end <= end
        ]
        inside = [span for span in self.spans if start <= span.start and span.end <= end]
        named = find_slots(self.found.letter.text, start, end, inside)
        apart = [slot for slot in named if not _is_over(slot, back)]
        bodies = [
            Slot(type=_BODY, start=match.start(), end=match.end())
            for match in load_position_cues().bodies.finditer(self.found.letter.text, start, end)
        ]
        bare = [slot for slot in bodies if not _is_over(slot, [*apart, *back])]
        return sorted([*apart, *back, *bare], key=lambda slot: slot.start)

    def _with_it(self, sentence: Span, before: Span | None, slots: Sequence[Slot]) -> list[Slot]:
        """Return the slots with "It" at the head, where the sentence before begins with the body that it means."""
        text = self.found.letter.text
        match = _IT.match(text, *sentence)
        if match is None or before is None or "\n" in text[before[1] : sentence[0]]:
            return list(slots)
        head = self._find_head(before)
        return [*slots, Slot(type=head.type, start=match.start(), end=match.end())] if head else list(slots)

    def _find_head(self, sentence: Span) -> Slot | None:
        """Return the body with which a sentence begins."""
        slots = self._find_slots(sentence)
        text = self.found.letter.text
        if (
            slots
            and slots[0].type in {"organisation", _BODY}
            and _OPENING.fullmatch(text[sentence[0] : slots[0].start])
        ):
            return slots[0]
        return None

    def _resolve(self, holder: Slot, before: Span | None) -> tuple[list[str], list[Span]]:
        """Return the entities that a slot stands for, with what shows it."""
        text = self.found.letter.text
        if holder.type in Sides.KINDS:
            words = text[holder.start : holder.end]
            by, shown = self.sides.resolve(holder.type, words, holder.start, Predicate.SUPPORTS)
            return by, list(shown)
        if before is not None and text[holder.start : holder.end] == "It":
            head = self._find_head(before)
            return self._find(head)[0] if head else [], [before]
        return self._find(holder)

    def _find(self, slot: Slot) -> tuple[list[str], list[Span]]:
        if slot.span is not None:
            iri = self.table.find((slot.span.start, slot.span.end))
            return ([iri] if iri else []), []
        iris = [each.entity for each in self.references if each.start == slot.start]
        return iris, [shown for iri in iris if (shown := self.first_mention(iri))]


def _is_over(slot: Slot, others: Sequence[Slot]) -> bool:
    return any(slot.start < other.end and other.start < slot.end for other in others)
