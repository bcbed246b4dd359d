"""Laws, treaties and resolutions that are cited by number: "Directive 2011/36/EU", "S. 65", "resolution 1325"."""

import re

from ...model.entity import EntityType
from ..text.span import NameSpan

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
    # "Public Law 107-296", "H.R. 1234", "S. 2272", "31 U.S.C. § 5336", "42 CFR Part 2"; not "S. Smith"
    re.compile(r"\b(?:Public Law|P\.?L\.?|Pub\.\s?L\.)\s+(?:No\.?\s+)?\d{2,3}[-–]\d{1,4}"),
    re.compile(
        r"\b(?:H\.\s?R\.|H\.\s?J\.\s?Res\.|S\.\s?J\.\s?Res\.|H\.\s?Res\.|S\.\s?Res\.)\s*\d{1,5}\b"
        r"|(?<![\w.])S\.\s?\d{4}\b(?!\s*(?:of|\())"
    ),
    re.compile(r"\b\d{1,2}\s+U\.?S\.?C\.?(?:\s+(?:§+|[Ss]ections?))?\s*\d+\w*(?:\([\w]+\))*"),
    re.compile(r"\b\d{1,2}\s+C\.?F\.?R\.?(?:\s+(?:§+|[Pp]arts?|[Ss]ections?))?\s*\d+(?:\.\d+)*(?:\(\w+\))*"),
    # "SI 2020/123", "S.I. No. 336 of 2011"; "Bill C-21"
    re.compile(r"\bS\.?(?:I|S|R)\.?\s+(?:No\.?\s+)?\d{1,4}/\d{1,4}|\bS\.?I\.?\s+No\.?\s+\d+\s+of\s+\d{4}"),
    # "Law No. 29785", "Supreme Decree No. 004-2021-JUS", "Senate File 542"; not "Order No more"
    re.compile(
        r"\b(?:(?!The\s|This\s|Under\s|In\s)[A-Z][a-z]+\s+){0,3}(?:Decree|Law|Order|Ordinance|Proclamation|Act)"
        r"\s+[Nn]o\.?\s*\d[\w/-]*(?:\s+of\s+(?:19|20)\d\d)?|\b(?:Senate|House|Assembly)\s+File\s+\d+"
    ),
    # "the law “On Mass Media”"
    re.compile(r"\b[Ll]aw\s+(?:of\s+the\s+Republic\s+of\s+[A-Z]\w+\s+)?[“\"«‘]On\s[^“”\"«»‘’\n]{3,120}[”\"»’]"),
    re.compile(
        r"\b(?:Bill\s+[CS]-\d{1,3}|Executive\s+Order\s+\d{4,5}|E\.?O\.?\s+\d{5}"
        r"|(?:Assembly|Senate|House)\s+Bill\s+\d{1,5}|[SA]B\s?\d{1,4}\b)"
    ),
)
# "S. 65" where a letter speaks of Congress; elsewhere it is a section
_SENATE_BILL = re.compile(r"(?<![\w.])S\.\s?\d{2,3}\b(?!\s*(?:of|\())")
_AMERICAN = re.compile(
    r"\bH\.\s?R\.|\bCongress(?:man|woman)?\b|\b(?:U\.?S\.?|United States) (?:Senate|Senator|House|Capitol)\b"
    r"|\bHouse of Representatives\b|\bWashington,? D\.?C\b"
)
# "ILO Convention No. 155", "Convention No. 98 on the Right to Organise"; not "Convention Centre"
_TREATY = re.compile(
    r"\b(?:ILO\s+|Additional\s+|Optional\s+)*(?:Convention|Protocol)\s+(?:No\.?|C)\s?\d{1,3}\b"
    r"(?:\s+to\s+the\s+Treaties)?"
    r"(?:\s+(?:on|concerning)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:(?:to|of|and|the|in|at|for)\s+){0,2}[A-Z]\w+)*)?"
)
# "Decision No. 13" of a court; "Decision No 1313/2013/EU" is a law
_DECISION = re.compile(r"\bDecision\s+[Nn]o\.?\s*\d{1,5}\b(?!/)(?:\s+of\s+\d{1,2}\s+[A-Z][a-z]+\s+(?:19|20)\d\d)?")
# "Security Council Resolution 1325", "resolution A/RES/76/300", "Recommendation CM/Rec(2008)11", "NSPC Recommendation
# 2021/03"; not "Recommendation 3", which is one of a report's
_RESOLUTION = re.compile(
    r"\b(?:(?:UN\s+)?(?:Security\s+Council|Human\s+Rights\s+Council|(?:General|World\s+Health|Parliamentary)\s+Assembly)\s+"
    r"|[A-Z]{2,6}\s+)?(?:(?:[Rr]esolution|UNSCR|[Rr]ecommendation(?=\s+(?:No\.?\s*)?\D{0,7}\(?\d{3,4}))\s+)"
    r"(?:No\.?\s+)?(?:A/RES/|S/RES/|A/HRC/RES/|WHA|CM/Rec)?\(?\d{1,5}\)?(?:\d{1,3})?(?:/\d{1,4}|\s?\(\d{4}\))*(?!\d)"
)


def find_instruments(text: str) -> list[NameSpan]:
    """Return the laws and resolutions that are cited by number."""
    laws = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.LEGISLATION, rule="numbered-instrument")
        for pattern in _INSTRUMENTS
        for match in pattern.finditer(text)
    ]
    if _AMERICAN.search(text):
        laws += [
            NameSpan(start=match.start(), end=match.end(), type=EntityType.LEGISLATION, rule="numbered-instrument")
            for match in _SENATE_BILL.finditer(text)
        ]
    resolutions = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.DOCUMENT, rule="resolution")
        for pattern in (_RESOLUTION, _DECISION)
        for match in pattern.finditer(text)
    ]
    treaties = [
        NameSpan(start=match.start(), end=match.end(), type=EntityType.TREATY, rule="numbered-instrument")
        for match in _TREATY.finditer(text)
    ]
    return laws + resolutions + treaties
