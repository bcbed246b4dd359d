"""Parts of a head or a foot that have the shape of a name: a person's, a body's, or nobody's, by their neighbours."""

import re
from collections.abc import Sequence

from ..ontology.cues import load_letter_cues, load_name_cues
from .gazetteer import find_concepts
from .header_parts import Part
from .part_kinds import PartKind
from .party_block import PartyBlock
from .people import is_sure_person, parse_person
from .person_words import count_title_words

# small words of names in other languages
_FOREIGN = re.compile(r"\b(?:aux|des|du|les|et|und|für|der|del|de la)\b", re.IGNORECASE)
# "R. Venkatesan"; not "B. Braun Ltd" with its head noun
_INITIAL = re.compile(r"[A-Z]\.\s")


def settle_name(parts: Sequence[Part], place: int, now: PartyBlock, text: str, *, foot: bool) -> PartKind:
    """Decide whether a part with the shape of a name is a person or a body, by its neighbours.

    Behind a person or an office in the same block it is the body ("Maya Lee / Peace Action"); at the start of a
    block, with an office or a body behind it, it is the person.
    """
    part = parts[place]
    words = text[part.start : part.end]
    after = parts[place + 1] if place + 1 < len(parts) else None
    if place and parts[place - 1].kind is PartKind.FOR:
        return PartKind.BODY
    if foot and (_signs_list(parts, place, words) or (_INITIAL.match(words) and parse_person(words))):
        return PartKind.PERSON
    named = all(word[0].isupper() or word in load_name_cues().joiners for word in words.split())
    signs = after is not None and after.kind is PartKind.OFFICE and not after.gap
    alone = foot and named and not signs and now.is_empty and is_alone(parts, place)
    if alone and not is_sure_person(words) and _has_bodies(parts):
        return PartKind.BODY
    beside = place > 0 and parts[place - 1].line == part.line
    below = after if after is not None and after.line != part.line and not after.gap else None
    before = parts[place - 1].kind if beside else None
    if before is PartKind.PERSON and _is_post_nominal(words, below):
        return PartKind.OTHER
    if before is PartKind.OFFICE and "," in text[parts[place - 1].end : part.start] and _is_remit(words, below):
        return PartKind.REMIT
    if before is PartKind.OFFICE and text[parts[place - 1].end : part.start] == " ":
        # "City Manager Dario Espinel"
        return PartKind.PERSON if now.person is None and parse_person(words) else PartKind.OTHER
    bracketed = text[part.start - 1 : part.start] == "(" and " " not in words
    if bracketed and not words.isupper() and not find_concepts(words):
        # "Cllr Derek Thirl (Northumberland)"
        return PartKind.OTHER
    if not foot and now.person is None and _FOREIGN.search(words):
        # "COMMISSAIRE AUX DROITS DE L'HOMME" under the Commissioner: the letterhead again in another language
        return PartKind.OTHER
    in_block = not now.is_empty and (part.gap == 0 or part.line == now.last_line)
    if in_block and (now.person is not None or now.offices) and not now.has_address:
        return PartKind.BODY if not now.bodies and _names_body(parts, place, text, foot=foot) else PartKind.OTHER
    shaped = 2 <= len(words.split()) <= 4 and all(word[0].isupper() for word in words.split())
    followed = after is not None and after.gap == 0 and after.kind in {PartKind.OFFICE, PartKind.BODY}
    if (
        shaped
        and followed
        and now.person is None
        and (is_sure_person(words) or (after is not None and after.kind is PartKind.OFFICE))
    ):
        return PartKind.PERSON
    return PartKind.OTHER


def is_affiliation(parts: Sequence[Part], place: int, now: PartyBlock, text: str) -> bool:
    """Tell whether a part that could be a person is the body of the one before it on a line with an office."""
    part = parts[place]
    line = [other for other in parts if other.line == part.line]
    titled = bool(count_title_words(text[max(part.start - 20, 0) : part.start].split()[-1:]))
    return (
        now.person is not None
        and now.last_line == part.line
        and not now.bodies
        and not titled
        and len(line) >= 2
        and bool(now.offices)
        and (place + 1 == len(parts) or parts[place + 1].line != part.line)
    )


def is_alone(parts: Sequence[Part], place: int) -> bool:
    """Tell whether a part has its line for itself."""
    return all(
        other.line != parts[place].line for other in parts[max(place - 1, 0) : place + 2] if other is not parts[place]
    )


def _names_body(parts: Sequence[Part], place: int, text: str, *, foot: bool) -> bool:
    """Tell whether a name behind a person can be a body: not "Our ref", "Level 2", nor half of "Cadeirydd / Chair"."""
    part = parts[place]
    words = text[part.start : part.end]
    labelled = any(re.fullmatch(label.pattern, words, re.IGNORECASE) for label in load_letter_cues().labels.values())
    after = parts[place + 1] if place + 1 < len(parts) else None
    halved = (after is not None and text[part.end : after.start].strip() == "/") or text[
        : part.start
    ].rstrip().endswith("/")
    told = len(words.split()) > 1 or foot
    return told and not labelled and not halved and not any(letter.isdigit() or letter in "()" for letter in words)


def _signs_list(parts: Sequence[Part], place: int, words: str) -> bool:
    """Tell whether a name opens a line that goes on: "Khriesezo Angami, Media Collective" in a list of signatures."""
    part = parts[place]
    opens = place == 0 or parts[place - 1].line != part.line
    follows = place + 1 < len(parts) and parts[place + 1].line == part.line
    shaped = 2 <= len(words.split()) <= 4 and parse_person(words) is not None
    return opens and follows and shaped


def _has_bodies(parts: Sequence[Part]) -> bool:
    """Tell whether bodies sign alone here: a line that holds nothing but one."""
    return any(part.kind is PartKind.BODY and is_alone(parts, place) for place, part in enumerate(parts)) and not any(
        part.kind is PartKind.PERSON for part in parts
    )


def _is_post_nominal(words: str, below: Part | None) -> bool:
    """Tell whether letters behind a name are an honour that no list holds: "Barasa Wekesa, EGH" over the office."""
    return below is not None and below.kind is PartKind.OFFICE and words.isupper() and len(words) <= 4


def _is_remit(words: str, below: Part | None) -> bool:
    """Tell whether a name behind an office is what it is for: "Director, Enforcement", or over its body."""
    cues = load_name_cues()
    general = all(word in cues.remits or word in cues.joiners for word in words.split())
    return general or (below is not None and below.kind is PartKind.BODY)
