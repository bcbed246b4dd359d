"""A line of a source file: what every format is first turned into."""

from dataclasses import dataclass

TURN = "\f"
"""The text of a line that stands where page furniture or a footnote was: a sentence may go on behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of a file: `line` and `page` count from 1, `page` is None where the format has none.

    `goes_on` tells whether the line before goes on in this one, where the format knows it: False for a
    paragraph of Word, True for a line of a PDF that the margin has broken, None where a break may be either.
    `is_quoted` tells that the line bore the marks of a quoted one.
    """

    text: str
    line: int
    page: int | None = None
    goes_on: bool | None = None
    is_quoted: bool = False
