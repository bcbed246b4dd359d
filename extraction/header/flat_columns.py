"""Columns of signatures that a web extract has run into lines: who holds which office is told by the order."""

from collections.abc import Sequence
from dataclasses import replace

from .header_parts import Part
from .part_kinds import PartKind


def pair_columns(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with columns that a web extract has flattened paired again.

    "Ann Lee Tom Fox / Senator Senator" becomes Ann Lee, Senator, Tom Fox, Senator; bodies in a third run join in.
    """
    paired: list[Part] = []
    place = 0
    while place < len(parts):
        runs = [_take_run(parts, place, PartKind.PERSON)]
        if len(runs[0]) > 1:
            for kind in (PartKind.OFFICE, PartKind.BODY):
                run = _take_run(parts, place + sum(map(len, runs)), kind)
                runs += [run] if len(run) == len(runs[0]) else []
        if len(runs) > 1:
            rows = [[replace(part, gap=0, line=row[0].line) for part in row] for row in zip(*runs, strict=True)]
            paired += [replace(part, is_item=not at) for row in rows for at, part in enumerate(row)]
            place += sum(map(len, runs))
        else:
            paired.append(parts[place])
            place += 1
    return paired


def _take_run(parts: Sequence[Part], start: int, kind: PartKind) -> list[Part]:
    """Return the parts of one kind from `start` on that stand on one line."""
    run: list[Part] = []
    for part in parts[start:]:
        if part.kind is not kind or (run and part.line != run[0].line):
            break
        run.append(part)
    return run
