"""The parts of a letter: head, salutation, body, closing, foot. Found first; the header falls out of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...ontology.cues import load_letter_cues
from ..text.dates import find_dates
from ..text.lines import Line
from .part_kinds import is_office_title

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")
_END_OF_FOOT = re.compile(
    r"^(?:Annex|Appendix|Attachment|Schedule|Notes?(?: to editors)?|Footnotes?|Endnotes?|References|ENDS?|Related"
    r"|Background|Further reading|For (?:media|press|further|more)\b|(?:Also )?(?:endorsed|supported) by:|Enquiries"
    r"|On [^\n]{5,90} wrote:|-{3,}\s*Original Message|From: |About (?:us|the)|We aim to"
    r"|Media contact|Contact|PS|P\.S\.)(?:\b|\s|$)|^>",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:I|We|Thank|Further|On|In|As|Following|It|My|Our|Please|Re:|\d)\b")
_SIGNATORIES = re.compile(
    r"(?:(?:Annex|Appendix)\b.{0,12})?(?:(?:Full |Complete )?(?:List of )?(?:the )?(?:Co-?)?Signator(?:y|ies)"
    r"|Signed (?:by|on behalf of)|Co-?signed by|Undersigned|The undersigned)\b.{0,60}$",
    re.IGNORECASE,
)
_PROSE = 90
_LONGEST_SUBJECT = 220


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The lines of a letter by zone. `foot` holds the signature and what stands with it, `tail` the rest."""

    head: tuple[Line, ...]
    salutation: tuple[Line, ...]
    body: tuple[Line, ...]
    closing: Line | None
    foot: tuple[Line, ...]
    tail: tuple[Line, ...]


def find_zones(lines: Sequence[Line]) -> Zones:
    """Return the zones of a letter's lines.

    "Dear …" ends the head; without it the head ends before the first line of prose. "Yours sincerely" ends the
    body; without it the short lines behind the last line of prose are the foot.
    """
    greeting = find_salutation(lines)
    start = _find_prose(lines) if greeting is None else greeting + 1
    while greeting is not None and start < len(lines) and _greets_on(lines, start):
        start += 1
    head = lines[: greeting if greeting is not None else start]
    closing = _find_closing(lines, start)
    if closing is not None:
        foot_start, body_end = closing + 1, closing
    else:
        foot_start = body_end = _find_foot(lines, start)
    foot_end = _find_end_of_foot(lines, foot_start)
    signed = _find_signatories(lines, foot_end)
    return Zones(
        head=tuple(_single_space(head)),
        salutation=tuple(lines[greeting:start]) if greeting is not None else (),
        body=tuple(lines[start:body_end]),
        closing=lines[closing] if closing is not None else None,
        foot=tuple(
            line for line in (*lines[foot_start:foot_end], *signed) if not _SIGNATORIES.match(line.text.strip())
        ),
        tail=tuple(line for line in lines[foot_end:] if line not in signed),
    )


def find_salutation(lines: Sequence[Line], start: int = 0) -> int | None:
    """Return the place of the first salutation from `start` on; without "Dear", that of a bare "Prime Minister,"."""
    places = range(start, len(lines))
    plain = next((place for place in places if is_salutation(lines[place].text)), None)
    return plain if plain is not None or start else _find_bare_salutation(lines)


def _greets_on(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a line goes on with a salutation: a second "Dear …", or "Lyle and colleagues" of a broken one."""
    line, before = lines[place], lines[place - 1].text.strip()
    broken = before.endswith(",") and not line.gap and " and " in line.text and len(line.text.split()) <= 6
    followed = place + 1 < len(lines) and lines[place + 1].gap > 0
    return is_salutation(line.text) or (broken and followed and not line.text.strip().endswith("."))


def _find_bare_salutation(lines: Sequence[Line]) -> int | None:
    """Return the place of a line that is an office with a comma, where the first prose follows at once."""
    for place, line in enumerate(lines[:-1]):
        bare = line.text.strip()
        if bare.endswith((",", ":")) and is_office_title(bare[:-1]) and is_prose(lines[place + 1].text):
            return place
        if place and is_prose(line.text) and is_prose(lines[place + 1].text):
            return None
    return None


def is_salutation(text: str) -> bool:
    """Tell whether a line is a salutation: "Dear Home Secretary,"; not "Dear friends have told me that …"."""
    match = load_letter_cues().salutation.match(text.strip())
    words = text.split()
    sentence = len(words) > 6 and words[-1][-1].isalnum() and not any(word[0].isupper() for word in words[1:])
    return match is not None and match.end() >= len(text.strip()) - 1 and not sentence


def is_closing(text: str) -> bool:
    """Tell whether a line is a complimentary close: "Yours sincerely,", "Yours sincerely / Yn gywir,"."""
    closing = load_letter_cues().closing
    return all(closing.fullmatch(half.strip()) for half in text.strip().split(" / "))


def is_prose(text: str) -> bool:
    """Tell whether a line is running text: long, and most of its words in small letters."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return len(text) >= _PROSE and small * 2 >= len(words)


def find_subject_line(zones: Zones) -> Line | None:
    """Return the heading directly behind the salutation, if there is one.

    "Returns and reintegration for victims" is one; "Thank you for your letter." is none.
    """
    for line in [line for line in zones.body[:2] if not _is_date(line.text)][:1]:
        text = line.text.strip()
        titled = len(text.split()) >= 2 and len(text) <= _LONGEST_SUBJECT and not text.endswith(tuple(".,?!;:"))
        if titled and (text.isupper() or not _SENTENCE_START.match(text)):
            return line
    return None


def _is_date(text: str) -> bool:
    """Tell whether a line is a date and nothing else: some stand under the salutation."""
    return any(date.end - date.start >= len(text.strip()) - 2 for date in find_dates(text) if date.is_day)


def _single_space(head: Sequence[Line]) -> list[Line]:
    """Return the lines of a head with their gaps as if it were not double-spaced throughout."""
    spaced = sum(line.gap > 0 for line in head[1:])
    double = len(head) >= 5 and spaced * 4 >= 3 * (len(head) - 1)
    return [replace(line, gap=max(line.gap - 1, 0)) if double else line for line in head]


def _find_prose(lines: Sequence[Line]) -> int:
    """Return the place of the first running text; in a mail, whose head has labels, a short sentence is some too."""
    runs_on = _runs_on if any(line.text.startswith("From:") for line in lines[:3]) else is_prose
    return next((place for place, line in enumerate(lines) if runs_on(line.text)), len(lines))


def _find_closing(lines: Sequence[Line], start: int) -> int | None:
    """Return the first closing behind prose that no prose follows at once."""
    for place in range(start, len(lines)):
        if is_closing(lines[place].text):
            after = lines[place + 1] if place + 1 < len(lines) else None
            if after is None or not is_prose(after.text):
                return place
    return None


def _find_foot(lines: Sequence[Line], start: int) -> int:
    place = len(lines)
    while place > start and (_opens_with_office(lines[place - 1].text) or not _runs_on(lines[place - 1].text)):
        place -= 1
    return place if place > start or start == len(lines) else len(lines)


def _runs_on(text: str) -> bool:
    return is_prose(text) or _is_sentence(text)


def _opens_with_office(text: str) -> bool:
    """Tell whether a long line is an office all the same: "Special Rapporteur on the right to food, …"."""
    words = text.split()
    return is_office_title(" ".join(words[:2])) and words[2:3] in (["on"], ["of"], ["for"]) and text.strip()[-1] != "."


def _is_sentence(text: str) -> bool:
    """Tell whether a short line is running text too: it ends like a sentence, or begins like one."""
    words = text.split()
    if len(words) >= 7 and words[0] in {
        "I",
        "We",
        "You",
        "The",
        "This",
        "These",
        "It",
        "If",
        "In",
        "On",
        "Please",
        "Thank",
        "Thanks",
        "Your",
        "Our",
        "My",
        "Should",
    }:
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) >= 7 and small * 2 > len(words) and bool(_SENTENCE_END.search(text.strip()))


def _find_signatories(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the lines under a heading such as "Annex: list of signatories", up to the next text."""
    for place in range(start, len(lines)):
        if _SIGNATORIES.match(lines[place].text.strip()):
            return lines[place + 1 : _find_end_of_foot(lines, place + 1)]
    return ()


def _find_end_of_foot(lines: Sequence[Line], start: int) -> int:
    for place in range(start, len(lines)):
        text = lines[place].text.strip()
        if _END_OF_FOOT.match(text) and not is_closing(text):
            return place
        if is_prose(text) and text.count(",") * 12 < len(text.split()) * 2:
            return place
    return len(lines)
