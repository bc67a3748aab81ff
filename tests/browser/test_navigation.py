"""The ways through the site: lists of lessons, the menu by keyboard, terms in place, and what follows a quiz."""

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.calculator import held
from tests.browser.waits import wait_for_animations, wait_for_timers, wait_until

LESSON = "metrics/accuracy/"
GLOSSARY = "**/reference/glossary/"
WITH_CALCULATOR = ["metrics/accuracy/", "building/bias-and-variance/"]  # the others are alike: content/test_content.py
NARROW = [320, 640]
# The element with the focus: its role or tag, its name, and whether a reader sees it whole.
FOCUSED = """() => {
  const it = document.activeElement, box = it.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return { text: (it.ariaLabel ?? (it.title || it.textContent)).trim().replace(/\\s+/g, " "),
    inMenu: Boolean(it.closest(".md-sidebar--primary")), inArticle: Boolean(it.closest("article")),
    seen: Boolean(at) && (it.contains(at) || at.contains(it)) };
}"""


def open_at(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)


def press(page: Page, key: str) -> dict:
    page.keyboard.press(key)
    if not page.evaluate(FOCUSED)["seen"]:
        wait_for_animations(page)  # the search or the menu moves out of the way
    return page.evaluate(FOCUSED)


def reach(page: Page, name: str) -> None:
    """Presses Tab until the element with this name has the focus."""
    for _ in range(40):
        if press(page, "Tab")["text"] == name:
            return
    pytest.fail(f"{name} is not within 40 stops")


@pytest.mark.parametrize("address", WITH_CALCULATOR)
def test_a_lesson_with_a_calculator_shows_the_list_of_lessons_beside_it(page, address):
    open_at(page, address, 1440)
    lessons = page.locator(".md-sidebar--primary .md-nav__item--active .md-nav__link:visible")
    assert lessons.count() > 7
    box = page.locator(".calculator-box").first.bounding_box()
    side = page.locator(".md-sidebar--primary").bounding_box()
    assert side["x"] + side["width"] <= box["x"]
    assert box["width"] > 900  # two columns


@pytest.mark.parametrize("topic", ["data", "metrics"])  # of six: content/test_content.py
def test_the_tab_of_a_topic_opens_an_overview_of_its_lessons(page, topic):
    open_at(page, "", 1440)
    page.locator(".md-tabs").get_by_role("link", name=topic.capitalize(), exact=True).click()
    expect(page).to_have_url(re.compile(rf"/{topic}/$"))
    lessons = page.locator("article .lesson-list > li")
    expect(lessons.last).to_be_visible()
    in_menu = page.locator(".md-sidebar--primary .md-nav__item--active .md-nav__item .md-nav__link:visible")
    assert lessons.locator("h2").all_inner_texts() == in_menu.all_inner_texts()
    for facts in lessons.locator(".lesson-facts").all_inner_texts():
        assert re.search(r"Reading \d+ min\s*Quiz \d+ min, \d+ questions", facts)
    questions = re.findall(r"(\d+) questions", lessons.first.inner_text())
    lessons.first.get_by_role("link").first.click()
    shown = page.locator(".strip")
    expect(shown).to_contain_text(f"of {questions[0]}")
    expect(shown).to_contain_text(re.compile(r"Reading \d+ min"))
    expect(shown).to_contain_text(re.compile(r"Quiz \d+ min"))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", NARROW)
def test_the_closed_menu_is_out_of_the_tab_order(open_context, width, scripts):
    page = open_context(java_script_enabled=scripts).new_page()
    open_at(page, LESSON, width)
    assert page.locator(".md-sidebar--primary a").count() > 5
    expect(page.locator(".md-sidebar--primary a:visible")).to_have_count(0)
    if scripts:
        stops = [press(page, "Tab") for _ in range(12)]
        assert not any(stop["inMenu"] for stop in stops)
        assert any(stop["inArticle"] for stop in stops)


@pytest.mark.parametrize(("key", "width"), list(zip(["Enter", "Space"], NARROW, strict=True)))
def test_the_menu_opens_by_key_and_escape_gives_the_focus_back(page, key, width):
    open_at(page, LESSON, width)
    reach(page, "Menu")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    assert press(page, key) | {"seen": True} == {"text": "Close menu", "inMenu": True, "inArticle": False, "seen": True}
    expect(page.locator(".md-header__button[for=__drawer]")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary a:visible")).to_have_count(0)


@pytest.mark.parametrize("width", NARROW)
def test_by_keyboard_a_reader_goes_from_one_topic_to_a_lesson_of_another(page, width):
    open_at(page, LESSON, width)
    reach(page, "Menu")
    page.keyboard.press("Enter")
    wait_for_animations(page)  # the menu moves in
    reach(page, "Back from Metrics")
    assert press(page, "Enter")["text"] == "Pages of Metrics"
    wait_for_animations(page)
    stops = []
    while not stops or stops[-1]["text"] != "Pages of Operations":
        stops.append(press(page, "Tab"))
        assert stops[-1]["inMenu"] and stops[-1]["seen"], stops[-1]
        assert len(stops) < 20, stops
    assert press(page, "Enter")["text"] == "Back from Operations"
    wait_for_animations(page)
    assert press(page, "Tab") == {"text": "MLOps", "inMenu": True, "inArticle": False, "seen": True}
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/operations/mlops/$"))


@pytest.mark.parametrize(("address", "key"), [("", ""), (LESSON, "Enter")])
def test_beside_the_current_page_the_menu_opens_its_contents_and_leads_back(page, address, key):
    open_at(page, address, 390)
    page.locator(".md-header__button[for=__drawer]").click()
    button = page.locator(".md-nav__link[for=__toc]")
    title = page.title().removesuffix(" - Model Answers")
    contents = page.get_by_role("navigation", name="Table of contents").locator("a:visible")
    back = page.get_by_role("button", name="Back from Table of contents")
    for is_first in (True, False):
        if is_first:
            button.press(key) if key else button.click()
        else:  # closed and opened again, the menu shows the same list
            page.locator(".menu-close").click()
            page.locator(".md-header__button[for=__drawer]").click()
        expect(contents.first).to_be_in_viewport(ratio=1)
        expect(back).to_be_in_viewport(ratio=1)
    assert page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").evaluate("it => it.scrollLeft") == 0
    back.press(key) if key else back.click()
    expect(button).to_be_in_viewport(ratio=1)
    expect(button).to_be_focused()
    assert button.inner_text() in (title, "Home")
    button.press("Enter")
    page.keyboard.press("Tab")  # while the list moves in
    expect(contents.first).to_be_focused()
    expect(contents.first).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    expect(page.locator(".md-sidebar--primary a:visible")).to_have_count(0)


def test_the_contents_in_the_menu_lead_to_subheadings_too(page):
    open_at(page, "lifecycle/stages/", 390)
    page.locator(".md-header__button[for=__drawer]").click()
    page.locator(".md-nav__link[for=__toc]").click()
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Data processing").click()
    expect(page).to_have_url(re.compile(r"#data-processing$"))
    expect(page.get_by_role("heading", name="Data processing")).to_be_in_viewport()


def test_characters_beside_a_field_neither_leave_the_page_nor_open_the_search(page):
    page.goto(LESSON)
    page.locator(".md-header button").first.wait_for(state="attached")  # the scripts have started
    navigations: list[str] = []
    page.on("request", lambda request: request.is_navigation_request() and navigations.append(request.url))
    page.locator("body").press_sequentially("0.5 n p , f s /")
    page.evaluate("fetch('')")  # a key of the theme asks for its page at once
    assert navigations == []
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    expect(page.locator("#__search")).not_to_be_checked()


def test_characters_are_written_in_fields_and_in_the_search(page):
    page.goto(LESSON)
    field = page.locator("live-calculator input[name=tp]")
    field.scroll_into_view_if_needed()
    field.fill("")
    field.press_sequentially("0.5,n")
    expect(field).to_have_value("0.5,n")
    search = page.get_by_role("textbox", name="Search")
    search.click()
    search.press_sequentially("precision, n/p.s")
    expect(search).to_have_value("precision, n/p.s")
    search.fill("f")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.locator(".md-search-result__link").first.focus()
    page.keyboard.press("n")  # the theme goes on in the field
    expect(search).to_have_value("fn")


def test_the_menu_closes_when_the_window_becomes_wide(page):
    open_at(page, LESSON, 390)
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".menu-close")).to_be_focused()
    expect(page.locator(".md-content")).to_have_attribute("inert", "")
    page.set_viewport_size({"width": 1440, "height": 800})
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(page.locator("[data-md-component=skip][inert], .md-header[inert], .md-content[inert]")).to_have_count(0)
    page.locator(".md-content").get_by_role("link", name="positive class").click()
    expect(page.get_by_role("dialog", name="positive class")).to_be_focused()


def test_with_the_menu_open_nothing_below_it_can_be_reached(page):
    open_at(page, LESSON, 320)
    page.locator(".md-header__button[for=__drawer]").click()
    expect(page.locator(".menu-close")).to_be_focused()
    stops = [press(page, "Tab") for _ in range(40)]
    assert not any(stop["inArticle"] for stop in stops)
    page.locator(".menu-close").click()
    wait_for_animations(page)  # the menu moves out
    assert any(press(page, "Tab")["inArticle"] for _ in range(12))


def test_at_1280_the_tabs_and_the_list_are_reached_and_no_button_of_the_drawer_is(page):
    open_at(page, LESSON, 1280)
    names = []
    while not names or names[-1] != "Check":
        stop = press(page, "Tab")
        assert stop["seen"] or stop["text"] == "Skip to content", stop
        names.append(stop["text"])
        assert len(names) < 60, names
    assert "Operations" in names and "Precision and recall" in names
    assert not [name for name in names if name.startswith(("Menu", "Close menu", "Back from", "Pages of"))]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_theme_button_says_what_it_does_shows_the_focus_and_keeps_it(page, width):
    open_at(page, LESSON, width)
    reach(page, "Switch to dark")
    button = page.locator("[data-md-component=palette] button:visible")
    assert button.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"
    for key, scheme, name in [("Space", "slate", "Switch to light"), ("Enter", "default", "Switch to dark")]:
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        expect(page.get_by_role("button", name=name)).to_be_focused()
        expect(button).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1280])
def test_a_term_opens_its_definition_in_place_and_escape_closes_it(page, axe, width):
    open_at(page, LESSON, width)
    link = page.locator("article").get_by_role("link", name="positive class")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    link.focus()
    page.keyboard.press("Enter")
    definition = page.get_by_role("dialog", name="positive class")
    expect(definition).to_be_focused()
    expect(definition).to_be_in_viewport(ratio=1)
    expect(definition).to_contain_text("The positive class is the class of interest")
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    assert axe(page, ".term-popover") == []
    taught = definition.get_by_role("link", name="Confusion matrix")
    assert re.search(r"/model-answers/metrics/confusion-matrix/#", taught.evaluate("link => link.href"))
    page.keyboard.press("Escape")
    expect(definition).to_have_count(0)
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close", exact=True).click()
    expect(link).to_be_focused()
    assert len([url for url in asked if "reference/glossary" in url]) == 1
    link.click()
    page.get_by_role("link", name="Open in the glossary").click()
    expect(page).to_have_url(re.compile(r"/reference/glossary/#positive-class$"))


def test_the_tab_key_goes_on_from_a_term_behind_its_definition(page):
    page.goto(LESSON)
    link = page.locator("article").get_by_role("link", name="positive class")
    link.focus()
    page.keyboard.press("Tab")
    following = page.evaluate_handle("document.activeElement")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="positive class")).to_be_focused()
    page.get_by_role("button", name="Close", exact=True).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("dialog", name="positive class")).to_have_count(0)
    assert page.evaluate("following => document.activeElement === following", following)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="positive class")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("dialog", name="positive class")).to_have_count(0)
    expect(link).to_be_focused()


GLOSSARY_FAILS = [
    "Failed to load resource",
    "reference/glossary/ net::ERR_FAILED",
    "reference/glossary/ NS_ERROR_ABORT",
]


def test_a_term_leads_to_the_glossary_where_its_definition_does_not_arrive(page, watched):
    watched.allowed += GLOSSARY_FAILS
    page.goto(LESSON)
    page.route(
        GLOSSARY,
        lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_(),
    )
    page.locator("article").get_by_role("link", name="positive class").click()
    expect(page).to_have_url(re.compile(r"/reference/glossary/#positive-class$"))


def is_of_glossary(request: Request) -> bool:
    return request.url.endswith("/reference/glossary/")


@pytest.mark.parametrize("end", ["abort", "continue_"])
def test_a_definition_that_comes_late_leaves_a_reader_alone_who_has_gone_on(page, watched, end):
    watched.allowed += GLOSSARY_FAILS
    page.goto(LESSON)
    waiting = held(page, GLOSSARY)
    link = page.locator("article").get_by_role("link", name="positive class")
    field = page.locator("live-calculator [data-default]:visible").first
    link.evaluate("(link, field) => { link.click(); field.focus() }", field.element_handle())
    wait_until(page, lambda: waiting)
    with page.expect_event("requestfailed" if end == "abort" else "requestfinished", is_of_glossary):
        getattr(waiting[0], end)()
    wait_for_timers(page, 100)
    expect(field).to_be_focused()
    assert page.url.endswith(LESSON)
    page.unroute(GLOSSARY)
    link.click()
    expect(page.get_by_role("dialog", name="positive class")).to_be_focused()


def test_a_term_that_is_clicked_with_control_opens_in_another_tab(page):
    open_at(page, LESSON, 1280)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    with page.context.expect_page() as another:
        page.locator("article").get_by_role("link", name="positive class").click(modifiers=["ControlOrMeta"])
    expect(another.value).to_have_url(re.compile(r"/reference/glossary/#positive-class$"))
    expect(page).to_have_url(re.compile(f"{LESSON}$"))
    expect(page.get_by_role("dialog", name="positive class")).to_have_count(0)
    assert not [url for url in asked if "term-popover" in url or "glossary" in url]


def test_a_term_leads_to_the_glossary_without_scripts(open_context):
    page = open_context(java_script_enabled=False).new_page()
    open_at(page, LESSON, 1280)
    page.locator("article").get_by_role("link", name="positive class").click()
    assert page.url.endswith("/reference/glossary/#positive-class")


@pytest.mark.parametrize(
    ("address", "text"),
    [(LESSON, "Next lesson: Precision and recall"), ("metrics/choosing/", "Next topic: Building and training models")],
)
def test_between_quiz_and_sources_a_lesson_leads_to_the_next_one(page, address, text):
    page.goto(address)
    parts = page.locator("article").locator(".quiz-end, .next-lesson, #sources")
    assert [part.get_attribute("class") or part.get_attribute("id") for part in parts.all()] == [
        "quiz-end",
        "next-lesson",
        "sources",
    ]
    page.get_by_role("link", name=text).click()
    expect(page.locator("h1")).to_contain_text(text.split(": ")[1])


def test_a_wide_table_shows_that_it_goes_on(page):
    """The shadow is at its right edge, and is covered once the table has been scrolled to its end."""
    open_at(page, "reference/coverage/", 390)
    box = page.locator(".md-typeset__scrollwrap").first
    assert box.evaluate("it => it.scrollWidth > it.clientWidth")
    assert box.evaluate("it => getComputedStyle(it).backgroundAttachment") == "local, local, scroll, scroll"


def test_home_leads_to_what_is_not_covered_in_one_click(page):
    page.goto("")
    page.get_by_role("link", name="Prepare for an exam", exact=True).click()
    expect(page.locator("article")).to_contain_text("66% of the exam")


@pytest.mark.parametrize("address", WITH_CALCULATOR)
def test_below_the_title_of_a_lesson_links_lead_to_its_quiz_and_to_its_calculator(page, address):
    open_at(page, address, 390)
    strip = page.locator(".strip")
    strip.get_by_role("link", name=re.compile("^Quiz")).click()
    expect(page.get_by_role("heading", name="Check yourself")).to_be_in_viewport()
    page.keyboard.press("Home")
    page.wait_for_function("() => scrollY === 0")
    strip.get_by_role("link", name="Calculator").click()
    expect(page.locator("live-calculator .calculator-title")).to_be_in_viewport(ratio=1)


def test_home_lists_the_calculators_and_each_link_opens_one(page):
    page.goto("")
    page.locator(".holdings").get_by_role("link", name="5 calculators").click()
    expect(page.get_by_role("heading", name="Calculators")).to_be_in_viewport()
    links = page.locator("#calculators + ul a")
    assert links.count() == 5
    for address in links.evaluate_all("links => links.map(link => link.href)"):
        page.goto(address)
        expect(page.locator("live-calculator .calculator-title")).to_be_in_viewport(ratio=1)


def test_the_question_of_home_links_to_the_lesson_that_it_is_from(page):
    page.goto("")
    page.locator(".item-head").get_by_role("link", name="Precision and recall").click()
    expect(page.locator("h1")).to_contain_text("Precision and recall")
