"""What became of each claim of a draft: what a person must look at first, then what letters have."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from ..graph.drafts.check import CheckedClaim, Verdict
from ..graph.drafts.claims import Claim, ClaimKind
from ..graph.drafts.quotes import Difference
from .passage import render_quotation
from .phrases import render_number

_ORDER = (Verdict.ALTERED, Verdict.NOT_FOUND, Verdict.FOUND)
_TITLES = {
    Verdict.ALTERED: "Altered",
    Verdict.NOT_FOUND: "Not found in any letter",
    Verdict.FOUND: "Found",
}


def render_draft_report(checked: Sequence[CheckedClaim], path: Path) -> RenderableType:
    """Return the claims of a draft by what became of them, each with its place there and in the letters."""
    numbers = {verdict: sum(each.verdict is verdict for each in checked) for verdict in Verdict}
    counted = ", ".join(f"{numbers[verdict]} {verdict}" for verdict in (Verdict.FOUND, *_ORDER[:2]))
    if not checked:
        return Text(f"{path}: no quotation, date, figure or reference was found to check.")
    parts: list[RenderableType] = [Text(f"{path}: {render_number(len(checked), 'claim')}: {counted}", style="bold")]
    for verdict in _ORDER:
        claims = [each for each in checked if each.verdict is verdict]
        if claims:
            parts += [Text(f"\n{_TITLES[verdict]}", style="bold"), *map(_render_claim, claims)]
    return Group(*parts)


def _render_claim(checked: CheckedClaim) -> RenderableType:
    claim = checked.claim
    page = f"page {claim.page}, " if claim.page is not None else ""
    heading = f"{page}line {claim.line}, {_render_kind(claim)} {_render_words(claim)}"
    lines: list[RenderableType] = [Padding(Text(heading), (0, 0, 0, 2))]
    lines += [Padding(Text(words), (0, 0, 0, 4)) for words in map(_render_difference, checked.differences)]
    if checked.quotation is not None:
        lines.append(render_quotation(checked.quotation, indent=4))
    return Group(*lines)


def _render_kind(claim: Claim) -> str:
    return "letter of" if claim.kind is ClaimKind.LETTER else claim.kind.value


def _render_words(claim: Claim) -> str:
    words = " ".join(claim.text.split())
    counted = f" {claim.counted}" if claim.counted else ""
    return f"“{words}”" if claim.kind is ClaimKind.QUOTATION else words + counted


def _render_difference(difference: Difference) -> str:
    if not difference.letter:
        return f"“{difference.draft}” is not in the letter"
    if not difference.draft:
        return f"“{difference.letter}” is left out"
    return f"“{difference.draft}” where the letter has “{difference.letter}”"
