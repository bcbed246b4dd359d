"""Marks: the numbers and letters under which a letter lists its points and a reply takes them up."""

import re

_LABEL = r"(?:recommendations?|questions?|quer(?:y|ies)|requests?|points?|items?|issues?|asks?|Q)"
_NUMBER = r"\d{1,2}|[a-z]|[ivxIVX]{1,5}"
# "II.  Inspections.", "3.", "(a)", "•", "Recommendation 4: "; not "2022 was"
_MARK = re.compile(
    rf"^(?:(?:\((?P<inside>{_NUMBER})\)|(?P<number>{_NUMBER})[.):]"
    rf"|(?i:{_LABEL})\s+(?:No\.?\s*)?(?P<labelled>{_NUMBER})(?:[.):]|\s*[–—-]|\s*$)|[•*–-])\s*)+"
)
# in the run of a line: "we ask you (a) to pay; (b) to write", "Recommendation 2: that"
_INNER = re.compile(rf"(?:^|\s)(?:\((?P<inside>{_NUMBER})\)|(?i:{_LABEL})\s+(?P<labelled>{_NUMBER})[.):])(?=\s)")
# "Government response: Partially accepted.", "Answer: No."
_ANSWER = re.compile(
    r"^(?:(?:the |our )?(?:[A-Z][\w’'-]*\s+){0,4})?(?:response|reply|answer|comment|A)\s*:\s*", re.IGNORECASE
)


def strip_mark(words: str) -> str:
    """Return `words` without the mark and the label before them: "I agree." of "3. Response: I agree."."""
    return _ANSWER.sub("", _MARK.sub("", words))


def find_mark(line: str) -> str | None:
    """Return the mark of a line: "3" of "3. Pay" and of "Recommendation 3", "a" of "(a) pay"; of two the inner."""
    match = _MARK.match(line.lstrip())
    return (match["inside"] or match["number"] or match["labelled"]) if match else None


def find_mark_before(line: str, end: int) -> str | None:
    """Return the mark under which the words at `end` of a line stand: the last one before them, or the line's own."""
    inner = [match["inside"] or match["labelled"] for match in _INNER.finditer(line[:end] + " ")]
    return inner[-1] if inner else find_mark(line)
