"""Correspondents made comparable: whether those of two letters are one person, office or body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..extraction.names.entities import normalise_name
from ..model.letter import Correspondent
from ..model.reading import Party


class Agreement(IntEnum):
    """Whether two things are one: the words contradict it, leave it open, or say so.

    BODY is weaker than AGREE: another of the same body, who can answer in the place of the first.
    """

    DIFFER = 0
    OPEN = 1
    BODY = 2
    AGREE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A correspondent in words that can be compared; `office_iri` is the entity of the office.

    `bodies` holds the IRIs and the words of the bodies that the correspondent or the office belongs to.
    """

    name: tuple[str, ...] = ()
    office: str | None = None
    office_iri: str | None = None
    bodies: frozenset[str] = frozenset()

    @property
    def is_body(self) -> bool:
        """Whether it is a body as such, without person or office."""
        return not self.name and self.office is None and bool(self.bodies)

    @property
    def keys(self) -> frozenset[str]:
        """What it is found by: of two actors that agree, each is under a probe of the other."""
        alone = f"{self.office} anywhere" if self.office and not self.bodies else None
        return self._to_keys(self.office, alone)

    @property
    def probes(self) -> frozenset[str]:
        """What it finds others by: a director of a known body finds those of that body or of none."""
        return self._to_keys(f"{self.office} anywhere" if self.office and self.bodies else self.office)

    def _to_keys(self, *offices: str | None) -> frozenset[str]:
        words = (*self.name[:1], *self.name[-1:], self.office_iri, *self.bodies, *offices)
        return frozenset(word for word in words if word)


def to_actor(correspondent: Correspondent, party: Party, bodies_of_office: Iterable[str]) -> Actor:
    """Return `correspondent` in comparable words; `party` says which entities it is."""
    words = normalise_name(correspondent.organisation) if correspondent.organisation else None
    bodies = {body for body in (words, party.organisation, *bodies_of_office) if body}
    return Actor(
        name=to_name_words(correspondent.name or ""),
        office=normalise_name(correspondent.office) if correspondent.office else None,
        office_iri=party.office,
        bodies=frozenset(bodies),
    )


def to_name_words(name: str) -> tuple[str, ...]:
    """Return the words of a person's name by which two are compared: ("j", "smith") of "J. Smith"."""
    return tuple(normalise_name(name.replace("-", " ")).split())


def compare_names(one: Sequence[str], two: Sequence[str]) -> Agreement:
    """Compare two people's names.

    "J. Smith" and "Jane Smith" agree, "Jane" or "Smith" leaves it open, "John Smith" differs, and so does
    "Jane A. Smith" from "Jane B. Smith".
    """
    if not one or not two:
        return Agreement.OPEN
    if len(one) == 1 or len(two) == 1:
        short, long = sorted((one, two), key=len)
        if one == two or short[0] in {long[0], long[-1]}:
            return Agreement.OPEN
        return Agreement.DIFFER
    if one[-1] != two[-1]:
        return Agreement.DIFFER
    if len(one) != len(two) and (set(one) < set(two) or set(two) < set(one)):
        return Agreement.AGREE
    if not _are_compatible(one[0], two[0]):
        return Agreement.DIFFER
    middles = zip(one[1:-1], two[1:-1], strict=False)
    return Agreement.AGREE if all(_are_compatible(*pair) for pair in middles) else Agreement.DIFFER


def compare_offices(one: Actor, two: Actor) -> Agreement:
    """Compare the offices of two correspondents: "Chair" and "Chair" agree unless their bodies differ."""
    if one.office is None or two.office is None:
        return Agreement.OPEN
    if one.office_iri is not None and one.office_iri == two.office_iri:
        return Agreement.AGREE
    bodies = _compare_bodies(one, two)
    if one.office == two.office:
        return Agreement.AGREE if bodies is not Agreement.DIFFER else Agreement.DIFFER
    short, long = sorted((set(one.office.split()), set(two.office.split())), key=len)
    if short <= long:
        return bodies
    return Agreement.DIFFER


def compare_actors(one: Actor, two: Actor) -> Agreement:
    """Compare two correspondents by name, then by office, then by body.

    One office agrees whoever holds it. Two people of one body are left open, but a body as such agrees with
    everybody in it.
    """
    names, offices = compare_names(one.name, two.name), compare_offices(one, two)
    bodies = _compare_bodies(one, two)
    if Agreement.AGREE in {names, offices}:
        return Agreement.AGREE
    if one.name and two.name and names is Agreement.OPEN and bodies is not Agreement.DIFFER:
        return Agreement.AGREE
    if bodies is Agreement.AGREE:
        return Agreement.AGREE if one.is_body or two.is_body else Agreement.OPEN
    return Agreement.DIFFER if Agreement.DIFFER in {names, offices, bodies} else Agreement.OPEN


def compare_sides(ones: Iterable[Actor], twos: Sequence[Actor]) -> Agreement:
    """Return the best agreement of one of `ones` with one of `twos`; open where a side names nobody."""
    results = [compare_actors(one, two) for one in ones for two in twos]
    return max(results, default=Agreement.OPEN)


def compare_answering(recipients: Sequence[Actor], answering: Sequence[Actor]) -> Agreement:
    """Compare whom a letter was sent to with who answers it.

    Somebody else of the body may answer what was sent to an office or to the body, not what was sent to a
    person: the members of one parliament do not answer for each other.
    """
    official = [actor for actor in recipients if actor.office is not None or actor.is_body]
    shared = any(one.bodies & two.bodies for one in official for two in answering)
    return max(compare_sides(recipients, answering), Agreement.BODY if shared else Agreement.DIFFER)


def _compare_bodies(one: Actor, two: Actor) -> Agreement:
    if not one.bodies or not two.bodies:
        return Agreement.OPEN
    return Agreement.AGREE if one.bodies & two.bodies else Agreement.DIFFER


def _are_compatible(one: str, two: str) -> bool:
    return one == two or (1 in {len(one), len(two)} and one[0] == two[0])
