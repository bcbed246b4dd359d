"""Relations that a letterhead, an address or a signature shows."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...model.entity import EntityType
from ...model.statement import Predicate
from ...ontology.vocabulary import Concept
from ..header.part_kinds import is_part
from ..header.party_block import PartyBlock
from ..names.entities import EntityTable
from ..text.lines import Line
from ..text.span import NameSpan, find_concept
from .statements import StatementList

# in a head that runs on in one line, only neighbours belong together
_RUN_ON = 120


_NEAR = 12


def find_header_relations(
    found: StatementList,
    blocks: Iterable[PartyBlock],
    lines: Sequence[Line],
    table: EntityTable,
    spans: Sequence[NameSpan],
    rule: str,
) -> None:
    """Add what a letterhead, an address or a signature shows: who holds which office, in which body."""
    text = found.letter.text
    bodies = [(span.start, span.end) for span in spans if span.type is EntityType.ORGANISATION]
    for block in blocks:
        body = next(iter(block.bodies), None)
        if body is not None and any(letter.isdigit() for letter in text[slice(*body)]):
            # an address has run into the name
            body = None
        for office in block.offices:
            _add(found, table, lines, block.person, Predicate.HOLDS_OFFICE, office, rule)
            own = next((each for each in bodies if office[0] < each[0] and each[1] <= office[1]), None)
            if own is None:
                beside = next((each for each in block.bodies if text[office[1] : each[0]].strip(" ") == ","), body)
                _add(found, table, lines, office, Predicate.OFFICE_IN, beside, rule)
            elif body is not None and is_part(text[slice(*own)]) and not is_part(text[slice(*body)]):
                # "Chair of the Petitions Committee" over "European Parliament"
                _add(found, table, lines, own, Predicate.PART_OF, body, rule)
        if not block.offices:
            _add(found, table, lines, block.person, Predicate.MEMBER_OF, body, rule)
        for one, two in pairwise(block.bodies):
            part, whole = (one, two) if is_part(text[slice(*one)]) else (two, one)
            if is_part(text[slice(*part)]) and not is_part(text[slice(*whole)]):
                _add(found, table, lines, part, Predicate.PART_OF, whole, rule)
            elif _is_known_part(find_concept(one, spans), find_concept(two, spans)):
                _add(found, table, lines, one, Predicate.PART_OF, two, rule)


def _is_known_part(part: Concept | None, whole: Concept | None) -> bool:
    """Tell whether an agency stands under the department that the vocabulary says it belongs to."""
    return part is not None and whole is not None and part.parent == whole.iri


def _add(
    found: StatementList,
    table: EntityTable,
    lines: Sequence[Line],
    subject: tuple[int, int] | None,
    predicate: Predicate,
    target: tuple[int, int] | None,
    rule: str,
) -> None:
    one, two = table.find(subject), table.find(target)
    if one is None or two is None or subject is None or target is None:
        return
    touched = [line for line in lines if _touches(line, subject) or _touches(line, target)]
    apart = max(target[0] - subject[1], subject[0] - target[1])
    if len(touched) == 1 and len(touched[0].text) > _RUN_ON and apart > _NEAR:
        return
    first, last = min(touched, key=lambda line: line.start), max(touched, key=lambda line: line.end)
    near = last.start - first.end < 200
    evidence = [(first.start, last.end)] if near else sorted((line.start, line.end) for line in touched)
    found.add(one, predicate, two, evidence, rule)


def _touches(line: Line, span: tuple[int, int]) -> bool:
    return line.start < span[1] and span[0] < line.end
