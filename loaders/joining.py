"""Broken lines and words joined again, columns set one below the other."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..ontology.cues import load_letter_cues
from .headings import is_heading
from .page_turns import is_open
from .source_line import TURN, SourceLine

Paragraph = list[tuple[str, SourceLine]]
"""Pieces of one line of the reading text, each with what glues it to the piece before ("", " ")."""

_BULLET = re.compile(r"^\s*(?:[-•*–·▪◦‣●○➢]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivxIVX]{1,5}[.)])\s")
_LOWER_WORD = re.compile(r"^\s*[a-zà-ÿ][\w'’-]*[,;]?(?:\s+[^\s:@]+|$)(?!\s*:)")
_CONTACT = re.compile(r"^\s*(?:\S+@\S+|www\.|https?:|[a-z]{1,5}\s*:|c/o\b|cc\b)", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;\"”)\]][\s\ue000-\uf8ff]*$")
# "the Act.", "the Act.²" as a sentinel, "(see below).”"
_SENTENCE_END = re.compile(r"[.!?][\s\ue000-\uf8ff\"”’)\]\d]*$")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
# a short line that cannot end there: "Minister for Housing and";
# "Secretary of State for Housing," before "Communities and …"
_OPEN_END = re.compile(r"\s(?:and|&|of|for|on|to the|of the|for the)$")
_OPEN_LIST = re.compile(r"\b(?:Secretary|Minister|Department|Ministry|Committee|Commissioner|Director)\b.*,$")
_LIST_END = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,4}(?:and|&)\s+[A-Z]|[A-Z][\w’'-]*(?:,\s+[A-Z][\w’'-]*)+\s+and\s")
# "European Affairs" over "Committee"; "Economy, Trade and Rural" over "Affairs Committee"
_BODY_HEAD = r"(?:Committee|Council|Commission|Department|Authority|Association|Agency|Board|Union|Federation)"
_LONE_HEAD = re.compile(rf"{_BODY_HEAD},?$")
_OPEN_AND = re.compile(r"^[A-Z][\w’'-]*(?:,? [A-Z][\w’'-]*)*,? and [A-Z][\w’'-]*$")
_ENDS_IN_HEAD = re.compile(rf"[A-Z][\w’'-]* {_BODY_HEAD},?$")
_SHORTEST_PROSE = 45
# characters
_SAME_COLUMN = 4
_WIDEST_WRAP = 130


def join_lines(lines: Sequence[SourceLine]) -> list[Paragraph]:
    """Return the lines of the reading text; an empty list is an empty line between blocks.

    A line break is soft where the next line's first word would not have fit (the width is the file's own), or
    where the next line goes on in lower case; a blank line or a page turn is soft only inside a sentence.
    """
    lines = _stack_columns(lines)
    width = _wrap_width(lines)
    words = {word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text)}
    joined: list[Paragraph] = []
    gap = 0
    turn = False
    for line in lines:
        text = line.text.strip()
        if not text:
            gap += 1
            turn = turn or TURN in line.text
            continue
        line = replace(line, text=text)
        previous = joined[-1] if joined else []
        above = joined[-2][-1][1].text if len(joined) > 1 and joined[-2] else ""
        is_below = not gap and bool(previous) and is_heading(above, previous[-1][1].text, text)
        if previous and not is_below and _goes_on(previous, line, gap=gap, turn=turn, width=width):
            previous.append((_glue(previous, line, words), line))
        else:
            joined.extend([[] for _ in range(min(gap, 3))] if joined else [])
            joined.append([("", line)])
        gap, turn = 0, False
    return _part_prose(joined)


def _part_prose(joined: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with an empty line around each that is a sentence or more, items of lists apart.

    So a letter that is typed without empty lines reads as the same letter with them.
    """
    parted: list[Paragraph] = []
    for paragraph in joined:
        last = parted[-1] if parted else []
        if last and paragraph and (_is_prose(last) or _is_prose(paragraph)) and not _are_items(last, paragraph):
            parted.append([])
        parted.append(paragraph)
    return parted


def _is_prose(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is known to be whole, and is prose: it ends a sentence and is longer than a line."""
    length = sum(len(piece.text) for _, piece in paragraph)
    is_whole = length > _WIDEST_WRAP or (paragraph[0][1].goes_on is False and length >= _SHORTEST_PROSE)
    return is_whole and bool(_SENTENCE_END.search(paragraph[-1][1].text))


def _are_items(last: Paragraph, paragraph: Paragraph) -> bool:
    """Tell whether a line goes on with a list or a sentence: items, what announces them, words in lower case."""
    first, text = last[0][1].text, paragraph[0][1].text
    return (
        bool(_BULLET.match(text)) or (bool(_BULLET.match(first)) and len(text) < _SHORTEST_PROSE) or text[0].islower()
    )


def _goes_on(paragraph: Paragraph, line: SourceLine, *, gap: int, turn: bool, width: float) -> bool:
    last, text = paragraph[-1][1].text, line.text
    if line.goes_on:
        return True
    if line.is_quoted != paragraph[-1][1].is_quoted:
        return False
    if _BULLET.match(text) or _CONTACT.match(text):
        return False
    if _ends_in_hyphen(last) and text[0].islower():
        return True
    if gap == 0 and (_OPEN_END.search(last) or _is_open_list(last, text)):
        return True
    if gap == 0 and _is_split_name(last, text):
        return True
    if gap == 0 and line.goes_on is False:
        return False
    lower = bool(_LOWER_WORD.match(text)) and not _ENDED.search(last)
    if gap == 0:
        first_word = text.split(maxsplit=1)[0]
        soft = len(last) + 1 + len(first_word) > 0.87 * width and len(last) <= _WIDEST_WRAP
        return lower or (soft and len(last) >= _SHORTEST_PROSE)
    length = sum(len(piece.text) for _, piece in paragraph)
    if length < _SHORTEST_PROSE or _ENDED.search(last):
        return False
    if lower or not turn or len(last) < _SHORTEST_PROSE:
        return lower
    return is_open(last) or (last[-1] != "," and len(text) >= _SHORTEST_PROSE)


def _is_open_list(above: str, below: str) -> bool:
    """Tell whether a list of names in an office goes on, also in a salutation, but never from there to a sentence."""
    if not _OPEN_LIST.search(above) or not _LIST_END.match(below):
        return False
    return below.endswith((",", ":")) or not load_letter_cues().salutation.match(above)


def _is_split_name(above: str, below: str) -> bool:
    """Tell whether a narrow column has broken the name of a body before its head noun."""
    named = above.istitle() and not re.search(rf"\b{_BODY_HEAD}\b", above)
    return (named and bool(_LONE_HEAD.match(below))) or bool(_OPEN_AND.match(above) and _ENDS_IN_HEAD.match(below))


def _ends_in_hyphen(text: str) -> bool:
    return len(text) > 2 and text[-1] == "-" and text[-2].islower()


def _glue(paragraph: Paragraph, line: SourceLine, words: set[str]) -> str:
    """Join a word that a hyphen breaks; the hyphen goes if the whole word, or no half, stands elsewhere."""
    glue, last = paragraph[-1]
    if not _ends_in_hyphen(last.text):
        # a margin has broken "303-555-" before "0162"
        return "" if line.goes_on and re.search(r"\w[-/]$", last.text) else " "
    left = re.split(r"[^\w]", last.text[:-1])[-1].casefold()
    right = re.split(r"[^\w]", line.text)[0].casefold()
    if left + right in words or not (f"{left}-{right}" in words or (left in words and right in words)):
        paragraph[-1] = (glue, replace(last, text=last.text[:-1]))
    return ""


def _wrap_width(lines: Sequence[SourceLine]) -> float:
    """Return the width in characters at which the file wraps its lines, infinite if it does not."""
    lengths = sorted(
        len(line.text.strip())
        for line, after in pairwise(lines)
        if after.text.strip() and _SHORTEST_PROSE <= len(line.text.strip()) <= _WIDEST_WRAP
    )
    return float(lengths[int(len(lengths) * 0.9)]) if len(lengths) >= 3 else float("inf")


def _stack_columns(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines with two columns, parted by wide gaps, set one below the other block by block."""
    stacked: list[SourceLine] = []
    block: list[SourceLine] = []
    for line in [*lines, SourceLine(text="", line=0)]:
        if line.text.strip():
            block.append(line)
            continue
        stacked.extend(_stack_block(block))
        block = []
        stacked.append(line)
    return stacked[:-1]


def _stack_block(block: Sequence[SourceLine]) -> list[SourceLine]:
    cut = [_find_pieces(line.text) for line in block]
    wide = [pieces[0][1] for pieces in cut if len(pieces) > 1]
    # "To:      Ann Lee" is a label and its value, no two columns
    if not wide or sum(first.endswith((":", ".")) for first in wide) * 2 > len(wide):
        return [replace(line, text=_GAP.sub(" ", line.text)) for line in block]
    starts = _find_column_starts(cut)
    columns: list[list[SourceLine]] = [[] for _ in starts]
    for line, pieces in zip(block, cut, strict=True):
        for start, text in pieces:
            nearest = min(range(len(starts)), key=lambda at: abs(starts[at] - start))
            columns[nearest].append(replace(line, text=text))
    between = SourceLine(text="", line=block[-1].line, page=block[-1].page)
    stacked: list[SourceLine] = []
    for column in filter(None, columns):
        stacked += [between, *column] if stacked else column
    return stacked


def _find_pieces(text: str) -> list[tuple[int, str]]:
    """Return the pieces of a line between wide gaps, each with the column of its first character."""
    even = text.expandtabs()
    ends = [gap.start() for gap in _GAP.finditer(even)] + [len(even.rstrip())]
    starts = [len(even) - len(even.lstrip()), *(gap.end() for gap in _GAP.finditer(even))]
    return [(start, even[start:end]) for start, end in zip(starts, ends, strict=True)]


def _find_column_starts(cut: Sequence[Sequence[tuple[int, str]]]) -> list[int]:
    """Return where the columns of a block start; pieces that begin at nearly the same place are one column's.

    Where the pieces of the right-hand column are flush right, and so begin at many places, there are two.
    """
    starts: list[int] = []
    for start in sorted(start for pieces in cut if len(pieces) > 1 for start, _ in pieces):
        if not starts or start - starts[-1] > _SAME_COLUMN:
            starts.append(start)
    if len(starts) <= max(len(pieces) for pieces in cut):
        return starts
    rights = [pieces[-1][0] for pieces in cut if len(pieces) > 1]
    return [min(starts), min(rights)]
