"""The summary of a load or a withdrawal: what it did, and what the store holds now."""

from collections.abc import Iterator
from pathlib import Path

from ..graph.loading.build import LoadReport, WithdrawReport
from ..graph.property.push import PushReport
from ..graph.storage.push_dataset import DatasetPush
from ..graph.summary import StoreSummary
from .phrases import render_kind, render_number


def render_load(report: LoadReport, *, new_store: Path | None = None) -> str:
    """Return the lines to print after a load; `new_store` is the folder of a store that it has made."""
    counts = [f"{report.new} new", f"{report.changed} changed", f"{report.unchanged} unchanged"]
    if report.withdrawn:
        counts.append(f"{report.withdrawn} withdrawn")
    lines = [f"A new store was made: {new_store}"] if new_store else []
    lines.append(f"{render_number(report.new + report.changed + report.unchanged, 'letter')}: {', '.join(counts)}")
    if report.skipped:
        lines.append(f"{render_number(report.skipped, 'file')} of other kinds skipped")
    return "\n".join([*lines, "", *_render_store(report.summary)])


def render_withdrawal(report: WithdrawReport) -> str:
    """Return the lines to print after a withdrawal."""
    files, letters = render_number(len(report.paths), "file"), render_number(report.letters, "letter")
    return "\n".join([f"Withdrawn: {files} with {letters}", "", *_render_store(report.summary)])


def render_push(report: PushReport, address: str) -> str:
    """Return the lines to print after a push."""
    held = f"{render_number(report.nodes, 'node')} and {render_number(report.relationships, 'relationship')}"
    return f"{address} holds {held}: {report.written:,} written, {report.removed:,} removed"


def render_dataset_push(report: DatasetPush, address: str) -> str:
    """Return the lines to print after a push to a SPARQL endpoint."""
    held = render_number(report.letters, "letter")
    return f"{address} holds {held}: {report.written:,} written, {report.removed:,} removed"


def _render_store(summary: StoreSummary) -> Iterator[str]:
    entities = sum(number for _, number in summary.entities)
    yield "The store holds:"
    yield f"  {render_number(summary.letters, 'letter')}"
    yield f"  {render_number(entities, 'entity', 'entities')}"
    yield from (f"    {number:,} {render_kind(kind, number)}" for kind, number in summary.entities)
    yield f"  {render_number(summary.facts, 'fact')}, and {summary.denied:,} denied or ended"
    yield f"  {render_number(summary.asks, 'ask')}, and {render_number(summary.commitments, 'commitment')}"
    where = " (policygraph query problems)" if summary.problems else ""
    yield f"  {render_number(summary.problems, 'problem')} to check{where}"
