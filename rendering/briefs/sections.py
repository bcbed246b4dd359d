"""The sections that briefs are made of: letters, asks, promises, positions and figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...graph.network.corpus import Corpus
from ...graph.network.correspondents import find_recipients, find_replaced, find_senders
from ...model.ask import Ask
from ...model.commitment import Commitment, Strength
from ...model.figure import Figure
from ...model.judgement import Standing
from ...model.link import Answer, AnswerStatus, Reply
from ...model.position import Position
from ...model.reading import Reading
from ...model.statement import Passage
from ...resolution.wording import join_words
from ..phrases import render_date, render_day, render_number, render_relation, to_line
from ..source_notes import SourceNotes
from .brief import Grid, Section, Sentence

Teller = Callable[[], Sentence]
"""What writes a sentence, with its sources, once it is known that there is room for it."""

_CLOSED = (AnswerStatus.ACCEPTED, AnswerStatus.DECLINED)
_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_STRENGTHS = {Strength.FIRM: "", Strength.CONDITIONAL: ", on a condition", Strength.HOPED: ", as a hope"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a brief is written with: the corpus, the notes that its sentences share, and how many a section may have."""

    corpus: Corpus
    notes: SourceNotes
    most: int

    def say(self, words: str, evidence: Iterable[Passage]) -> Sentence:
        """Return a sentence that some passages show."""
        return Sentence(words=to_line(words), notes=self.notes.cite(evidence))

    def build(
        self, heading: str, tellers: Sequence[Teller], *, hint: str, newest: bool = True, extra: int = 0
    ) -> Section:
        """Return a section of as many sentences as it may have, and `extra` ones."""
        return build_section(heading, tellers, hint=hint, most=self.most + extra, newest=newest)

    def name(self, entities: Iterable[str]) -> str:
        """Return the names of some entities (IRIs)."""
        return join_words([self.corpus.get_entity(key).name for key in self.corpus.to_keys(entities)] or ["unnamed"])

    def find_day(self, evidence: Sequence[Passage]) -> str:
        """Return how the letter is called in which the first of some passages stands."""
        return render_day(self.corpus.readings[evidence[0].letter].letter.date)


def build_section(heading: str, tellers: Sequence[Teller], *, hint: str, most: int, newest: bool = True) -> Section:
    """Return a section of at most `most` sentences, the last ones where the `newest` count; `hint` shows the rest.

    Only what is told is cited, so that no number is missing among the notes.
    """
    more = len(tellers) - most
    rest = f"And {more:,} more: {hint}" if more > 0 else ""
    told = tellers[-most:] if newest else tellers[:most]
    return Section(heading=heading, sentences=tuple(tell() for tell in told), rest=rest)


def find_letter_tellers(writing: Writing, readings: Sequence[Reading]) -> list[Teller]:
    """Return what tells of each letter, and of each reply: who answered, after how long, and in whose place."""
    shown = {one.letter.iri for one in readings}
    replies = {reply.letter: reply for reply in writing.corpus.links.replies if reply.to in shown}
    missing = [one for one in writing.corpus.links.not_held if one.evidence[0].letter in shown]
    tellers: list[Teller] = [
        partial(writing.say, f"Not held, but spoken of: {one.described}.", one.evidence) for one in missing
    ]
    for reading in readings:
        tellers.append(partial(_write_letter, writing, reading))
        if reading.letter.iri in replies:
            tellers.append(partial(_write_reply, writing, replies[reading.letter.iri]))
    return tellers


def write_ask(writing: Writing, ask: Ask, answer: Answer) -> Sentence:
    """Return what is asked, of whom and since when, what became of it, and what a reply says."""
    corpus = writing.corpus
    asker, asked = (words or "unnamed" for words in (corpus.parties[ask.iri].by, corpus.parties[ask.iri].of))
    due = f", wanted by {render_date(ask.due)}" if ask.due else ""
    said = writing.say(
        f"“{to_line(ask.text)}” ({asker} to {asked}, {writing.find_day(ask.evidence)}{due})", ask.evidence
    )
    status = f"Status ({_tell_standing(answer)}): {answer.status}."
    if answer.evidence:
        first = answer.evidence[0]
        day = writing.find_day(answer.evidence)
        status = f"{status} The {day} says: “{to_line(first.quote)}”"
    return replace(said, details=(writing.say(status, answer.evidence or ask.evidence),))


def is_open(answer: Answer) -> bool:
    """Tell whether nobody has confirmed that an ask was accepted or declined."""
    return not (answer.status in _CLOSED and answer.standing in (Standing.CONFIRMED, Standing.CORRECTED))


def write_promise(writing: Writing, promise: Commitment) -> Sentence:
    """Return who promises what, how firmly and by when."""
    due = f"due {render_date(promise.due)}" if promise.due else "without a date"
    told = f"{writing.name(promise.by)}, {writing.find_day(promise.evidence)}"
    words = f"{due[0].upper()}{due[1:]}{_STRENGTHS[promise.strength]}: “{to_line(promise.text)}” ({told})"
    return writing.say(words, promise.evidence)


def write_position(writing: Writing, position: Position) -> Sentence:
    """Return where somebody stands, in the exact words."""
    stance = render_relation(position.stance)
    stance = (
        f"{stance} {writing.name(position.on)}" if position.on else stance.removesuffix(" about").removesuffix(" with")
    )
    words = f"{writing.name(position.by)} {stance}: “{to_line(position.text)}” ({writing.find_day(position.evidence)})"
    return writing.say(words, position.evidence)


def build_figures(
    writing: Writing, figures: Sequence[Figure], sides: Sequence[tuple[str, Callable[[Figure], bool]]]
) -> Section:
    """Return the figures side by side: a column for each of the `sides`, which say whose letter gives a figure."""
    ordered = sorted(figures, key=lambda one: (writing.name(one.about), one.unit, one.period or "", one.iri))
    rows = []
    for figure in ordered[: writing.most]:
        about = writing.name(figure.about) if figure.about else "–"
        period = _tell_period(figure.period) if figure.period else "–"
        value = writing.say(_tell_value(figure), figure.evidence)
        cells = [value if is_own(figure) else Sentence(words="–") for _, is_own in sides]
        rows.append((Sentence(words=about), Sentence(words=to_line(figure.counts)), Sentence(words=period), *cells))
    headings = ("About", "What is counted", "When", *(heading for heading, _ in sides))
    more = len(figures) - writing.most
    return Section(
        heading="Figures side by side",
        grid=Grid(headings=headings, rows=tuple(rows)) if rows else None,
        rest=f"And {more:,} more: `policygraph query figures-compared` lists them." if more > 0 else "",
    )


def _write_letter(writing: Writing, reading: Reading) -> Sentence:
    letter, corpus = reading.letter, writing.corpus
    parties = corpus.quoter.find_parties(letter.iri).replace(" → ", " to ")
    subject = f", on “{letter.subject}”" if letter.subject else ""
    reference = f", reference {join_words(letter.references)}" if letter.references else ""
    day = render_day(letter.date)
    evidence = [
        passage
        for side in (*find_senders(corpus, reading), *find_recipients(corpus, reading))
        for passage in side.evidence or corpus.find_mention(letter.iri, side.key)
    ]
    return writing.say(f"{day[0].upper()}{day[1:]}, {parties}{subject}{reference}.", evidence)


def _write_reply(writing: Writing, reply: Reply) -> Sentence:
    corpus = writing.corpus
    days = f" after {render_number(reply.days, 'day')}" if reply.days is not None else ""
    answered, answer = corpus.readings[reply.to], corpus.readings[reply.letter]
    replaced = find_replaced(corpus, answer, answered)
    instead = f", in the place of {replaced}" if replaced else ""
    words = f"It answers the {render_day(answered.letter.date)}{days}{instead} ({reply.standing})."
    return writing.say(words, reply.evidence)


def _tell_standing(answer: Answer) -> str:
    return f"{answer.standing} by {answer.judgement.by}" if answer.judgement else answer.standing.value


def _tell_value(figure: Figure) -> str:
    values = [figure.value] if figure.upper is None else [figure.value, figure.upper]
    sign = _SIGNS.get(figure.unit)
    value = " to ".join(f"{sign or ''}{one:,.10g}" for one in values)
    unit = "" if sign else "%" if figure.unit == "percent" else f" {figure.unit}"
    source = f" (“{to_line(figure.source)}”)" if figure.source else ""
    return f"{value}{unit}{source}"


def _tell_period(edtf: str) -> str:
    if edtf.startswith("../"):
        return f"until {render_date(edtf[3:])}"
    return f"since {render_date(edtf[:-3])}" if edtf.endswith("/..") else render_date(edtf)
