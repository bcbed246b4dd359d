"""The ID by which a thing is judged, with what analysts have said of it."""

from ..graph.judging.matters import to_short_id
from ..graph.quads.judgement_quads import Ruling
from ..model.judgement import Standing


def render_id(what: str, iri: str, ruling: Ruling | None = None) -> str:
    """Return "ask 3fa81b20", and "ask 3fa81b20 (confirmed by Ann Lee; note by Bo Ray: raised in May)"."""
    said = "; ".join(_find_words(ruling)) if ruling else ""
    return f"{what} {to_short_id(iri)}" + (f" ({said})" if said else "")


def _find_words(ruling: Ruling) -> list[str]:
    judgement, words = ruling.judgement, []
    if judgement is not None and ruling.standing is not Standing.SUGGESTED:
        value = judgement.value if ruling.standing is Standing.CORRECTED else None
        given = f" to “{value}”" if value and not value.startswith("https:") else ""
        reason = f": {judgement.why}" if judgement.why else ""
        words.append(f"{ruling.standing}{given} by {judgement.by}{reason}")
    return [*words, *(f"note by {note.by}: {note.why}" for note in ruling.notes)]
