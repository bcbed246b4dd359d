import csv
import io
from pathlib import Path

import pytest
from policygraph.graph.loading.build import open_loaded
from policygraph.rendering.page import question_reader
from policygraph.rendering.page.page_file import build_page

from .conftest import Open

COMMISSIONER = "Independent Anti-Slavery Commissioner"
FUND = "Conflict, Stability and Security Fund"


def test_the_page_asks_for_nothing_but_itself(open_page: Open, page_file: Path) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.page.click("[data-view=letters]")
    reader.page.click("[data-view=questions]")
    assert reader.requests == [page_file.as_uri()]


@pytest.mark.parametrize("words", ["conflict stab", "CSSF", "cssf", "Security Fund"])
def test_a_name_is_suggested_by_its_words_and_by_its_acronym(open_page: Open, words: str) -> None:
    reader = open_page()
    reader.search(words)
    assert FUND in reader.panel.locator("h2").inner_text()


def test_a_name_is_suggested_by_another_name_which_is_shown(open_page: Open) -> None:
    reader = open_page()
    reader.page.fill("#search-input", "ERRIN prog")
    assert reader.page.locator("#search-list [role=option]").all_inner_texts() == [
        "European Return and Reintegration Network\nERRIN programme"
    ]


def test_the_search_says_when_no_name_is_like_that(open_page: Open) -> None:
    reader = open_page()
    reader.page.fill("#search-input", "zzzz")
    assert reader.page.locator("#search-list").inner_text() == "No name like this"


def test_a_click_on_a_name_opens_its_card(open_page: Open) -> None:
    reader = open_page()
    reader.click_name("Home Office")
    card = reader.panel.inner_text()
    assert card.replace("\n\n", "\n").startswith("Close\nHome Office\norganisation\nAlso: UK Home Office")
    for heading in (
        "Offices",
        "Facts",
        "Linked with",
        "Letters",
        "Background, from the vocabulary and not from a letter",
    ):
        assert heading in card


def test_a_fact_has_its_sentence_letter_sender_date_and_rule(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    fact = reader.panel.locator(".fact").first.inner_text()
    assert "Conflict, Stability and Security Fund funds Justice and Care Romania pilot" in fact
    assert (
        "“In addition, the Justice and Care Romania pilot that was referenced in your letter is being funded by" in fact
    )
    assert "Matthew Rycroft → Sara Thornton, 15 February 2022. " in fact
    assert "002_48fd7d257eba11ca.txt, line 120" in fact
    assert "Found by the rule: template (right in " in fact


def test_a_fact_has_its_condition(open_page: Open) -> None:
    reader = open_page()
    reader.search("UK Government")
    assert "Condition: “in its current form”" in reader.panel.inner_text()


def test_what_is_denied_stands_on_the_card_and_is_no_line(open_page: Open) -> None:
    reader = open_page()
    reader.search("ERRIN")
    denied = reader.panel.locator(".fact.denied")
    assert denied.count() == 2
    assert "operates in European Union (denied)" in denied.first.inner_text()
    assert "Linked with" not in reader.panel.inner_text()


def test_a_click_on_a_line_opens_its_facts(open_page: Open) -> None:
    reader = open_page()
    (x1, y1), (x2, y2) = reader.place("Choices Service"), reader.place("Refugee Action")
    reader.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    assert reader.panel.locator("h2").inner_text() == "Refugee Action runs Choices Service"
    assert reader.panel.locator("blockquote").count() >= 1


def test_the_letter_opens_with_all_mentions_marked_and_the_passage_in_view(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.panel.locator(".fact button[data-letter]").first.click()
    passage = reader.panel.locator(".passage")
    assert passage.inner_text().startswith("In addition, the Justice and Care Romania pilot")
    panel, box = reader.panel.bounding_box(), passage.bounding_box()
    assert panel
    assert box
    assert panel["y"] <= box["y"] <= box["y"] + box["height"] <= panel["y"] + panel["height"]
    assert reader.panel.locator(".mention").count() > 20
    text = reader.panel.locator(".letter-text").inner_text()
    assert text.startswith("Home Office\n\nMatthew Rycroft")


def test_a_mention_in_the_letter_opens_the_card_of_what_it_names(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.panel.locator(".fact button[data-letter]").first.click()
    reader.panel.locator(".passage .mention", has_text="CSSF").click()
    assert reader.panel.locator("h2").inner_text() == FUND


def test_expanding_brings_the_neighbours_and_collapsing_takes_them_away(open_page: Open) -> None:
    reader = open_page("#shown=vocabulary/conflict-stability-and-security-fund")
    assert reader.shown() == (1, 0)
    reader.search("CSSF")
    reader.page.click("text=Expand")
    assert reader.shown() == (3, 2)
    reader.page.click("text=Collapse")
    assert reader.shown() == (1, 0)


def test_a_double_click_expands(open_page: Open) -> None:
    reader = open_page("#shown=vocabulary/conflict-stability-and-security-fund")
    reader.page.mouse.dblclick(*reader.place(FUND))
    reader.wait_for_status("3 names and 2 relations")


def test_only_this_shows_a_name_with_its_neighbours_and_show_all_brings_back_the_rest(open_page: Open) -> None:
    reader = open_page()
    before = reader.shown()
    reader.search("CSSF")
    reader.page.click("text=Only this")
    assert reader.shown() == (3, 2)
    reader.page.click("#show-all")
    assert reader.shown() == before


def test_a_hidden_name_is_gone_until_all_is_shown(open_page: Open) -> None:
    reader = open_page()
    before = reader.shown()
    reader.search("CSSF")
    reader.page.click("text=Hide")
    assert reader.shown()[0] < before[0]
    reader.page.click("#show-all")
    assert reader.shown() == before


@pytest.mark.parametrize(
    "switch",
    ["input[value=scheme]", "input[value=runs]", "#background"],
)
def test_a_type_a_relation_and_the_background_can_be_switched_off_and_on(open_page: Open, switch: str) -> None:
    reader = open_page()
    before = reader.shown()
    reader.page.uncheck(switch)
    assert reader.shown()[1] < before[1]
    reader.page.check(switch)
    assert reader.shown() == before


def test_everything_that_a_letter_names_can_be_shown(open_page: Open) -> None:
    reader = open_page()
    reader.page.check("input[value=names]")
    assert "not shown" not in reader.status


def test_one_letter_alone_leaves_its_own_facts(open_page: Open) -> None:
    reader = open_page()
    reader.page.uncheck("#background")
    reader.page.select_option("#only", label="7 January 2021: Victoria Atkins → Maya Esslemont")
    reader.search("After Exploitation")
    assert 0 < reader.shown()[1] < 10


def test_dates_leave_the_facts_of_their_letters(open_page: Open) -> None:
    reader = open_page()
    reader.page.uncheck("#background")
    before = reader.shown()
    reader.page.fill("#since", "2022-01-01")
    reader.page.fill("#until", "2022-12-31")
    assert 0 < reader.shown()[1] < before[1]
    reader.page.fill("#since", "1999-01-01")
    reader.page.fill("#until", "1999-12-31")
    assert reader.shown() == (0, 0)


def test_confidence_leaves_the_facts_of_better_rules(open_page: Open) -> None:
    reader = open_page()
    before = reader.shown()
    reader.page.select_option("#confidence", "0.95")
    assert reader.shown()[1] < before[1]


def test_the_path_between_two_names_is_drawn_and_told_step_by_step(open_page: Open) -> None:
    reader = open_page()
    reader.search("Matthew Rycroft")
    reader.page.click("text=Path from here")
    reader.page.keyboard.type("Priti Patel")
    reader.page.locator("#path-to [role=option]").first.click()
    assert reader.panel.locator("h2").inner_text() == "Path from Matthew Rycroft to Priti Patel"
    assert reader.panel.locator(".kind").inner_text() == "3 steps"
    assert "answers letter of 9 June 2021 after 251 days" in reader.panel.inner_text()
    reader.page.click("text=Close the path")
    assert reader.panel.inner_text() == ""


def test_the_page_says_when_there_is_no_path(open_page: Open) -> None:
    reader = open_page("#path=vocabulary/conflict-stability-and-security-fund,vocabulary/home-office&background=no")
    assert "No path over the relations that are switched on." in reader.panel.inner_text()


def test_the_timeline_has_the_letters_their_replies_and_the_days_between(open_page: Open) -> None:
    reader = open_page()
    reader.page.click("[data-view=letters]")
    words = reader.page.locator("#letters").inner_text()
    assert "7 January 2021" in words
    assert "153 days later" in words
    assert "Answered by the letter of 15 February 2022 after 251 days (suggested)" in words
    assert "email of 18 October to the Prime Minister" in words
    assert reader.page.locator("#letters .arc").count() == 1
    reader.page.click("#letters .timeline button >> nth=0")
    assert reader.panel.locator("h2").inner_text() == "Victoria Atkins → Maya Esslemont"


def test_answers_are_tables_that_can_be_sorted(open_page: Open) -> None:
    reader = open_page()
    reader.page.click("[data-view=questions]")
    reader.page.click("[data-question=correspondence]")
    dates = reader.page.locator("tbody tr:not(.quotes) td:first-child")
    before = dates.all_inner_texts()
    assert len(before) >= 3
    reader.page.click("th button >> nth=0")
    assert dates.all_inner_texts() == sorted(before)
    reader.page.click("th button >> nth=0")
    assert reader.page.locator("th").first.get_attribute("aria-sort") == "descending"
    assert dates.first.inner_text() == max(before)


def test_an_answer_has_its_seasons_in_words(open_page: Open) -> None:
    reader = open_page("#view=questions&question=commitments")
    due = reader.page.locator("tbody tr:not(.quotes) td:nth-child(6)")
    assert due.all_inner_texts() == ["spring 2022", "–"]


def test_a_row_of_an_answer_opens_its_quotes_and_they_the_letter(open_page: Open) -> None:
    reader = open_page("#view=questions&question=response-times")
    reader.page.locator("tbody tr td button").first.click()
    assert "Thank you for your letter of 9 June 2021" in reader.page.locator("tr.quotes").first.inner_text()
    reader.page.locator("tr.quotes button[data-letter]").first.click()
    assert reader.panel.locator(".passage").count() == 1


def test_of_a_long_answer_the_page_shows_the_first_rows_and_tells_where_all_are(
    open_page: Open, store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_reader, "MOST_ROWS", 2)
    with open_loaded(store_path) as store:
        page, _ = build_page(store)
    path = tmp_path / "few.html"
    path.write_text(page, "utf-8", newline="\n")
    reader = open_page("#view=questions&question=correspondence", address=path.as_uri())
    assert reader.page.locator("tbody tr:not(.quotes)").count() == 2
    assert (
        reader.page.locator("text=The first 2 rows; all of them with `policygraph query correspondence`").count() == 1
    )


def test_an_answer_can_be_taken_along_as_csv(open_page: Open) -> None:
    reader = open_page("#view=questions&question=correspondence")
    with reader.page.expect_download() as download:
        reader.page.click("text=Download as CSV")
    assert download.value.suggested_filename == "correspondence.csv"
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0][0] == "date"
    assert rows[0][-1] == "quotes"
    assert len(rows) == 1 + reader.page.locator("tbody tr:not(.quotes)").count()


def test_the_address_brings_the_view_back(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.page.click("text=Only this")
    reader.page.uncheck("input[value=country]")
    reader.panel.locator(".fact button[data-letter]").first.click()
    reader.page.click("#fit")
    mark = reader.page.evaluate("location.hash")
    again = open_page(mark)
    assert again.shown() == reader.shown() == (2, 1)
    assert not again.page.is_checked("input[value=country]")
    assert again.panel.locator(".passage").inner_text() == reader.panel.locator(".passage").inner_text()


def test_the_back_button_goes_back_to_what_was_open(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.panel.locator("[data-node]", has_text="Justice and Care Romania pilot").first.click()
    assert reader.panel.locator("h2").inner_text() == "Justice and Care Romania pilot"
    reader.page.go_back()
    reader.wait_for_title(FUND)


def test_the_canvas_can_be_saved_as_a_picture(open_page: Open) -> None:
    reader = open_page()
    with reader.page.expect_download() as download:
        reader.page.click("#picture")
    assert download.value.suggested_filename == "graph.png"
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_the_legend_explains_each_symbol_and_line(open_page: Open) -> None:
    reader = open_page()
    legend = reader.page.locator("#filters").inner_text()
    for words in ("people", "offices", "laws", "letters", "funds", "was written by", "only in the vocabulary"):
        assert words in legend
    outlines = reader.page.locator("#filters .symbol path").evaluate_all(
        "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert len(outlines) == len(set(outlines)) == 10


def test_background_facts_are_dotted_and_say_that_no_letter_says_so(open_page: Open) -> None:
    reader = open_page()
    reader.search("CSSF")
    reader.panel.locator("li", has_text="belongs to").locator("button", has_text="1 fact").click()
    assert "Background: only the vocabulary says so, no letter." in reader.panel.inner_text()
    assert reader.page.locator("#background ~ svg path").first.get_attribute("stroke-dasharray") == "2 3"


def test_an_ask_is_a_line_that_opens_its_words_and_what_became_of_it(open_page: Open) -> None:
    reader = open_page()
    reader.search("IASC")
    reader.page.click("text=Only this")
    (x1, y1), (x2, y2) = reader.place(COMMISSIONER), reader.place("Home Secretary")
    reader.page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    reader.wait_for_title(f"{COMMISSIONER} asks Home Secretary")
    words = reader.panel.inner_text()
    assert "“I would urge you to explore options for better and more tailored return" in words
    assert "What became of it, suggested: not decided: read both:" in words
    assert "“Throughout the National Referral Mechanism process" in words
    reader.panel.locator(".fact", has_text="not decided").locator("button[data-letter]").last.click()
    assert reader.panel.locator("h2").inner_text() == "Matthew Rycroft → Sara Thornton"


def test_a_promise_and_a_stance_are_lines_with_their_words(open_page: Open) -> None:
    reader = open_page()
    reader.search("Matthew Rycroft")
    promise = reader.panel.locator(".fact", has_text="Matthew Rycroft promises something to Sara Thornton").first
    assert "Found by the rule: promise" in promise.inner_text()
    assert promise.locator("blockquote").count() >= 1
    assert "promises something to Sara Thornton (2 facts)" in reader.panel.inner_text()
    reader.search("Modern Slavery (Victim", choose="Modern Slavery (Victim Support) Bill")
    assert "UK Government opposes this (1 fact)" in reader.panel.inner_text()  # one sentence, one fact


def test_asks_are_on_the_card_of_whom_they_concern(open_page: Open) -> None:
    reader = open_page()
    reader.search("Home Office", choose="Home Office")
    section = reader.panel.locator("h3", has_text="Asks, promises and positions").locator("+ ul")
    assert section.locator(".fact", has_text=f"{COMMISSIONER} asks Home Secretary").count() == 5


@pytest.mark.parametrize("relation", ["asks", "promisesTo", "opposes"])
def test_asks_promises_and_stances_can_be_switched_off_and_have_lines_of_their_own(
    open_page: Open, relation: str
) -> None:
    reader = open_page()
    before = reader.shown()
    plain, own = (
        reader.page.locator(f"label:has(input[value={one}]) path").nth(1).get_attribute("d")
        for one in ("runs", relation)
    )
    assert plain != own
    reader.page.uncheck(f"input[value={relation}]")
    assert reader.shown()[1] < before[1]
    reader.page.check(f"input[value={relation}]")
    assert reader.shown() == before
