"""What can be judged, each with its words and the ID that names it; what a store holds of it is read in `docket.py`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from ...model.errors import JudgementError
from ...model.identity import BASE
from ...model.judgement import Judgement, Standing
from ...model.statement import Passage
from ...resolution.wording import join_words

_SHORT = 8
_MOST_WORDS = 160


class MatterKind(StrEnum):
    """What is judged."""

    REPLY = "reply"
    ASK = "ask"
    ANSWER = "answer"
    PAIR = "pair"
    COMMITMENT = "commitment"
    POSITION = "position"
    FIGURE = "figure"
    FACT = "fact"
    LETTER = "letter"
    NAME = "name"
    OTHER = "thing"


_FOLDERS = {kind: kind.value for kind in MatterKind} | {MatterKind.FACT: "statement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that an analyst can judge.

    `about` says in words what it is, `letters` (IRIs) where it stands. `value` is what a judgement can change: the
    status of an answer, who asks whom, the letter (IRI) that a reply answers, the two (IRIs) of a pair. `evidence` are
    the passages that show it, `met_by` those of the replies; `ask` is the IRI of the ask that it is about.
    """

    iri: str
    kind: MatterKind
    about: str
    letters: tuple[str, ...]
    evidence: tuple[Passage, ...] = ()
    met_by: tuple[Passage, ...] = ()
    value: str | None = None
    reason: str | None = None
    ask: str | None = None
    is_reported: bool = False
    standing: Standing = Standing.SUGGESTED
    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()

    @property
    def short_id(self) -> str:
        """The ID that outputs print."""
        return to_short_id(self.iri)


def to_short_id(iri: str) -> str:
    """Return the characters by which a thing is named on the command line; what the vocabulary names keeps its word."""
    folder, _, last = iri.rpartition("/")
    return last if folder == f"{BASE}vocabulary" else last[:_SHORT]


def find_kind(iri: str) -> MatterKind:
    """Return what kind of thing an IRI names, as far as it tells; all others are names."""
    folder = iri.removeprefix(BASE).partition("/")[0]
    return next((kind for kind, name in _FOLDERS.items() if name == folder), MatterKind.NAME)


def is_near(wish: str, iris: Iterable[str]) -> bool:
    """Tell whether one of some things has an ID that starts like this."""
    digest = _to_end(wish.strip())
    return any(_to_end(iri).startswith(digest) for iri in iris)


def match_id(wish: str, iris: Iterable[str], describe: Callable[[str], str], hint: str) -> str:
    """Return the IRI that an ID means: an IRI, its last part or the first characters of that.

    `describe` gives what to call one, `hint` says what to do when there is none near.

    Raises:
        JudgementError: nothing or more than one thing has this ID; the message names the nearest.
    """
    known = sorted(set(iris))
    digest = _to_end(wish.strip())
    found = [iri for iri in known if digest and _to_end(iri).startswith(digest)]
    exact = [iri for iri in found if wish.strip() == iri or digest == _to_end(iri)]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if found:
        longer = ", ".join(iri.rpartition("/")[2][: len(digest) + 4] for iri in found[:5])
        more = " and more" if len(found) > 5 else ""
        raise JudgementError(f"{wish}: several IDs start like this ({longer}{more}). Give more of it.")
    ends = {iri.rpartition("/")[2][: max(_SHORT, len(digest))]: iri for iri in known}
    near = [describe(ends[end]) for end in get_close_matches(digest, ends, n=3, cutoff=0.5)]
    nearest = f"The nearest are {join_words(near)}." if near else hint
    raise JudgementError(f"{wish}: nothing here has this ID. {nearest}")


def _to_end(iri: str) -> str:
    return iri.rpartition("/")[2].lower()


def shorten(words: str) -> str:
    """Return words in one line, cut where they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_WORDS else f"{line[: _MOST_WORDS - 1].rstrip()}…"
