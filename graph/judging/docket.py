"""What can be judged in a store: found by its ID, or gone through one by one; each with its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from pyoxigraph import NamedNode

from ...model.ask import Ask
from ...model.commitment import Commitment
from ...model.errors import JudgementError
from ...model.figure import Figure
from ...model.identity import to_answer_iri, to_pair_iri
from ...model.judgement import ARROW, Judgement, Standing
from ...model.letter import Letter
from ...model.link import Answer, Reply
from ...model.position import Position
from ...model.statement import Statement
from ...resolution.pairs import find_pair
from ...resolution.rulings import build_rulings
from ...resolution.wording import join_words, name_day, name_letter, name_relation
from ..quads.description import Descriptions, to_text
from ..quads.terms import (
    ANSWER,
    ASK,
    COMMITMENT,
    DERIVED,
    FIGURE,
    LETTER,
    MENTIONS,
    PROBLEM,
    REPLY,
    SAME_ASK,
    STANCE_CLASS,
    STATEMENT_CLASSES,
    TYPE,
)
from ..storage.entity_names import EntityNames
from ..storage.quotation import Quoter, find_name
from ..storage.store import GraphStore
from ..storage.stored_items import Item, load_item, load_link, load_parties, load_ruling, to_item_iri
from ..storage.stored_readings import find_letters
from .judgement_file import find_judgement_file, load_judgements
from .matters import Matter, MatterKind, find_kind, is_near, match_id, shorten

_KINDS = (ASK, COMMITMENT, STANCE_CLASS, FIGURE, *STATEMENT_CLASSES.values(), LETTER, REPLY, ANSWER)
_ITEMS: Mapping[type[Item], MatterKind] = {
    Ask: MatterKind.ASK,
    Commitment: MatterKind.COMMITMENT,
    Position: MatterKind.POSITION,
    Figure: MatterKind.FIGURE,
    Statement: MatterKind.FACT,
}
_ONE = {MatterKind.ASK: "are one ask", MatterKind.NAME: "are one"}


class Letters(Mapping[str, Letter]):
    """The letters of a store by IRI; each is read when it is asked for."""

    def __init__(self, store: GraphStore) -> None:
        self._iris = dict.fromkeys(find_letters(store))
        self._quoter = Quoter(store)

    def __getitem__(self, iri: str) -> Letter:
        self._iris[iri]  # so that what is no letter is a KeyError
        return self._quoter.find_letter(iri)

    def __iter__(self) -> Iterator[str]:
        return iter(self._iris)

    def __len__(self) -> int:
        return len(self._iris)


class Docket:
    """Reads what can be judged from an open store."""

    def __init__(self, store: GraphStore) -> None:
        self.letters = Letters(store)
        self.said = load_judgements(find_judgement_file(store.path))
        self._store = store
        self._matters: dict[str, Matter] = {}

    def find_matter(self, wish: str) -> Matter:
        """Return what an ID means: an IRI, its last part or the first characters of that.

        Raises:
            JudgementError: nothing or more than one thing has this ID; the message names the nearest.
        """
        typed = (iri for kind in _KINDS for iri in self._find_typed(kind))
        named = (to_text(quad.object) for quad in self._store.find_quads(None, None, MENTIONS))
        known = {*typed, *named, *(one.target for one in self.said.judgements)}
        if not is_near(wish, known):
            known.update(self._pairs)  # there can be many, and they are seldom meant
        hint = "`policygraph review asks` shows what can be judged, with the IDs."
        return self.load_matter(match_id(wish, known, lambda iri: _describe(self.load_matter(iri)), hint))

    def load_matter(self, iri: str) -> Matter:
        """Return the thing with this IRI; what is gone is in the words of the last judgement on it."""
        if iri not in self._matters:
            self._matters[iri] = self._load_matter(iri)
        return self._matters[iri]

    def _load_matter(self, iri: str) -> Matter:
        kind = find_kind(iri)
        if kind in (MatterKind.REPLY, MatterKind.ANSWER):
            link = load_link(self._store, iri)
            matter = self._to_link_matter(link) if link else None
        elif kind is MatterKind.PAIR:
            matter = self.build_pair(*self._pairs[iri]) if iri in self._pairs else None
        elif kind is MatterKind.LETTER:
            about = name_letter(self.letters[iri]) if iri in self.letters else None
            matter = Matter(iri=iri, kind=kind, about=about, letters=(iri,)) if about else None
        elif kind is MatterKind.NAME:
            matter = self._find_name(iri)
        else:
            item = load_item(self._store, iri)
            matter = self._to_item_matter(item) if item else None
        return self._add_ruling(matter) if matter else self._to_gone(iri, kind)

    def has_reply(self, iri: str) -> bool:
        """Tell whether two letters are linked as a reply and what it answers."""
        return any(self._store.find_quads(DERIVED, NamedNode(iri), TYPE, REPLY))

    def build_pair(self, one: str, two: str) -> Matter:
        """Return the question whether two asks or two names (IRIs) are one.

        Raises:
            JudgementError: they are of different kinds, of another kind, or one and the same.
        """
        first, second = self.load_matter(one), self.load_matter(two)
        if first.kind is not second.kind or first.kind not in _ONE:
            ends = " and ".join(f"{each.short_id} ({each.kind})" for each in (first, second))
            raise JudgementError(f"{ends}: only two letters, two asks or two names can be linked.")
        if one == two:
            raise JudgementError(f"{first.short_id}: this is one and the same {first.kind}.")
        matter = Matter(
            iri=to_pair_iri(one, two),
            kind=MatterKind.PAIR,
            about=f"{first.about} and {second.about} {_ONE[first.kind]}",
            letters=tuple(dict.fromkeys((*first.letters, *second.letters))),
            evidence=(*first.evidence[:1], *second.evidence[:1]),
            value=f"{one} {two}",
        )
        return self._add_ruling(matter)

    def load_matters(self, kinds: Iterable[MatterKind]) -> list[Matter]:
        """Return all replies, pairs of asks, or asks each with its answer, in the order of the letters."""
        wanted = set(kinds)
        found: list[Matter] = []
        if MatterKind.REPLY in wanted:
            found += sorted(map(self.load_matter, self._find_typed(REPLY)), key=self._to_rank)
        if MatterKind.PAIR in wanted:
            pairs = (pair for pair in self._pairs.values() if find_kind(pair[0]) is MatterKind.ASK)
            found += sorted((self.build_pair(*pair) for pair in pairs), key=self._to_rank)
        if wanted & {MatterKind.ASK, MatterKind.ANSWER}:
            for ask in sorted(map(self.load_matter, self._find_typed(ASK)), key=self._to_rank):
                answer = load_link(self._store, to_answer_iri(ask.iri))
                found += [ask, *([self._to_link_matter(answer)] if answer else [])]
        return found

    @cached_property
    def _pairs(self) -> dict[str, tuple[str, str]]:
        return dict(self._find_pairs())

    def _find_typed(self, kind: NamedNode) -> set[str]:
        return {to_text(quad.subject) for quad in self._store.find_quads(None, None, TYPE, kind)}

    def _find_pairs(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield what is found to be one, or may be, and what analysts have said to be one or not: each as a pair."""
        for kind in (SAME_ASK, PROBLEM):
            for quad in self._store.find_quads(DERIVED, None, TYPE, kind):
                node = to_text(quad.subject)
                described = Descriptions(self._store.find_quads(DERIVED, NamedNode(node)))
                first, *others = described[node].find_members() or [""]
                for other in others if kind == SAME_ASK or len(others) == 1 else ():
                    if find_kind(first) in (MatterKind.ASK, MatterKind.NAME):
                        yield to_pair_iri(first, other), (first, other)
        for judgement in self.said.judgements:
            if (pair := find_pair(judgement)) and all(self._is_there(iri) for iri in pair):
                yield judgement.target, pair

    def _is_there(self, iri: str) -> bool:
        node = NamedNode(iri)
        return any(self._store.find_quads(None, node, TYPE, ASK)) or any(
            self._store.find_quads(None, None, MENTIONS, node)
        )

    def _to_rank(self, matter: Matter) -> tuple[str, str, int, str]:
        letter = self.letters[matter.letters[0]]
        return letter.date or "~", letter.iri, matter.evidence[0].start, matter.iri

    def _add_ruling(self, matter: Matter) -> Matter:
        ruling = load_ruling(self._store, matter.iri)
        said = ruling.judgement.value if ruling.judgement and ruling.standing is Standing.CORRECTED else None
        value = said if said and matter.kind not in (MatterKind.REPLY, MatterKind.ANSWER) else matter.value
        return replace(matter, value=value, standing=ruling.standing, judgement=ruling.judgement, notes=ruling.notes)

    def _find_name(self, iri: str) -> Matter | None:
        letters = sorted(
            {to_text(quad.subject) for quad in self._store.find_quads(None, None, MENTIONS, NamedNode(iri))}
        )
        # What many letters name does not go with any one of them.
        own = tuple(letters) if len(letters) == 1 else ()
        where = f" in {name_letter(self.letters[letters[0]])}" if own else ""
        about = f"“{find_name(self._store, iri)}”{where}"
        return Matter(iri=iri, kind=MatterKind.NAME, about=about, letters=own) if letters else None

    def _to_link_matter(self, link: Reply | Answer) -> Matter:
        if isinstance(link, Reply):
            return Matter(
                iri=link.iri,
                kind=MatterKind.REPLY,
                about=" answers ".join(name_letter(self.letters[iri]) for iri in (link.letter, link.to)),
                letters=(link.letter, link.to),
                evidence=link.evidence,
                value=link.to,
            )
        ask = self.load_matter(link.ask)
        return replace(
            ask,
            iri=link.iri,
            kind=MatterKind.ANSWER,
            letters=tuple(dict.fromkeys((*ask.letters, *(passage.letter for passage in link.evidence)))),
            met_by=link.evidence,
            value=link.status.value,
            reason=link.reason,
            standing=link.standing,
            judgement=link.judgement,
            notes=link.notes,
        )

    def _to_item_matter(self, item: Item) -> Matter:
        letter = self.letters[item.evidence[0].letter]
        when = name_day(letter.date) if letter.date else "undated"
        parties = self._name_parties(item) if isinstance(item, Ask) else None
        who, words = self._find_words(item, parties)
        return Matter(
            iri=to_item_iri(item),
            kind=_ITEMS[type(item)],
            about=f"{who}, {when}: “{shorten(words)}”",
            letters=(letter.iri,),
            evidence=item.evidence,
            value=parties,
            ask=item.iri if isinstance(item, Ask) else None,
            is_reported=isinstance(item, Ask) and item.reported,
        )

    def _find_words(self, item: Item, parties: str | None) -> tuple[str, str]:
        """Return whose word an item is, or what it says, and the words themselves."""
        quote = item.evidence[0].quote
        if isinstance(item, Statement):
            subject, end = (self._name([iri], item) for iri in (item.subject, item.object))
            names = EntityNames(self._store)
            kind = names.find_kind(names.find_entry(item.object) or item.object)
            return f"{subject} {name_relation(item.predicate, kind)} {end} ({item.polarity})", quote
        if isinstance(item, Figure):
            return f"{item.value:g} {item.unit}", quote
        return parties or self._name(item.by, item) if not isinstance(item, Ask) else parties or "", item.text

    def _name_parties(self, ask: Ask) -> str:
        parties = load_parties(self._store, ask.iri)
        ends = (parties.by, parties.of) if parties else (self._name(ask.asked_by, ask), self._name(ask.asked_of, ask))
        return ARROW.join(words or "not named" for words in ends)

    def _name(self, iris: Sequence[str], item: Item) -> str:
        letter = NamedNode(item.evidence[0].letter)
        return join_words([find_name(self._store, iri, letter) for iri in iris] or ["not named"])

    def _to_gone(self, iri: str, kind: MatterKind) -> Matter:
        said: list[Judgement] = [one for one in self.said.judgements if one.target == iri]
        rulings = build_rulings(said)
        judgement, notes = rulings.deciding.get(iri), rulings.notes.get(iri, ())
        last = judgement or (notes or said)[-1]
        return Matter(
            iri=iri,
            kind=kind,
            about=last.about,
            letters=last.letters,
            value=last.value,
            standing=Standing.REJECTED,
            judgement=judgement,
            notes=notes,
        )


def _describe(matter: Matter) -> str:
    return f"{matter.short_id} ({matter.kind}: {matter.about})"
