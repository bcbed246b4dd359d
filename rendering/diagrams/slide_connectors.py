"""The connectors of a slide: they stick to boxes and follow them when these are moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.shapes.autoshape import Shape as Box
from pptx.shapes.connector import Connector
from pptx.slide import Slide
from pptx.util import Pt

from .detour import find_joints, is_straight
from .diagram import Look
from .plan import Frame, Point
from .sheet import Line
from .slide_boxes import DASHES, drop_theme, to_colour

_JOINT_SIZE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A box with the sites to which connectors stick."""

    box: Box
    sites: Sequence[Point]

    def find_nearest(self, point: Point) -> int:
        """Return the number of the site that is nearest to a point."""
        return min(range(len(self.sites)), key=lambda number: dist(self.sites[number], point))


def draw_line(slide: Slide, line: Line, frames: Mapping[str, Frame]) -> list[Connector]:
    """Draw a line, and return its connectors: several over small joints where one would pass behind a box.

    `frames` are the boxes of the page by id.
    """
    joints = find_joints(line, frames) if line.is_arrow else []
    is_bent = line.is_arrow and not joints and not is_straight(line)
    kind = MSO_CONNECTOR.CURVE if is_bent else MSO_CONNECTOR.STRAIGHT
    ends = [line.points[0], *joints, line.points[-1]]
    connectors = [_draw_connector(slide, line, kind, start, end) for start, end in pairwise(ends)]
    for number, point in enumerate(joints):
        joint = _draw_joint(slide, line, point)
        joint.name = f"{line.source} to {line.target}, joint {number + 1}"
        connectors[number]._connect_end_to(joint, 0)  # type: ignore[no-untyped-call]
        connectors[number + 1]._connect_begin_to(joint, 0)  # type: ignore[no-untyped-call]
    if line.is_arrow:
        head = parse_xml(f'<a:tailEnd {nsdecls("a")} type="triangle" w="sm" len="med"/>')
        connectors[-1].line._get_or_add_ln().append(head)
    return connectors


def join(line: Line, connectors: Sequence[Connector], anchors: Mapping[str, Anchor]) -> None:
    """Make the first and the last connector of a line stick to its boxes, each at the nearest site."""
    if not line.source or not line.target:
        return
    first, last = connectors[0], connectors[-1]
    source, target = anchors[line.source], anchors[line.target]
    begin, end = source.find_nearest(line.points[0]), target.find_nearest(line.points[-1])
    first.begin_x, first.begin_y = (Pt(value) for value in source.sites[begin])
    last.end_x, last.end_y = (Pt(value) for value in target.sites[end])
    # `begin_connect` knows four sites only.
    first._connect_begin_to(source.box, begin)  # type: ignore[no-untyped-call]
    last._connect_end_to(target.box, end)  # type: ignore[no-untyped-call]
    for connector in connectors:
        connector.name = f"{line.source} to {line.target}"


def _draw_connector(slide: Slide, line: Line, kind: MSO_CONNECTOR, start: Point, end: Point) -> Connector:
    connector = slide.shapes.add_connector(kind, *(Pt(value) for point in (start, end) for value in point))
    drop_theme(connector)
    connector.line.color.rgb = to_colour(line.colour)
    connector.line.width = Pt(line.width)
    if line.look is not Look.STATED:
        connector.line.dash_style = DASHES[line.look]
    return connector


def _draw_joint(slide: Slide, line: Line, point: Point) -> Box:
    x, y = (Pt(value - _JOINT_SIZE / 2) for value in point)
    joint = slide.shapes.add_shape(MSO_SHAPE.OVAL, x, y, Pt(_JOINT_SIZE), Pt(_JOINT_SIZE))
    drop_theme(joint)
    joint.fill.solid()
    joint.fill.fore_color.rgb = to_colour(line.colour)
    joint.line.fill.background()
    return joint
