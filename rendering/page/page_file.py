"""The file that `policygraph browse` writes: a corpus, or the best connected part of it, as one page."""

from dataclasses import replace

from ...graph.storage.store import GraphStore
from ..phrases import render_number
from .graph_reader import GraphReader
from .page import render_file
from .question_reader import load_ready_answers
from .records import Bundle
from .selection import find_selection


def build_page(store: GraphStore, start: frozenset[str] = frozenset()) -> tuple[str, Bundle]:
    """Return the page and what it shows; with `start`, it opens at the best connected of these entities (IRIs)."""
    selection = find_selection(store, start)
    part = GraphReader(store).load_whole(selection.entities, selection.letters)
    questions = load_ready_answers(store)
    found = _find_around(part, selection.start) if selection.start else ()
    bundle = replace(part, questions=questions.questions, answers=questions.answers, found=found, note=selection.note)
    return render_file(_to_title(bundle), bundle, selection.start), bundle


def _find_around(bundle: Bundle, start: str) -> tuple[str, ...]:
    ends = ((edge.from_, edge.to) for edge in bundle.edges if start in (edge.from_, edge.to))
    return tuple(sorted({start, *(end for pair in ends for end in pair)}))


def _to_title(bundle: Bundle) -> str:
    """Return "48 letters, 2019 to 2025"."""
    years = sorted({letter.date[:4] for letter in bundle.letters if letter.date})
    period = " to ".join(years[:1] + years[1:][-1:])
    return ", ".join(part for part in (render_number(len(bundle.letters), "letter"), period) if part)
