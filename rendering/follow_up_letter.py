"""The draft of a letter that asks again for what is open: its words, whatever the format of the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph.follow_up import FollowUp, OpenAsk
from ..model.letter import Letter
from ..resolution.wording import join_words
from .identifier import render_id
from .phrases import render_correspondent, render_date, render_day, render_number, render_place

_NOTE = (
    "To check before this is sent: a status that is marked “suggested” is the program's and not confirmed by anybody. "
    "The words of the replies stand in the files that are named behind them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One ask: its own words, lines about it, and what the replies said, each passage as a citation to copy."""

    words: str
    details: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLetter:
    """A heading, a sentence that leads over to the numbered asks, and a note for who sends it."""

    heading: str
    lead: str
    items: tuple[Item, ...]
    note: str


def build_follow_up_letter(found: FollowUp) -> FollowUpLetter:
    """Return the draft for what was found; there must be something."""
    number = len(found.asks)
    verb = "remains" if number == 1 else "remain"
    letters = join_words(list(map(_render_letter, found.letters)))
    day = render_date(found.today.isoformat())
    return FollowUpLetter(
        heading=f"Follow-up to {join_words([f'the {render_day(letter.date)}' for letter in found.letters])}",
        lead=f"Further to {letters}, {render_number(number, 'request')} {verb} open as of {day}:",
        items=tuple(map(_build_item, found.asks)),
        note=_NOTE,
    )


def _render_letter(letter: Letter) -> str:
    recipients = [render_correspondent(each) for each in letter.recipients]
    parts = (
        f"the {render_day(letter.date)}",
        f"to {join_words(recipients)}" if recipients else "",
        f"({_render_references(letter)})" if letter.references else "",
        f"on “{letter.subject}”" if letter.subject else "",
    )
    return " ".join(part for part in parts if part)


def _render_references(letter: Letter) -> str:
    return f"{'reference' if len(letter.references) == 1 else 'references'} {join_words(letter.references)}"


def _build_item(ask: OpenAsk) -> Item:
    return Item(
        words=f"“{' '.join(ask.ask.text.split())}”",
        details=tuple(_find_details(ask)),
        passages=tuple(quotation.citation for quotation in ask.said),
    )


def _find_details(ask: OpenAsk) -> Iterator[str]:
    first, *again = ask.letters
    references = _render_references(first) if first.references else "no reference"
    to = f" of {ask.asked_of}" if ask.asked_of else ""
    procedural = ", about the form of the reply" if ask.ask.procedural else ""
    times = f", {len(ask.ask.evidence)} times" if len(ask.ask.evidence) > 1 else ""
    quotation = ask.quotation
    place = render_place(quotation.source, quotation.line, quotation.page, ocr=quotation.ocr)
    yield f"Asked in the {render_day(first.date)} ({references}){to}{times}{procedural}: {place}."
    if again:
        yield f"Asked again in {join_words([f'the {render_day(letter.date)}' for letter in again])}."
    waiting = "not known, the letter has no date" if ask.days is None else render_number(ask.days, "day")
    due = f", wanted by {render_date(ask.ask.due)}" if ask.ask.due else ""
    yield f"Waiting: {waiting}{due}."
    ids = ", ".join((render_id("ask", ask.ask.iri), render_id("status", ask.answer)))
    yield f"Status ({ask.standing}): {ask.status.value}. {ask.reason} ({ids})"
    if ask.said:
        yield "The reply said:" if len({quotation.letter for quotation in ask.said}) == 1 else "The replies said:"
