"""Who published a work that a letter cites: "OSCE (2014), 'Guiding Principles'", "[3] Ofcom, Rural Rail, 2020"."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model.entity import EntityType
from ..model.statement import Predicate
from .entities import EntityTable
from .seams import is_whole
from .sentences import find_sentences_over
from .span import NameSpan
from .statements import StatementList

# "OSCE (2014), '" before the title of a work
_YEAR_BEFORE = re.compile(r"\s?\((?P<year>(?:19|20)\d\d)\),?\s*[‘'“\"]?$")
# "Ofcom, '" before the title, "', May 2020" or "(May 2020)" behind it; not "Ofcom, the Fund and, since 2020"
_COMMA_BEFORE = re.compile(r",\s*[‘'“\"_*]*$")
_YEAR_BEHIND = re.compile(
    r"[’'”\"_*]*(?:,?\s\((?:[^()\n]{0,40}\D)?|,\s(?:\d{1,2}\s)?(?:[A-Z][a-z]{2,8}\.?\s)?)(?P<year>(?:19|20)\d\d)(?!\w)"
)
# "Rural Rail Report, (2021)" as a whole title
_YEAR_WITHIN = re.compile(r"\b(?P<year>(?:19|20)\d\d)\)?$")
# "[3] ", "2 See also the ": a note begins with the author of the work
_NOTE = re.compile(
    r"(?:^|\n)[ \t]*(?:\[?[\divx]{1,4}[\].)]*[ \t]+)?(?:See,?(?:\s(?:also|e\.g\.),?)*\s)?(?:the\s)?$", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,\s|\sand\s|\s&\s)\s*(?:the\s+)?$")
_REACH = 20


def find_publishers(
    found: StatementList, spans: Sequence[NameSpan], table: EntityTable, sentences: Sequence[tuple[int, int]]
) -> None:
    """Add who published what, with its year as since when: "OSCE (2014), 'Guiding Principles'"."""
    text = found.letter.text
    ending: dict[int, list[NameSpan]] = defaultdict(list)
    for span in spans:
        if span.type is EntityType.ORGANISATION:
            ending[span.end].append(span)
    for work in spans:
        if work.type not in {EntityType.DOCUMENT, EntityType.SCHEME} or work.inner:
            continue
        target = table.find((work.start, work.end))
        authors, year = _find_authors(text, work, ending, spans)
        evidence = find_sentences_over(sentences, min([work.start, *(author.start for author in authors)]), work.end)
        for author in authors:
            subject = table.find((author.start, author.end))
            if subject is not None and target is not None:
                found.add(subject, Predicate.RUNS, target, evidence, "publisher", since=year)


def _find_authors(
    text: str, work: NameSpan, ending: Mapping[int, list[NameSpan]], spans: Sequence[NameSpan]
) -> tuple[list[NameSpan], str | None]:
    """Return the bodies that a citation names before a work, and the year of the work."""
    reach = max(work.start - _REACH, 0)
    if dated := _YEAR_BEFORE.search(text, reach, work.start):
        return _with_joint(text, ending.get(dated.start(), []), ending), dated["year"]
    comma = _COMMA_BEFORE.search(text, reach, work.start)
    behind = _YEAR_BEHIND.match(text, work.end) or _YEAR_WITHIN.search(text, work.start, work.end)
    if comma is None or behind is None or not is_whole(text, work, spans):
        return [], None
    authors = _with_joint(text, ending.get(comma.start(), []), ending)
    first = min((author.start for author in authors), default=0)
    opens = _NOTE.search(text, max(first - _REACH, 0), first) is not None
    return (authors, behind["year"]) if opens else ([], None)


def _with_joint(text: str, authors: Sequence[NameSpan], ending: Mapping[int, list[NameSpan]]) -> list[NameSpan]:
    """Return an author with the one before it: "Mind and [Ofcom] (2021)"."""
    if not authors:
        return []
    author = authors[0]
    joint = _AND.search(text, max(author.start - 12, 0), author.start)
    return [author, *(ending.get(joint.start(), [])[:1] if joint else [])]
