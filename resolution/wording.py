"""Letters and lists in the words of a sentence, for reasons and doubts that a person reads."""

from collections.abc import Sequence

from ..model.entity import EntityType
from ..model.letter import Letter
from ..model.statement import Predicate

_VERBS = {
    Predicate.HOLDS_OFFICE: "holds the office of",
    Predicate.OFFICE_IN: "is an office in",
    Predicate.MEMBER_OF: "is a member of",
    Predicate.PART_OF: "is part of",
    Predicate.RUNS: "runs",
    Predicate.FUNDS: "funds",
    Predicate.PARTNERS_WITH: "works with",
    Predicate.SUPPORTS: "supports",
    Predicate.OPPOSES: "opposes",
    Predicate.PARTY_TO: "is party to",
    Predicate.OPERATES_IN: "operates in",
    Predicate.BASED_ON: "is based on",
}

_OF_DOCUMENTS = {Predicate.RUNS: "publishes"}
"""What is said otherwise where a document is at the other end."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MOST = 4


def name_day(date: str) -> str:
    """Return a day in words: "5 March 2024" of "2024-03-05"."""
    year, month, day = date.split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def name_relation(predicate: Predicate, target: EntityType | None) -> str:
    """Return a relation as a verb that stands between its two ends, of which the second is a `target`."""
    return (_OF_DOCUMENTS if target is EntityType.DOCUMENT else {}).get(predicate, _VERBS[predicate])


def name_letter(letter: Letter) -> str:
    """Return how a sentence speaks of a letter: "the letter of 5 March 2024 from Ann Lee"."""
    name = f"the letter of {name_day(letter.date)}" if letter.date else "the undated letter"
    for sender in letter.senders:
        if words := sender.name or (f"the {sender.office}" if sender.office else sender.organisation):
            return f"{name} from {words}"
    return name


def join_words(words: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"; of many the first four and how many more."""
    if len(words) > _MOST + 1:
        words = [*words[:_MOST], f"{len(words) - _MOST} more"]
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
