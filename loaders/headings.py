"""A heading right under the salutation, where no empty line parts it from the first sentence of the letter."""

import re

from ..ontology.cues import load_letter_cues

# how the first sentence of a letter begins
_OPENER = re.compile(
    r"(?:Thank|Thanks|Further|Following|We|This|The|As|In|On|You|Your|With|It|At|When|Since|For|Please|My|Our|Many"
    r"|Having|After|Last|May|I(?: am| write| wrote| refer| understand| would| have| was))\b"
)
# a line that ends a sentence or stands inside one: "the work of", "in May."
_UNENDED = re.compile(
    r"(?:[.,;!?-]|\s(?:and|or|of|for|the|an?|to|in|by|with|which|that|from|our|your|their|as|at|on|is|are|was|were|has"
    r"|have|had))$"
)


def is_heading(above: str, line: str, below: str) -> bool:
    """Tell whether a line is a heading: it stands under a salutation, and a first sentence starts below it.

    "Access to the Scheme" over "Thank you for your letter"; never "The Board supports the work of" over "The Trust".
    """
    if not _OPENER.match(below) or _OPENER.match(line) or _UNENDED.search(line):
        return False
    return line[0].isupper() and bool(load_letter_cues().salutation.match(above))
