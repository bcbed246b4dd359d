"""A sheet as PowerPoint: boxes that can be edited, and connectors that stay with them when they are moved."""

from datetime import datetime
from io import BytesIO

from pptx import Presentation
from pptx.shapes.connector import Connector
from pptx.slide import Slide
from pptx.util import Pt

from ..office_package import to_fixed_package
from .plan import Point
from .sheet import Line, Page, Sheet
from .slide_boxes import draw_shape, find_sites
from .slide_connectors import Anchor, draw_line, join

_BLANK_LAYOUT = 6
_LONGEST = 255
"""How many characters a property of a document may have."""


def to_slides(sheet: Sheet) -> bytes:
    """Return a presentation with a slide for each page, all of the first one's size."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(sheet.pages[0].width), Pt(sheet.pages[0].height)
    for page in sheet.pages:
        _draw_page(presentation.slides.add_slide(presentation.slide_layouts[_BLANK_LAYOUT]), page)
    day = datetime.fromisoformat(sheet.newest or "2000-01-01")
    properties = presentation.core_properties
    properties.title, properties.subject = (words[:_LONGEST] for words in (sheet.title, sheet.description))
    properties.author = ""
    properties.created = properties.modified = day
    properties.last_modified_by, properties.revision = "", 1
    out = BytesIO()
    presentation.save(out)
    return to_fixed_package(out.getvalue())


def _draw_page(slide: Slide, page: Page) -> None:
    ends: dict[str, list[Point]] = {}
    for item in page.items:
        if isinstance(item, Line) and item.source and item.target:
            ends.setdefault(item.source, []).append(item.points[0])
            ends.setdefault(item.target, []).append(item.points[-1])
    frames = {item.id: item.frame for item in page.items if not isinstance(item, Line) and item.id}
    anchors: dict[str, Anchor] = {}
    drawn: list[tuple[Line, list[Connector]]] = []
    for item in page.items:
        if isinstance(item, Line):
            drawn.append((item, draw_line(slide, item, frames)))
            continue
        sites = find_sites(item, ends.get(item.id or "", ()))
        box = draw_shape(slide, item, sites)
        if item.id:
            anchors[item.id] = Anchor(box=box, sites=sites)
    for line, connectors in drawn:
        join(line, connectors, anchors)
