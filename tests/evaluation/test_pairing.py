from collections.abc import Callable
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from policygraph.evaluation.pairing import pair_off

AGREEMENTS = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)))


def to_agree(pairs: set[tuple[int, int]]) -> Callable[[int, int], bool]:
    return lambda gold, found: (gold, found) in pairs


def test_a_find_goes_to_the_gold_that_has_no_other() -> None:
    assert pair_off([0, 1], [0, 1], to_agree({(0, 0), (0, 1), (1, 0)})) == {0: 1, 1: 0}


def test_one_find_serves_one_gold_item() -> None:
    assert len(pair_off([0, 1, 2], [0], lambda gold, found: True)) == 1


@given(AGREEMENTS)
def test_as_many_are_paired_as_can_be(pairs: set[tuple[int, int]]) -> None:
    found = pair_off(range(5), range(5), to_agree(pairs))
    assert set(found.items()) <= pairs
    assert len(set(found.values())) == len(found)
    best = max(sum((gold, find) in pairs for gold, find in enumerate(order)) for order in permutations(range(5)))
    assert len(found) == best
