import pytest
from policygraph.extraction.names.people import find_people, is_sure_person, parse_person, to_given_name, to_surname
from policygraph.extraction.text.person_words import count_title_words, is_honour
from policygraph.model.entity import EntityType


def names(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_people(text) if each.type is EntityType.PERSON]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I met the Rt Hon Priti Patel MP in May.", "Priti Patel"),
        ("We heard from Dr. Jane Smith.", "Jane Smith"),
        ("We heard from Ms Verheecke and others.", "Verheecke"),
        ("The answer that Baroness Tolland gave was short.", "Tolland"),
        ("The Honorable Maria Gomez wrote.", "Maria Gomez"),
        ("Then Cllr Tariq Aziz asked.", "Tariq Aziz"),
        ("It was Victoria Atkins MP who asked.", "Victoria Atkins"),
        ("It was Keir O’Brien-Walsh KC who asked.", "Keir O’Brien-Walsh"),
        ("Helen Whately has told the House.", "Helen Whately"),
        ("It was Ursula van der Berg, who asked.", "Ursula van der Berg"),
        ("It was Robert J. Hughes who asked.", "Robert J. Hughes"),
        ("President Obama’s letter came.", "Obama"),
        ("Minister Elizabeth Zonneveld’s letter came.", "Elizabeth Zonneveld"),
    ],
)
def test_a_person_is_found_without_titles_and_honours(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "They went to Sir Humphry Davy School.",
        "HM Treasury has said so.",
        "The Lord Chancellor agreed.",
        "The Justice Committee met.",
        "They live in St Helens and San Francisco.",
        "The Home Secretary wrote.",
        "Our Annual Report says so.",
        "In March we wrote to the Department.",
        "MINISTER FOR JUSTICE AND EQUALITY",
    ],
)
def test_what_only_looks_like_a_person_is_none(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("Rt Hon Priti Patel MP", "Priti Patel"),
        ("Dame Sara Thornton DBE QPM (she/her)", "Sara Thornton"),
        ("Professor Alice Munro-Reid Ph.D.", "Alice Munro-Reid"),
        ("HELEN WHATELY MP", "HELEN WHATELY"),
        ("Cllr T. Aziz", "T. Aziz"),
    ],
)
def test_a_part_of_a_signature_holds_its_name(part: str, name: str) -> None:
    span = parse_person(part)
    assert span is not None
    assert part[slice(*span)] == name
    assert is_sure_person(part)


@pytest.mark.parametrize("part", ["Home Secretary", "2 Marsham Street", "", "MP", "Public Accounts Committee"])
def test_a_part_that_names_no_person_gives_none(part: str) -> None:
    assert parse_person(part) is None


def test_the_shape_of_a_name_alone_makes_no_person() -> None:
    assert parse_person("Safe Passage") is not None
    assert not is_sure_person("Safe Passage")


def test_a_surname_keeps_its_particles() -> None:
    assert to_surname("Ursula van der Berg") == "van der Berg"
    assert to_surname("Ann Lee") == "Lee"
    assert to_surname("Cher") == "Cher"
    assert to_given_name("Ursula van der Berg") == "Ursula"


def test_titles_and_honours_are_counted_as_words() -> None:
    assert count_title_words(["The", "Rt", "Hon", "Priti", "Patel"]) == 3
    assert count_title_words(["Priti", "Patel"]) == 0
    assert is_honour("Ph.D.")
    assert is_honour("AS/MS")
    assert not is_honour("Lee")
    assert not is_honour("")
