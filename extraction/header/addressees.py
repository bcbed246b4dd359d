"""Which blocks of a head are the addressees, which the writer: the salutation and the signature tell."""

import re
from collections.abc import Sequence

from ..names.people import to_given_name
from ..text.span import Span
from .party_block import PartyBlock
from .zones import Zones

_STYLE = re.compile(
    r"\b(?:(?:His|Her|Your) Excellency|H\.?E\.?|The Honou?rable)\s+(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?$", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


_GENERIC = re.compile(
    r"\W*(?:Dear\s+)?(?:Sirs?|Madam|Colleagues?|Friends?|Respected|To\s+whom|Excellenc|All|(?:the\s+)?(?:Council|Board|Committee)?\s?[Mm]embers|Councillors|Commissioners|Trustees)\b"
)
_PLURAL = re.compile(
    r"\b(?:and|&|Excellencies|[Cc]olleagues|[Mm]embers|Sirs|Gentlemen|[Cc]o-?[Cc]hairs|[A-Z][a-z-]+(?:ers|ors|airs|men|aries))\b"
)
# words of a salutation by which nobody can be told
_NO_KEY = frozenset(
    {
        "dear",
        "and",
        "of",
        "the",
        "for",
        "to",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "rt",
        "hon",
    }
    | {"baroness", "right", "honourable", "honorable", "professor", "prof", "madam", "cllr", "councillor", "all"}
)


def find_addressees(
    text: str,
    head: Sequence[PartyBlock],
    foot: Sequence[PartyBlock],
    zones: Zones,
    salutation: Sequence[PartyBlock],
) -> list[PartyBlock]:
    """Return the blocks of the head that the salutation greets; without such, the last one not the sender's.

    "Dear Michael and Matt", "Dear Chairs" greet all that fit; "Dear Sir or Madam" the body that is addressed.
    """
    if not zones.salutation:
        return _find_only_addressee(text, head, foot)
    words = " ".join(line.text for line in zones.salutation)
    plural = bool(_PLURAL.search(words))
    greeted = find_greeted_words(zones)
    greeted |= {word.removesuffix("s") for word in greeted} if plural else set()
    matching = [block for block in head if greeted & _keys(text, block)]
    if matching:
        matching = [block for block in matching if block.person] or matching
        best = max(len(greeted & _keys(text, block)) for block in matching)
        named = [
            block
            for block in matching
            if plural or _names_person(text, block, greeted) or len(greeted & _keys(text, block)) == best
        ]
        return merge_same(text, named)
    if any(block.person for block in salutation):
        return []
    senders = {text[slice(*span)].casefold() for block in foot for span in _all_spans(block)}
    others = [
        block
        for block in head
        if not block.has_contact and not any(text[slice(*span)].casefold() in senders for span in _all_spans(block))
    ]
    named = [block for block in others if block.person or block.offices]
    if not named and _GENERIC.match(words):
        # the first block is the letterhead, unless who signs names a body of their own
        own = len(head) == 1 or any(block.bodies for block in foot)
        named = [block for block in others if block.bodies and (own or block is not head[0])]
    return named if plural and all(block.person for block in named) else named[-1:]


def find_addressees_below(
    text: str, head: Sequence[PartyBlock], foot: Sequence[PartyBlock], zones: Zones
) -> list[PartyBlock]:
    """Return the blocks under the signature that the letter is addressed to, as ministers and diplomats write.

    The salutation greets them by name or office, or they are styled as nobody styles themselves: "His Excellency".
    """
    greeted = find_greeted_words(zones)
    if any(greeted & _keys(text, block) for block in head if block.person):
        return []
    below: list[PartyBlock] = []
    for place, block in enumerate(foot):
        named = _names_person(text, block, greeted)
        behind = place > 0 and (bool(greeted & _keys(text, block)) or _is_styled(text, block))
        if (named and (place > 0 or len(foot) == 1)) or behind:
            below.append(block)
    return below


def _is_styled(text: str, block: PartyBlock) -> bool:
    """Tell whether a person is styled as others style them: "His Excellency", "The Honorable"."""
    return block.person is not None and bool(_STYLE.search(text[max(block.person[0] - 40, 0) : block.person[0]]))


def _find_only_addressee(text: str, head: Sequence[PartyBlock], foot: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the one block of a head without a salutation that somebody else signs to."""
    signers = {text[slice(*span)].casefold() for block in foot for span in _all_spans(block)}
    others = [
        block
        for block in head
        if (block.person or block.offices)
        and not block.has_contact
        and not any(text[slice(*span)].casefold() in signers for span in _all_spans(block))
    ]
    return others if foot and len(others) == 1 else []


def find_greeted_words(zones: Zones) -> frozenset[str]:
    """Return the words of the salutation in small letters, without titles and particles."""
    words = (word.casefold() for line in zones.salutation for word in _WORDS.findall(line.text))
    return frozenset(words) - _NO_KEY


def merge_same(text: str, blocks: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the blocks with each person once: a page title and the address, "/s/ Ann Lee" and the name below it."""
    merged: list[PartyBlock] = []
    for block in blocks:
        name = text[slice(*block.person)].casefold() if block.person else None
        same = next(
            (
                at
                for at, other in enumerate(merged)
                if name and other.person and text[slice(*other.person)].casefold() == name
            ),
            None,
        )
        if same is None:
            merged.append(block)
        elif len(block.offices) + len(block.bodies) > len(merged[same].offices) + len(merged[same].bodies):
            merged[same] = block
    return merged


def _keys(text: str, block: PartyBlock) -> set[str]:
    words = {word.casefold() for span in (*block.offices,) for word in _WORDS.findall(text[slice(*span)])}
    if block.person:
        words |= {word.casefold() for word in _WORDS.findall(text[slice(*block.person)])}
    return words - _NO_KEY


def _names_person(text: str, block: PartyBlock, greeted: frozenset[str]) -> bool:
    return block.person is not None and bool(
        greeted & {word.casefold() for word in _WORDS.findall(text[slice(*block.person)])}
    )


def _all_spans(block: PartyBlock) -> list[Span]:
    return [span for span in (block.person, *block.offices) if span is not None]


def find_head_senders(text: str, head: Sequence[PartyBlock], recipients: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the block that wrote an unsigned letter: a named one before the recipient, or with its own telephone.

    Without a recipient nothing tells the two apart, and a letterhead alone names the body only.
    """
    greeted = {text[slice(*block.person)].casefold() for block in recipients if block.person}
    first = min((block.start for block in recipients), default=0)
    others = [
        block
        for block in head
        if block not in recipients
        and not (block.person and text[slice(*block.person)].casefold() in greeted)
        and (block.has_contact or block.start < first)
    ]
    named = [block for block in others if block.person and block.offices] or [
        block for block in others if block.has_contact
    ]
    return named[:1] or [block for block in others if block.bodies and not block.person][:1]


def find_first_name(text: str, zones: Zones, head: Sequence[PartyBlock]) -> list[PartyBlock]:
    """Return the block of the head whose person signs with the first name alone."""
    signed = {line.text.strip(" ,.").casefold() for line in zones.foot[:3]}
    return [block for block in head if block.person and to_given_name(text[slice(*block.person)]).casefold() in signed][
        :1
    ]
