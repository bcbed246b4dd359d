"""The terminal: its width and colours, and streams that say the same in every locale."""

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_WIDTH_ELSEWHERE = 100
"""Columns of what is written into a file or a pipe, so that it does not depend on who runs it."""


def prepare_streams() -> None:
    """Let what is printed be UTF-8 with plain line ends in every locale; a terminal keeps its encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A file name that is no text is shown with escapes for its bytes.
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def drop_output() -> None:
    """Drop what is still to be printed: whoever read it has closed the pipe, which Python would complain of."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_console(stream: TextIO) -> "Console":
    """Return a console that takes text as it is, with a terminal's width and colours if it is one."""
    from rich.console import Console  # 40 ms: only for commands that print for readers

    return Console(
        file=stream,
        width=None if stream.isatty() else _WIDTH_ELSEWHERE,
        force_terminal=None if stream.isatty() else False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def print_renderable(renderable: "RenderableType", stream: TextIO) -> None:
    """Print for a reader; what is no terminal gets no blanks at the ends of lines."""
    console = open_console(stream)
    if stream.isatty():
        console.print(renderable)
        return
    with console.capture() as captured:
        console.print(renderable)
    stream.writelines(f"{line.rstrip()}\n" for line in captured.get().rstrip("\n").split("\n"))
