"""A document into readings: the way of each letter through the stages of this folder."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..model.document import Document
from ..model.entity import Entity, EntityType, Mention
from ..model.finding import Finding
from ..model.identity import to_letter_iri
from ..model.letter import Correspondent, Letter
from ..model.reading import Party, Reading
from ..ontology.vocabulary import Concept, load_vocabulary
from .header.division import LetterText, divide_document
from .header.header import Header, read_header
from .header.part_kinds import is_unit
from .header.party_block import PartyBlock
from .header.quotations import find_quotations
from .header.zones import find_zones, is_salutation
from .names.citations import find_provisions
from .names.entities import EntityTable, build_entities
from .names.names import Names, find_names
from .names.office_bodies import find_office_bodies
from .names.people import to_given_name, to_surname
from .recognisers import Recogniser, mark_entities, mark_statements
from .relations.cited_letters import find_cited_letters
from .relations.header_relations import find_header_relations
from .relations.name_relations import find_appositions, find_name_relations
from .relations.publishers import find_publishers
from .relations.sides import Sides, find_side
from .relations.stacked_bodies import find_stacked_bodies
from .relations.statements import StatementList
from .relations.template_relations import find_template_relations
from .speech.figure_topics import TopicFinder
from .speech.figures import FigureFinder, to_country_code
from .speech.positions import PositionFinder
from .speech.speech import find_speech
from .text.antecedents import BackReference, find_back_references, find_nation
from .text.lines import find_lines
from .text.person_words import to_shape
from .text.sentences import find_sentences
from .text.span import NameSpan, Span, choose_spans


def extract_readings(document: Document, recognise: Recogniser | None = None) -> tuple[Reading, ...]:
    """Return the readings of the letters in `document`, in their order; empty where there is no letter.

    A text with neither a header field, a salutation nor a closing is no letter. `recognise` finds names besides
    the rules; the header is the rules' alone.
    """
    readings = (_read_letter(part, recognise, ocr=document.ocr) for part in divide_document(document))
    return tuple(reading for reading in readings if reading is not None)


def _read_letter(part: LetterText, recognise: Recogniser | None, *, ocr: bool) -> Reading | None:
    text = part.text
    lines = find_lines(text[: part.body_end])
    zones = find_zones(lines)
    names = find_names(text)
    header = read_header(text, zones, names.spans)
    if not header.is_letter:
        return None
    names = _settle_names(text, names, header, recognise)
    nation = find_nation(_header_concepts(names.spans, header), _all_concepts(names.spans))
    offices = {(one.start, one.end): (two.start, two.end) for one, two in find_office_bodies(text, names.spans)}
    offices |= {office: block.bodies[0] for block in _blocks(header) if block.bodies for office in block.offices}
    table = build_entities(text, to_letter_iri(text), names, offices, nation)
    letter = _to_letter(part, header, table, ocr=ocr)
    senders = tuple(_to_party(block, table) for block in header.senders)
    recipients = tuple(_to_party(block, table) for block in header.recipients)
    own = {party.organisation for party in (*senders, *recipients) if party.organisation}
    references = find_back_references(text, table.entities, names.definitions, names.spans, nation, own)
    entities = mark_entities(_with_bare_names(text, table.entities, references), names.spans)
    sentences = find_sentences(text)
    found = StatementList(letter=letter)
    # a letterhead shows whose part a committee is
    bodies = [replace(block, person=None, offices=()) for block in header.letterheads]
    find_header_relations(found, [*header.senders, *_greeted(header), *bodies], lines, table, names.spans, "header")
    find_stacked_bodies(found, [*zones.head, *zones.foot], names.spans, table)
    find_name_relations(found, names.spans, names.provisions, table, sentences)
    find_appositions(found, names.spans, table, sentences)
    find_publishers(found, names.spans, table, sentences)
    quotations = find_quotations(text, lines, part.quoted)
    we = find_side(header.senders, senders, table, lines, names.spans)
    sides = Sides(we, find_side(header.recipients, recipients, table, lines, names.spans), quotations, table)
    mentioned = {entity.iri: entity for entity in entities}

    def first_mention(iri: str) -> Span | None:
        start = mentioned[iri].mentions[0].start if iri in mentioned else None
        return next((span for span in sentences if start is not None and span[0] <= start < span[1]), None)

    find_template_relations(found, names.spans, references, table, sentences, sides, first_mention)
    speech = find_speech(letter, zones.body, (senders, recipients), entities, references, quotations)
    ruled = [span for span in names.spans if not span.is_recognised]
    positions = PositionFinder(
        found=found,
        spans=ruled,
        references=references,
        table=table,
        sentences=sentences,
        sides=sides,
        first_mention=first_mention,
    )
    figures = FigureFinder(
        found=found,
        spans=ruled,
        topics=TopicFinder(text=text, spans=ruled, references=references, table=table, sentences=sentences),
        sentences=sentences,
        notes=part.notes,
        country=to_country_code(nation, ruled),
    )
    running = [(line.start, line.end) for line in zones.body if (line.start, line.end) != header.subject]
    return Reading(
        letter=letter,
        senders=senders,
        recipients=recipients,
        entities=tuple(entities),
        statements=mark_statements(found.in_order(), entities),
        asks=speech.asks,
        commitments=speech.commitments,
        positions=positions.find_all(),
        figures=figures.find_all([*running, *((note.start, note.end) for note in part.notes)]),
        citations=tuple(find_cited_letters(found, names.spans, [each for each in sentences if sides.is_own(each[0])])),
        findings=tuple(_find_faults(letter, header)),
    )


def _blocks(header: Header) -> list[PartyBlock]:
    return [*header.senders, *header.recipients, *header.copied_to]


def _greeted(header: Header) -> list[PartyBlock]:
    return [*header.recipients, *header.copied_to]


def _settle_names(text: str, names: Names, header: Header, recognise: Recogniser | None) -> Names:
    """Return the names with what the header has settled, found again wherever the letter repeats it.

    What `recognise` finds comes last: it stands where nothing else does.
    """
    certain = list(dict.fromkeys(_certain_spans(header)))
    repeated = list(_find_again(text, certain, names))
    recognised = recognise(text) if recognise else ()
    spans = choose_spans([*certain, *names.spans, *repeated, *recognised])
    return Names(spans=tuple(spans), provisions=tuple(find_provisions(text, spans)), definitions=names.definitions)


def _certain_spans(header: Header) -> Iterator[NameSpan]:
    for block in _blocks(header):
        if block.person:
            yield NameSpan(start=block.person[0], end=block.person[1], type=EntityType.PERSON, rule="header")
        for start, end in block.offices:
            yield NameSpan(start=start, end=end, type=EntityType.OFFICE, rule="header")
        for start, end in block.bodies:
            yield NameSpan(start=start, end=end, type=EntityType.ORGANISATION, rule="header")


def _find_again(text: str, certain: Sequence[NameSpan], names: Names) -> Iterator[NameSpan]:
    """Yield further places of the names in the header, of surnames, and of the acronyms that the letter defines."""
    wanted: dict[str, EntityType] = {}
    for span in certain:
        words = text[span.start : span.end]
        if span.type is not EntityType.OFFICE or " " in words:
            wanted[words] = span.type
        if span.type is EntityType.PERSON and " " in words:
            wanted.setdefault(to_surname(words), span.type)
    for span in names.spans:
        if span.type is EntityType.PERSON and " " in text[span.start : span.end]:
            wanted.setdefault(to_surname(text[span.start : span.end]), span.type)
    for definition in names.definitions:
        for span in [*certain, *names.spans]:
            if not definition.alias and span.start < definition.long_end <= span.end:
                wanted.setdefault(definition.short, span.type)
    for line in filter(is_salutation, text.splitlines()):
        for span in certain:
            given = to_given_name(text[span.start : span.end])
            if span.type is EntityType.PERSON and (match := re.search(rf"\b{re.escape(given)}\b", line)):
                start = text.index(line) + match.start()
                yield NameSpan(start=start, end=start + len(given), type=EntityType.PERSON, rule="repeated")
    for words, kind in wanted.items():
        for start in _find_places(text, words):
            yield NameSpan(start=start, end=start + len(words), type=kind, rule="repeated")


def _find_places(text: str, words: str) -> Iterator[int]:
    """Yield where `words` stand in `text` as whole words."""
    place = text.find(words) if len(words) > 1 else -1
    while place >= 0:
        before, after = text[max(place - 1, 0) : place], text[place + len(words) : place + len(words) + 1]
        if not (before.isalnum() or before == "-" or after.isalnum() or after == "-"):
            yield place
        place = text.find(words, place + len(words))


def _header_concepts(spans: Sequence[NameSpan], header: Header) -> Iterator[Concept]:
    """Yield the vocabulary's entries for the offices and bodies of the correspondents."""
    places = {span for block in _blocks(header) for span in (*block.offices, *block.bodies)}
    for span in spans:
        if any(start <= span.start and span.end <= end for start, end in places) and span.concept:
            yield load_vocabulary()[span.concept]


def _all_concepts(spans: Sequence[NameSpan]) -> list[Concept]:
    concepts = {span.concept: load_vocabulary()[span.concept] for span in spans if span.concept}
    return [concept for concept in concepts.values() if concept.type != "country"]


def _to_letter(part: LetterText, header: Header, table: EntityTable, *, ocr: bool) -> Letter:
    text = part.text
    names = {entity.iri: entity.name for entity in table.entities}

    def to_correspondent(block: PartyBlock) -> Correspondent:
        """Return a correspondent; a lone surname and an acronym in the fullest form that the letter has."""
        plain = _to_correspondent(text, block)
        if plain.name and plain.name.isupper():
            plain = replace(plain, name=" ".join(map(to_shape, plain.name.split())))
        person = table.find(block.person)
        if plain.name and " " not in plain.name and person:
            plain = replace(plain, name=names[person])
        body = table.find(_main_body(text, block)) if block.bodies else None
        if plain.organisation and plain.organisation.isupper() and " " not in plain.organisation and body:
            plain = replace(plain, organisation=names[body])
        return plain

    return Letter(
        iri=to_letter_iri(text),
        text=text,
        anchors=part.anchors,
        date=header.date,
        references=header.references,
        subject=" ".join(text[slice(*header.subject)].split()) if header.subject else None,
        senders=tuple(map(to_correspondent, header.senders)),
        recipients=tuple(map(to_correspondent, header.recipients)),
        copied_to=tuple(map(to_correspondent, header.copied_to)),
        ocr=ocr,
    )


def _to_correspondent(text: str, block: PartyBlock) -> Correspondent:
    office = None
    if block.offices:
        first, last = block.offices[0], block.offices[-1]
        between = text[first[1] : last[0]] if len(block.offices) > 1 else ""
        joined = between.strip() in {"and", "&", ",", ""} and "\n" not in between and len(block.offices) <= 2
        office = " ".join(text[first[0] : (last if joined else first)[1]].split())
    return Correspondent(
        name=" ".join(text[slice(*block.person)].split()) if block.person else None,
        office=office,
        organisation=" ".join(text[slice(*_main_body(text, block))].split()) if block.bodies else None,
    )


def _main_body(text: str, block: PartyBlock) -> Span:
    """Return the body for which a correspondent speaks: not a team, where the body that it belongs to is named."""
    return next((body for body in block.bodies if not is_unit(text[slice(*body)])), block.bodies[0])


def _to_party(block: PartyBlock, table: EntityTable) -> Party:
    return Party(
        person=table.find(block.person),
        office=table.find(block.offices[0]) if block.offices else None,
        organisation=table.find(block.bodies[0]) if block.bodies else None,
    )


def _with_bare_names(text: str, entities: Sequence[Entity], references: Sequence[BackReference]) -> list[Entity]:
    """Return the entities with those that the letter names only by a bare name ("the Government")."""
    known = {entity.iri for entity in entities}
    places: dict[str, list[Mention]] = {}
    for each in references:
        if each.entity not in known:
            mention = Mention(text=text[each.start : each.end], start=each.start, end=each.end)
            places.setdefault(each.entity, []).append(mention)
    added = [
        Entity(
            iri=iri,
            type=EntityType.ORGANISATION,
            name=load_vocabulary()[iri].label,
            mentions=tuple(mentions),
            label=load_vocabulary()[iri].label,
        )
        for iri, mentions in places.items()
    ]
    return sorted([*entities, *added], key=lambda each: (each.mentions[0].start, each.iri))


def _find_faults(letter: Letter, header: Header) -> Iterable[Finding]:
    first = letter.text.split("\n", 1)[0]
    if header.date is None:
        yield Finding(
            letter=letter.iri,
            message="No date of the letter's own was found.",
            quote=first,
            start=0,
            end=len(first),
        )
    if not header.senders:
        yield Finding(letter=letter.iri, message="No sender was found.", quote=first, start=0, end=len(first))
    if not header.recipients:
        yield Finding(letter=letter.iri, message="No recipient was found.", quote=first, start=0, end=len(first))
