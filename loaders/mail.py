"""Mails: the mail itself, those that it quotes, the files that it brings."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from pathlib import PurePath

from ..model.errors import SourceError
from ..ontology.cues import load_letter_cues
from .decoding import decode_text
from .mail_thread import ThreadPart, divide_thread, to_plain_field, to_plain_names
from .source_line import SourceLine

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_MOST_ATTACHMENTS = 200
_DEEPEST = 50
# what the standard library raises on headers and bodies that follow no rule
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that a mail brings."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The lines of a mail and of each mail that it quotes, the newest first, and its attachments."""

    parts: tuple[Sequence[SourceLine], ...]
    attachments: tuple[Attachment, ...]


def load_mail(source: str, data: bytes) -> Mail:
    """Return what an EML file holds; the mail itself is missing where it says nothing of its own.

    Raises:
        SourceError: it is no mail, it is encrypted, or its parts are nested as no mail's are.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not any(_read_field(message, name) for name in ("From", "Date", "Subject")):
            raise SourceError(source, "this is no mail (neither From, Date nor Subject). Save it again as .eml.")
        if message.get_content_type() == "application/pkcs7-mime":
            raise SourceError(source, "encrypted. Open it in the mail program and save it without encryption.")
        bodies: list[Message] = []
        attachments: list[Attachment] = []
        for part in _find_leaves(message, 0):
            if _is_body(part):
                bodies.append(part)
            elif len(attachments) < _MOST_ATTACHMENTS and (found := _to_attachment(part, len(attachments) + 1)):
                attachments.append(found)
        thread = divide_thread([line for body in bodies for line in _read_body(source, body)])
        greeted = _find_greeted(thread[0])
        head = [f"{name}: {value}" for name in _FIELDS if (value := _read_field(message, name, greeted))]
    except (RecursionError, *_FAULTS) as error:
        raise SourceError(source, "the mail is damaged. Open it in a mail program and save it again.") from error
    thread[0].head = head
    parts = tuple(_to_lines(part) for part in thread if part.has_words)
    return Mail(parts=parts, attachments=tuple(attachments))


def _find_leaves(part: Message, depth: int) -> Iterator[Message]:
    """Yield the bodies and files of a mail; of several versions of one text only the plainest."""
    if depth > _DEEPEST:
        raise RecursionError
    if not part.is_multipart() or part.get_content_maintype() != "multipart":
        yield part
        return
    children = [child for child in part.get_payload() if isinstance(child, Message)]
    leaves = [list(_find_leaves(child, depth + 1)) for child in children]
    if part.get_content_subtype() == "alternative":
        texts = [group for group in leaves if any(_is_body(leaf) and _read_bytes(leaf).strip() for leaf in group)]
        texts.sort(key=lambda group: group[0].get_content_type() != "text/plain")
        leaves = [[leaf for leaf in group if group in texts[:1] or not _is_body(leaf)] for group in leaves]
    for group in leaves:
        yield from group


def _is_body(part: Message) -> bool:
    return part.get_content_type() in {"text/plain", "text/html"} and not (
        part.get_content_disposition() == "attachment" or part.get_filename()
    )


def _read_body(source: str, part: Message) -> list[SourceLine]:
    text = decode_text(source, _read_bytes(part), part.get_content_charset())
    if part.get_content_type() == "text/html":
        from .web_page import read_web_page  # its library is slow to start, and most mails have a plain body

        return list(read_web_page(source, text))
    is_flowed = str(part.get_param("format", "")).lower() == "flowed"
    lines: list[SourceLine] = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), start=1):
        goes_on = is_flowed and bool(lines) and lines[-1].text.endswith(" ") and lines[-1].text != "-- "
        lines.append(SourceLine(text=line, line=number, goes_on=goes_on or None))
    return lines


def _read_bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _find_greeted(part: ThreadPart) -> frozenset[str]:
    """Return the words of the salutation in lower case."""
    salutation = load_letter_cues().salutation
    texts = (line.text.strip() for line in part.lines)
    greeting = next((text for text in texts if salutation.match(text)), "")
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_]+", greeting)[1:])


def _to_name(address: str, greeted: Container[str]) -> str:
    """Return the name in an address that stands alone, if the salutation has a part of it, else the address.

    "helen.lee@justice.example" is Helen Lee below "To:" and above "Dear Helen,"; "team@…" is nobody.
    """
    words = re.split(r"[._]", address.partition("@")[0])
    is_name = all(map(str.isalpha, words)) and any(word.casefold() in greeted for word in words)
    return " ".join(map(str.capitalize, words)) if is_name else address


def _read_field(message: Message, name: str, greeted: Container[str] = ()) -> str:
    try:
        header = message.get(name, "")
        addresses = getattr(header, "addresses", None)
        if addresses is not None:
            return "; ".join(
                to_plain_names(each.display_name or _to_name(each.addr_spec, greeted)) for each in addresses
            )
        return to_plain_field(name, " ".join(str(header).split()))
    except _FAULTS:
        return ""


def _to_attachment(part: Message, number: int) -> Attachment | None:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        data = inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], Message) else b""
        suffix = ".eml"
    else:
        data = _read_bytes(part)
        suffix = _SUFFIXES.get(part.get_content_type(), "")
    name = PurePath((part.get_filename() or "").replace("\\", "/")).name
    name = "".join(character for character in name if character.isprintable()) or f"part-{number}"
    if suffix and not name.lower().endswith(suffix):
        name += suffix
    return Attachment(name=name, data=data) if data else None


def _to_lines(part: ThreadPart) -> list[SourceLine]:
    first = part.lines[0].line if part.lines else 1
    head = [SourceLine(text=text, line=first, goes_on=False) for text in part.head]
    return [*head, SourceLine(text="", line=first), *part.lines]
