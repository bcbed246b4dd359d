"""Phrases: how a relation, a date or a number is put into words for a reader."""

import re

from ..graph.network.network_records import Link
from ..graph.storage.quotation import OCR_NOTE
from ..model.entity import EntityType
from ..model.letter import Correspondent
from ..model.position import Stance
from ..model.statement import Predicate
from ..resolution.wording import name_relation

_STANCES = {
    Stance.SUPPORTS: "supports",
    Stance.OPPOSES: "opposes",
    Stance.WELCOMES: "welcomes",
    Stance.CONCERNED: "is concerned about",
    Stance.DISAGREES: "disagrees with",
}

_LINKS = {
    Link.SENT_BY: "was written by",
    Link.SENT_TO: "was sent to",
    Link.WRITES_TO: "wrote to",
    Link.MENTIONS: "names",
    Link.REPLIES_TO: "answers",
    Link.ASKS: "asks",
    Link.PROMISES: "promises something about",
    Link.PROMISES_TO: "promises something to",
    Link.COUNTRY: "belongs to",
}

_PLURALS = {
    EntityType.PERSON: "people",
    EntityType.LEGISLATION: "laws",
    EntityType.COUNTRY: "countries",
    EntityType.TREATY: "treaties",
}

_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# EDTF level 1 gives seasons the numbers of months that do not exist.
_SEASONS = ("spring", "summer", "autumn", "winter")
_MONTHS = {f"{number:02}": name for number, name in [*enumerate(_NAMES, 1), *enumerate(_SEASONS, 21)]}

# A year, perhaps with month or season, perhaps with day: `2024-03-05`, `2022-21`; not `201X` or `2021-6-9`.
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")

_SEASON = re.compile(r"(?<![\d-])\d{4}-2[1-4](?![\d-])")
"""`2022-21`, also in `since 2022-21` and `2022-21/2023-22`; not `2022-21-01`."""


def to_line(text: str) -> str:
    """Return a text in one line, without what a document cannot hold: control characters and halves of pairs."""
    return " ".join("".join(one for one in text if one.isprintable() or one.isspace()).split())


def render_relation(relation: Predicate | Stance | Link, target: EntityType | None = None) -> str:
    """Return what connects two things of the network, the second of type `target`, as a verb between them."""
    if isinstance(relation, Predicate):
        return name_relation(relation, target)
    return _STANCES[relation] if isinstance(relation, Stance) else _LINKS[relation]


def render_kind(kind: EntityType, number: int = 1) -> str:
    """Return the word for this many entities of a type: "scheme", "schemes"."""
    if number == 1:
        return "law" if kind is EntityType.LEGISLATION else kind.value
    return _PLURALS.get(kind, f"{kind}s")


def render_date(edtf: str) -> str:
    """Return an EDTF date in words: `2024-03-05` is "5 March 2024", `2022-21` "spring 2022"."""
    if "/" in edtf:
        return " to ".join(render_date(end) for end in edtf.split("/"))
    date = _DATE.fullmatch(edtf)
    if date is None or (date["month"] and date["month"] not in _MONTHS):
        return edtf
    parts = (date["day"] and date["day"].lstrip("0"), _MONTHS.get(date["month"] or ""), date["year"])
    return " ".join(part for part in parts if part)


def render_seasons(text: str) -> str:
    """Return what says when something is with its seasons in words and its days as they are."""
    return _SEASON.sub(lambda season: render_date(season[0]), text)


def render_day(date: str | None) -> str:
    """Return how a letter of this date is called: "letter of 5 March 2024", "undated letter"."""
    return f"letter of {render_date(date)}" if date else "undated letter"


def render_period(since: str | None, until: str | None, target: EntityType | None = None) -> str:
    """Return "since …", "until …", "from … until …", or nothing; of a document (`target`) the year of its making."""
    if since and not until and target is EntityType.DOCUMENT:
        return render_date(since)
    if since and until:
        return f"from {render_date(since)} until {render_date(until)}"
    if since:
        return f"since {render_date(since)}"
    return f"until {render_date(until)}" if until else ""


def render_number(number: int, singular: str, plural: str = "") -> str:
    """Return "1 letter", "3 letters", "1,000 letters"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def render_correspondent(correspondent: Correspondent) -> str:
    """Return name, office and organisation, as far as the letter gives them."""
    parts = (correspondent.name, correspondent.office, correspondent.organisation)
    return ", ".join(part for part in parts if part) or "not named"


def render_place(source: str, line: int | None, page: int | None, *, ocr: bool = False) -> str:
    """Return where something stands in a file: "letters/a.pdf, page 2, line 14"; with `ocr`, that it is in doubt."""
    page_part = f", page {page}" if page is not None else ""
    line_part = f", line {line}" if line is not None else ""
    return source + page_part + line_part + (f" ({OCR_NOTE})" if ocr else "")
