"""The outlines of shapes as points, for the formats that draw them line by line."""

from .plan import Frame, Point
from .sheet import Shape
from .style import Form
from .typesetting import TextBlock

CORNER = 6.0
"""How far corners are rounded or cut off, at the most."""


def find_outline(frame: Frame, form: Form) -> tuple[Point, ...]:
    """Return the corners of a form that has straight sides; of a round one those of its rectangle."""
    left, top, right, bottom = frame.x, frame.y, frame.right, frame.bottom
    cut = min(CORNER, frame.height / 3)
    if form is Form.HEXAGON:
        tip, middle = min(2 * CORNER, frame.height / 2), frame.y + frame.height / 2
        return (
            *((left + tip, top), (right - tip, top), (right, middle)),
            *((right - tip, bottom), (left + tip, bottom), (left, middle)),
        )
    if form is Form.OCTAGON:
        return (
            *((left + cut, top), (right - cut, top), (right, top + cut), (right, bottom - cut)),
            *((right - cut, bottom), (left + cut, bottom), (left, bottom - cut), (left, top + cut)),
        )
    if form is Form.CUT:
        return (left, top), (right - cut, top), (right, top + cut), (right, bottom), (left, bottom)
    if form is Form.FOLDED:
        return (left, top), (right, top), (right, bottom - cut), (right - cut, bottom), (left, bottom)
    return (left, top), (right, top), (right, bottom), (left, bottom)


def find_radius(frame: Frame, form: Form) -> float:
    """Return how far the corners of a form are rounded."""
    if form is Form.PILL:
        return frame.height / 2 if frame.height < 40 else 16.0
    return min(CORNER, frame.height / 3) if form is Form.ROUNDED else 0.0


def find_fold(frame: Frame, form: Form) -> tuple[Point, ...]:
    """Return the line of a folded corner, nothing for other forms."""
    if form is not Form.FOLDED:
        return ()
    cut = min(CORNER, frame.height / 3)
    return (frame.right, frame.bottom - cut), (frame.right - cut, frame.bottom - cut), (frame.right - cut, frame.bottom)


def place_lines(shape: Shape, line_height: float) -> list[tuple[float, float, str, TextBlock]]:
    """Return the lines of a shape's words: x of the middle or the left end, the baseline, the words, their block."""
    height = sum(len(text.lines) * text.size for text in shape.texts) * line_height
    frame = shape.frame
    y = frame.y + (frame.height - height) / 2 if shape.is_centred else frame.y
    x = frame.middle[0] if shape.is_centred else frame.x
    placed = []
    for text in shape.texts:
        for line in text.lines:
            placed.append((x, y + text.size * (line_height + 0.72) / 2, line, text))
            y += text.size * line_height
    return placed
