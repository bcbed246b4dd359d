"""The header of a letter against gold: a score for each field."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..model.letter import Letter
from .agreement import to_form
from .gold import GoldLetter
from .score import Fault, Score

HEADER_FIELDS = (
    *("sender name", "sender office", "sender organisation"),
    *("recipient name", "recipient office", "recipient organisation"),
    *("date", "references", "subject"),
)


def score_header(gold: GoldLetter, letter: Letter | None, others: Sequence[Letter]) -> Iterator[tuple[str, Score]]:
    """Yield each header field with its score; all that `others` hold is false.

    A value that a field has several times (two senders of one body) counts as often. People copied in count
    nowhere.
    """
    for measure in HEADER_FIELDS:
        is_person = measure.endswith(" name")
        wanted = _count(_values(measure, gold), is_person=is_person)
        found = _count(_values(measure, letter) if letter else (), is_person=is_person)
        words = {**wanted.words, **found.words}
        missed, false = wanted.counts - found.counts, found.counts - wanted.counts
        surplus = [value for other in others for value in _values(measure, other) if value]
        yield (
            measure,
            Score(
                right=(wanted.counts & found.counts).total(),
                missed=tuple(Fault(letter=gold.name, words=words[form]) for form in missed.elements()),
                false=tuple(
                    Fault(letter=gold.name, words=value)
                    for value in (*(words[form] for form in false.elements()), *surplus)
                ),
            ),
        )


class _Count:
    """Values of a field counted by their form; `words` keeps how they are written."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.words: dict[str, str] = {}


def _count(values: Iterable[str | None], *, is_person: bool) -> _Count:
    count = _Count()
    for value in values:
        if value:
            form = to_form(value, is_person=is_person)
            count.counts[form] += 1
            count.words.setdefault(form, value)
    return count


def _values(measure: str, header: GoldLetter | Letter) -> Sequence[str | None]:
    side, _, part = measure.partition(" ")
    if part:
        people = header.senders if side == "sender" else header.recipients
        return [getattr(person, part) for person in people]
    if measure == "references":
        return header.references
    return [header.date if measure == "date" else header.subject]
