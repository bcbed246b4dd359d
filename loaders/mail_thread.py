"""A mail and those that it quotes: each once, with the head that the quoting gives it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .mail_date import find_plain_date
from .source_line import SourceLine

_QUOTE = re.compile(r"\s{0,8}((?:>\s?)+)")
_BLANK = re.compile(r"[\s>]*")
# "On Tue, 8 Sep 2015 at 15:56, Jane Doe <jane@example.org> wrote:"; never "On this the Committee wrote:"
_ATTRIBUTION = re.compile(
    r"(?:On\s(?=[^\n]*\d)(?P<en>[^\n]{6,160}?),?\s+wrote|Le\s(?=[^\n]*\d)(?P<fr>[^\n]{6,160}?)\s+a\s+écrit"
    r"|Am\s(?=[^\n]*\d)(?P<de>[^\n]{6,160}?)|El\s(?=[^\n]*\d)(?P<es>[^\n]{6,160}?)\s+escribió)\s*:"
)
_GERMAN = re.compile(r"\s+schrieb\b")
_DIVIDER = re.compile(
    r"\W*(?:-{2,}\s*(?:Original|Forwarded)\s+(?:Message|mail)\s*-{2,}|Begin forwarded message:|_{10,})\W*",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\*?(From|Sent|Date|To|Cc|Subject)\*?:\*?\s*(.*)", re.IGNORECASE)
_LABELS = {"sent": "Date", "date": "Date", "from": "From", "to": "To", "cc": "Cc", "subject": "Subject"}
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:[+-]\d{4}|[A-Z]{3,4}\b))?")
# "Lee, Ann" and "Lee, Ann (Defra)" as offices file their people; never "Lee, Chair of the Committee"
_SURNAME_FIRST = re.compile(r"^([A-Z][\w’'-]+), ([A-Z][\w’'-]+)( \([^)]*\))?$")
_ADDRESS = re.compile(r"\s*[<\[(](?:mailto:)?[^<>\[\]()\s]+@[^<>\[\]()\s]+[>\])]")


@dataclass(slots=True, kw_only=True)
class ThreadPart:
    """One mail of a thread: its head as lines like "From: Jane Doe", and its own words."""

    head: list[str] = field(default_factory=list)
    lines: list[SourceLine] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        """Whether the mail says anything of its own."""
        return any(line.text.strip() for line in self.lines)


def divide_thread(lines: Sequence[SourceLine]) -> list[ThreadPart]:
    """Return the mails in the body of a mail, the newest first; what it says itself is always the first part.

    Lines with as many `>` belong together, so answers between quoted lines stay with the one who gave them.
    """
    parts = [ThreadPart()]
    current = {0: parts[0]}
    place = 0
    while place < len(lines):
        depth, text = split_quote(lines[place].text)
        head, taken = _read_head(lines, place, depth)
        if head is None:
            part = current.get(depth)
            if part is None:
                part = current[depth] = ThreadPart()
                parts.append(part)
            part.lines.append(replace(lines[place], text=text))
            place += 1
            continue
        place += taken
        part = ThreadPart(head=head)
        parts.append(part)
        current[_find_depth(lines, place, depth)] = part
    return [parts[0], *(part for part in parts[1:] if part.has_words)]


def split_quote(text: str) -> tuple[int, str]:
    """Return how often a line is quoted, and its words without the marks of that."""
    match = _QUOTE.match(text)
    return (match[1].count(">"), text[match.end() :]) if match else (0, text)


def _find_depth(lines: Sequence[SourceLine], place: int, depth: int) -> int:
    """Return how deep the words behind a head are quoted: deeper than the head, or as deep as it."""
    for line in lines[place : place + 10]:
        if not _BLANK.fullmatch(line.text):
            return max(split_quote(line.text)[0], depth)
    return depth


def _read_head(lines: Sequence[SourceLine], place: int, depth: int) -> tuple[list[str] | None, int]:
    """Return the head of the mail that starts here and how many lines it takes, None if none does."""
    near = [split_quote(line.text) for line in lines[place : place + 12]]
    texts: list[str] = []
    for deep, text in near:
        if deep != depth:
            break
        texts.append(text.strip())
    return read_quoted_head(texts)


def read_quoted_head(texts: Sequence[str]) -> tuple[list[str] | None, int]:
    """Return the head of the mail that starts with the first of these lines, and how many of them it takes.

    "On … wrote:", or From and To, also below a divider; None and 0 where none starts.
    """
    for count in (1, 2, 3):
        joined = " ".join(texts[:count])
        match = _ATTRIBUTION.fullmatch(joined)
        if match and texts[count - 1 : count] != [""]:
            words = next(words for words in match.groupdict().values() if words)
            return _read_attribution(_GERMAN.sub("", words)), count
    skipped = 0
    while skipped < len(texts) and (_DIVIDER.fullmatch(texts[skipped]) or (skipped and not texts[skipped])):
        skipped += 1
    fields, taken = _read_fields(texts[skipped:])
    return (fields, skipped + taken) if fields else (None, 0)


def starts_quoted_mail(texts: Sequence[str]) -> bool:
    """Tell whether a quoted mail starts with the first of these lines: "On … wrote:", or From and To below a divider.

    From and To alone do not tell it: a file of several mails, none of which quotes another, has them too.
    """
    if any(_ATTRIBUTION.fullmatch(" ".join(texts[:count])) for count in (1, 2, 3)):
        return True
    return bool(_DIVIDER.fullmatch(texts[0])) and bool(_read_fields(texts[1:])[1])


def _read_attribution(words: str) -> list[str]:
    """Return the head that "Tue, 8 Sep 2015 at 15:56, Jane Doe <jane@example.org>" gives."""
    found = find_plain_date(words)
    end = found[1] if found else 0
    times = list(_TIME.finditer(words, end))
    end = times[0].end() if times and times[0].start() - end < 12 else end
    name = to_plain_names(words[end:].strip(" ,;"))
    return [*([f"From: {name}"] if name else []), *([f"Date: {found[0]}"] if found else [])]


def _read_fields(texts: Sequence[str]) -> tuple[list[str], int]:
    """Return the head that "From: … Sent: … To: … Subject: …" gives; a single such line is no head."""
    fields: dict[str, str] = {}
    taken = 0
    last = ""
    for text in texts:
        match = _FIELD.fullmatch(text)
        if match:
            last = _LABELS[match[1].casefold()]
            fields.setdefault(last, match[2])
        elif text and last in {"To", "Cc"} and ("@" in text or ";" in text):
            fields[last] += f" {text}"
        else:
            break
        taken += 1
    if "From" not in fields or len(fields) < 3:
        return [], 0
    return [f"{label}: {to_plain_field(label, value)}" for label, value in fields.items() if value.strip()], taken


def to_plain_field(label: str, value: str) -> str:
    """Return the value of a mail's field as a letter writes it: a plain date, names without addresses."""
    if label == "Date":
        found = find_plain_date(value)
        return found[0] if found else value.strip()
    return value.strip() if label == "Subject" else to_plain_names(value)


def to_plain_names(words: str) -> str:
    """Return names without the addresses behind them; an address that stands alone stays."""
    plain = _ADDRESS.sub("", words).strip(" \"'") or words.strip(" <>[]\"'")
    return _SURNAME_FIRST.sub(r"\2 \1\3", plain)
