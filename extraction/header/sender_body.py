"""The body that a sender writes for, where only a page's running line or a mail address of the letter tells it."""

import re
from collections.abc import Iterator, Sequence

from ...model.entity import EntityType
from ..text.lines import Line
from ..text.span import NameSpan, Span
from .part_kinds import is_unit
from .zones import is_prose

# "Office of the Rail Regulator > News", "Rail Council Limited ABN 85 005", "Company number 0123"
_RUNNING = re.compile(r"[^\S\n]*(?:Ltd|Limited)?[^\S\n]*(?:>|»|\||ABN\b|(?:Registered\s+)?(?:[Cc]harity|[Cc]ompany)\b)")
_ADDRESS = re.compile(r"[\w.+-]+@(?P<domain>[\w.-]+)")
# what a domain ends in, or what only says of which kind it is
_SUFFIXES = frozenset({"com", "edu", "example", "gob", "gouv", "gov", "govt", "int", "mil", "net", "org"})
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_SHORTEST_INITIALS = 3
_SHORTEST_NAME = 6


def find_sender_body(
    text: str, lines: Sequence[Line], spans: Sequence[NameSpan], others: Sequence[Span]
) -> Span | None:
    """Return the one body that running lines and mail addresses name; None where they name none, or two.

    `others` are the bodies of those to whom the letter goes: their addresses stand in it too.
    """
    bodies = [span for span in spans if span.type is EntityType.ORGANISATION and not span.inner]
    addressed = {_to_key(text, span) for span in others}
    found = {
        _to_key(text, (body.start, body.end)): (body.start, body.end)
        for body in (*_find_running(text, lines, bodies), *_find_by_address(text, lines, bodies))
        if not is_unit(text[body.start : body.end])
    }
    mine = [body for key, body in found.items() if key not in addressed]
    return mine[0] if len(mine) == 1 else None


def _find_running(text: str, lines: Sequence[Line], bodies: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies that open a line of a page's edge: with a path, a number of a register, an address behind."""
    opening = {body.start: body for body in bodies}
    for line in lines:
        body = opening.get(line.start + len(line.text) - len(line.text.lstrip()))
        if body is not None and not is_prose(line.text) and _RUNNING.match(text, body.end):
            yield body


def _find_by_address(text: str, lines: Sequence[Line], bodies: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield the bodies whose name or initials a mail address bears: "press@railcouncil.org"."""
    for line in lines:
        for match in _ADDRESS.finditer(line.text):
            labels = [label for label in match["domain"].casefold().split(".") if label not in _SUFFIXES]
            for body in bodies:
                if any(_bears(label.replace("-", ""), text[body.start : body.end]) for label in labels):
                    yield body


def _bears(label: str, name: str) -> bool:
    words = [word.casefold() for word in re.findall(r"\w+", name)]
    initials = "".join(word[0] for word in words if word not in _SMALL)
    squeezed = {"".join(words), "".join(word for word in words if word not in _SMALL)}
    if len(label) >= _SHORTEST_NAME and any(each.startswith(label) for each in squeezed):
        return True
    return len(label) >= _SHORTEST_INITIALS and label in {initials, *squeezed}


def _to_key(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].casefold().split()).removeprefix("the ")
