"""A diagram as a structure: what is joined to what, and which sentence says so; its plan says where things stand."""

from dataclasses import dataclass
from enum import StrEnum

from ..source_notes import SourceNote


class NodeKind(StrEnum):
    """What a node is: an entity's type, or a part of a correspondence."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    TREATY = "treaty"
    LEGISLATION = "legislation"
    PROVISION = "provision"
    SCHEME = "scheme"
    DOCUMENT = "document"
    COUNTRY = "country"
    LETTER = "letter"
    MISSING = "missing"
    RECEIPT = "receipt"
    ASK = "ask"
    PASSAGE = "passage"
    MET = "met"
    OPEN = "open"
    REFUSED = "refused"
    PROMISE = "promise"
    TENURE = "tenure"


class Look(StrEnum):
    """Whose word a node or an edge is, told by its line: solid, dashed, dotted."""

    STATED = "stated in a letter"
    SUGGESTED = "suggested, confirmed by nobody"
    BACKGROUND = "background, from the vocabulary and no letter"


class Arrangement(StrEnum):
    """How a diagram is laid out."""

    NETWORK = "network"
    LANES = "lanes"
    ROWS = "rows"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing. `label` is its name or words, `detail` a smaller line below it.

    `lane` names the layer, lane or row in which it stands, `day` (`YYYY-MM-DD`) its place on a time axis. `notes` are
    numbers of source notes. `is_focus` marks what the diagram is about.
    """

    id: str
    kind: NodeKind
    label: str
    detail: str = ""
    lane: str = ""
    day: str = ""
    look: Look = Look.STATED
    notes: tuple[int, ...] = ()
    is_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow from one node (its id) to another, with the numbers of its source notes."""

    source: str
    target: str
    label: str
    look: Look = Look.STATED
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A layer, lane or row; the heading may be empty."""

    id: str
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A diagram before it is laid out.

    `newest` is the date of the newest letter (None when no letter has one), `remarks` say in sentences what does not
    stand in it and how to see it. `lanes` are in reading order.
    """

    title: str
    arrangement: Arrangement
    newest: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    notes: tuple[SourceNote, ...]
    lanes: tuple[Lane, ...] = ()
    remarks: tuple[str, ...] = ()
