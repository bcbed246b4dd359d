import pytest
from policygraph.resolution.verdicts import Verdict, find_verdicts


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("I agree that we cannot enforce it, and I have asked the Agency to act.", [Verdict.ACCEPTS, Verdict.ACCEPTS]),
        ("The Government has no plans to introduce one.", [Verdict.DECLINES]),
        ("I am not able to anticipate the outcome.", [Verdict.LEAVES_OPEN]),
        ("Questions are best directed to the Ministry of Justice.", [Verdict.DECLINES]),
        ("It will be counted; the term cannot be shortened.", [Verdict.ACCEPTS, Verdict.DECLINES]),
        ("Ports face considerable cost pressures.", []),
    ],
)
def test_each_clause_decides_by_its_first_cue(sentence: str, verdicts: list[Verdict]) -> None:
    assert list(find_verdicts(sentence)) == verdicts
