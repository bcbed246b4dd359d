"""Statements put together: ends, evidence and identifier; the same one is kept once, first found first."""

from dataclasses import dataclass, field

from ..model.identity import to_statement_id
from ..model.letter import Letter
from ..model.statement import Passage, Polarity, Predicate, Statement
from ..ontology.rule_record import load_rule_record


@dataclass(slots=True)
class StatementList:
    """Collects the statements of one letter."""

    letter: Letter
    found: dict[tuple[str, str, str], Statement] = field(default_factory=dict)

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage `start`–`end` of the letter."""
        quote = self.letter.text[start:end]
        page = self.letter.find_anchor(start).page
        return Passage(letter=self.letter.iri, start=start, end=end, quote=quote, page=page)

    def add(
        self,
        subject: str,
        predicate: Predicate,
        target: str,
        evidence: list[tuple[int, int]],
        rule: str,
        *,
        polarity: Polarity = Polarity.AFFIRMED,
        condition: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        """Add a statement with its evidence as spans, unless the letter has stated the same before.

        One that says since when or until when stands instead of one that does not.
        """
        key = (subject, predicate.value, target)
        before = self.found.get(key)
        if subject == target or (before and not (_is_dated(since, until) and _is_undated(before, polarity))):
            return
        passages = tuple(self.passage(start, end) for start, end in dict.fromkeys(evidence))
        parts = (self.letter.iri, *key, polarity.value, since or "", until or "", condition or "")
        self.found[key] = Statement(
            id=to_statement_id(*parts),
            subject=subject,
            predicate=predicate,
            object=target,
            evidence=passages,
            rule=rule,
            confidence=load_rule_record().get(rule),
            polarity=polarity,
            condition=condition,
            since=since,
            until=until,
        )

    def in_order(self) -> tuple[Statement, ...]:
        """Return the statements by the place of their evidence."""
        return tuple(sorted(self.found.values(), key=lambda each: (each.evidence[0].start, each.id)))


def _is_dated(since: str | None, until: str | None) -> bool:
    return since is not None or until is not None


def _is_undated(statement: Statement, polarity: Polarity) -> bool:
    return statement.polarity is polarity and not _is_dated(statement.since, statement.until)
