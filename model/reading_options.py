"""How files are to be read, beyond the rules: what the user has asked for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """With `ocr` the words of scans are recognised; `recogniser` is NAME:ARGUMENT of one that finds names too."""

    ocr: bool = False
    recogniser: str | None = None


RULES_ALONE = ReadingOptions()
"""What is asked for when nothing is."""
