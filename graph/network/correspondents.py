"""Who wrote a letter and who received it, as entities over all letters where the letter names one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ...model.letter import Correspondent, Letter
from ...model.reading import Party
from ...model.statement import Passage
from ..storage.quotation import name_correspondent
from .corpus import Corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """One sender or recipient: the key of the entity it is (person before office before body), else its name.

    `keys` are those of person, office and body, as far as they are named, `own` those without the body. `evidence`
    shows who it was where another letter does.
    """

    key: str
    name: str
    post: str
    keys: frozenset[str]
    own: frozenset[str]
    evidence: tuple[Passage, ...] = ()


class Headed(Protocol):
    """A letter with the entities that its two sides are: a whole reading, or its header alone."""

    @property
    def letter(self) -> Letter:
        """The letter."""

    @property
    def senders(self) -> tuple[Party, ...]:
        """Who the senders are, in their order."""

    @property
    def recipients(self) -> tuple[Party, ...]:
        """Who the recipients are, in their order."""


def find_senders(corpus: Corpus, reading: Headed) -> list[Writer]:
    """Return who wrote a letter; who it was as another letter shows comes first."""
    letter = reading.letter
    senders = list(_find_writers(corpus, letter.senders, reading.senders))
    shown = [link for link in corpus.links.senders if link.letter == letter.iri]
    if not shown:
        return senders
    offices, own = (frozenset().union(*found) for found in zip(*((one.keys, one.own) for one in senders), strict=True))
    posts = [sender.name for sender in senders if not sender.post]
    return [
        Writer(
            key=key,
            name=corpus.get_entity(key).name,
            post=", ".join(posts),
            keys=offices | {key},
            own=own | {key},
            evidence=link.evidence,
        )
        for link in shown
        for key in corpus.to_keys((link.person,))
    ]


def find_recipients(corpus: Corpus, reading: Headed) -> list[Writer]:
    """Return to whom a letter was written."""
    return list(_find_writers(corpus, reading.letter.recipients, reading.recipients))


def _find_writers(
    corpus: Corpus, correspondents: tuple[Correspondent, ...], parties: tuple[Party, ...]
) -> Iterator[Writer]:
    for correspondent, party in zip(correspondents, parties, strict=True):
        named = [iri for iri in (party.person, party.office, party.organisation) if iri]
        keys = corpus.to_keys(named)
        name = name_correspondent(correspondent)
        own = frozenset(corpus.to_keys(iri for iri in (party.person, party.office) if iri))
        posts = [part for part in (correspondent.office, correspondent.organisation) if part and part != name]
        yield Writer(key=keys[0] if keys else name, name=name, post=", ".join(posts), keys=frozenset(keys), own=own)


def find_replaced(corpus: Corpus, answer: Headed, answered: Headed) -> str | None:
    """Return in whose place somebody answered who was not written to; None where he was, or nobody is known."""
    writers = frozenset().union(*(side.own for side in find_senders(corpus, answer)))
    asked = find_recipients(corpus, answered)
    is_other = bool(writers) and bool(asked) and not any(side.own & writers for side in asked)
    return asked[0].name if is_other else None
