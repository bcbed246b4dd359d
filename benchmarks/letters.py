"""Letters to measure with: put together from varied parts, the same ones for the same seed."""

import re
import tomllib
from pathlib import Path
from random import Random
from typing import Any

WORDS = 600
_SLOT = re.compile(r"\{(\w+)\}")


class LetterWriter:
    """Writes one letter after another from the parts in `parts.toml`."""

    def __init__(self, seed: int) -> None:
        parts: dict[str, Any] = tomllib.loads(Path(__file__).with_name("parts.toml").read_text("utf-8"))
        self._slots: dict[str, list[str]] = parts["slots"]
        self._text: dict[str, list[str]] = parts["text"]
        self._random = Random(seed)

    def build_letter(self) -> str:
        """Return a letter of about `WORDS` words, in one of several layouts."""
        random = self._random
        given, family = self._fill("{given}"), self._fill("{family}")
        recipient = self._build_address(f"{given} {family}")
        sender = self._build_address("{given} {family}")
        date = f"{random.randint(1, 28)} {self._fill('{month}')} {random.randint(2018, 2025)}"
        series = random.choice(("MC", "TO", "PRO"))
        reference = f"Our ref: {series}{random.randint(2018, 2025)}/{random.randint(1, 99999):05}"
        salutation = random.choice((f"Dear {given},", "Dear Minister,", f"Dear Dr {family},", "Dear Chair,"))
        heads = (
            [*sender[1:], date, "", *recipient, "", reference],
            [date, "", *recipient],
            [*recipient, "", reference, "", date],
            ["By email", "", *sender[1:3], "", reference, date, "", *recipient[:3]],
        )
        head = [*random.choice(heads), "", salutation, "", self._fill("{subject}")]
        foot = [random.choice(self._text["closings"]), "", *sender[:3]]
        return "\n".join([*head, "", *self._build_body(), *foot]) + "\n"

    def _build_address(self, name: str) -> list[str]:
        lines = (f"{{title}} {name} {{honour}}", "{office}", "{body}", "{street}", "{town} {postcode}")
        return [self._fill(line) for line in lines]

    def _build_body(self) -> list[str]:
        """Return paragraphs, one with a list, and footnotes, until there are enough words."""
        random = self._random
        lines = [self._fill(random.choice(self._text["openings"])), ""]
        while sum(len(line.split()) for line in lines) < WORDS - 160:  # the rest is head, list, notes and foot
            chosen = random.sample(self._text["sentences"], random.randint(2, 6))
            lines += [" ".join(self._fill(sentence) for sentence in chosen), ""]
        bullets = [f"- {self._fill(bullet)}" for bullet in random.sample(self._text["bullets"], 3)]
        lines += ["I should be glad if you would:", "", *bullets, ""]
        lines += [f"{mark} {self._fill(note)}" for mark, note in enumerate(self._text["notes"], start=1)]
        return [*lines, ""]

    def _fill(self, text: str) -> str:
        """Return `text` with every slot filled; a filling may have slots itself."""
        while _SLOT.search(text):
            text = _SLOT.sub(self._choose, text)
        return " ".join(text.split())

    def _choose(self, slot: re.Match[str]) -> str:
        if slot[1] == "date":
            return f"{self._random.randint(1, 28)} {self._fill('{month}')}"
        return self._random.choice(self._slots[slot[1]])


def build_letters(number: int, *, seed: int = 1) -> list[str]:
    """Return `number` letters of about 600 words; the same for the same seed."""
    writer = LetterWriter(seed)
    return [writer.build_letter() for _ in range(number)]
