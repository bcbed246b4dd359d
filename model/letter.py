"""A letter: its fixed text and its header in the letter's own words."""

from bisect import bisect_right
from dataclasses import dataclass

from .document import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondent:
    """One sender, recipient or person copied in, in the letter's own words; what is missing is None.

    `name` carries no titles, honours or post-nominals ("Jane Moor").
    """

    name: str | None = None
    office: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter as it was read from one source.

    `text` is fixed; every offset elsewhere is a code point into it. `iri` is a hash of the text without
    whitespace, so the same letter from another path or format is the same letter. `date` is `YYYY-MM-DD`.
    `anchors` lead from offsets back to line and page of the source. `ocr` tells that the words were
    recognised in a scan, so that only the page tells whether they are right.
    """

    iri: str
    text: str
    anchors: tuple[Anchor, ...]
    date: str | None = None
    references: tuple[str, ...] = ()
    subject: str | None = None
    senders: tuple[Correspondent, ...] = ()
    recipients: tuple[Correspondent, ...] = ()
    copied_to: tuple[Correspondent, ...] = ()
    ocr: bool = False

    def find_anchor(self, offset: int) -> Anchor:
        """Return the anchor in force at the code point `offset`."""
        place = bisect_right(self.anchors, offset, key=lambda anchor: anchor.start)
        return self.anchors[max(place - 1, 0)]
