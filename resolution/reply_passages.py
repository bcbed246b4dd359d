"""The sentences of a reply that may meet an ask, each with what it and its paragraph speak of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..extraction.header.zones import find_zones
from ..extraction.text.acronyms import find_definitions
from ..extraction.text.lines import find_lines
from ..extraction.text.sentences import find_sentences
from ..model.letter import Letter
from ..ontology.answer_cues import CueKind, find_cues
from .marks import find_mark, strip_mark
from .topics import Topics
from .verdicts import Verdict, find_verdicts
from .word_weights import find_terms

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
_LEAST_REPEATED = 5
_MOST_AROUND = 1.5
_WORD = re.compile(r"\w+")
# "With regard to the grant, we will write", "Turning now to pay, …"; not "On reflection we agree."
_LEAD = re.compile(
    r"(?:(?:finally|lastly|firstly|secondly|thirdly|next),? )?(?:(?:(?:now )?turning(?: now)? to|as (?:to|for|regards)"
    r"|with (?:regard|respect|reference) to|in (?:relation|regard|respect|response|answer) to|in respect of|regarding"
    r"|concerning)(?: (?:the|your|a|an|my|our|whether))?|on (?:the|your|a|an|my|our|whether))\b"
    r"(?P<about>[^,;.]{3,120}),",
    re.IGNORECASE,
)


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


def find_reply_sentences(letter: Letter, acronyms: Mapping[str, str], asked: Sequence[str] = ()) -> list[ReplySentence]:
    """Return the sentences of a reply's body in their order, without those that only repeat the words of an ask.

    What a paragraph speaks of is carried on: after "You asked about the grant." the sentence "It will go on." speaks
    of the grant too. A heading is carried through its paragraph, alone on its line through the next; so are the
    number of a point and an ask that is repeated above its answer.
    """
    known = [_to_words(each) for each in asked]
    found: list[ReplySentence] = []
    topics = Topics()
    for number, spans in enumerate(find_body_paragraphs(letter)):
        topics.start_paragraph(find_mark(letter.text[spans[0][0] : spans[-1][1]]))
        for place, (start, end) in enumerate(spans):
            words = strip_mark(letter.text[start:end])
            if not words.strip():
                continue
            own = find_terms(words, acronyms)
            if _repeats(words, known):
                topics.repeat(own)
            elif topics.is_fresh and _is_heading(words):
                topics.head(own, is_alone=place == len(spans) - 1)
            else:
                found.append(_to_sentence(letter, (start, end), (number, place), topics, acronyms))
    return found


def _to_sentence(
    letter: Letter, span: tuple[int, int], place: tuple[int, int], topics: Topics, acronyms: Mapping[str, str]
) -> ReplySentence:
    """Return the sentence at `span`, the one at `place` (paragraph, sentence), with what `topics` hand it."""
    words = strip_mark(letter.text[slice(*span)])
    own = find_terms(words, acronyms)
    lead = _LEAD.match(words)
    cues = find_cues(words)
    handed = topics.say(
        own,
        announced=find_terms(lead["about"], acronyms) if lead else {},
        leans=_leans(words, own),
        restates=CueKind.RESTATING in cues,
    )
    return ReplySentence(
        letter=letter,
        start=span[0],
        end=span[1],
        paragraph=place[0],
        place=place[1],
        own=own,
        topic=handed.topic,
        announced=handed.announced,
        cues=cues,
        verdicts=find_verdicts(words),
    )


def _to_words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _repeats(words: str, asked: Sequence[str]) -> bool:
    """Tell whether a sentence is little but an ask's own words: "Recommendation 2: That the fund be extended."."""
    said = _to_words(words)
    return any(
        len(ask.split()) >= _LEAST_REPEATED
        and ((ask in said and len(said) <= _MOST_AROUND * len(ask)) or (said in ask and 2 * len(said) >= len(ask)))
        for ask in asked
    )


def _leans(words: str, own: Mapping[str, float]) -> bool:
    """Tell whether a sentence says little without the one before: "There are no plans to take it forward."."""
    little = sum(value == 1.0 for value in own.values()) <= _LITTLE and _INSIDE.search(words) is not None
    return little or _PRONOUN.match(words) is not None


def _is_heading(words: str) -> bool:
    """Tell whether the first sentence of a paragraph is a heading: "Door-to-door sales."; not "I agree."."""
    ended = words.rstrip().endswith((".", "?", "!", ";", ":", ","))
    short = len(words.split()) <= (_LONGEST_HEADING if ended else _LONGEST_TITLE) and not words.endswith("?")
    return short and not find_cues(words) and not _SUBJECT.match(words)
