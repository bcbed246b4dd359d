"""One correspondent of a letter as spans of its text; who stands together is found in `parties`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBlock:
    """The parts of one correspondent: spans (start, end) into the letter's text, in their order."""

    person: tuple[int, int] | None = None
    offices: tuple[tuple[int, int], ...] = ()
    bodies: tuple[tuple[int, int], ...] = ()
    last_line: int = 0
    has_contact: bool = False
    has_address: bool = False
    office_beside_person: bool = False

    @property
    def start(self) -> int:
        """Where in the text it begins, 0 for an empty one."""
        return min((span[0] for span in (self.person, *self.offices, *self.bodies) if span), default=0)

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody."""
        return self.person is None and not self.offices and not self.bodies
