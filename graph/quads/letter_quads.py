"""A letter's text and header as quads, with the entities that its correspondents are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from pyoxigraph import Literal, NamedNode, Quad

from ...model.document import Anchor
from ...model.letter import Correspondent, Letter
from ...model.reading import Party
from .description import Description, Descriptions, to_description_quads
from .terms import (
    ANCHORS,
    COPIED_TO,
    CORRESPONDENT,
    DATE,
    LETTER,
    NAME,
    OCR,
    OFFICE,
    OFFICE_NAME,
    ORGANISATION,
    ORGANISATION_NAME,
    PERSON,
    POSITION,
    RECIPIENT,
    REFERENCE,
    SENDER,
    SENT_BY,
    SENT_TO,
    SUBJECT_LINE,
    TEXT,
    TYPE,
    XSD_DATE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A letter with the entities that its senders and recipients are."""

    letter: Letter
    senders: tuple[Party, ...]
    recipients: tuple[Party, ...]


def to_letter_quads(header: Header) -> Iterator[Quad]:
    """Yield the letter, its correspondents, and the plain edges `sentBy` and `sentTo`."""
    letter = header.letter
    node = NamedNode(letter.iri)
    yield from to_description_quads(
        node,
        node,
        (
            (TYPE, LETTER),
            (POSITION, to_position(letter)),
            (TEXT, letter.text),
            (ANCHORS, to_anchor_text(letter.anchors)),
            (DATE, None if letter.date is None else Literal(letter.date, datatype=XSD_DATE)),
            (SUBJECT_LINE, letter.subject),
            (OCR, Literal(True) if letter.ocr else None),
            *((REFERENCE, reference) for reference in letter.references),
        ),
    )
    yield from _to_correspondent_quads(node, SENDER, letter.senders, header.senders)
    yield from _to_correspondent_quads(node, RECIPIENT, letter.recipients, header.recipients)
    yield from _to_correspondent_quads(node, COPIED_TO, letter.copied_to, ())
    for edge, parties in ((SENT_BY, header.senders), (SENT_TO, header.recipients)):
        for party in parties:
            correspondent = party.person or party.office or party.organisation
            yield from to_description_quads(node, node, [(edge, _to_node(correspondent))])


def from_letter_quads(descriptions: Descriptions, iri: str) -> Header:
    """Return a letter with its header; raise ValueError when the quads do not hold a whole one."""
    letter = descriptions[iri]
    text = letter.load_text(TEXT)
    senders = _find_correspondents(descriptions, letter, SENDER)
    recipients = _find_correspondents(descriptions, letter, RECIPIENT)
    copied_to = _find_correspondents(descriptions, letter, COPIED_TO)
    return Header(
        letter=Letter(
            iri=iri,
            text=text,
            anchors=from_anchor_text(letter.load_text(ANCHORS)),
            date=letter.find_text(DATE),
            references=order_references(text, letter.find_all(REFERENCE)),
            subject=letter.find_text(SUBJECT_LINE),
            senders=tuple(map(_to_correspondent, senders)),
            recipients=tuple(map(_to_correspondent, recipients)),
            copied_to=tuple(map(_to_correspondent, copied_to)),
            ocr=letter.find_text(OCR) == "true",
        ),
        senders=tuple(map(_to_party, senders)),
        recipients=tuple(map(_to_party, recipients)),
    )


def to_position(letter: Letter) -> int:
    """Return a number that letters sort by: their days, the undated last, and on one day the beginnings of their IRIs.

    It is a multiple of 4,096, so that what a letter says can be numbered on from it and sorts as the letters do. Stores
    sort whole numbers many times faster than dates with IRIs to part the equal ones. 27, 24 and 12 bits fit in 63.
    """
    day = int((letter.date or "9999-99-99").replace("-", ""))
    return (day << 36) + (int(letter.iri.rpartition("/")[2][:6], 16) << 12)


def order_references(text: str, references: Iterable[str]) -> tuple[str, ...]:
    """Return each reference once, in the order in which the letter's text has them."""
    places = {reference: text.find(reference) for reference in references}
    return tuple(sorted(places, key=lambda reference: (places[reference] < 0, places[reference], reference)))


def to_anchor_text(anchors: Iterable[Anchor]) -> str:
    """Return anchors as one literal: `start:line` or `start:line:page`, parted by spaces."""
    return " ".join(
        f"{anchor.start}:{anchor.line}" + ("" if anchor.page is None else f":{anchor.page}") for anchor in anchors
    )


def from_anchor_text(text: str) -> tuple[Anchor, ...]:
    """Return the anchors that `to_anchor_text` wrote."""
    anchors = []
    for part in text.split():
        start, line, *page = map(int, part.split(":"))
        anchors.append(Anchor(start=start, line=line, page=page[0] if page else None))
    return tuple(anchors)


def _to_correspondent_quads(
    letter: NamedNode, role: NamedNode, correspondents: Sequence[Correspondent], parties: Sequence[Party]
) -> Iterator[Quad]:
    name_of_role = role.value.rpartition("#")[2]
    padding = repeat(Party(), len(correspondents) - len(parties))
    pairs = zip(correspondents, (*parties, *padding), strict=True)
    for number, (correspondent, party) in enumerate(pairs, 1):
        node = NamedNode(f"{letter.value}#{name_of_role}-{number}")
        yield Quad(letter, role, node, letter)
        yield from to_description_quads(
            letter,
            node,
            (
                (TYPE, CORRESPONDENT),
                (POSITION, number),
                (NAME, correspondent.name),
                (OFFICE_NAME, correspondent.office),
                (ORGANISATION_NAME, correspondent.organisation),
                (PERSON, _to_node(party.person)),
                (OFFICE, _to_node(party.office)),
                (ORGANISATION, _to_node(party.organisation)),
            ),
        )


def _to_node(iri: str | None) -> NamedNode | None:
    return None if iri is None else NamedNode(iri)


def _find_correspondents(descriptions: Descriptions, letter: Description, role: NamedNode) -> list[Description]:
    found = [descriptions[iri] for iri in letter.find_all(role)]
    return sorted(found, key=lambda correspondent: correspondent.load_number(POSITION))


def _to_correspondent(description: Description) -> Correspondent:
    return Correspondent(
        name=description.find_text(NAME),
        office=description.find_text(OFFICE_NAME),
        organisation=description.find_text(ORGANISATION_NAME),
    )


def _to_party(description: Description) -> Party:
    return Party(
        person=description.find_text(PERSON),
        office=description.find_text(OFFICE),
        organisation=description.find_text(ORGANISATION),
    )
