"""The draft of a follow-up letter as a Word document, with the same bytes each time."""

from datetime import date, datetime, time
from io import BytesIO

import docx

from .follow_up_letter import FollowUpLetter
from .office_package import to_fixed_package


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
    return to_fixed_package(out.getvalue())
