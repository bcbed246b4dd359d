"""Numbered lines without a sign of a note but their number: which are notes, which the letter's own paragraphs."""

import re
from collections.abc import Iterator, Sequence

from ..ontology.cues import load_letter_cues
from .glued_marks import find_glued_marks
from .source_line import TURN, SourceLine

# "1 OSCE", "1. See", "1See"
PLAIN_NOTE = re.compile(r"^\s*(?P<mark>\d{1,3})(?P<text>\.?(?:\s+|(?=[A-Z]))[A-Z(‘'\"“h].*)$")
_DOTTED = re.compile(r"\s*\d{1,3}\.")
_HEADING = re.compile(r"\W*(?:(?:foot|end)?notes?(?:\s+and\s+references)?|references|sources)\W*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;\"”)\]]\W*(?:\d{1,3})?$")


def find_plain_notes(lines: Sequence[SourceLine]) -> dict[int, str]:
    """Return the places where numbered lines are notes, each with its number.

    The number is glued to a word further up. A note has no closing of a letter right behind it; one that is written
    as paragraphs are ("1. See") stands where a page or the file ends or below a heading of notes, and is
    not one of a list that counts on: "1." and "2." are paragraphs if "3." follows and no word has that mark.
    """
    closings = [place for place, line in enumerate(lines) if _is_closing(line.text.strip())]
    last_closing = closings[-1] if closings else -1
    refused: set[int] = set()
    while True:
        starts = _find_marked(lines, refused)
        wrong = {
            place
            for chain in _find_chains(lines, starts)
            for place in chain
            if _is_closed(lines, place, closings)
            or (
                _DOTTED.match(lines[place].text)
                and place < last_closing
                and (_counts_on(lines, chain) or not _is_at_end(lines, chain))
            )
        }
        if not wrong:
            return starts
        refused |= wrong


def _find_marked(lines: Sequence[SourceLine], refused: set[int]) -> dict[int, str]:
    """Return the numbered lines, but for the refused ones, whose number is glued to a word further up."""
    starts: dict[int, str] = {}
    glued: set[str] = set()
    for place, line in enumerate(lines):
        match = PLAIN_NOTE.match(line.text)
        if match and place not in refused and match["mark"] in glued:
            starts[place] = match["mark"]
        elif not match or place in refused:
            glued |= find_glued_marks(line.text)
    return starts


def _find_chains(lines: Sequence[SourceLine], starts: dict[int, str]) -> Iterator[list[int]]:
    """Yield the notes that follow each other with no other text between them."""
    chain: list[int] = []
    for place in sorted(starts):
        if chain and _find_next(lines, chain[-1]) < place:
            yield chain
            chain = []
        chain.append(place)
    if chain:
        yield chain


def _find_block_end(lines: Sequence[SourceLine], place: int) -> int:
    end = place + 1
    while end < len(lines) and lines[end].text.strip(" " + TURN):
        end += 1
    return end


def _find_next(lines: Sequence[SourceLine], place: int) -> int:
    """Return the place of the first words behind the block of a line."""
    end = _find_block_end(lines, place)
    while end < len(lines) and not lines[end].text.strip(" " + TURN):
        end += 1
    return end


def _is_closing(text: str) -> bool:
    cues = load_letter_cues()
    return bool(cues.closing.fullmatch(text) or cues.salutation.match(text))


def _is_closed(lines: Sequence[SourceLine], place: int, closings: Sequence[int]) -> bool:
    """Tell whether the block in which a line stands goes on to a salutation or the closing of a letter."""
    end = _find_block_end(lines, place)
    return any(place < closing < end for closing in closings)


def _counts_on(lines: Sequence[SourceLine], chain: Sequence[int]) -> bool:
    """Tell whether the first number behind a chain is the next one."""
    last = PLAIN_NOTE.match(lines[chain[-1]].text)
    behind = [*range(chain[-1] + 1, _find_block_end(lines, chain[-1])), _find_next(lines, chain[-1])]
    numbered = (PLAIN_NOTE.match(lines[place].text) for place in behind if place < len(lines))
    following = next((match for match in numbered if match), None)
    return bool(last and following and _DOTTED.match(following[0]) and int(following["mark"]) == int(last["mark"]) + 1)


def _is_at_end(lines: Sequence[SourceLine], chain: Sequence[int]) -> bool:
    """Tell whether a chain stands below a heading of notes or where a page ends, a sentence going on behind it too."""
    before = chain[0] - 1
    while before >= 0 and not lines[before].text.strip(" " + TURN):
        before -= 1
    if before >= 0 and _HEADING.fullmatch(lines[before].text):
        return True
    end, after = _find_block_end(lines, chain[-1]), _find_next(lines, chain[-1])
    if after == len(lines) or any(line.text == TURN for line in lines[end:after]):
        return True
    if lines[after].page != lines[chain[-1]].page:
        return True
    return before >= 0 and not _SENTENCE_END.search(lines[before].text) and lines[after].text.strip()[0].islower()
