"""The boxes of a slide: native shapes with their words, and the sites to which connectors stick."""

from collections.abc import Iterable, Sequence

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.autoshape import Shape as Box
from pptx.shapes.connector import Connector
from pptx.slide import Slide
from pptx.text.text import _Run as Run
from pptx.util import Length, Pt

from .diagram import Look
from .outline import find_fold, find_outline, find_radius
from .plan import Frame, Point
from .sheet import Shape
from .style import Form, load_style
from .typesetting import TextBlock

_PRESETS = {
    Form.RECTANGLE: MSO_SHAPE.RECTANGLE,
    Form.ROUNDED: MSO_SHAPE.ROUNDED_RECTANGLE,
    Form.PILL: MSO_SHAPE.ROUNDED_RECTANGLE,
}
DASHES = {Look.STATED: MSO_LINE.SOLID, Look.SUGGESTED: MSO_LINE.DASH, Look.BACKGROUND: MSO_LINE.ROUND_DOT}


def find_sites(shape: Shape, ends: Iterable[Point]) -> list[Point]:
    """Return where connectors may stick to a box: the middles of its sides, top first and against the clock.

    To a box with an outline of its own each connector sticks where it ends.
    """
    frame = shape.frame
    (x, y) = frame.middle
    return [(x, frame.y), (frame.x, y), (x, frame.bottom), (frame.right, y), *(ends if _is_own(shape) else ())]


def draw_shape(slide: Slide, shape: Shape, sites: Sequence[Point]) -> Box:
    """Draw a shape on a slide; its words can be edited."""
    frame = shape.frame
    place = [Pt(value) for value in (frame.x, frame.y, frame.width, frame.height)]
    if shape.form:
        box = slide.shapes.add_shape(_PRESETS.get(shape.form, MSO_SHAPE.RECTANGLE), *place)
        drop_theme(box)
        if _is_own(shape):
            _set_outline(box, frame, shape.form, sites)
        elif radius := find_radius(frame, shape.form):
            box.adjustments[0] = min(radius / min(frame.width, frame.height), 0.5)
        _paint(box, shape)
    else:
        box = slide.shapes.add_textbox(*place)
    if shape.id:
        box.name = shape.id
    _write(box, shape)
    return box


def _is_own(shape: Shape) -> bool:
    """Tell whether a box has an outline of its own, and so sites of its own, and none that PowerPoint knows."""
    return shape.is_focus or shape.form not in _PRESETS


def drop_theme(drawn: Box | Connector) -> None:
    """Take away the shadow and the colours that come with a theme."""
    style = drawn._element.find(qn("p:style"))
    if style is not None:
        drawn._element.remove(style)


def _set_outline(box: Box, frame: Frame, form: Form, sites: Iterable[Point]) -> None:
    """Give a box an outline of its own, in thousandths of a point from its corner."""

    def to_point(point: Point) -> str:
        return f'x="{round((point[0] - frame.x) * 1000)}" y="{round((point[1] - frame.y) * 1000)}"'

    first, *rest = find_outline(frame, form)
    width, height = round(frame.width * 1000), round(frame.height * 1000)
    size = f'w="{width}" h="{height}"'
    guides = "".join(
        f'<a:gd name="s{number}{axis}" fmla="{formula}"/>'
        for number, point in enumerate(sites)
        for axis, formula in (
            ("x", f"*/ w {round((point[0] - frame.x) * 1000)} {width}"),
            ("y", f"*/ h {round((point[1] - frame.y) * 1000)} {height}"),
        )
    )
    connections = "".join(
        f'<a:cxn ang="0"><a:pos x="s{number}x" y="s{number}y"/></a:cxn>' for number, _ in enumerate(sites)
    )
    lines = "".join(f"<a:lnTo><a:pt {to_point(point)}/></a:lnTo>" for point in rest)
    fold = find_fold(frame, form)
    crease = ""
    if fold:
        crease = (
            f'<a:path {size} fill="none"><a:moveTo><a:pt {to_point(fold[0])}/></a:moveTo>'
            + "".join(f"<a:lnTo><a:pt {to_point(point)}/></a:lnTo>" for point in fold[1:])
            + "</a:path>"
        )
    geometry = parse_xml(
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{connections}</a:cxnLst>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path {size}><a:moveTo><a:pt {to_point(first)}/></a:moveTo>'
        f"{lines}<a:close/></a:path>{crease}</a:pathLst></a:custGeom>"
    )
    preset = box._element.spPr.find(qn("a:prstGeom"))
    box._element.spPr.replace(preset, geometry)


def _paint(box: Box, shape: Shape) -> None:
    if shape.fill:
        box.fill.solid()
        box.fill.fore_color.rgb = to_colour(shape.fill)
    else:
        box.fill.background()
    if shape.stroke:
        box.line.color.rgb = to_colour(shape.stroke)
        box.line.width = Pt(shape.stroke_width)
        if shape.look is not Look.STATED:
            box.line.dash_style = DASHES[shape.look]
    else:
        box.line.fill.background()


def _write(box: Box, shape: Shape) -> None:
    words = box.text_frame
    words.margin_top = words.margin_bottom = Length(0)
    words.margin_left = words.margin_right = Pt(shape.padding)
    words.auto_size, words.word_wrap = MSO_AUTO_SIZE.NONE, True
    words.vertical_anchor = MSO_ANCHOR.MIDDLE if shape.is_centred else MSO_ANCHOR.TOP
    for number, text in enumerate(shape.texts):
        paragraph = words.paragraphs[0] if number == 0 else words.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if shape.is_centred else PP_ALIGN.LEFT
        _write_run(paragraph.add_run(), text)


def _write_run(run: Run, text: TextBlock) -> None:
    run.text = text.text
    font = run.font
    font.name, font.size = load_style().font.family, Pt(round(text.size * 2) / 2)
    font.bold, font.italic = text.is_bold, text.is_italic
    font.color.rgb = to_colour(text.colour)


def to_colour(colour: str) -> RGBColor:
    """Return a colour (`#RRGGBB`) as office programs take it."""
    return RGBColor(*bytes.fromhex(colour.lstrip("#")))  # type: ignore[no-untyped-call]
