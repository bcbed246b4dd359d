"""The forms of the verbs that the data files give by the first one."""

import pytest
from policygraph.ontology.inflection import inflect


@pytest.mark.parametrize(
    ("verb", "active", "participle"),
    [
        ("fund", {"fund", "funds", "funded", "funding"}, "funded"),
        ("finance", {"finance", "finances", "financed", "financing"}, "financed"),
        ("ratify", {"ratify", "ratifies", "ratified", "ratifying"}, "ratified"),
        ("publish", {"publish", "publishes", "published", "publishing"}, "published"),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}, "deployed"),
        ("co-fund", {"co-fund", "co-funds", "co-funded", "co-funding"}, "co-funded"),
        ("lay-lays-laid-laid-laying", {"lay", "lays", "laid", "laying"}, "laid"),
    ],
)
def test_a_verb_has_the_forms_that_english_gives_it(verb: str, active: set[str], participle: str) -> None:
    forms = inflect(verb)
    assert forms.active == active
    assert forms.participle == participle


def test_what_follows_a_verb_follows_all_its_forms() -> None:
    assert inflect("carry out").rest == ("out",)
    assert inflect("set-sets-set-set-setting up").participle == "set"
