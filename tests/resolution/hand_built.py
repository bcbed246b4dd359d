"""Readings built by hand, for cases in which the exact records matter."""

from policygraph.model.citation import LetterCitation
from policygraph.model.document import Anchor
from policygraph.model.entity import Entity, EntityType, Mention
from policygraph.model.identity import to_letter_iri
from policygraph.model.letter import Correspondent, Letter
from policygraph.model.reading import Party, Reading
from policygraph.model.statement import Passage


def build_reading(
    text: str,
    *,
    date: str | None = None,
    sender: Correspondent | None = None,
    recipient: Correspondent | None = None,
    references: tuple[str, ...] = (),
    cites: tuple[tuple[str, str | None, bool], ...] = (),
    entities: tuple[tuple[EntityType, str, tuple[str, ...]], ...] = (),
    sender_party: Party | None = None,
    recipient_party: Party | None = None,
) -> Reading:
    """Return a reading of `text`.

    `cites` are (words, date, by_addressee); `entities` are (type, IRI, forms), every form written in the text.
    """
    iri = to_letter_iri(text)

    def to_passage(words: str) -> Passage:
        start = text.index(words)
        return Passage(letter=iri, start=start, end=start + len(words), quote=words)

    def to_mention(form: str) -> Mention:
        return Mention(text=form, start=text.index(form), end=text.index(form) + len(form))

    return Reading(
        letter=Letter(
            iri=iri,
            text=text,
            anchors=(Anchor(start=0, line=1),),
            date=date,
            references=references,
            senders=(sender,) if sender else (),
            recipients=(recipient,) if recipient else (),
        ),
        senders=(sender_party,) if sender_party else (),
        recipients=(recipient_party,) if recipient_party else (),
        entities=tuple(
            Entity(iri=name, type=kind, name=max(forms, key=len), mentions=tuple(map(to_mention, forms)))
            for kind, name, forms in entities
        ),
        citations=tuple(
            LetterCitation(
                described=words, by_addressee=mine, answered=False, evidence=(to_passage(words),), date=day
            )
            for words, day, mine in cites
        ),
    )
