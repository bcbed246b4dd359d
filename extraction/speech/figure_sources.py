"""Where a number comes from: "according to …", "our records show", "FOI 60267" in a footnote."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ...model.entity import EntityType
from ...ontology.figure_cues import load_figure_cues
from ..text.span import NameSpan, Span

_MOST_WORDS = 16
_ACCORDING = re.compile(
    r"\b(?:according\s+to|(?:as\s+)?(?:reported|published|recorded|estimated)\s+by)\s+", re.IGNORECASE
)
_END = re.compile(r"[,;:()]|[.!?]+$|\s(?=(?:there|in|between|since|only|some|just|about|during|over)\b)")
# "(source: ONS)"
_NAMED = re.compile(r"\bsource:\s*(?P<source>[^();\n]{2,80})", re.IGNORECASE)
# "FOI Number 60267", "FOI request no. F0123/22", "Freedom of Information request 4411"
_REQUEST = re.compile(
    r"\b(?:FOI|Freedom\s+of\s+Information)(?:\s+(?:request|response|reference|number|no|ref)\b[.:]?)*\s*(?P<number>[\w/-]*\d[\w/-]*)",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(r"\bFreedom\s+of\s+Information\s+(?:Act\s+)?requests?\b|\bFOI\s+requests?\b", re.IGNORECASE)
# "for our report Forty Steps to Shore", "in your annual report"
_OWN = re.compile(
    r"\b(?:in|for|from|by)\s+(?P<source>(?:our|its|their|your|my|the)\s+(?:[\w'’-]+\s+){0,3}?(?:report|survey|study|analysis|data|census"
    r"|statistics|records|accounts|figures|estimates|inspection)\b)",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"[,;:(—]\s*|\b(?:but|and|that|if|because|as|while)\s+", re.IGNORECASE)
# what a source's noun is led by; "our" and "your" belong to it
_DETERMINER = re.compile(r"\b(?:(?:the|an?|this|these)\s+|(?=(?:our|your|its|their|my)\s))", re.IGNORECASE)
# "after the estimated cost": a participle, no verb of telling
_OPEN = re.compile(
    r"\b(?:the|an?|of|in|at|by|for|to|with|and|or|our|your|its|their|this|was|were|been)$", re.IGNORECASE
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:\s*,?\s*(?:however|also|now|therefore|then|does|do|did|has|have|had|\w+ly)\b,?)+$", re.IGNORECASE
)
_URL = re.compile(r"\s*[:,]?\s*(?:https?://|www\.)\S+")


@cache
def _saying() -> re.Pattern[str]:
    verbs = "|".join(sorted(load_figure_cues().source_verbs, key=len, reverse=True))
    return re.compile(rf"\b(?:{verbs})\b", re.IGNORECASE)


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(load_figure_cues().source_nouns, key=len, reverse=True))})\b", re.IGNORECASE
    )


def find_source(text: str, sentence: Span, before: int, spans: Sequence[NameSpan]) -> str | None:
    """Return the letter's words for where the numbers of a sentence come from, None where it does not say.

    `before` is where the first of the numbers stands, `spans` are the names in the sentence. "Our records show
    that 12 …" gives "Our records"; "the report is late" gives none.
    """
    start, end = sentence
    if match := _NAMED.search(text, start, end):
        return _even(match["source"])
    if match := _ACCORDING.search(text, start, end):
        stop = _END.search(text, _past_names(match.end(), spans), end)
        return _even(text[match.end() : stop.start() if stop else end])
    return _find_teller(text, start, before, spans) or to_request(text[start:end]) or _find_own(text, start, end, spans)


def _find_teller(text: str, start: int, before: int, spans: Sequence[NameSpan]) -> str | None:
    """Return the subject of a verb of telling that leads to the number: "The Annual Report for 2020 suggests"."""
    for verb in _saying().finditer(text, start, before):
        if any(span.start < verb.end() and verb.start() < span.end for span in spans):
            continue
        cuts = [
            match.end()
            for match in _SEGMENT.finditer(text, start, verb.start())
            if not any(span.start < match.end() and match.start() < span.end for span in spans)
        ]
        begin = max((cut for cut in cuts if text[cut : verb.start()].strip(" ,") not in {"", "however"}), default=start)
        words = _ASIDE.sub("", text[begin : verb.start()].rstrip()).rstrip(" ,")
        noun = _nouns().search(words)
        if _OPEN.search(words):
            continue
        if noun is not None:
            # "At the same time a study by Ofcom" begins with "a study"
            words = words[max((match.end() for match in _DETERMINER.finditer(words, 0, noun.start())), default=0) :]
        else:
            ends = [span for span in spans if span.end == begin + len(words) and _is_telling(span, verb[0])]
            words = text[ends[0].start : ends[0].end] if ends else ""
        if words and len(words.split()) <= _MOST_WORDS:
            return _even(words)
    return None


def _is_telling(span: NameSpan, verb: str) -> bool:
    """Tell whether a name can be the source: a document always, a body with a verb such as "estimates"."""
    body = span.type is EntityType.ORGANISATION and verb.casefold() in load_figure_cues().body_verbs
    return body or span.type is EntityType.DOCUMENT


def _find_own(text: str, start: int, end: int, spans: Iterable[NameSpan]) -> str | None:
    if match := _OWN.search(text, start, end):
        title = next((span for span in spans if text[match.end() : span.start] in {" ", ", ", " ‘", " '"}), None)
        return _even(text[match.start("source") : title.end if title else match.end()])
    for span in spans:
        if span.type is EntityType.DOCUMENT and re.search(
            r"\b(?:in|from)\s+(?:the\s+|our\s+)?$", text[start : span.start]
        ):
            return _even(text[span.start : span.end])
    if match := _UNNUMBERED.search(text, start, end):
        return _even(match[0])
    return None


def to_request(words: str) -> str | None:
    """Return the number of a request for information: "FOI Number 60267." is "FOI 60267"."""
    match = _REQUEST.search(words)
    return f"FOI {match['number']}" if match else None


def to_note_source(note: str) -> str | None:
    """Return what a footnote names, without its mark and its address on the web."""
    words = re.sub(r"^\[[^\]]*\]\s*", "", note)
    shown = _URL.sub("", words).strip(" .:,'‘’\"")
    return to_request(words) or (shown if 0 < len(shown.split()) <= 2 * _MOST_WORDS else None)


def _past_names(start: int, spans: Iterable[NameSpan]) -> int:
    return max((span.end for span in spans if start <= span.start <= start + 12), default=start)


def _even(words: str) -> str | None:
    return _ARTICLE.sub("", " ".join(words.split())).strip(" ,.;") or None
