"""A sheet as SVG: one picture, its words as text that can be searched and read aloud."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from .arrow import DASHES, find_arrow_head, shorten
from .outline import find_fold, find_outline, find_radius, place_lines
from .plan import Point
from .sheet import Line, Page, Shape, Sheet
from .style import Form, load_style


def to_svg(sheet: Sheet) -> str:
    """Return the first page as an SVG document, a pixel a point."""
    page = sheet.pages[0]
    width, height = _number(page.width), _number(page.height)
    family = load_style().font.family
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
            f'role="img" aria-label={quoteattr(sheet.description)} '
            f'font-family="{family}, Liberation Sans, Helvetica, sans-serif">',
            f"<title>{escape(sheet.title)}</title>",
            f"<desc>{escape(sheet.description)}</desc>",
            f'<rect width="100%" height="100%" fill="{load_style().ink.paper}"/>',
            *_to_elements(page),
            "</svg>\n",
        ]
    )


def _to_elements(page: Page) -> Iterator[str]:
    for item in page.items:
        yield from _to_curve(item) if isinstance(item, Line) else _to_shape(item)


def _to_curve(line: Line) -> Iterator[str]:
    points = shorten(line.points, line.width) if line.is_arrow else line.points
    joins = f" data-from={quoteattr(line.source or '')} data-to={quoteattr(line.target)}" if line.target else ""
    path = f"M{_point(points[0])} C{' '.join(map(_point, points[1:]))}"
    yield f'<path d="{path}" fill="none" {_stroke(line.colour, line.width, DASHES[line.look])}{joins}/>'
    if line.is_arrow:
        yield f'<polygon points="{_points(find_arrow_head(line.points, line.width))}" fill="{line.colour}"/>'


def _to_shape(shape: Shape) -> Iterator[str]:
    yield f"<g id={quoteattr(shape.id)}>" if shape.id else "<g>"
    if shape.form or shape.fill:
        yield _to_outline(shape)
    if fold := find_fold(shape.frame, shape.form or Form.RECTANGLE):
        stroke = _stroke(shape.stroke or "none", shape.stroke_width, ())
        yield f'<polyline points="{_points(fold)}" fill="none" {stroke}/>'
    for x, y, line, text in place_lines(shape, load_style().font.line_height):
        anchor = ' text-anchor="middle"' if shape.is_centred else ""
        weight = ' font-weight="bold"' if text.is_bold else ""
        slant = ' font-style="italic"' if text.is_italic else ""
        yield (
            f'<text x="{_number(x)}" y="{_number(y)}" font-size="{_number(text.size)}" fill="{text.colour}"'
            f"{anchor}{weight}{slant}>{escape(line)}</text>"
        )
    yield "</g>"


def _to_outline(shape: Shape) -> str:
    frame, form = shape.frame, shape.form or Form.RECTANGLE
    look = f'fill="{shape.fill or "none"}"'
    if shape.stroke:
        look += f" {_stroke(shape.stroke, shape.stroke_width, DASHES[shape.look])}"
    radius = find_radius(frame, form)
    if radius or form is Form.RECTANGLE:
        size = f'width="{_number(frame.width)}" height="{_number(frame.height)}"'
        return f'<rect x="{_number(frame.x)}" y="{_number(frame.y)}" {size} rx="{_number(radius)}" {look}/>'
    return f'<polygon points="{_points(find_outline(frame, form))}" {look}/>'


def _stroke(colour: str, width: float, dashes: tuple[float, ...]) -> str:
    pattern = f' stroke-dasharray="{" ".join(map(_number, dashes))}"' if dashes else ""
    return f'stroke="{colour}" stroke-width="{_number(width)}"{pattern}'


def _points(points: Iterable[Point]) -> str:
    return " ".join(map(_point, points))


def _point(point: Point) -> str:
    return f"{_number(point[0])},{_number(point[1])}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
