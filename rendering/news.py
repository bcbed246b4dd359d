"""The news: a line each, in groups; long lines stay lines, so that other tools can pick them."""

from collections.abc import Iterable, Iterator

from ..graph.news import AskNews, NewLetter, News, PromiseNews
from ..graph.storage.quotation import Quotation
from ..model.commitment import Strength
from ..model.identity import to_answer_iri
from ..model.judgement import ARROW
from ..resolution.wording import join_words
from .identifier import render_id
from .phrases import render_date, render_number, render_place

_MOST = 120


def render_news(news: News) -> str:
    """Return the groups that have something, or that there is nothing."""
    groups = (
        ("New letters", list(map(_render_letter, news.letters))),
        ("New asks", list(map(_render_ask, news.asks))),
        ("Promises with due dates", list(map(_render_promise, news.promises))),
        ("Asks whose status changed", list(map(_render_change, news.changed))),
        ("Promises now overdue", list(map(_render_promise, news.overdue))),
        ("Files that could not be read", list(map(str, news.not_read))),
    )
    blocks = [_render_group(title, lines) for title, lines in groups if lines]
    since = f"since {render_date(news.since.isoformat())}" if news.since else "since the last load"
    if not blocks:
        blocks = [f"Nothing is new {since}."]
    if news.undated:
        verb = "has" if news.undated == 1 else "have"
        blocks.append(f"{render_number(news.undated, 'letter')} {verb} no date and cannot be told to be new {since}.")
    return "\n\n".join(blocks)


def _render_group(title: str, lines: Iterable[str]) -> str:
    listed = [f"  {' '.join(line.split())}" for line in lines]
    return "\n".join([f"{title} ({len(listed):,})", *listed])


def _render_letter(news: NewLetter) -> str:
    letter = news.letter
    parts = (
        f"{letter.date or 'undated'} {news.parties}: {letter.subject or 'no subject'}",
        f"reference {join_words(letter.references)}" if letter.references else "",
        news.source,
        render_id("letter", letter.iri),
    )
    return "; ".join(part for part in parts if part)


def _render_ask(news: AskNews) -> str:
    return _join(_render_request(news), [*_find_notes(news), _render_status(news)], news.quotation, _render_ids(news))


def _render_change(news: AskNews) -> str:
    change = f"was “{news.before}”, is {_render_status(news)}"
    return _join(_render_request(news), [change], news.quotation, _render_ids(news))


def _render_promise(news: PromiseNews) -> str:
    who = join_words(news.by) if news.by else "not named"
    notes = [f"due {render_date(news.due)}"]
    notes += [news.strength.value] if news.strength is not Strength.FIRM else []
    notes += ["reported"] if news.reported else []
    return _join(
        f"{news.quotation.date or 'undated'} {who}: “{_shorten(news.words)}”",
        notes,
        news.quotation,
        render_id("commitment", news.iri),
    )


def _render_request(news: AskNews) -> str:
    ends = ARROW.join(words or "not named" for words in (news.parties.by, news.parties.of))
    return f"{news.quotation.date or 'undated'} {ends}: “{_shorten(news.ask.text)}”"


def _find_notes(news: AskNews) -> Iterator[str]:
    if news.ask.due:
        yield f"by {render_date(news.ask.due)}"
    if news.ask.procedural:
        yield "about the form of the reply"
    if news.is_again:
        yield "asked before"


def _render_ids(news: AskNews) -> str:
    status = [render_id("status", to_answer_iri(news.ask.iri))] if news.status else []
    return ", ".join([render_id("ask", news.ask.iri), *status])


def _render_status(news: AskNews) -> str:
    return f"“{news.status}” ({news.standing})" if news.status else ""


def _join(what: str, notes: Iterable[str], quotation: Quotation, ids: str) -> str:
    place = render_place(quotation.source, quotation.line, quotation.page, ocr=quotation.ocr)
    return "; ".join([what, *(note for note in notes if note), place, ids])


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1].rstrip()}…"
