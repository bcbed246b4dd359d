"""Lines of a head or a foot by the label that announces them: To, From, Cc, Subject, Date, Reference."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ...ontology.cues import load_letter_cues
from ..text.lines import Line

# "FOM.GAL/1/24", "LBH/mk/D(2025) 1687 C" alone on its line; not "SW1P 4DF", "1/2", "HTML/PDF"
_LONE_REFERENCE = re.compile(
    r"(?=.{6,45}$)(?=[^/]*/)(?=.*\d.*\d.*\d)(?=[^\d]*[A-Z])"
    r"(?:[A-Za-z]{1,7}|\d{1,8})(?:\(\d{1,4}\))?(?:[./ -]{1,2}(?:[A-Za-z]{1,5}|\d{1,8})(?:\(\d{1,4}\))?){1,8}"
)
# "(your ref. AB/12)", "CASE REF: AB/12" in a subject line
_YOUR_REFERENCE = re.compile(
    r"\b(?:your|our|my|case)\s+ref(?:erence)?(?:\s+(?:no|number))?[.:]*\s+(?P<value>(?=[\w./-]*\d)[A-Z][\w./-]{3,30})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[A-Z0-9(](?:[\w/().&-]|\s(?=[\dA-Z(/-])){2,48}")
# "Letter from A to B, 7 March 2022", "Open letter: to B", "Letter dated 7 March 2022 from A addressed to B"
_TITLE = re.compile(
    r"^(?:.{0,80}?[–:|-]\s*)?(?:(?:Open|Joint|Public)\s+)?(?:[Ll]etter|LETTER|[Ee]-?mail|[Rr]eply|[Rr]esponse)\s+"
    r"(?:dated\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\s+)?"
    r"(?:from\s+(?P<from>.+?)(?:\s+(?:addressed\s+)?to\s+(?P<to>(?:the\s+)?[A-Z].+?))?"
    r"|(?:addressed\s+)?to\s+(?P<only>.+?)(?:\s+from\s+(?P<by>.+?))?)"
    r"(?:,?\s+(?:dated\s+|on\s+|of\s+)?(?=\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+\d{4})"
    r"|\s+(?:re|RE|on|regarding|about|concerning)\b|\s*[–:-]\s|$)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The lines under one label; `label` is None for lines without one, `is_open` when it stood alone on its line."""

    label: str | None
    lines: tuple[Line, ...]
    is_open: bool = False


def find_fields(lines: Sequence[Line]) -> list[Field]:
    """Return the lines by label, furniture and delivery lines left out.

    A label alone on its line governs the lines behind it up to the next empty line or label.
    """
    cues = load_letter_cues()
    fields: list[Field] = []
    for line in lines:
        text = line.text.strip()
        if cues.furniture.fullmatch(text) or cues.labels["delivery"].match(text):
            fields.append(Field(label="skipped", lines=(line,)))
            continue
        if _TITLE.match(text):
            fields.append(Field(label="title", lines=(line,)))
            continue
        label, rest = _find_label(line)
        last = fields[-1] if fields else None
        if label is not None:
            fields.append(Field(label=label, lines=(rest,) if rest.text else (), is_open=not rest.text))
        elif last is not None and (last.label is None or _goes_on(last, line)):
            fields[-1] = replace(last, lines=(*last.lines, line))
        else:
            fields.append(Field(label=None, lines=(line,)))
    return fields


def find_references(lines: Sequence[Line], opening: Sequence[Line] = ()) -> list[str]:
    """Return the references that labels announce, "AB-123456" of "CMS Ref: AB-123456", or that stand alone on a line.

    "Ref. by email" and "Your reference:" with nothing behind it give none. In the `opening` lines of the body only
    "your ref. AB-123456" counts.
    """
    announced, bare = _reference_patterns()
    found: list[str] = []
    for line in opening:
        found += [match["value"].strip(" .,;-(") for match in _YOUR_REFERENCE.finditer(line.text)]
    for place, line in enumerate(lines):
        text = line.text
        if _LONE_REFERENCE.fullmatch(text.strip()) and not announced.search(text):
            found.append(text.strip())
            continue
        if place + 1 < len(lines) and bare.fullmatch(text):
            text = f"{text.strip()} {lines[place + 1].text.strip()}"
        for match in announced.finditer(text):
            value = match["value"].strip(" .,;-(")
            if any(letter.isdigit() for letter in value) and not re.match(r"\d{1,2}\s+[A-Z][a-z]{2}", value):
                value = value + ")" if value.count("(") > value.count(")") else value
                found.append(re.sub(r"\s+-?\s*\d{1,2}/\d{1,2}/\d{4}$|\s+(?:Date|Your|Our|Tel)\b.*$", "", value))
    return list(dict.fromkeys(found))


@cache
def _reference_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a reference behind its label, and that of a label alone on its line."""
    label = load_letter_cues().labels["reference"].pattern
    announced = rf"(?<!\w)(?:{label})\.?\s*(?:[:#|]|\s)\s*(?P<value>{_REFERENCE.pattern})"
    return re.compile(announced, re.IGNORECASE), re.compile(rf"\s*(?:{label})\s*:?\s*", re.IGNORECASE)


def find_title(lines: Sequence[Line]) -> Iterator[Field]:
    """Yield the parties that a page title names: "Letter from A to B, 7 March 2022"."""
    for line in lines:
        match = _TITLE.match(line.text.strip())
        if match is None:
            continue
        shift = line.start + line.text.index(line.text.strip())
        for label, groups in (("from", ("from", "by")), ("to", ("to", "only"))):
            for group in groups:
                if match[group]:
                    start, end = match.span(group)
                    text = match[group]
                    yield Field(label=label, lines=(Line(start=shift + start, end=shift + end, text=text),))


def _find_label(line: Line) -> tuple[str | None, Line]:
    for label, pattern in _label_patterns().items():
        if match := pattern.match(line.text):
            rest = line.text[match.end() :]
            return label, Line(start=line.start + match.end(), end=line.end, text=rest, gap=line.gap)
    return None, line


@cache
def _label_patterns() -> dict[str, re.Pattern[str]]:
    """Return for each label the pattern of a line that it opens, with what may join the two."""
    # a colon, the next cell of a table, a wide gap, or nothing more
    plain = r"\s*(?:[:.|/]|\s{2,})"
    alone = r"\s*(?:[:|]|\s{2,}|$)"
    joints = {
        # "To the President of …", "To Mr Claes": only where a name or an office follows
        "to": rf"{alone}|\s+(?=[Tt]he\s+[A-Z]|(?:Rt|Mr|Ms|Mrs|Dr|Prof|Hon|Sir|Dame)\b)",
        "channel": alone,
        "date": alone,
        # "From Kate Green MP, Chair", "FROM THE MINISTER FOR": a name may follow at once
        "from": rf"{alone}|\s+(?=(?:Rt|[Tt]he\s+[A-Z]|THE|Sir|Dame|Dr|[A-Z][a-z]+\s+[A-Z][a-z]+))",
        "copied": r"\s*(?:[:.|]|\s{2,}|$)|\s+(?=\w)",
    }
    return {
        label: re.compile(rf"\s*(?:[-•*·]\s+)?(?:{words.pattern})(?:{joints.get(label, plain)})\s*[-–]?\s*")
        for label, words in load_letter_cues().labels.items()
        if label != "delivery"
    }


def _goes_on(last: Field, line: Line) -> bool:
    """Tell whether a line without a label still belongs to the labelled field before it."""
    if last.label in {"skipped", "title"}:
        return False
    if not last.lines:
        return line.gap <= 1
    if last.label in {"to", "attention"} and last.is_open:
        # several addressees under one label, an empty line between them
        return line.gap <= 1
    if last.label in {"to", "attention", "from", "copied", "channel"}:
        return line.gap == 0
    return last.label == "subject" and line.gap == 0 and len(last.lines) < 4
