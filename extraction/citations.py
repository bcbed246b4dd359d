"""Citations of law: numbered instruments, and provisions of named ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model.entity import EntityType
from .antecedents import choose_antecedent
from .span import NameSpan

# Each with a phrase that it finds and one that it refuses.
_INSTRUMENTS = (
    # "Directive 2011/36/EU", "Council Directive 2003/9/EC"; not "Directive on Equal Treatment"
    re.compile(
        r"\b(?:(?:Framework|Council|Commission|Delegated|Implementing)\s+)*(?:Directive|Decision)\s+"
        r"(?:\((?:EU|EC|EEC|CFSP|EU, Euratom)\)\s+)?(?:No\.?\s+)?\d{2,4}/\d+(?:/(?:EU|EC|EEC|JHA|CFSP|Euratom))?"
    ),
    # "Regulation (EU) 2016/679", "Regulation (EC) No 1049/2001"; not "Regulation 5"
    re.compile(
        r"\b(?:(?:Council|Commission|Delegated|Implementing)\s+)*Regulation\s+\((?:EU|EC|EEC|EU,\s*Euratom)\)\s+(?:No\.?\s+)?\d{1,4}/\d{1,4}"
    ),
    re.compile(r"\bRegulation\s+(?:No\.?\s+)?\d{1,4}/\d{4}\b"),
    # "Public Law 107-296", "H.R. 1234", "S. 65", "31 U.S.C. § 5336", "42 CFR Part 2"; not "S. Smith"
    re.compile(r"\b(?:Public Law|P\.?L\.?|Pub\.\s?L\.)\s+(?:No\.?\s+)?\d{2,3}[-–]\d{1,4}"),
    re.compile(
        r"\b(?:H\.\s?R\.|H\.\s?J\.\s?Res\.|S\.\s?J\.\s?Res\.|H\.\s?Res\.|S\.\s?Res\.)\s*\d{1,5}\b|(?<![\w.])S\.\s?\d{2,4}\b(?!\s*(?:of|\())"
    ),
    re.compile(r"\b\d{1,2}\s+U\.?S\.?C\.?(?:\s+(?:§+|[Ss]ections?))?\s*\d+\w*(?:\([\w]+\))*"),
    re.compile(r"\b\d{1,2}\s+C\.?F\.?R\.?(?:\s+(?:§+|[Pp]arts?|[Ss]ections?))?\s*\d+(?:\.\d+)*(?:\(\w+\))*"),
    # "SI 2020/123", "S.I. No. 336 of 2011"; "Bill C-21"
    re.compile(r"\bS\.?(?:I|S|R)\.?\s+(?:No\.?\s+)?\d{1,4}/\d{1,4}|\bS\.?I\.?\s+No\.?\s+\d+\s+of\s+\d{4}"),
    # "Law No. 29785", "Supreme Decree No. 004-2021-JUS", "Senate File 542"; not "Order No more"
    re.compile(
        r"\b(?:(?!The\s|This\s|Under\s|In\s)[A-Z][a-z]+\s+){0,3}(?:Decree|Law|Order|Ordinance|Proclamation|Act|Decision)"
        r"\s+[Nn]o\.?\s*\d[\w/-]*(?:\s+of\s+(?:19|20)\d\d)?|\b(?:Senate|House|Assembly)\s+File\s+\d+"
    ),
    re.compile(
        r"\b(?:Bill\s+[CS]-\d{1,3}|Executive\s+Order\s+\d{4,5}|E\.?O\.?\s+\d{5}"
        r"|(?:Assembly|Senate|House)\s+Bill\s+\d{1,5}|[SA]B\s?\d{1,4}\b)"
    ),
)
# "ILO Convention No. 155", "Protocol No 22"; not "Convention Centre"
_TREATY = re.compile(
    r"\b(?:ILO\s+|Additional\s+|Optional\s+)*(?:Convention|Protocol)\s+(?:No\.?|C)\s?\d{1,3}\b(?:\s+to\s+the\s+Treaties)?"
)
# "Security Council Resolution 1325", "resolution A/RES/76/300", "Recommendation CM/Rec(2008)11", "NSPC Recommendation
# 2021/03"; not "Recommendation 3", which is one of a report's
_RESOLUTION = re.compile(
    r"\b(?:(?:UN\s+)?(?:Security\s+Council|Human\s+Rights\s+Council|(?:General|World\s+Health|Parliamentary)\s+Assembly)\s+"
    r"|[A-Z]{2,6}\s+)?(?:(?:[Rr]esolution|UNSCR|[Rr]ecommendation(?=\s+(?:No\.?\s*)?\D{0,7}\(?\d{3,4}))\s+)"
    r"(?:No\.?\s+)?(?:A/RES/|S/RES/|A/HRC/RES/|WHA|CM/Rec)?\(?\d{1,5}\)?(?:\d{1,3})?(?:/\d{1,4}|\s?\(\d{4}\))*(?!\d)"
)
_KIND = (
    r"(?P<kind>[Aa]rts?\.|[Aa]rticles?|ARTICLES?|[Ss]ub-?sections?|[Ss]ections?|[Ss]ec\.|ss?\.|[Cc]lauses?|cl\."
    r"|[Ss]chedules?|[Ss]ch\.|[Pp]arts?|[Cc]hapters?|[Rr]ules?|[Rr]egulations?|[Rr]eg\.|[Tt]itles?|[Pp]aragraphs?|§+)"
)
_NUMBER = r"(?:\d{1,5}[A-Za-z]{0,2}|[IVXL]{1,6}\b|[A-Z]\b)(?:\.\d+)*(?:\s?\([0-9A-Za-z]{1,4}\))*"
# "Article 16 (2)", "section 18(e)", "ss. 3 and 4", "Articles 2, 3 and 8"; a bare "s49" too; not "Part of", "Title page"
_PROVISION = re.compile(
    rf"(?<![\w§-])(?:{_KIND}\s*(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s*,?\s+(?:and|or|to|&)\s+|\s?[–-]\s?)(?:{_NUMBER}))*)"
    rf"|(?P<glued>s)(?P<number>\d{{1,4}}[A-Z]?(?:\(\d+\))*))(?![\w/])"
)
_EACH = re.compile(rf"{_NUMBER}(?:(?:\s?[–-]\s?|\s+to\s+){_NUMBER})?")
# what joins a provision to the instrument behind it: "Article 8 of the Refugee Convention", "section 49, Care Act"
_OF = re.compile(
    r"\s*(?:,\s*)?(?:(?:of|to|in|under|from)\s+)?(?:(?:Part|Chapter|Title|Schedule|Annex)\s+[\dIVX]+[A-Z]?\s+(?:of|to)\s+)?"
    r"(?:(?:the|that|this|both\s+the|its|our|your)\s+)?(?:[(\"“‘']\s*)?"
)
# "Article 2 ECHR" and "ECHR Article 2"
_BEFORE = re.compile(r"[’']?s?[,\s(]{1,3}(?:under\s+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A provision at `start`–`end`: `kind` and `number` ("Article", "16(2)"), and its instrument's span.

    `instrument` is None where the words do not name it ("under section 18(e)").
    """

    start: int
    end: int
    kind: str
    number: str
    instrument: NameSpan | None


def find_instruments(text: str) -> list[NameSpan]:
    """Return the laws and resolutions that are cited by number."""
    laws = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.LEGISLATION, rule="numbered-instrument")
        for pattern in _INSTRUMENTS
        for match in pattern.finditer(text)
    ]
    resolutions = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.DOCUMENT, rule="resolution")
        for match in _RESOLUTION.finditer(text)
    ]
    treaties = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.TREATY, rule="numbered-instrument")
        for match in _TREATY.finditer(text)
    ]
    return laws + resolutions + treaties


def find_provisions(text: str, spans: Sequence[NameSpan]) -> list[Provision]:
    """Return the provisions cited in `text`, each tied to one of `spans` where the words say which.

    "Article 16 (2) of the Refugee Convention" is one provision of it; "Articles 2 and 3 ECHR" are two.
    "section 18(e)" alone has no instrument yet. Not "Part of the plan", nor "regulation 5 minutes".
    """
    starts = {span.start: span for span in spans if span.type in {EntityType.TREATY, EntityType.LEGISLATION}}
    ends = {span.end: span for span in starts.values()}
    only = _find_only_instruments(text, spans)
    found: list[Provision] = []
    for match in _PROVISION.finditer(text):
        kind = _to_kind(match["kind"] or match["glued"])
        instrument = _find_instrument(text, match, starts, ends) or _find_antecedent(text, match, [*starts.values()])
        if instrument is None and not _named_otherwise(text, match.end()):
            sole = only.get(_ONLY[kind]) if kind in _ONLY else None
            instrument = sole if sole is not None and sole.start < match.start() else None
        for number, start, end in _split_numbers(match):
            last = end == match.end("numbers") or bool(match["glued"])
            behind = instrument is not None and instrument.start >= match.end()
            if instrument and behind and last and instrument.start - end < 60:
                end = instrument.end
            elif instrument and last and (referred := _OF_HEAD.match(text, end)):
                # "section 4 of the same Act"
                end = referred.end()
            found.append(
                Provision(
                    start=match.start() if start == match.start("numbers") else start,
                    end=end,
                    kind=kind,
                    number=re.sub(r"\s(?!to\b)(?<!\bto\s)", "", number),
                    instrument=instrument,
                )
            )
    return found


# which kind of instrument a provision without a name belongs to, if the text names one only
_ONLY = {
    "Article": EntityType.TREATY,
    "section": EntityType.LEGISLATION,
    "clause": EntityType.LEGISLATION,
    "Schedule": EntityType.LEGISLATION,
    "subsection": EntityType.LEGISLATION,
}


def _find_only_instruments(text: str, spans: Sequence[NameSpan]) -> dict[EntityType, NameSpan]:
    """Return for each kind of instrument the only one that the text names, where it stands first."""
    named: dict[EntityType, dict[str, NameSpan]] = {EntityType.TREATY: {}, EntityType.LEGISLATION: {}}
    for span in spans:
        if span.type in named:
            named[span.type].setdefault(" ".join(text[span.start : span.end].split()).casefold(), span)
    return {kind: next(iter(each.values())) for kind, each in named.items() if len(each) == 1}


def _find_instrument(
    text: str, match: re.Match[str], starts: dict[int, NameSpan], ends: dict[int, NameSpan]
) -> NameSpan | None:
    joint = _OF.match(text, match.end())
    if joint is not None:
        span = starts.get(joint.end())
        if span is not None and "\n" not in text[match.end() : span.start]:
            return span
    reach = max(match.start() - 12, 0)
    before = _BEFORE.search(text[reach : match.start()])
    return ends.get(reach + before.start()) if before else None


_HEAD = (
    r"(?:Act|Bill|Convention|Protocol|Covenant|Treaty|Charter|Regulations?|Order|Directive|Code|Measure|Constitution)"
)
# "section 3 of the Act", "clause 2 of that Bill"; not "section 3 of the Act of 1990"
_OF_HEAD = re.compile(
    rf"\s+(?:of|to|in|under)\s+(?:the(?:\s+(?:same|said))?|this|that|said)\s+(?P<head>{_HEAD}|act|bill)\b(?!\s+(?:of|on|for|\d|[A-Z]))"
)
# "the Covenant on Civil Rights, whose article 11"
_WHOSE = re.compile(r"[\s,(]+whose\s+$")


def _find_antecedent(text: str, match: re.Match[str], instruments: Sequence[NameSpan]) -> NameSpan | None:
    """Return the instrument that "section 3 of the Act" speaks of, or "the Covenant, whose article 11"."""
    earlier = [span for span in instruments if span.end <= match.start()]
    if earlier and (whose := _WHOSE.search(text[max(match.start() - 12, 0) : match.start()])):
        last = max(earlier, key=lambda span: span.end)
        return last if match.start() - len(whose[0]) <= last.end else None
    referred = _OF_HEAD.match(text, match.end())
    if referred is None:
        return None
    bearing = [span for span in earlier if referred["head"].capitalize() in text[span.start : span.end].split()]
    return choose_antecedent(text, match.start(), [(span, _to_key(text, span), span.start) for span in bearing])


def _to_key(text: str, span: NameSpan) -> str:
    """Return what is the same for all mentions of one instrument: its entry, or its words without the year."""
    return span.concept or re.sub(r"\s+\d{4}$", "", " ".join(text[span.start : span.end].split())).casefold()


def _named_otherwise(text: str, place: int) -> bool:
    """Tell whether the words behind a provision name some other instrument: "Article 3 of its statute"."""
    match = re.match(r"\s+of\s+(?:the\s+|this\s+|that\s+)?(\w+)", text[place : place + 60])
    return match is not None and re.fullmatch(_HEAD, match[1]) is None


def _split_numbers(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    group = "number" if match["glued"] else "numbers"
    for number in _EACH.finditer(match.string, match.start(group), match.end(group)):
        yield number[0], number.start() if group == "numbers" else match.start(), number.end()


def _to_kind(word: str) -> str:
    """Return the full word for a kind of provision: "Article" for "Arts.", "section" for "s"."""
    short = {"art": "Article", "s": "section", "ss": "section", "sec": "section", "cl": "clause", "sch": "Schedule",
             "reg": "regulation", "§": "section", "§§": "section"}  # fmt: skip
    stem = word.rstrip(".").lower()
    if stem in short:
        return short[stem]
    singular = stem.removesuffix("s")
    if singular in short:
        return short[singular]
    return singular.capitalize() if singular in {"article", "part", "schedule", "chapter", "title"} else singular
