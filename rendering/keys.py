"""Keys and words that somebody gives at a terminal, or that another program pipes in."""

import os
import select
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TextIO

from ..model.errors import JudgementError

_PAUSE = 0.05
"""Seconds after Escape in which the rest of an arrow's code would come."""


class KeyReader:
    """Reads single keys and lines.

    At a terminal a key counts as soon as it is pressed. From a pipe `ar` and `a`, `r` on lines of their own are the
    same keys, and words reach to the end of their line. The end of the input is the key `end`.
    """

    def __init__(self, stream: TextIO, *, end: str) -> None:
        self._stream = stream
        self._end = end
        self._line = ""
        self._is_terminal = stream.isatty()
        if not self._is_terminal:
            self._line = stream.readline()
            if not self._line:
                raise JudgementError(
                    "There is no terminal to answer at, and nothing is piped in. Run this in a terminal, or use "
                    "`policygraph confirm`, `reject`, `correct` and `note`."
                )

    def ask_key(self, prompt: str, keys: Iterable[str]) -> str:
        """Return the next key that is one of `keys`, or `end`; others are passed over with a word on what counts."""
        keys = list(keys)
        while True:
            # The terminal is told before the prompt is shown, so that a quick key is neither printed nor lost.
            with _key_by_key(self._stream) if self._is_terminal else nullcontext():
                _show(f"{prompt} ")
                key = self._read_key()
            _show(f"{key}\n")
            if key in keys or key == self._end:
                return key
            _show(f"Press one of {', '.join(keys)}.\n")

    def ask_words(self, prompt: str) -> str:
        """Return a line of words, without blanks at its ends; empty for none."""
        _show(f"{prompt} ")
        if self._is_terminal:
            try:
                return input().strip()
            except EOFError:
                return ""
        line = self._line or self._stream.readline()
        self._line = ""
        _show(f"{line.strip()}\n")
        return line.strip()

    def _read_key(self) -> str:
        if self._is_terminal:
            return _read_terminal_key(self._stream.fileno(), self._end)
        while not self._line.strip():
            self._line = self._stream.readline()
            if not self._line:
                return self._end
        key, rest = self._line.strip()[0], self._line.strip()[1:]
        # The end of a key's own line is no empty answer to what is asked next.
        self._line = f"{rest}\n" if rest.strip() else ""
        return key.lower()


@contextmanager
def _key_by_key(stream: TextIO) -> Iterator[None]:
    """Have the terminal hand on each key as it is pressed, unprinted; what was typed before stays to be read."""
    import termios
    import tty

    descriptor = stream.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _read_terminal_key(descriptor: int, end: str) -> str:
    """Return the key that is pressed; Escape and what interrupts are `end`, arrows and the like no key at all."""
    try:
        pressed = os.read(descriptor, 1)
        more = b""
        while pressed == b"\x1b" and select.select([descriptor], [], [], _PAUSE)[0]:
            more += os.read(descriptor, 1)
    except KeyboardInterrupt:
        return end
    if not more and pressed in (b"", b"\x1b", b"\x04"):
        return end
    return "" if more else pressed.decode(errors="replace").lower()


def _show(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()
