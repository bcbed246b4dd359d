"""The figures of a letter against gold: whether each is found, and with which period and source."""

import re
from collections.abc import Iterator, Sequence

from ..model.figure import Figure
from .gold import GoldFigure, GoldLetter
from .pairing import pair_off
from .passage_agreement import is_same_passage
from .period_agreement import is_same_period
from .score import Fault, Score

FIGURE_MEASURES = ("figure", "figure period", "figure source")

_PERCENT = frozenset({"%", "per cent", "percent"})
_WORD = re.compile(r"\w+")


def score_figures(gold: GoldLetter, found: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[str, Score]]:
    """Yield the measures with scores; all of `others` are false. Nothing where figures are not annotated.

    A figure counts if value, upper value, unit and passage agree. Period and source are those of the figures
    that are found: one that is missing or wrong is missed, one that is given and wrong or not annotated is false.
    """
    if gold.figures is None:
        return
    pairs = pair_off(gold.figures, found, is_same_figure)
    used = set(pairs.values())
    for place, wanted in enumerate(gold.figures):
        fault = Fault(letter=gold.name, words=f"{wanted.value:g} {wanted.unit} ({wanted.counts})")
        yield "figure", Score(right=1) if place in pairs else Score(missed=(fault,))
        if place in pairs:
            figure = found[pairs[place]]
            same_period = bool(wanted.period and figure.period and is_same_period(wanted.period, figure.period))
            yield "figure period", _score_part(gold.name, wanted.period, figure.period, agree=same_period)
            same_source = bool(wanted.source and figure.source and _is_same_source(wanted.source, figure.source))
            yield "figure source", _score_part(gold.name, wanted.source, figure.source, agree=same_source)
    surplus = [figure for place, figure in enumerate(found) if place not in used]
    for figure in (*surplus, *others):
        fault = Fault(letter=gold.name, words=f"{figure.value:g} {figure.unit} ({figure.counts})")
        yield "figure", Score(false=(fault,))


def is_same_figure(gold: GoldFigure, figure: Figure) -> bool:
    """Tell whether a found figure is the annotated one.

    "people" agrees with a noun for them ("seafarers") that the words of the other side have.
    """
    return (
        (gold.value, gold.upper) == (figure.value, figure.upper)
        and _is_same_unit(gold, figure)
        and is_same_passage(gold.text, figure.evidence[0].quote)
    )


def _is_same_unit(gold: GoldFigure, figure: Figure) -> bool:
    one, two = ("percent" if unit.casefold() in _PERCENT else unit.casefold() for unit in (gold.unit, figure.unit))
    return one == two or one in figure.counts.casefold() or two in gold.counts.casefold()


def _is_same_source(gold: str, found: str) -> bool:
    """Tell whether one source's words are most of the other's: "FOI 60267" and "FOI Number 60267"."""
    one, two = (
        set(_WORD.findall(words.casefold())) - {"the", "a", "an", "of", "our", "its"} for words in (gold, found)
    )
    return len(one & two) * 2 >= min(len(one), len(two)) > 0


def _score_part(letter: str, wanted: str | None, found: str | None, *, agree: bool) -> Score:
    if agree:
        return Score(right=1)
    return Score(
        missed=(Fault(letter=letter, words=wanted),) if wanted else (),
        false=(Fault(letter=letter, words=found),) if found else (),
    )
