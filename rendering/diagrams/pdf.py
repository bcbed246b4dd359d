"""A sheet as PDF with its fonts in it, and as PNG; both have the same bytes each time."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from .arrow import DASHES, find_arrow_head, shorten
from .outline import find_fold, find_outline, find_radius, place_lines
from .plan import Point
from .sheet import Line, Page, Shape, Sheet
from .style import Form, load_style
from .typesetting import register_fonts

_PIXELS_A_POINT = 2.0


def to_pdf(sheet: Sheet) -> bytes:
    """Return a PDF with every page of the sheet."""
    register_fonts()
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle(sheet.title)
    canvas.setSubject(sheet.description)
    canvas.setAuthor("")
    canvas.setCreator("PolicyGraph")
    for page in sheet.pages:
        canvas.setPageSize((page.width, page.height))
        _draw_page(canvas, page)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def to_png(sheet: Sheet) -> bytes:
    """Return the first page as a PNG, two pixels a point."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    document = PdfDocument(to_pdf(sheet))
    try:
        picture = document[0].render(scale=_PIXELS_A_POINT).to_pil()
        out = BytesIO()
        picture.convert("RGB").save(out, "PNG", optimize=True)
        return out.getvalue()
    finally:
        document.close()


def _draw_page(canvas: Canvas, page: Page) -> None:
    # PDF counts y from the bottom; words must not be turned over with the rest.
    for item in page.items:
        if isinstance(item, Line):
            _draw_line(canvas, item, page.height)
        else:
            _draw_shape(canvas, item, page.height)


def _draw_line(canvas: Canvas, line: Line, height: float) -> None:
    points = shorten(line.points, line.width) if line.is_arrow else line.points
    canvas.setStrokeColor(line.colour)
    canvas.setLineWidth(line.width)
    canvas.setDash(list(DASHES[line.look]))
    path = canvas.beginPath()
    path.moveTo(*_flip(points[0], height))
    for first, second, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
        path.curveTo(*_flip(first, height), *_flip(second, height), *_flip(end, height))
    canvas.drawPath(path)
    canvas.setDash()
    if line.is_arrow:
        canvas.setFillColor(line.colour)
        _draw_polygon(canvas, find_arrow_head(line.points, line.width), height, is_filled=True, is_stroked=False)


def _draw_shape(canvas: Canvas, shape: Shape, height: float) -> None:
    if shape.form or shape.fill:
        _draw_outline(canvas, shape, height)
    for x, y, line, text in place_lines(shape, load_style().font.line_height):
        canvas.setFillColor(text.colour)
        canvas.setFont(text.face, text.size)
        if shape.is_centred:
            canvas.drawCentredString(x, height - y, line)
        else:
            canvas.drawString(x, height - y, line)


def _draw_outline(canvas: Canvas, shape: Shape, height: float) -> None:
    frame, form = shape.frame, shape.form or Form.RECTANGLE
    if shape.fill:
        canvas.setFillColor(shape.fill)
    if shape.stroke:
        canvas.setStrokeColor(shape.stroke)
        canvas.setLineWidth(shape.stroke_width)
        canvas.setDash(list(DASHES[shape.look]))
    is_filled, is_stroked = shape.fill is not None, shape.stroke is not None
    if radius := find_radius(frame, form):
        x, y = _flip((frame.x, frame.bottom), height)
        canvas.roundRect(x, y, frame.width, frame.height, radius, stroke=is_stroked, fill=is_filled)
    else:
        _draw_polygon(canvas, find_outline(frame, form), height, is_filled=is_filled, is_stroked=is_stroked)
    canvas.setDash()
    if fold := find_fold(frame, form):
        canvas.lines(
            [(*_flip(fold[0], height), *_flip(fold[1], height)), (*_flip(fold[1], height), *_flip(fold[2], height))]
        )


def _draw_polygon(
    canvas: Canvas, points: tuple[Point, ...], height: float, *, is_filled: bool, is_stroked: bool
) -> None:
    path = canvas.beginPath()
    path.moveTo(*_flip(points[0], height))
    for point in points[1:]:
        path.lineTo(*_flip(point, height))
    path.close()
    canvas.drawPath(path, stroke=is_stroked, fill=is_filled)


def _flip(point: Point, height: float) -> Point:
    return point[0], height - point[1]
