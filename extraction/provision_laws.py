"""Which law or treaty a provision belongs to: the one beside it, the one it refers to, or the one spoken of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from .acronyms import find_definitions
from .antecedents import choose_antecedent
from .span import NameSpan

_LAWS = frozenset({EntityType.TREATY, EntityType.LEGISLATION})
_PART = r"(?:Part|Chapter|Title|Schedule|Annex|Subpart|subpart|part|chapter|paragraph)\s+[\dA-Z]{1,5}"
# what joins a provision to the instrument behind it: "Article 8 of the Refugee Convention", "section 49, Care Act",
# "Article 4, third indent, of Directive 2011/36/EU", "paragraph 3 of Part 4 of Schedule 2 to the Care Act"
_OF = re.compile(
    r"\s*(?:,\s*(?:\w+\s+(?:indent|subparagraph|paragraph|sentence)|"
    + _PART
    + r"))?\s*,?\s*(?:(?:of|to|in|under|from)\s+)?"
    r"(?:" + _PART + r"\s+(?:of|to)\s+){0,3}(?:(?:the|that|this|both\s+the|its|our|your)\s+)?(?:[(\"“‘']\s*)?"
)
# "ECHR Article 2"
_BEFORE = re.compile(r"[’']?s?[,\s(]{1,3}(?:under\s+)?$")
_HEAD = (
    r"(?:Act|Bill|Convention|Protocol|Covenant|Treaty|Charter|Regulations?|Order|Directive|Code|Measure|Constitution"
    r"|Law|Statute|Ordinance|Rules)"
)
# "section 3 of the Act", "clause 2 of that Bill", "article 4 of the 2006 Order"; not "section 3 of the Act of 1990"
_OF_HEAD = re.compile(
    rf"(?:,?\s+{_PART})?\s+(?:of|to|in|under)\s+(?P<how>the(?:\s+(?:same|said))?|this|that|said)\s+(?:(?P<year>\d{{4}})\s+)?"
    rf"(?P<head>{_HEAD}|act|bill)\b(?!\s+(?:of|on|for|\d|[A-Z]))"
)
# "Article 14 thereof", "article 3 of which"
_THEREOF = re.compile(r"\s+(?:thereof|of\s+which)\b")
# "the Covenant on Civil Rights, whose article 11"
_WHOSE = re.compile(r"[\s,(]+whose\s+$")
# laws that have articles: the others have sections
_ARTICLED = re.compile(
    r"\b(?:Constitution|Regulation|Directive|Charter|Law|Code|Statute|Decree|Decision|Treaty|Framework)\b"
)
# numbers by which no letter cites a section: "section 8" is not that of "24 CFR part 35"
_BY_NUMBER = re.compile(r"\d+\s+(?:U\.?S\.?C|C\.?F\.?R)|S\.\s?\d|H\.\s?R\.")
_BILL = re.compile(r"\bBill\b|^(?:H\.\s?R|S)\.\s?\d")
_YEAR = re.compile(r",?\s+(?:of\s+)?\d{4}$")
_OPEN = frozenset({"Article", "section", "subsection", "clause", "Schedule", "regulation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPlaces:
    """The laws and treaties of a text in their order, what each is called for short, and where the words name one."""

    text: str
    places: tuple[NameSpan, ...]
    aliases: dict[str, NameSpan]

    def find_named(self, start: int, end: int) -> NameSpan | None:
        """Return the law named right behind or before the provision at `start`–`end`."""
        joint = _OF.match(self.text, end)
        if joint is not None and "\n" not in self.text[end : joint.end()]:
            behind = next((span for span in self.places if span.start == joint.end()), None)
            if behind is not None:
                return behind
        reach = max(start - 12, 0)
        before = _BEFORE.search(self.text[reach:start])
        return next((span for span in self.places if before and span.end == reach + before.start()), None)

    def find_referred(self, start: int, end: int) -> tuple[NameSpan | None, int]:
        """Return the law that words behind a provision refer to, and where they end: "section 3 of the same Act"."""
        earlier = [span for span in self.places if span.end <= start]
        if earlier and (whose := _WHOSE.search(self.text[max(start - 12, 0) : start])):
            last = max(earlier, key=lambda span: span.end)
            return (last if start - len(whose[0]) <= last.end else None), end
        if earlier and (thereof := _THEREOF.match(self.text, end)):
            return max(earlier, key=lambda span: span.end), thereof.end()
        referred = _OF_HEAD.match(self.text, end)
        if referred is None:
            return None, end
        head = referred["head"].capitalize()
        bearing = [span for span in earlier if head in self._words(span).split()]
        if head == "Bill":
            bearing = [span for span in earlier if _BILL.search(self._words(span))]
        if referred["year"]:
            bearing = [span for span in self.places if referred["year"] in self._words(span)]
        if referred["how"] in {"that", "said", "the same", "the said"} and bearing:
            return bearing[-1], referred.end()
        found = self.aliases.get(head) if not referred["year"] else None
        return found or self._choose(start, bearing), referred.end()

    def find_meant(self, kind: str, start: int) -> NameSpan | None:
        """Return the law that a provision without one must belong to: the only fitting one that is spoken of there."""
        fitting = [span for span in self.places if self._has(span, kind)]
        if kind not in _OPEN or not fitting:
            return None
        if len({self._key(span) for span in fitting}) == 1:
            return fitting[0]
        earlier = [span for span in fitting if span.start < start]
        alias = next((span for name, span in self.aliases.items() if span in fitting and _is_bare(name)), None)
        near = self._choose_in_sentence(start, earlier)
        return near or alias or self._choose(start, earlier)

    def _choose(self, start: int, earlier: Sequence[NameSpan]) -> NameSpan | None:
        """Return the one antecedent; where several stand nearby, the one of the last sentence that names one only."""
        found = choose_antecedent(self.text, start, [(span, self._key(span), span.start) for span in earlier])
        return found if found is not None else self._choose_in_last(earlier)

    def _choose_in_sentence(self, start: int, earlier: Sequence[NameSpan]) -> NameSpan | None:
        begin = max(self.text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "; "))
        near = [span for span in earlier if span.start > begin]
        return near[-1] if near and len({self._key(span) for span in near}) == 1 else None

    def _choose_in_last(self, earlier: Sequence[NameSpan]) -> NameSpan | None:
        if not earlier:
            return None
        last = earlier[-1]
        begin = max(self.text.rfind(mark, 0, last.start) for mark in (". ", "\n", "? ", "; "))
        return last if len({self._key(span) for span in earlier if span.start > begin}) == 1 else None

    def _has(self, span: NameSpan, kind: str) -> bool:
        """Tell whether a law can have provisions of this kind: articles, sections, clauses, regulations."""
        words = self._words(span)
        articled = span.type is EntityType.TREATY or _ARTICLED.search(words) is not None
        if kind == "Article":
            return articled
        if kind == "clause":
            return _BILL.search(words) is not None
        if kind == "regulation":
            return "Regulations" in words
        if span.type is EntityType.TREATY or _BY_NUMBER.match(words):
            return False
        return kind == "Schedule" or not (articled or "Regulations" in words)

    def _words(self, span: NameSpan) -> str:
        return " ".join(self.text[span.start : span.end].split())

    def _key(self, span: NameSpan) -> str:
        """Return what is the same for all mentions of one law: its entry, or its words without the year."""
        return span.concept or _YEAR.sub("", self._words(span)).casefold()


def find_law_places(text: str, spans: Sequence[NameSpan]) -> LawPlaces:
    """Return the laws and treaties among `spans`, with the short forms that `text` defines for them."""
    places = tuple(sorted(span for span in spans if span.type in _LAWS))
    return LawPlaces(text=text, places=places, aliases=dict(_find_aliases(text, places)))


def _find_aliases(text: str, places: Sequence[NameSpan]) -> Iterator[tuple[str, NameSpan]]:
    by_end = {span.end: span for span in places}
    for definition in find_definitions(text) if places else ():
        if definition.alias and definition.long_end in by_end:
            yield definition.short, by_end[definition.long_end]


def _is_bare(name: str) -> bool:
    return re.fullmatch(_HEAD, name) is not None


def is_named_otherwise(text: str, place: int) -> bool:
    """Tell whether the words behind a provision name some other instrument: "Article 3 of its statute"."""
    match = re.match(r"\s+of\s+(?:the\s+|this\s+|that\s+)?(\w+)", text[place : place + 60])
    return match is not None and re.fullmatch(_HEAD, match[1]) is None
