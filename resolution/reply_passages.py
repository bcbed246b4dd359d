"""The sentences of a reply that may meet an ask, each with what it and its paragraph speak of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..extraction.header.zones import find_zones
from ..extraction.text.acronyms import find_definitions
from ..extraction.text.lines import find_lines
from ..extraction.text.sentences import find_sentences
from ..model.letter import Letter
from ..ontology.answer_cues import CueKind, find_cues
from .verdicts import Verdict, find_verdicts
from .word_weights import find_terms

# "II.  Inspections.", "3.", "(a)", "•"; not "2022 was"
_MARK = re.compile(r"^(?:(?:\(?(?:\d{1,2}|[a-z]|[ivxIVX]{1,5})[.)]|[•*–-])\s*)+")
# "This", "It was in English only"; not "Itemised"
_PRONOUN = re.compile(
    r"^(?:but |and |so |therefore,? )?(?:this|that|these|those|it|its|they|such|he|she|both|there)\b", re.IGNORECASE
)
# "We discussed it."; not "Wednesday meetings."
_SUBJECT = re.compile(r"(?:I|We|They|He|She|It|You|There|That|This)\b")
# "to take it forward", "not do so"; not "item"
_INSIDE = re.compile(r"\b(?:it|this|so|such|one|them|either|any|none)\b", re.IGNORECASE)
_LITTLE = 5
_LONGEST_HEADING = 7
_LONGEST_TITLE = 20
_FOLLOWING = 0.6
_FOLLOWING_PRONOUN = 0.85
_RESTATED = 0.8
# "With regard to the grant, we will write", "Turning now to pay, …"; not "On reflection we agree."
_LEAD = re.compile(
    r"(?:(?:finally|lastly|firstly|secondly|thirdly|next),? )?(?:(?:now )?turning(?: now)? to|on|as (?:to|for|regards)"
    r"|with (?:regard|respect|reference) to|in (?:relation|regard|respect|response|answer) to|in respect of|regarding"
    r"|concerning) (?:the|your|a|an|my|our|whether)\b(?P<about>[^,;.]{3,120}),",
    re.IGNORECASE,
)
_HEADING = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySentence:
    """A sentence of the body at `start`–`end`: its own terms, those that its paragraph carries to it, its cues
    and what its clauses decide.

    `announced` is what a heading or a lead ("On the grant, …") says that it is about; empty where nothing does.
    `paragraph` and `place` count the paragraphs of the letter and the sentences of the paragraph.
    """

    letter: Letter
    start: int
    end: int
    paragraph: int
    place: int
    own: Mapping[str, float]
    topic: Mapping[str, float]
    announced: Mapping[str, float]
    cues: frozenset[CueKind]
    verdicts: tuple[Verdict, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.letter.text[self.start : self.end]


def find_acronyms(*letters: Letter) -> dict[str, str]:
    """Return the acronyms that the letters define, with the words that each stands for."""
    return {
        each.short: letter.text[each.long_start : each.long_end]
        for letter in letters
        for each in find_definitions(letter.text)
        if not each.alias
    }


def find_body_paragraphs(letter: Letter) -> Iterator[list[tuple[int, int]]]:
    """Yield the sentences of each paragraph (a line of the reading text) of the body, in order."""
    text = letter.text
    for line in find_zones(find_lines(text)).body:
        found = [(line.start + start, line.start + end) for start, end in find_sentences(text[line.start : line.end])]
        if found:
            yield found


def find_reply_sentences(letter: Letter, acronyms: Mapping[str, str]) -> list[ReplySentence]:
    """Return the sentences of a reply's body in their order.

    What a paragraph speaks of is carried on: after "You asked about the grant." the sentence "It will go on." speaks
    of the grant too. A heading is carried through its paragraph, alone on its line through the next.
    """
    found: list[ReplySentence] = []
    above: dict[str, float] = {}
    for number, spans in enumerate(find_body_paragraphs(letter)):
        bound = above
        above = {}
        carried: dict[str, float] = {}
        for place, (start, end) in enumerate(spans):
            words = _MARK.sub("", letter.text[start:end])
            if not words.strip():
                continue
            own = find_terms(words, acronyms)
            if _is_heading(words) and not any(each.paragraph == number for each in found[-1:]):
                bound = _join(bound, _decay(own, _HEADING))
                above = bound if place == len(spans) - 1 else {}
                continue
            cues = find_cues(words)
            factor = _FOLLOWING_PRONOUN if _leans(words, own) else _FOLLOWING
            topic = _join(bound, _decay(carried, factor))
            lead = _LEAD.match(words)
            announced = find_terms(lead["about"], acronyms) if lead else bound
            found.append(
                ReplySentence(
                    letter=letter,
                    start=start,
                    end=end,
                    paragraph=number,
                    place=place,
                    own=own,
                    topic=topic,
                    announced=announced,
                    cues=cues,
                    verdicts=find_verdicts(words),
                )
            )
            if CueKind.RESTATING in cues:
                bound, carried = _decay(announced if lead else own, _RESTATED), own
            else:
                carried = _join(_decay(carried, factor), own)
    return found


def _leans(words: str, own: Mapping[str, float]) -> bool:
    """Tell whether a sentence says little without the one before: "There are no plans to take it forward."."""
    little = sum(value == 1.0 for value in own.values()) <= _LITTLE and _INSIDE.search(words) is not None
    return little or _PRONOUN.match(words) is not None


def _is_heading(words: str) -> bool:
    """Tell whether the first sentence of a paragraph is a heading: "Door-to-door sales."; not "I agree."."""
    ended = words.rstrip().endswith((".", "?", "!", ";", ":", ","))
    short = len(words.split()) <= (_LONGEST_HEADING if ended else _LONGEST_TITLE) and not words.endswith("?")
    return short and not find_cues(words) and not _SUBJECT.match(words)


def _join(one: Mapping[str, float], two: Mapping[str, float]) -> dict[str, float]:
    return {term: max(one.get(term, 0.0), two.get(term, 0.0)) for term in (*one, *two)}


def _decay(terms: Mapping[str, float], factor: float) -> dict[str, float]:
    return {term: value * factor for term, value in terms.items() if value * factor >= 0.1}
