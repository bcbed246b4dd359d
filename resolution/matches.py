"""Citations of letters matched with the letters that are held."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..extraction.names.entities import normalise_name
from ..model.citation import LetterCitation
from ..model.entity import EntityType
from .actors import Actor, Agreement, compare_answering, compare_sides, to_name_words
from .held_letters import HeldLetter, HeldLetters, normalise_reference

# "Mr. Quirke has passed your letter", "to our Chief Executive, who has asked me to respond"
_HANDED_ON = re.compile(
    r"(?P<who>[^.;\n]{2,80}?),?\s+(?:who )?(?:has|have) (?:(?:also|kindly) )?(?:asked me|passed|forwarded|referred)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A citation in `citing` with the held letters that it means (`sure`) or may mean (`open`).

    Several sure ones fit equally well: which one is meant is then not known.
    """

    citing: HeldLetter
    citation: LetterCitation
    sure: tuple[HeldLetter, ...]
    open: tuple[HeldLetter, ...]


def find_matches(held: HeldLetters) -> list[Match]:
    """Return a match for each citation of each letter; where no held letter fits it has none."""
    return [_match_citation(held, citing, citation) for citing in held.letters for citation in citing.reading.citations]


def _match_citation(held: HeldLetters, citing: HeldLetter, citation: LetterCitation) -> Match:
    found: dict[Agreement, list[HeldLetter]] = {agreement: [] for agreement in Agreement}
    for other in _find_candidates(held, citing, citation):
        found[_compare_letter(citing, citation, other)].append(other)
    sure = found[Agreement.AGREE] or found[Agreement.BODY]
    return Match(
        citing=citing,
        citation=citation,
        sure=tuple(sure),
        open=tuple(found[Agreement.OPEN]) if not sure else (),
    )


def _find_candidates(held: HeldLetters, citing: HeldLetter, citation: LetterCitation) -> list[HeldLetter]:
    """Return the letters under the reference, or of the day with a writer or reader alike, in order."""
    writers, readers = _find_sides(citing, citation)
    found: list[HeldLetter] = []
    if citation.reference is not None:
        known = held.by_reference.get(normalise_reference(citation.reference), ())
        found += [other for other in known if (other.letter.date or "").startswith(citation.date or "")]
    if citation.date is not None:
        named = [_to_addressee(citing, citation.addressee)] if citation.addressee is not None else []
        for table, actors in ((held.by_sender, writers), (held.by_recipient, [*readers, *named])):
            for key in {key for actor in actors for key in actor.probes}:
                found += table.get((citation.date, key), ())
    distinct = {other.letter.iri: other for other in found if is_earlier(other, citing)}
    return sorted(distinct.values(), key=lambda other: other.rank)


def _find_sides(citing: HeldLetter, citation: LetterCitation) -> tuple[Sequence[Actor], Sequence[Actor]]:
    """Return who wrote the cited letter and who read it, as far as the citing letter's own header says."""
    if citation.by_addressee:
        return citing.recipients, citing.senders
    return citing.senders, citing.recipients


def is_earlier(one: HeldLetter, two: HeldLetter) -> bool:
    """Tell whether `one` can have been answered or cited by `two`: it is another letter and not younger."""
    dates = (one.letter.date, two.letter.date)
    younger = dates[0] is not None and dates[1] is not None and dates[0] > dates[1]
    return one.letter.iri != two.letter.iri and not younger


def _compare_letter(citing: HeldLetter, citation: LetterCitation, other: HeldLetter) -> Agreement:
    """Compare who wrote the cited letter to whom with who wrote `other` to whom; one side must agree."""
    if citation.reference is not None and normalise_reference(citation.reference) in other.references:
        return Agreement.AGREE
    writers, readers = _find_sides(citing, citation)
    writer = compare_sides(other.senders, writers)
    reader = _compare_readers(citing, citation, other, readers)
    if writer is reader is Agreement.OPEN:
        return Agreement.DIFFER
    if Agreement.DIFFER not in {writer, reader} and citing.references & other.references:
        return Agreement.AGREE
    return min(writer, reader)


def _compare_readers(
    citing: HeldLetter, citation: LetterCitation, other: HeldLetter, readers: Sequence[Actor]
) -> Agreement:
    """Compare the recipients of `other` with whom the citation says or implies.

    "Your letter of 9 June to the Home Secretary" was sent to that office, whoever answers; "the Exchequer Secretary" is
    short for "Exchequer Secretary to the Treasury". Without such words
    somebody else of the same body may answer in the addressee's place.
    """
    if citation.addressee is not None:
        named = compare_sides(other.recipients, [_to_addressee(citing, citation.addressee)])
        if named is not Agreement.OPEN:
            return named
        words = normalise_name(citation.addressee)
        if any(actor.office is not None and actor.office.startswith(f"{words} ") for actor in other.recipients):
            return Agreement.AGREE
    answering = compare_answering(other.recipients, readers)
    if answering < Agreement.BODY and citation.by_addressee and _is_handed_on(citing, other):
        return Agreement.BODY
    return answering


def _is_handed_on(citing: HeldLetter, other: HeldLetter) -> bool:
    """Tell whether a letter says that the addressee of another has handed it on: "Mr Quirke has passed it to me"."""
    for match in _HANDED_ON.finditer(citing.letter.text):
        words = normalise_name(match["who"])
        for actor in other.recipients:
            if (actor.name and actor.name[-1] in words.split()) or (actor.office and actor.office in words):
                return True
    return False


def _to_addressee(citing: HeldLetter, words: str) -> Actor:
    """Return the office, person or body that these words of the letter name."""
    for entity in citing.reading.entities:
        if not any(mention.text == words for mention in entity.mentions):
            continue
        if entity.type is EntityType.PERSON:
            return Actor(name=to_name_words(entity.name))
        if entity.type is EntityType.OFFICE:
            bodies = citing.bodies.get(entity.iri, frozenset())
            return Actor(office=normalise_name(words), office_iri=entity.iri, bodies=bodies)
        if entity.type is EntityType.ORGANISATION:
            return Actor(bodies=frozenset({entity.iri, normalise_name(words)}))
    return Actor(office=normalise_name(words))
