"""Offices that several people share: "Wendy Via and Heidi Beirich, co-founders"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...ontology.cues import load_name_cues
from .party_block import PartyBlock


def share_offices(blocks: Sequence[PartyBlock], text: str) -> list[PartyBlock]:
    """Give all people whom one office behind them is for that office and its body.

    "Wendy Via and Heidi Beirich, co-founders" are two; a plural, "Members of the European Parliament", is for all
    above it that have none.
    """
    shared = list(blocks)
    for place in range(len(shared) - 2, -1, -1):
        one, two = shared[place], shared[place + 1]
        if not (one.person and two.person and two.offices) or one.offices or one.bodies:
            continue
        paired = text[one.person[1] : two.person[0]].strip() in {"and", "&"}
        if paired or _is_plural(text[slice(*two.offices[0])]):
            shared[place] = replace(one, offices=two.offices, bodies=two.bodies)
    return shared


def _is_plural(office: str) -> bool:
    """Tell whether an office is that of several people: "Co-Chairs", "Members of Parliament"."""
    head = re.split(r"\s(?:of|for)\s", office)[0].split()[-1]
    return head.endswith("s") and head.removesuffix("s").rpartition("-")[2] in load_name_cues().type_of_head
