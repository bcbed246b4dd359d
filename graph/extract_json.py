"""Letters, and what links them, as the JSON lines that other programs read."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..model.ask import Ask
from ..model.commitment import Commitment
from ..model.entity import Entity
from ..model.figure import Figure
from ..model.finding import Finding
from ..model.judgement import Judgement
from ..model.letter import Correspondent, Letter
from ..model.link import Answer, Judged, Links, Reply
from ..model.position import Position
from ..model.statement import Passage, Polarity, Statement
from .loading.extract import SourcedReading

Json = dict[str, Any]


def to_json_lines(letters: Iterable[SourcedReading], links: Links, *, is_judged: bool = False) -> Iterator[str]:
    """Yield a line for each letter in the order of dates (undated ones last), then one for the links.

    Where judgements were replayed (`is_judged`), replies and answers tell their standing.
    """
    for letter in sorted(letters, key=_to_rank):
        yield json.dumps(to_letter_json(letter), ensure_ascii=False)
    yield json.dumps({"links": to_links_json(links, is_judged=is_judged)}, ensure_ascii=False)


def _to_rank(sourced: SourcedReading) -> tuple[str, str]:
    letter = sourced.reading.letter
    return letter.date or "~", letter.iri


def to_letter_json(sourced: SourcedReading) -> Json:
    """Return one letter with what it names and states."""
    reading = sourced.reading
    affirmed = [item for item in reading.statements if item.polarity is Polarity.AFFIRMED]
    denied = [item for item in reading.statements if item.polarity is not Polarity.AFFIRMED]
    return {
        "letter": _to_header_json(reading.letter, sourced.sources),
        "entities": [_to_entity_json(entity) for entity in reading.entities],
        "statements": [_to_statement_json(statement) for statement in affirmed],
        "denied": [_to_statement_json(item) | {"how": item.polarity.value} for item in denied],
        "asks": [_to_ask_json(ask) for ask in reading.asks],
        "commitments": [_to_commitment_json(commitment) for commitment in reading.commitments],
        "positions": [_to_position_json(position) for position in reading.positions],
        "figures": [_to_figure_json(figure) for figure in reading.figures],
        "problems": [_to_problem_json(finding) for finding in reading.findings],
    }


def to_links_json(links: Links, *, is_judged: bool = False) -> Json:
    """Return what links the letters; `is_judged` as for `to_json_lines`."""
    return {
        "same": [{"entities": list(link.entities), "why": link.why} for link in links.same],
        "replies": [
            {
                "letter": link.letter,
                "to": link.to,
                "days": link.days,
                **(_to_standing_json(link) if is_judged else {}),
                "evidence": _to_evidence(link.evidence),
            }
            for link in links.replies
        ],
        "senders": [
            {"letter": link.letter, "person": link.person, "evidence": _to_evidence(link.evidence)}
            for link in links.senders
        ],
        "same_asks": [{"asks": list(link.entities), "why": link.why} for link in links.same_asks],
        "answers": [
            {
                "ask": answer.ask,
                "status": answer.status.value,
                "reason": answer.reason,
                **(_to_standing_json(answer) if is_judged else {}),
                "evidence": _to_evidence(answer.evidence),
            }
            for answer in links.answers
        ],
        "parties": [
            {
                "ask": one.ask,
                "from": list(one.asked_by),
                "to": list(one.asked_of),
                "from_words": one.by or None,
                "to_words": one.of or None,
            }
            for one in links.parties
        ],
        **({"judged": list(map(_to_judged_json, links.judged))} if is_judged else {}),
        "returns": [
            {"letter": link.letter, "commitment": link.commitment, "evidence": _to_evidence(link.evidence)}
            for link in links.returns
        ],
        "not_held": [
            {
                "described": link.described,
                "date": link.date,
                "from_words": link.by or None,
                "to_words": link.to or None,
                "evidence": _to_evidence(link.evidence),
            }
            for link in links.not_held
        ],
        "problems": [{"entities": list(link.entities), "message": link.message} for link in links.doubts],
    }


def _to_judged_json(judged: Judged) -> Json:
    return {"target": judged.target, **_to_standing_json(judged)}


def _to_standing_json(link: Reply | Answer | Judged) -> Json:
    return {
        "standing": link.standing.value,
        "judgement": _to_judgement_json(link.judgement) if link.judgement else None,
        "notes": list(map(_to_judgement_json, link.notes)),
    }


def _to_judgement_json(judgement: Judgement) -> Json:
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "when": judgement.when,
        "value": judgement.value,
        "why": judgement.why,
    }


def _to_header_json(letter: Letter, sources: tuple[str, ...]) -> Json:
    return {
        "iri": letter.iri,
        "sources": list(sources),
        "text": letter.text,
        "date": letter.date,
        "references": list(letter.references),
        "subject": letter.subject,
        "senders": list(map(_to_correspondent_json, letter.senders)),
        "recipients": list(map(_to_correspondent_json, letter.recipients)),
        "copied_to": list(map(_to_correspondent_json, letter.copied_to)),
        **({"ocr": True} if letter.ocr else {}),
    }


def _to_correspondent_json(correspondent: Correspondent) -> Json:
    return {
        "name": correspondent.name,
        "office": correspondent.office,
        "organisation": correspondent.organisation,
    }


def _to_entity_json(entity: Entity) -> Json:
    return {
        "iri": entity.iri,
        "type": entity.type.value,
        "name": entity.name,
        "label": entity.label,
        "mentions": [{"text": mention.text, "start": mention.start, "end": mention.end} for mention in entity.mentions],
        **({"recogniser": entity.recogniser} if entity.recogniser else {}),
    }


def _to_statement_json(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "subject": statement.subject,
        "predicate": statement.predicate.value,
        "object": statement.object,
        "since": statement.since,
        "until": statement.until,
        "condition": statement.condition,
        "rule": statement.rule,
        "confidence": statement.confidence,
        "evidence": _to_evidence(statement.evidence),
    }


def _to_ask_json(ask: Ask) -> Json:
    return {
        "iri": ask.iri,
        "text": ask.text,
        "from": list(ask.asked_by),
        "to": list(ask.asked_of),
        "about": list(ask.about),
        "due": ask.due,
        "procedural": ask.procedural,
        "reported": ask.reported,
        "evidence": _to_evidence(ask.evidence),
    }


def _to_commitment_json(commitment: Commitment) -> Json:
    return {
        "iri": commitment.iri,
        "text": commitment.text,
        "by": list(commitment.by),
        "about": list(commitment.about),
        "due": commitment.due,
        "strength": commitment.strength.value,
        "reported": commitment.reported,
        "evidence": _to_evidence(commitment.evidence),
    }


def _to_position_json(position: Position) -> Json:
    return {
        "iri": position.iri,
        "by": list(position.by),
        "stance": position.stance.value,
        "on": list(position.on),
        "text": position.text,
        "condition": position.condition,
        "evidence": _to_evidence(position.evidence),
    }


def _to_figure_json(figure: Figure) -> Json:
    return {
        "iri": figure.iri,
        "value": _to_json_number(figure.value),
        "upper": _to_json_number(figure.upper) if figure.upper is not None else None,
        "unit": figure.unit,
        "counts": figure.counts,
        "period": figure.period,
        "source": figure.source,
        "about": list(figure.about),
        "evidence": _to_evidence(figure.evidence),
    }


def _to_json_number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _to_evidence(passages: Iterable[Passage]) -> list[Json]:
    return [
        {
            "letter": passage.letter,
            "quote": passage.quote,
            "start": passage.start,
            "end": passage.end,
            "page": passage.page,
        }
        for passage in passages
    ]


def _to_problem_json(finding: Finding) -> Json:
    return {
        "message": finding.message,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
    }
