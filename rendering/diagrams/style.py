"""The style of all diagrams: colours, fonts and shapes, read from the one file that says them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from .diagram import NodeKind


class Form(StrEnum):
    """The outline of a node."""

    RECTANGLE = "rectangle"
    ROUNDED = "rounded"
    PILL = "pill"
    HEXAGON = "hexagon"
    OCTAGON = "octagon"
    CUT = "cut"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindStyle:
    """How nodes of one kind look, and what the legend calls them; colours are `#RRGGBB`."""

    name: str
    shape: Form
    fill: str
    stroke: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FontStyle:
    """The family that is asked for, and sizes in points; `line_height` is a multiple of the size."""

    family: str
    title: float
    subtitle: float
    heading: float
    label: float
    detail: float
    edge: float
    note: float
    line_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours of what is no node."""

    text: str
    quiet: str
    line: str
    rule: str
    band: str
    paper: str
    focus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Everything that the style file says."""

    font: FontStyle
    ink: Ink
    kinds: Mapping[NodeKind, KindStyle]


@cache
def load_style() -> Style:
    """Return the style; the file is part of the package."""
    found = tomllib.loads(files(__package__).joinpath("style.toml").read_text("utf-8"))
    kinds = {
        NodeKind(name): KindStyle(**{**entry, "shape": Form(entry["shape"])}) for name, entry in found["kind"].items()
    }
    return Style(font=FontStyle(**found["font"]), ink=Ink(**found["ink"]), kinds=kinds)
