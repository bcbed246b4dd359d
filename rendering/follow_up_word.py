"""The draft of a follow-up letter as a Word document, with the same bytes each time."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx

from .follow_up_letter import FollowUpLetter


def to_word(letter: FollowUpLetter, *, day: date) -> bytes:
    """Return the draft as the bytes of a file; `day` is when it says to have been made."""
    document = docx.Document()
    document.add_heading(letter.heading, level=1)
    document.add_paragraph(letter.lead)
    for item in letter.items:
        document.add_paragraph(item.words, style="List Number")
        for detail in item.details:
            document.add_paragraph(detail, style="List Continue")
        for passage in item.passages:
            document.add_paragraph(passage, style="List Bullet 2")
    document.add_paragraph().add_run(letter.note).italic = True
    properties = document.core_properties
    properties.title, properties.author, properties.comments = letter.heading, "", ""
    properties.created = properties.modified = datetime.combine(day, time())
    out = BytesIO()
    document.save(out)
    return _to_fixed(out.getvalue())


def _to_fixed(package: bytes) -> bytes:
    """Return a zip file with its parts in order and without the time of its making."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as made, ZipFile(out, "w") as fixed:
        # Word and `file` want to see [Content_Types].xml first; its "[" comes before all small letters.
        for name in sorted(made.namelist()):
            part = ZipInfo(name)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            fixed.writestr(part, made.read(name))
    return out.getvalue()
