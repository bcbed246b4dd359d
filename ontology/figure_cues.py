"""What figures are recognised by, read from `cues/figures.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .cues import load_cue_file


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCues:
    """Words around numbers: units, currencies, what takes a number's meaning away, and what names a source.

    `dollars` and `year_begins` go by a country's ISO code, `signs` and `money_words` lead to a currency's. `examples`
    are phrases with the figure that stands in them, or None.
    """

    people: frozenset[str]
    plural: frozenset[str]
    time: frozenset[str]
    measured: frozenset[str]
    discourse: frozenset[str]
    designators: frozenset[str]
    stops: frozenset[str]
    signs: Mapping[str, str]
    codes: frozenset[str]
    money_words: Mapping[str, str]
    dollars: Mapping[str, str]
    year_begins: Mapping[str, int]
    source_nouns: frozenset[str]
    source_verbs: frozenset[str]
    body_verbs: frozenset[str]
    examples: tuple[tuple[str, str | None], ...]


@cache
def load_figure_cues() -> FigureCues:
    """Read `figures.toml`."""
    table = load_cue_file("figures.toml")
    units, money, number, sources = (table[name] for name in ("units", "money", "number", "sources"))
    return FigureCues(
        people=frozenset(units["people"].split()),
        plural=frozenset(units["plural"].split()),
        time=frozenset(units["time"].split()),
        measured=frozenset(units["measured"].split()),
        discourse=frozenset(units["discourse"].split()),
        designators=frozenset(number["designators"].split()),
        stops=frozenset(number["stops"].split()),
        signs=money["signs"],
        codes=frozenset(money["codes"]),
        money_words=money["words"],
        dollars=money["dollars"],
        year_begins=table["years"]["begins"],
        source_nouns=frozenset(sources["nouns"].split()),
        source_verbs=frozenset(sources["verbs"].split()),
        body_verbs=frozenset(sources["body_verbs"].split()),
        examples=(
            *((phrase, figure) for phrase, figure in table["examples"]["finds"]),
            *((phrase, None) for phrase in table["examples"]["refuses"]),
        ),
    )
