"""Titles of documents: in quotes behind a word for a document, or in a footnote behind publisher and year."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model.entity import EntityType
from ..ontology.cues import load_letter_cues, load_name_cues
from .gazetteer import find_concepts
from .person_words import is_no_name
from .span import NameSpan

_KIND = (
    r"(?:report|paper|study|strategy|guidance|review|inquiry|briefing|handbook|publication|toolkit|survey|resolution"
    r"|document|plan|policy|guide|statement|consultation|index|memorandum|essay|submission)"
)
_QUOTED = r"[‘'“\"]{1,2}(?P<title>[A-Z][^‘’“”\"\n]{8,220}?)[.,]?[’'”\"]"
_SMALL = r"(?:of|the|and|for|in|on|to|a|an|with|from|below|beyond|across|at|by|into|is|are|not|or|as)"
_CAPITALS = rf"(?P<title>[A-Z][\w’'-]*(?:\s+(?:{_SMALL}\s+){{0,2}}[A-Z][\w’'-]*){{1,8}}"
# numbered or dated papers that parliaments, ministries and courts put out
_NUMBERED = re.compile(
    # "General Comment No. 14", "Early Day Motion 611", "Opinion 4/2022", "Special report 05/2020"
    r"\bGeneral\s+(?:Comment|Recommendation)\s+(?:No\.?\s*)?\d{1,3}\b|\bEarly\s+Day\s+Motion\s+(?:No\.?\s*)?\d{1,5}\b"
    r"|\b(?:Joint\s+)?Opinion\s+(?:No\.?\s*)?\d{1,3}/\d{2,4}\b|\b[Ss]pecial\s+[Rr]eport\s+(?:No\.?\s*)?\d{1,3}/\d{2,4}\b"
    # "Budget 2022", "Autumn Budget 2021", "Autumn Statement", "the May Budget"; not "Budget" alone
    r"|\b(?:(?:Spring|Autumn|March|May|June|October|November)\s+)?(?:Budget|Spending\s+Review)\s+20\d\d\b"
    r"|\b(?:Spring|Autumn|March|May|June|October|November)\s+(?:Budget|Statement)\b(?:\s+20\d\d\b)?"
    # "Census 2016", "Census of Population 2021"; "GAO-22-104452"
    r"|\bCensus(?:\s+of\s+Population(?:\s+and\s+Housing)?)?\s+(?:19|20)\d\d\b|\bGAO-\d\d-\d{3,6}\b"
)
# "the Harrow review", "the Moor report", called after who led it; not "the Commission inquiry", "the UK review"
_CHAIRED = re.compile(
    r"\b[Tt]he (?P<title>(?P<name>[A-Z][a-z]+(?:-[A-Z][a-z]+)?) (?:review|inquiry|report))\b(?! (?:of|into) the\b)"
)
# how the line of a note begins: "[1] ", "iv. "
_NOTE = re.compile(r"\s*(?:\[(?:\d{1,3}|[ivx]{1,5})\]|\d{1,3}[.)]?|[ivx]{1,5}[.)])\s+\S")
_OTHER = re.compile(
    r"\b(?:Act|Acts|Bill|Regulations|Directive|Convention|Order|Street|Road|Avenue|Secretary|Minister|v\.?)\b"
)
_PATTERNS = (
    # "the “Ten Tests” framework", "the ‘Clear Skies’ strategy"; not "the “Ten Tests” programme"
    re.compile(
        r"(?<=[\s(])[‘“\"](?P<title>[A-Z][^‘’“”\"\n]{5,120}?)[’”\"]\s+"
        r"(?:report|strategy|framework|guidance|white\s+paper|green\s+paper|action\s+plan|plan|review|study|guidelines|toolkit)\b"
    ),
    # "Reid and Marsh, ‘Ten Months On: A Report’ (2023)"
    re.compile(r"(?<=\w,\s)(?:''|[‘“\"])(?P<title>[A-Z][^‘“”\"\n]{8,200}?)(?:''|[’”\"])[,.]?\s\(?(?:19|20)\d\d\b"),
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
        rf"\b{_KIND},?\s+(?:is\s+|called\s+|entitled\s+)?{_CAPITALS}(?::\s+[A-Z][^,.;()\n]{{3,80}})?)"
        r"(?=[,.;:)]|\s\(|\s+(?:was|is|has|which|that|and|said|found|recommended|show|shows|showed|set|sets|in|on|by|from)\b)"
    ),
    # "published under the title Safe Sound and Let"
    re.compile(rf"\b(?:under\s+the\s+title|entitled|titled)\s+{_CAPITALS})"),
    # "published Reading the Signals: Care in Leeds, the report of"; "In Clean Air: What Next (AB-22-10), we"
    re.compile(
        rf"\b(?:published|publish|In|in|issued)\s+{_CAPITALS}:\s+[A-Z][^,.;()\n]{{3,120}})(?=,\s+(?:the|its|our|a)\s|\s\()"
    ),
    # "inquiry into Transparency and Accountability of Data": the words in capitals behind it
    re.compile(
        r"\b(?i:inquiry|enquiry|review|report)\s+(?:into|on|of)\s+(?:the\s+)?"
        r"(?P<title>[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|for|to|on|by|with|&)){0,3}(?:\s+[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|for|to|on|by|with|&)){0,3})*\s+[A-Z][\w’'-]+)"
    ),
)

# titles that nothing but their place or their marks shows: most words must have capitals
_BARE = (
    # "Ofcom, Harm Online: What We Heard (May 2023)"; not "Ofcom, Riverside House (2023)"
    re.compile(r"(?<=\w,\s)(?P<title>[A-Z][^,.;()\n\[\]]{9,160}?)\s\([A-Z][a-z]{2,8}\.?\s(?:19|20)\d\d\)"),
    # "it set out in _Ten Years On From Here_ that"; not a heading "*Ten Years On*"
    re.compile(r"(?<=[a-z,]\s)(?P<mark>[_*])(?P<title>[A-Z][^_*\n]{6,120}\w)(?P=mark)(?![\w*_])"),
)
# in a note only
_NOTED = (
    # "[1] Audit Office, Funding Safe Homes in Wales, March 2024", "[1] Audit Office, Safe Homes (Report No 7, 2014)"
    re.compile(
        r"(?<=\w,\s)(?P<title>[A-Z][^,.;()\n\[\]]{9,200}?)(?:,\s[A-Z\d][A-Z\d-]{5,24})?"
        r"(?:,\s(?:[A-Z][a-z]{2,8}\s)?(?:19|20)\d\d(?=[.,;)\n]|$)|\s\([^()\n]{0,30}(?:19|20)\d\d\))"
    ),
    # "[1] EMN (2022), Mobility of Students: A Note."
    re.compile(r"\((?:19|20)\d\d\)[,.]?\s+(?P<title>[A-Z][^,.;()“”\"‘\n]{9,200}?)(?=\.(?:\s|$)|\n|$)"),
)
# a quoted title in a note need not have capitals: "[1] EFSA (2024), “Peer review of the pesticide flufenacet”"
_NOTED_QUOTE = re.compile(r"\((?:19|20)\d\d\),?\s*[‘“\"](?P<title>[A-Z][^“”\"\n]{20,240}?)[.,]?[’”\"](?=[\s:,.]|$)")
# in running text only where nothing else is named: "a joint paper on it, Staffing the Small Hospitals, which"
_APPOSED = re.compile(
    rf"\b{_KIND}\b(?:\s+[a-z]+){{1,6}},\s{_CAPITALS})(?=,\s[a-z])",
)


def find_document_titles(text: str, known: Sequence[NameSpan]) -> list[NameSpan]:
    """Return the titles of documents that `text` quotes or cites; `known` are names that are certain already."""
    return [*_find(text), *_find_apposed(text, known)]


def _find_apposed(text: str, known: Sequence[NameSpan]) -> Iterator[NameSpan]:
    """Yield titles that follow a word for a document behind a comma, where they are no other name."""
    for match in _APPOSED.finditer(text):
        start, end = match.span("title")
        small = any(word.islower() for word in match["title"].split())
        named = any(span.start < end and start < span.end for span in known)
        if small and not named and _is_title(match["title"]) and not _OTHER.search(match["title"]):
            yield NameSpan(start=start, end=end, type=EntityType.DOCUMENT, rule="title")


def _find(text: str) -> Iterator[NameSpan]:
    for pattern in _PATTERNS:
        yield from _to_spans(match for match in pattern.finditer(text) if _is_title(match["title"]))
    for pattern in _BARE:
        yield from _to_spans(match for match in pattern.finditer(text) if _is_mostly_capitals(match["title"]))
    for pattern in _NOTED:
        noted = (match for match in pattern.finditer(text) if _is_in_note(text, match.start()))
        yield from _to_spans(match for match in noted if _is_mostly_capitals(match["title"]))
    yield from _to_spans(match for match in _NOTED_QUOTE.finditer(text) if _is_in_note(text, match.start()))
    names = (match for match in _CHAIRED.finditer(text) if not is_no_name(match["name"]))
    yield from _to_spans(match for match in names if _can_chair(match["name"]))
    for match in _NUMBERED.finditer(text):
        yield NameSpan(start=match.start(), end=match.end(), type=EntityType.DOCUMENT, rule="numbered-document")


def _is_in_note(text: str, place: int) -> bool:
    return _NOTE.match(text, text.rfind("\n", 0, place) + 1) is not None


def _to_spans(matches: Iterable[re.Match[str]]) -> Iterator[NameSpan]:
    for match in matches:
        yield NameSpan(start=match.start("title"), end=match.end("title"), type=EntityType.DOCUMENT, rule="title")


def _can_chair(name: str) -> bool:
    """Tell whether a word can be the surname that a review is called by, and no body, country or city."""
    return not (name in load_name_cues().demonyms or name in load_letter_cues().cities or find_concepts(name))


def _is_mostly_capitals(words: str) -> bool:
    """Tell whether the long words of a title have capitals, and no law or place stands there instead of a title."""
    long = [word for word in re.findall(r"\w+", words) if len(word) > 3]
    mostly = len(long) > 2 and sum(word[0].isupper() for word in long) > 0.6 * len(long)
    return mostly and _is_title(words) and not _OTHER.search(words)


def _is_title(words: str) -> bool:
    """Refuse a quoted sentence: a title has capitals beside its first word, or a colon, and no "I" or "we"."""
    capitals = re.findall(r"\b[A-Z]\w+", words)
    return len(capitals) >= 2 and not re.search(r"\b(?:I|we|you|is|was|were|has|have|will|must|should)\b", words)
