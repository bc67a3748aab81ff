"""The search: found by mouse, by key and by an address; its index is fetched once the reader turns to it.

What learners type finds the lesson that teaches it among the first three results.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.search_queries import not_found, queries
from tests.browser.waits import wait_for_paint, wait_for_timers

INDEX = re.compile(r"search_index\.json")
RESULT = ".md-search-result__item"
FIRST = 3  # results that a reader looks at
MAY_BE_MISSED = 0.05  # share of the queries
OUTSIDE = ["prompt engineering", "kms encryption", "vpc subnets", "rag", "model cards"]  # of exams, and not taught
FIRST_RESULTS = {
    "how to stop overfitting": "building/under-and-overfitting/",
    "recall": "metrics/precision-and-recall/",
    "what is data leakage": "data/splits-and-leakage/",
    "export answers": "your-answers/",
    "calculators": "",  # home, which lists them
}
# The theme's own worker, asked as the theme asks it: a message with the index, then one for each query.
ANSWER = """async queries => {
  const { base, search } = JSON.parse(document.querySelector("#__config").textContent);
  const index = await (await fetch(new URL("search/search_index.json", new URL(base + "/", location.href)))).json();
  const program = `importScripts(${JSON.stringify(new URL(search, location.href).href)})`;
  const worker = new Worker(URL.createObjectURL(new Blob([program], { type: "text/javascript" })));
  const ask = message => new Promise((resolve, reject) => {
    worker.onmessage = event => resolve(event.data.data);
    worker.onerror = reject;
    worker.postMessage(message);
  });
  await ask({ type: 0, data: { ...index, options: { suggest: true } } });
  const found = [];
  for (const data of queries) {
    const { items } = await ask({ type: 2, data });
    found.push(items.map(group => group[0].location.split("#")[0]));
  }
  worker.terminate();
  return found;
}"""


def test_a_page_that_is_only_read_never_fetches_the_index(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("metrics/confusion-matrix/", wait_until="networkidle")
    assert asked and not [url for url in asked if INDEX.search(url)]


def test_the_first_touch_of_the_field_fetches_it_and_words_are_found(page):
    page.goto("")
    with page.expect_request(INDEX):
        page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("precision")
    expect(page.locator(RESULT).first).to_be_visible()


def test_by_key_alone_the_first_hit_is_reached(page):
    page.goto("")
    field = page.get_by_role("textbox", name="Search")
    for _ in range(10):
        page.keyboard.press("Tab")
        if field.evaluate("it => it === document.activeElement"):
            break
    page.keyboard.type("recall")
    expect(page.locator(RESULT).first).to_contain_text("Precision and recall")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"recall"))


def test_the_number_of_results_is_announced(page):
    page.goto("")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("recall")
    expect(page.get_by_role("status").filter(has_text="matching documents")).to_be_visible()


def test_tab_moves_through_the_results_and_back(page):
    page.goto("")
    field = page.get_by_role("textbox", name="Search")
    field.fill("recall")
    field.press("End")
    first = page.locator(f"{RESULT} a").first
    expect(first).to_be_visible()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(f"{RESULT} summary").first).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#__search")).not_to_be_checked()


def test_tab_reaches_the_similar_pages_of_a_search_without_results(page):
    page.goto("")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("overfiting")
    link = page.locator(".search-note").get_by_role("link").first
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()


def test_of_many_similar_pages_five_are_suggested(page):
    page.goto("")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("predicton")
    suggested = page.locator(".search-note").get_by_role("link")
    expect(suggested.last).to_have_text("Topics that are not taught here")
    assert len(set(suggested.all_inner_texts()[:-1])) == 5


def test_escape_returns_to_the_field_and_typing_opens_the_search_again(page):
    page.goto("")
    field, opened = page.get_by_role("textbox", name="Search"), page.locator("#__search")
    field.click()
    field.fill("recal")
    field.press("End")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("Tab")
    wait_for_timers(page, 100)  # the theme notices a moment later where the focus is
    page.keyboard.press("Escape")
    wait_for_timers(page, 100)
    expect(opened).not_to_be_checked()
    expect(field).to_be_focused()
    page.keyboard.type("l")
    expect(opened).to_be_checked()
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(opened).not_to_be_checked()
    expect(field).to_be_focused()
    field.click()
    expect(opened).to_be_checked()


def test_in_a_narrow_window_a_button_opens_the_search_and_has_the_focus_after_it(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("metrics/thresholds/")
    button, field = page.get_by_role("button", name="Search"), page.locator(".md-search__input")
    for _ in range(6):
        page.keyboard.press("Tab")
        if button.evaluate("it => it === document.activeElement"):
            break
    expect(page.locator("#__search")).not_to_be_checked()
    for key in ["Tab", "Escape"]:
        page.keyboard.press("Enter")
        expect(field).to_be_focused()
        page.keyboard.press(key)
        expect(page.locator("#__search")).not_to_be_checked()
        expect(button).to_be_focused()
    page.keyboard.press("Tab")
    wait_for_timers(page, 600)  # the theme returns to where the page was once its search has closed
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 640


def test_an_address_that_asks_finds(page):
    page.goto("?q=recall")
    expect(page.locator(RESULT).first).to_be_visible()


def test_the_worker_asked_directly_answers_as_the_field_does(page):
    """The tests below ask the worker, which is quicker than typing two hundred queries."""
    page.goto("")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("recall")
    expect(page.locator(RESULT).first).to_be_visible()
    shown = page.locator(RESULT).evaluate_all(
        "results => results.map(one => new URL(one.querySelector('a').href).pathname)"
    )
    [found] = page.evaluate(ANSWER, ["recall"])
    home = urlsplit(page.url).path
    assert shown[:FIRST] == [home + one for one in found[:FIRST]]


@pytest.fixture(scope="module")
def found(launch, server):
    """The pages that the search finds for each query of this file and of search_queries.yml, best first."""
    browsed = launch().new_context(base_url=server.url, service_workers="block").new_page()
    browsed.goto("")
    asked = [*(query.text for query in queries()), *OUTSIDE, *FIRST_RESULTS, "quiz"]
    results = dict(zip(asked, browsed.evaluate(ANSWER, asked), strict=True))
    browsed.context.close()
    return results


@pytest.fixture(scope="module")
def missed(found):
    """Queries whose lesson is not among the first three results, with what is shown instead."""
    return {
        query.text: f"{query.lesson} is not among {', '.join(found[query.text][:FIRST]) or 'no results'}"
        for query in queries()
        if query.address not in found[query.text][:FIRST]
    }


def test_what_learners_type_finds_its_lesson(missed):
    report = [f"{text}: {told}" for text, told in missed.items() if text not in not_found()]
    if report:
        pytest.fail("\n".join([f"{len(missed)} of {len(queries())} queries miss their lesson:", *report]))


def test_few_queries_are_named_as_not_found(missed):
    assert set(not_found()) <= set(missed), "these find their lesson now: take them out of not_found"
    assert len(not_found()) <= MAY_BE_MISSED * len(queries())


def test_there_are_many_queries_and_none_twice():
    texts = [query.text.casefold() for query in queries()]
    assert len(texts) >= 150 and len(set(texts)) == len(texts)


def test_words_that_no_page_has_lead_to_similar_ones_and_to_what_is_not_taught(page):
    page.goto("")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("overfiting")
    note = page.locator(".search-note")
    expect(note).to_contain_text("similar words")
    expect(note.get_by_role("link").first).to_have_text("Underfitting and overfitting")
    field.fill("recall")
    field.press("End")
    expect(page.locator(RESULT).first).to_be_visible()
    expect(note).to_be_empty()
    field.fill("qqqqzzzz")
    field.press("End")
    expect(note).to_contain_text("Check the spelling")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/reference/not-taught/$"))


def test_an_exam_topic_outside_of_the_course_finds_what_is_not_taught(found):
    assert [query for query in OUTSIDE if "reference/not-taught/" not in found[query]] == []


def test_a_search_for_quiz_finds_lessons_before_pages_for_contributors(found):
    assert found["quiz"]
    assert not found["quiz"][0].startswith("contributing/")


def test_the_page_named_after_the_topic_is_the_first_result(found):
    first = {query: found[query][:1] for query in FIRST_RESULTS}
    assert first == {query: [address] for query, address in FIRST_RESULTS.items()}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_result_in_the_same_page_is_scrolled_to(page, watched, width):
    """Even if the module of the search has not arrived yet, or does not."""
    watched.allowed += ["search-", "Failed to load resource"]
    page.route("**/chunks/search-*.js", lambda route: route.abort())
    page.set_viewport_size({"width": width, "height": 844})
    page.goto("metrics/thresholds/")
    if width < 960:
        page.locator(".md-header__button[for=__search]").first.click()
    page.get_by_role("textbox", name="Search").press_sequentially("try it threshold")
    expect(page.locator("body[data-md-scrolllock]")).to_have_count(int(width < 960))  # a moment after it has opened
    page.locator(f"{RESULT} a[href$='#rarer-positives']").first.evaluate("link => link.click()")
    expect(page.locator("#rarer-positives")).to_be_in_viewport()
    wait_for_timers(page, 600)  # the theme returns to where the page was once its search has closed
    expect(page.locator("body[data-md-scrolllock]")).to_have_count(0)
    wait_for_paint(page)
    expect(page.locator("#rarer-positives")).to_be_in_viewport()
