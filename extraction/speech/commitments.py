"""What a letter promises: the sentence, how firmly, and by whom."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model.commitment import Strength
from ...ontology.speech_cues import WRITER, find_cue_matches, load_commitment_cues
from ..text.due_dates import find_due
from ..text.span import Span
from .ask_clauses import trim_ask
from .body_pieces import Piece

# "If the Board approves it, " before "we will"
_CONDITION = re.compile(
    r"\b(?:[Ii]f|[Ff]ailing|[Ss]hould|[Oo]nce|[Ww]hen|[Aa]s\s+of)\s[^;:]{4,180},\s+$|\b[Ii]f\s[^,;:.]{4,70}\s+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentSpan:
    """A promise at `span`, in the sentence `sentence`; one with `others` may be somebody else's than the writer's."""

    span: Span
    sentence: Span
    strength: Strength
    others: bool = False


def find_commitments(text: str, masked: str, pieces: Sequence[Piece], written: str | None) -> list[CommitmentSpan]:
    """Return the promises of the letter of the day `written`, in order; `masked` is its text with the voices marked.

    "We will publish the review in May." is one; "I will be grateful for a reply." is none.
    """
    return [found for piece in pieces for found in _find_in(text, masked, piece, written)]


def _find_in(text: str, masked: str, piece: Piece, written: str | None) -> Iterator[CommitmentSpan]:
    cues = load_commitment_cues()
    sentence = masked[piece.start : piece.end]
    if sentence.endswith("?"):
        return
    matches = find_cue_matches(cues.cues, sentence)
    starts = [piece.start + start for _, start, _ in matches]
    for (cue, _, _), start, end in zip(matches, starts, [*starts[1:], piece.end], strict=False):
        condition = _CONDITION.search(text, piece.start, start)
        span = trim_ask(text, condition.start() if condition else start, end, with_tail=True)
        if not cue.dated or find_due(text[slice(*span)], written):
            # what stands at its start is no writer's name where it may be somebody else's
            others = cue.others and WRITER not in masked[slice(*span)]
            yield _to_commitment(text, piece, span, Strength(cue.strength), others=others)
    if not matches and piece.lead and piece.is_first and cues.lead.search(masked[slice(*piece.lead)]):
        span = trim_ask(text, piece.start, piece.end, with_tail=True)
        yield _to_commitment(text, piece, span, Strength.FIRM, others=False)


def _to_commitment(text: str, piece: Piece, span: Span, strength: Strength, *, others: bool) -> CommitmentSpan:
    if strength is Strength.FIRM and load_commitment_cues().conditional.search(text, *span):
        strength = Strength.CONDITIONAL
    return CommitmentSpan(span=span, sentence=(piece.start, piece.end), strength=strength, others=others)
