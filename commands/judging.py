"""The commands by which an analyst judges what the program suggests."""

import getpass
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ..rendering.terminal import print_renderable
from .ending import finish
from .options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from ..graph.judging.judging import Kept


class Topic(StrEnum):
    """What a review goes through."""

    ASKS = "asks"


ReviewTopic = Annotated[Topic, typer.Argument(metavar="asks", help="What to go through.")]
Everything = Annotated[bool, typer.Option("--all", help="Show what was judged before, too.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="The ID that outputs print, or its first characters.")]
First = Annotated[str, typer.Argument(metavar="ID", help="The ID of a letter (or its date), an ask or a name.")]
Second = Annotated[str, typer.Argument(metavar="ID", help="The ID of another one; of the letter that is answered.")]
JudgementId = Annotated[str | None, typer.Argument(metavar="ID", help="The ID of a judgement; the last one if none.")]
Value = Annotated[list[str], typer.Argument(metavar="VALUE", help="The status, who asks whom, or the letter answered.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="What to note.")]
Why = Annotated[str | None, typer.Option(metavar="WORDS", help="The reason.")]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", envvar="POLICYGRAPH_ANALYST", help="Who judges; the login name if not given."),
]


def review(topic: ReviewTopic, everything: Everything = False, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Go through replies, asks and statuses and say what is right.

    Each is shown with its quotes, and one key answers: a accepts, c corrects, r rejects, n notes, s skips, q quits.
    What is said is kept at once, in a text file beside the store. Keys can also be piped in.

    \b
    Examples:
      policygraph review asks
      policygraph review asks --all --by "Ann Lee"
    """
    from ..rendering.keys import KeyReader
    from ..rendering.review import render_review, run_review

    report = run_review(
        store, by=_find_analyst(by), everything=everything, open_keys=lambda: KeyReader(sys.stdin, end="q")
    )
    print(render_review(report))
    finish(report.errors)


def confirm(target: Id, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Confirm what was found: a reply, an ask, a status, a fact …

    A confirmed status is suggested again, and told as a problem, once the letters give another one.

    \b
    Examples:
      policygraph confirm 3fa81b20
      policygraph confirm 3fa81b20 --why "checked with the private office" --by "Ann Lee"
    """
    from ..graph.judging.judging import judge
    from ..model.judgement import Verdict

    _print_kept(judge(store, target, Verdict.ACCEPTED, by=_find_analyst(by), why=why))


def reject(target: Id, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Reject what was found, with all that follows from it.

    A rejected reply goes, and what became of the asks is worked out without it; a rejected ask has no answer, a
    rejected fact is no edge any more.

    \b
    Examples:
      policygraph reject 3fa81b20
      policygraph reject 3fa81b20 --why "only a courtesy"
    """
    from ..graph.judging.judging import judge
    from ..model.judgement import Verdict

    _print_kept(judge(store, target, Verdict.REJECTED, by=_find_analyst(by), why=why))


def correct(target: Id, value: Value, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Put what is right in the place of what was found.

    For what became of an ask this is a status, for an ask who asks whom, for a reply the letter that it answers.

    \b
    Examples:
      policygraph correct 3fa81b20 declined --why "the minister said so on the telephone"
      policygraph correct 77ab12cd 'Ann Lee -> Home Office'
      policygraph correct 90cd34ef 2024-03-05
    """
    from ..graph.judging.judging import judge
    from ..model.judgement import Verdict

    _print_kept(judge(store, target, Verdict.CORRECTED, by=_find_analyst(by), value=" ".join(value), why=why))


def link(one: First, two: Second, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Say that a letter answers another, or that two are one.

    The two are asks or names.

    Of two letters, which can also be named by their dates, the reply comes first.

    \b
    Examples:
      policygraph link 2024-05-14 2024-03-05
      policygraph link 3fa81b20 77ab12cd --why "the same request, in other words"
    """
    from ..graph.judging.judging import judge_two
    from ..model.judgement import Verdict

    _print_kept(judge_two(store, (one, two), Verdict.ACCEPTED, by=_find_analyst(by), why=why))


def unlink(one: First, two: Second, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Say that a letter answers not, or that two are not one.

    The two are asks or names.

    \b
    Examples:
      policygraph unlink 2024-05-14 2024-03-05
      policygraph unlink 3fa81b20 77ab12cd --why "father and son"
    """
    from ..graph.judging.judging import judge_two
    from ..model.judgement import Verdict

    _print_kept(judge_two(store, (one, two), Verdict.REJECTED, by=_find_analyst(by), why=why))


def note(target: Id, words: Words, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Note something on whatever has an ID, without deciding it.

    \b
    Examples:
      policygraph note 3fa81b20 raised at the meeting of 3 May
    """
    from ..graph.judging.judging import judge
    from ..model.judgement import Verdict

    _print_kept(judge(store, target, Verdict.NOTE, by=_find_analyst(by), why=" ".join(words)))


def undo(target: JudgementId = None, why: Why = None, by: By = None, store: Store = DEFAULT_STORE) -> None:
    """Take back a judgement, the last one if none is named.

    The file keeps both.

    \b
    Examples:
      policygraph undo
      policygraph undo 5c0d91aa --why "wrong letter"
    """
    from ..graph.judging.judging import undo as take_back

    _print_kept(take_back(store, target, by=_find_analyst(by), why=why))


def judgements(store: Store = DEFAULT_STORE) -> None:
    """List what analysts have said, the earliest first.

    \b
    Examples:
      policygraph judgements
      policygraph judgements --store my-store
    """
    from ..graph.judging.judgement_file import find_judgement_file, load_judgements
    from ..rendering.judgement_list import render_judgements

    said = load_judgements(find_judgement_file(store))
    print_renderable(render_judgements(said.judgements, said.path), sys.stdout)
    finish(said.errors)


def _find_analyst(by: str | None) -> str:
    if by and by.strip():
        return " ".join(by.split())
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise typer.BadParameter("nobody is logged in here: say who judges with --by NAME.") from None


def _print_kept(kept: "Kept") -> None:
    from ..rendering.judgement_list import render_kept

    print(render_kept(kept))
    finish(kept.errors)
