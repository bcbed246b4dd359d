"""The pieces of a head or a foot: a person, an office, a body, an address, a date …, in their order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...model.entity import EntityType
from ...ontology.cues import load_letter_cues, load_name_cues
from ..names.people import is_sure_person
from ..text.lines import Line
from ..text.person_words import count_title_words, is_honour
from ..text.span import NameSpan
from .part_kinds import PartKind, classify_part, is_address, is_office_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part at `start`–`end` of the letter's text; `line` is the place of its line, `gap` as in `Line`.

    `is_item` tells that it opens an item of a list: "7. Ann Lee", "• the Home Office".
    """

    kind: PartKind
    start: int
    end: int
    line: int
    gap: int
    is_item: bool = False


_SPLIT = re.compile(
    r"\s*(?:[;|•·\t]|\s\((?=[A-Z]{2,}|[A-Z]\w+\s[A-Z])|,(?!\s*(?:MP|KC|QC|Ph\.?D|Jr|Sr)\b)|\s[-–—]\s|\s{3,}|(?<=\w)\s?/\s?(?=[A-Z])|:\s|(?<=[A-Z])\)\s+(?=[A-Z]))\s*"
)
_EDGES = " ,.;:|/–—-*•·()[]\"“”'‘’_"
# "Office of the Rail Ombudsman" is a body, whatever it names
_OFFICE_OF = re.compile(r"(?:The )?(?:Private )?Office of\b", re.IGNORECASE)
# words
_LONGEST_BODY = 12
_ON_BEHALF = re.compile(
    r"\b(?:[Ff]or and )?[Oo]n\s+[Bb]ehalf\s+of(?:\s+the)?\b"
    r"|^\s*[Ff]or(?:\s+the)?\s+(?=[A-Z])"
)
# a mail address, "(Ms)" behind a name, "(Acting)" behind an office: what stands beside a name and says nothing more
_ASIDE = re.compile(
    r"<?[^\s<>]+@[^\s<>]+>?|\((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|[Aa]ct(?:in)?g|[Ii]nterim|[Rr]et['’]?d)\.?\)"
    r"|,?\s+\(?(?:a\.i\.|ad interim)\)?(?!\w)|^p\.?p\.?\s+(?=[A-Z])"
)
# "Director (Road Policy)": what an office is for, in brackets
# "Ann Lee (Greens, Ireland)": party and country of a member
_BENCH = re.compile(r"\s\([A-Z][\w/& -]{1,30},\s[A-Z][\w ]{1,30}\)\s*$")
_REMIT = re.compile(r"\s\([A-Z][a-z][^()]*\)")
# "7. Ann Lee", "• the Home Office", "/s/ Ann Lee": what opens an item of a list
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}[.)]|[-•*–·▪◦‣●]|_?/s/|Sd/-)\s+")
_KINDS = {
    EntityType.PERSON: PartKind.PERSON,
    EntityType.OFFICE: PartKind.OFFICE,
    EntityType.ORGANISATION: PartKind.BODY,
}
# characters; longer lines are heads that have run together
_HEADLINE = 160
_HEADER_TYPES = frozenset(_KINDS)


def find_parts(lines: Sequence[Line], spans: Sequence[NameSpan], *, foot: bool = False) -> list[Part]:
    """Return the parts of `lines` in order; `spans` are the names found in the letter's text.

    A headline, which only a head has, names people; bodies and offices in it are what it is about.
    """
    parts: list[Part] = []
    for place, line in enumerate(lines):
        inside = [span for span in spans if line.start <= span.start and span.end <= line.end and not span.inner]
        found = list(_find_in_line(line, inside))
        if not foot and len(line.text) <= _HEADLINE and any(_is_told(line, part) for part in found):
            found = [part for part in found if part[0] in {PartKind.PERSON, PartKind.DATE, PartKind.OTHER}]
        for kind, start, end in _part_twins(line, found):
            end = _with_remit(line, end) if kind is PartKind.OFFICE else end
            opens = not parts or parts[-1].line != place
            is_item = opens and _NUMBERED.match(line.text) is not None
            gap = line.gap if opens else 0
            parts.append(Part(kind=kind, start=start, end=end, line=place, gap=gap, is_item=is_item))
    return parts


def _part_twins(line: Line, found: Iterable[tuple[PartKind, int, int]]) -> Iterator[tuple[PartKind, int, int]]:
    """Yield the parts of a line, two offices that columns run together apart: "Senator Senator"."""
    for kind, start, end in found:
        words = line.text[start - line.start : end - line.start]
        half = len(words) // 2
        if kind is PartKind.OFFICE and len(words) % 2 and words[:half] == words[half + 1 :]:
            yield kind, start, start + half
            yield kind, start + half + 1, end
        else:
            yield kind, start, end


def _with_remit(line: Line, end: int) -> int:
    """Return where an office ends with the bracket of what it is for: "Director (Road Policy)", not "(Acting)"."""
    remit = _REMIT.match(line.text, end - line.start)
    return line.start + remit.end() if remit and not _ASIDE.fullmatch(remit[0].strip()) else end


def _is_told(line: Line, part: tuple[PartKind, int, int]) -> bool:
    """Tell whether a piece of a line is part of a sentence: "made this request to", not "per Ms"."""
    words = line.text[part[1] - line.start : part[2] - line.start].split()
    return part[0] is PartKind.OTHER and len(words) >= 3 and sum(word[0].islower() for word in words) >= 2


def _find_in_line(line: Line, spans: Sequence[NameSpan]) -> Iterator[tuple[PartKind, int, int]]:
    """Yield the parts of one line: its pieces between separators, and the names where one piece holds several."""
    text = line.text
    for aside in (_ASIDE, _BENCH):
        text = aside.sub(lambda match: " " * len(match[0]), text)
    for remit in _REMIT.finditer(text):
        if is_office_title(_SPLIT.split(text[: remit.start()])[-1]):
            text = text[: remit.start()] + " " * len(remit[0]) + text[remit.end() :]
    numbered = _NUMBERED.match(text)
    offset = numbered.end() if numbered else 0
    if not text.strip(_EDGES) or load_letter_cues().contact.match(text.strip(_EDGES)):
        yield PartKind.CONTACT, line.start, line.end
        return
    told = [
        span
        for span in spans
        if span.type in _HEADER_TYPES
        and span.start >= line.start + offset
        and text[span.start - line.start : span.end - line.start].strip()
    ]
    if behalf := _ON_BEHALF.search(text, offset):
        yield from _find_in_pieces(text[: behalf.start()], offset, line.start, told)
        yield PartKind.FOR, line.start + behalf.start(), line.start + behalf.end()
        offset = behalf.end()
    yield from _find_in_pieces(text, offset, line.start, told)


def _find_in_pieces(
    text: str, offset: int, base: int, spans: Sequence[NameSpan]
) -> Iterator[tuple[PartKind, int, int]]:
    """Yield the parts of `text[offset:]`, which separators outside names cut into pieces."""
    cuts = [match.span() for match in _SPLIT.finditer(text, offset)]
    cuts = [cut for cut in cuts if not any(span.start - base < cut[1] and cut[0] < span.end - base for span in spans)]
    starts = [offset, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    for first, last in zip(starts, ends, strict=True):
        inside = [span for span in spans if first <= span.start - base and span.end - base <= last]
        announces = text[last : last + 1] == ":" and not any(span.concept for span in inside)
        if announces and not (words := text[first:last].strip()).endswith("Office") and is_office_title(words):
            # "General Secretary: Equal Education"
            announces = False
        if announces:
            # "Sending Office: …" announces something and names nothing
            continue
        yield from _find_in_piece(text[first:last], base + first, inside)


def _find_in_piece(raw: str, base: int, spans: Sequence[NameSpan]) -> Iterator[tuple[PartKind, int, int]]:
    words = _strip_edges(raw)
    if not words:
        return
    start = base + raw.index(words)
    if _OFFICE_OF.match(words) and len(words.split()) <= _LONGEST_BODY:
        yield PartKind.BODY, start, start + len(words)
        return
    if not spans or (is_sure_person(words) and not _covers_body(spans)):
        kind, inner = classify_part(words)
        if kind is not None:
            yield kind, start + inner[0], start + inner[1]
        return
    if any(letter.isdigit() for letter in words) and is_address(words):
        yield PartKind.ADDRESS, start, start + len(words)
        return
    one = spans[0]
    rest = f"{words[: max(one.start - start, 0)]} {words[one.end - start :]}".split()
    if len(spans) == 1 and one.type is not EntityType.PERSON and _belongs(rest):
        office = one.type is EntityType.OFFICE or (one.start > start and is_office_title(words))
        yield PartKind.OFFICE if office else PartKind.BODY, start, start + len(words)
        return
    offset = 0
    for span in spans:
        yield from _find_in_piece(raw[offset : span.start - base], base + offset, ())
        yield _KINDS[span.type], span.start, span.end
        offset = span.end - base
    yield from _find_in_piece(raw[offset:], base + offset, ())


def _belongs(rest: Sequence[str]) -> bool:
    """Tell whether the words around the one name of a piece are more of that name: "Europe", "in Scotland"."""
    cues = load_letter_cues()
    return (
        len(rest) <= 4
        and all(
            (
                word[0].isupper()
                and not is_honour(word)
                and word.isalpha()
                and word not in cues.cities
                and not cues.street.fullmatch(word)
            )
            or word in load_name_cues().joiners
            for word in rest
        )
        and not count_title_words(rest)
    )


def _covers_body(spans: Sequence[NameSpan]) -> bool:
    return any(span.type is EntityType.ORGANISATION for span in spans)


def _strip_edges(raw: str) -> str:
    words = raw.strip(_EDGES).split(" ")
    while words and (
        not words[0] or words[0] in {"and", "of", "the", "The", "THE", "&", "to", "To", "for"} or is_honour(words[0])
    ):
        words.pop(0)
    while words and (words[-1] in {"and", "of", "the", "&", "at", "in", "for"} or not words[-1]):
        words.pop()
    return " ".join(words).strip(_EDGES)
