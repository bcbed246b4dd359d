"""Figures with what they count, when, where they come from and what they are about; who holds which position."""

from collections.abc import Callable

from policygraph.extraction import extract_readings
from policygraph.model.document import Anchor, Document, Note
from policygraph.model.figure import Figure
from policygraph.model.position import Stance
from policygraph.model.reading import Reading

Read = Callable[[str], tuple[Reading, ...]]


def read_body(read: Read, body: str) -> Reading:
    head, foot = "Home Office\n\n9 June 2021\n\nDear Ann,", "Yours sincerely,\n\nPriti Patel\nHome Secretary"
    (reading,) = read(f"{head}\n\n{body}\n\n{foot}\n")
    return reading


def find(read: Read, body: str) -> list[Figure]:
    return list(read_body(read, body).figures)


def names(reading: Reading, iris: tuple[str, ...]) -> list[str]:
    known = {entity.iri: entity.name for entity in reading.entities}
    return [known[iri] for iri in iris]


def test_a_figure_has_its_words_its_period_and_its_source(read: Read) -> None:
    (figure,) = find(read, "Our records show that in 2020 just 12 foreign nationals had used the service.")
    assert (figure.value, figure.unit, figure.period, figure.source) == (12, "people", "2020", "Our records")
    assert figure.counts == "foreign nationals"


def test_each_number_of_a_sentence_has_the_time_of_its_own_clause(read: Read) -> None:
    body = "It took on six apprentices in 2022 and has lost four tutors."
    assert [(figure.value, figure.period) for figure in find(read, body)] == [(6, "2022"), (4, None)]


def test_of_them_counts_what_was_named_before(read: Read) -> None:
    body = (
        "The Agency reviewed 212 contracts signed in 2020. In 139 of them (66 per cent) there is no record of a check."
    )
    found = [(figure.value, figure.unit, figure.period) for figure in find(read, body)]
    assert found == [(212, "contracts", "2020"), (139, "contracts", "2020"), (66, "percent", "2020")]


def test_a_rival_number_has_not_the_source_of_the_first(read: Read) -> None:
    one, two = find(read, "Our records show 5,871 warrants in 2020, not 6,340.")
    assert (one.source, two.source) == ("Our records", None)
    assert (two.value, two.unit, two.period) == (6340, "warrants", "2020")


def test_an_amount_is_about_the_scheme_that_its_paragraph_names(read: Read) -> None:
    body = "The Voluntary Returns Service helps people to go home. Since April 2021 each of them receives £1500-£3000."
    reading = read_body(read, body)
    (figure,) = reading.figures
    assert (figure.value, figure.upper, figure.unit, figure.period) == (1500, 3000, "GBP", "2021-04/..")
    assert names(reading, figure.about) == ["Voluntary Returns Service"]
    assert [passage.quote[:3] for passage in figure.evidence] == ["Sin", "The"]


def test_dollars_are_those_of_the_country_that_the_letter_speaks_of(read: Read) -> None:
    (reading,) = read("Tom Day\n\n9 June 2021\n\nDear Ann,\n\nIn Canada it costs $48.\n\nYours sincerely,\n\nTom Day\n")
    assert [figure.unit for figure in reading.figures] == ["CAD"]


def test_the_head_of_a_letter_holds_no_figures(read: Read) -> None:
    assert find(read, "Thank you for your letter of 2 March.") == []


def test_a_position_keeps_its_denial_and_its_condition_and_agrees_with_the_relation(read: Read) -> None:
    reading = read_body(read, "The Home Office does not, however, support the Warm Homes Bill in its current form.")
    (position,) = reading.positions
    (statement,) = [each for each in reading.statements if each.predicate.value == "opposes"]
    assert (position.by, position.on) == ((statement.subject,), (statement.object,))
    assert (position.stance, position.condition) == (Stance.OPPOSES, "in its current form")


def test_a_stance_on_a_clause_is_on_no_entity(read: Read) -> None:
    reading = read_body(read, "I am concerned that gaps in the Voluntary Returns Service remain.")
    (position,) = reading.positions
    assert (names(reading, position.by), position.on) == (["Priti Patel"], ())


def test_it_is_the_body_with_which_the_sentence_before_begins(read: Read) -> None:
    reading = read_body(read, "The Rail Council met in May. It rejects the suggestion that it was slow.")
    (position,) = reading.positions
    assert names(reading, position.by) == ["Rail Council"]


def test_a_footnote_says_where_a_number_comes_from() -> None:
    body = "I read that just 12 nationals had used the service."
    text = f"Home Office\n\n9 June 2021\n\nDear Ann,\n\n{body}\n\nYours sincerely,\n\nPriti Patel\n"
    note = Note(mark="7", text="FOI Number 60267.", position=text.index(" had used"), line=12)
    (reading,) = extract_readings(
        Document(source="a.txt", text=text, notes=(note,), anchors=(Anchor(start=0, line=1),)),
    )
    (figure,) = reading.figures
    assert figure.source == "FOI 60267"
    assert [passage.quote for passage in figure.evidence] == [body, "[7] FOI Number 60267."]


def test_what_is_counted_is_the_noun_and_not_its_clause(read: Read) -> None:
    body = (
        "Last year 40 tenants who had asked for help left. Some 13 percent of the claims it sampled were paid. "
        "The 27 undersigned tenants' unions have left."
    )
    assert [figure.counts for figure in find(read, body)] == [
        "tenants who had asked for help",
        "claims it sampled",
        "undersigned tenants' unions",
    ]
