import pytest
from policygraph.resolution.wants import WantKind, find_want


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        ("Please extend the grant.", WantKind.DEED),
        ("Would you meet a group of carers?", WantKind.DEED),
        ("the ban be lifted", WantKind.END),
        ("No station should be closed.", WantKind.END),
        ("How many children were waiting?", WantKind.AMOUNT),
        ("Please advise when a decision can be expected.", WantKind.TIME),
        ("Why was the group stood down?", WantKind.FACT),
        ("Please provide a copy of the report.", WantKind.PAPER),
    ],
)
def test_an_ask_wants_a_deed_or_an_end_or_to_be_told(ask: str, kind: WantKind) -> None:
    assert find_want(ask).kind is kind


def test_what_is_to_be_done_is_known_by_its_verb() -> None:
    assert {"repair"} <= find_want("the shelters be repaired").actions
    assert {"fund"} <= find_want("Fund a second crew at each station.").actions


def test_a_number_that_others_are_to_write_down_answers_nothing() -> None:
    assert find_want("Governors should record how many visits are cancelled.").kind is not WantKind.AMOUNT
