"""Since when and until when a relation holds, as the words beside its verb say.

"The Fund, run since 2019 by Ofcom", "In March, we published the Plan", "Ofcom ran the Fund until May 2021". A date that
stands elsewhere in the sentence is something else's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..model.statement import Polarity
from .dates import find_dates
from .periods import Period, find_periods
from .slots import Slot
from .span import Span
from .templates import TemplateMatch

# "since 2019", "in March", "last year"; not "by 2019", "after May", "for two years"
_LEAD = re.compile(
    r"(?:in|on|since|from|between|during|throughout|as\s+(?:of|from)|with\s+effect\s+from|last|this|earlier\s+this)\b",
    re.IGNORECASE,
)
# what tells how long something is so, and not when it was done
_LASTING = re.compile(r"(?:since|from|between|until|till|up\s+to|as\s+(?:of|from))\b", re.IGNORECASE)
_UNTIL = re.compile(r"(?:until|till|up\s+to)\b", re.IGNORECASE)
# "runs the Fund (jointly since 2019)", "runs the Fund, in 2019,", "runs the Fund in New Wales since 2019"
_BEHIND = re.compile(
    r"\s*(?:(?:in|across|throughout)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*)?[,(]?\s*"
    r"(?:(?:\w+ly|again|first|here|together|both)\s+)?"
)
_OPENING = re.compile(r"[^\w]*(?:(?:and|but|so|then)\s+)?", re.IGNORECASE)
_COMMA = re.compile(r"\s*,?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """From `since` to `until`, EDTF dates or None where it is open or not said."""

    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class TenureFinder:
    """Finds the tenures of the relations of one sentence; `written` is the day of the letter."""

    text: str
    sentence: Span
    slots: Sequence[Slot]
    written: str | None

    @cached_property
    def _periods(self) -> list[Period]:
        start, end = self.sentence
        found = find_periods(self.text, self.sentence, find_dates(self.text[start:end]), self.written, None)
        # "the 2021 Annual Report"
        return [
            each
            for each in found
            if not any(slot.start < each.end and each.start < slot.end for slot in self.slots if slot.span)
        ]

    def find(self, match: TemplateMatch) -> Tenure:
        """Return since when and until when a relation holds; an empty tenure where nothing or two dates say it."""
        fitting = (period for period in self._periods if self._belongs(period, match))
        told = {tenure for period in fitting if (tenure := self._read(period))}
        return told.pop() if len(told) == 1 else Tenure()

    def settle(self, match: TemplateMatch, tenure: Tenure) -> tuple[Polarity, Tenure]:
        """Return whether the relation holds on the day of the letter: what runs until next year does."""
        if match.polarity is not Polarity.ENDED:
            return match.polarity, tenure
        if tenure.until is None:
            # "no longer a member since 2019"
            return match.polarity, Tenure(until=tenure.since)
        holds = self.written is not None and tenure.until >= self.written[: len(tenure.until)]
        return Polarity.AFFIRMED if holds else Polarity.ENDED, tenure

    def _belongs(self, period: Period, match: TemplateMatch) -> bool:
        first, group, verb_end = match.verb
        if not match.is_done and not _LASTING.match(self.text, period.start):
            return False
        if group <= period.start and period.end <= verb_end:
            return True
        targets = (self.slots[number].end for number in (match.subject, match.object))
        behind = (verb_end, *(end for end in targets if end > group))
        if any(end <= period.start and _BEHIND.fullmatch(self.text, end, period.start) for end in behind):
            return True
        opening = _OPENING.fullmatch(self.text, self.sentence[0], period.start)
        return opening is not None and period.end <= first and bool(_COMMA.fullmatch(self.text, period.end, first))

    def _read(self, period: Period) -> Tenure | None:
        words = self.text[period.start : period.end]
        since, _, until = period.edtf.partition("/")
        if _UNTIL.match(words):
            return Tenure(until=until or since)
        if not _LEAD.match(words) or since == "..":
            return None
        closes = until not in {"", ".."} and (self.written is None or until != self.written[: len(until)])
        return Tenure(since=since, until=until if closes else None)
