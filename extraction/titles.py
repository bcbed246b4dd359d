"""Titles of documents: in quotes behind a word for a document, or in a footnote behind publisher and year."""

import re
from collections.abc import Iterator

from ..model.entity import EntityType
from .span import NameSpan

_KIND = (
    r"(?:report|paper|study|strategy|guidance|review|inquiry|briefing|handbook|publication|toolkit|survey|resolution"
    r"|document|plan|policy|guide|statement|consultation)"
)
_QUOTED = r"[‘'“\"](?P<title>[A-Z][^‘’“”\"\n]{8,220}?)[.,]?[’'”\"]"
_PATTERNS = (
    # "its report, ‘Safe Returns for All’"; not "he said ‘No comment at all’"
    re.compile(rf"\b{_KIND},?\s+(?:(?:entitled|titled|called|named|on|–|-|:)\s*)?{_QUOTED}", re.IGNORECASE),
    re.compile(rf"\b(?:entitled|titled|published|publication\s+of)\s+{_QUOTED}"),
    # "Home Office (2021), 'Modern Slavery: Statutory Guidance'" and the same without a closing quote
    re.compile(
        r"\((?:19|20)\d\d\),?\s*[‘'“\"](?P<title>[A-Z][^“”\"\n]{8,240}?)[.,]?(?:[’'”\"](?=[\s:,.]|$)|:\s*https?:)"
    ),
    # "Home Office (2021) Modern Slavery: Statutory Guidance for England and Wales, Version 2.1: https://…"
    re.compile(
        r"\((?:19|20)\d\d\)[.,]?\s+(?P<title>[A-Z][^“”\"‘\n]{8,240}?)(?:,\s+(?:Version|v\.)[^:]{0,20})?:\s*https?:"
    ),
    # "the report, Muddy Waters, said", "its guidance Mobile Phones in Schools"; not "the report on Monday"
    re.compile(
        rf"\b{_KIND},?\s+(?P<title>[A-Z][\w’'-]+(?:\s+(?:(?:of|the|and|for|in|on|to|a|with|from|below|beyond|across)\s+){{0,2}}[A-Z][\w’'-]+){{1,8}}"
        r"(?::\s+[A-Z][^,.;()\n]{3,80})?)(?=[,.;)]|\s\(|\s+(?:was|is|has|which|that|and|said|found|recommended|in|on|by)\b)"
    ),
    # "inquiry into Transparency and Accountability of Data": the words in capitals behind it
    re.compile(
        r"\b(?i:inquiry|enquiry|review|report)\s+(?:into|on|of)\s+(?:the\s+)?"
        r"(?P<title>[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|for|to|on|by|with|&)){0,3}(?:\s+[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|for|to|on|by|with|&)){0,3})*\s+[A-Z][\w’'-]+)"
    ),
)


def find_document_titles(text: str) -> list[NameSpan]:
    """Return the titles of documents that `text` quotes or cites."""
    return list(_find(text))


def _find(text: str) -> Iterator[NameSpan]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _is_title(match["title"]):
                start, end = match.span("title")
                yield NameSpan(start=start, end=end, type=EntityType.DOCUMENT, rule="title")


def _is_title(words: str) -> bool:
    """Refuse a quoted sentence: a title has capitals beside its first word, or a colon, and no "I" or "we"."""
    capitals = re.findall(r"\b[A-Z]\w+", words)
    return len(capitals) >= 2 and not re.search(r"\b(?:I|we|you|is|are|was|were|has|have|will|must|should)\b", words)
