"""Arguments and options that several commands take."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..model.reading_options import ReadingOptions

Store = Annotated[Path, typer.Option(metavar="DIR", envvar="POLICYGRAPH_STORE", help="Folder of the store.")]
Address = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="STORE",
        envvar="POLICYGRAPH_STORE",
        help="A folder, or the address of a server (bolt, http).",
    ),
]
DEFAULT_STORE = Path("policygraph-store")

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders or patterns such as 'letters/*.txt'.")]
Workers = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read letters side by side.")]
Ocr = Annotated[bool, typer.Option("--ocr", help="Recognise the words of scans, with OCRmyPDF where it is installed.")]
Recogniser = Annotated[
    str | None,
    typer.Option(metavar="NAME:ARGUMENT", help="Let a recogniser find names besides the rules, as spacy:FOLDER."),
]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="What to write: a .docx or .md file.")]
Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; away from this machine with a token.")]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 takes any that is free.")]
Page = Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="What to write: an .html file.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file if it is there.")]
Today = Annotated[
    datetime | None,
    typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="The day to count to; the machine's date if not given."),
]


def find_reading_options(*, ocr: bool, recogniser: str | None) -> "ReadingOptions":
    """Return what is asked for; a recogniser that cannot be started ends the command before it has done anything."""
    from ..model.reading_options import ReadingOptions

    if recogniser is not None:
        from ..extraction.recognisers import load_recogniser

        load_recogniser(recogniser)
    return ReadingOptions(ocr=ocr, recogniser=recogniser)


def to_day(when: datetime | None) -> date | None:
    """Return the day of what was given as a date."""
    return None if when is None else when.date()
