"""Items on the built site, as a reader meets them: by keyboard, by clicks, after a reload, without scripts.

Which items stand where may change: each kind is found by its data, never by its words.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, Route, expect

from macros.bank import GAP
from macros.course import load_course
from macros.prose import plain
from macros.rendering.quizzes import exact
from tests.conftest import ROOT

KINDS = {
    "one": ("choice", "single"),
    "several": ("choice", "multiple"),
    "number": ("numeric", "single"),
    "match": ("match", "pair"),
    "order": ("order", "ordered"),
    "cloze": ("cloze", "single"),
    "card": ("flashcard", "single"),
}
FIELDS = ":is(input, select)"
CONTROLS = ":is(input, select, button)"
TYPED = "<img src=x onerror=alert(1)>"
SEEN = """item => ({
  state: item.dataset.state,
  fields: [...item.querySelectorAll('input, select')].map(i => [i.type === 'text' || i.options ? i.value : i.checked,
    [...i.options ?? []].map(option => option.disabled), i.disabled, i.readOnly,
    i.ariaDisabled, i.getAttribute('aria-describedby'), i.closest('[aria-invalid], [role=radiogroup]')?.ariaInvalid]),
  rows: [...item.querySelectorAll('.row')].map(row => [row.dataset.mark, row.innerText]),
  head: item.querySelector('.item-head').innerText,
  buttons: [...item.querySelectorAll('.item-buttons button')].map(b => [b.innerText, b.hidden, b.type]),
  // which row was moved last is said once, and no part of the state
  count: item.querySelector('.item-count:not([aria-hidden])')?.innerText,
  slot: [...item.querySelectorAll('[role=status] > :not(.heard), .more')].map(part => part.innerText),
})"""
LISTEN = """item => {
  window.updates = 0;
  new MutationObserver(() => window.updates++)
    .observe(item.querySelector('[role=status]'), {childList: true, subtree: true, characterData: true});
}"""
REFUSED = (
    """Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('refused', 'SecurityError'); }})"""
)
WRITE = """([store, row]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const change = opening.result.transaction(store, 'readwrite');
    change.objectStore(store).put(row);
    change.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
READ = """store => new Promise((resolve, reject) => {
  const opening = indexedDB.open('model-answers-record');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const rows = opening.result.transaction(store).objectStore(store).getAll();
    rows.onsuccess = () => { opening.result.close(); resolve(rows.result); };
  };
})"""


class Placed(NamedTuple):
    """An item of the built site: its page, its set's items in order, and what is right."""

    url: str
    id: str
    ids: list[str]
    interaction: str
    declaration: dict[str, Any]
    choices: list[str]

    @property
    def last(self) -> bool:
        return self.ids[-1] == self.id

    @property
    def kind(self) -> str:
        given = (self.interaction, self.declaration["cardinality"])
        return next(kind for kind, of in KINDS.items() if of == given)


def placed_on(site: Path, html: Path) -> Iterator[Placed]:
    for inside in re.findall(r"<quiz-set[^>]*>(.*?)</quiz-set>", html.read_text(encoding="utf-8"), re.DOTALL):
        declarations = json.loads(re.findall(r'<script type="application/json">(.*?)</script>', inside)[-1])["items"]
        found = re.findall(
            r'<quiz-item id="item-([^"]+)" data-interaction="(.*?)".*?(<form.*?</form>)', inside, re.DOTALL
        )
        for name, interaction, form in found:
            url = html.relative_to(site).as_posix().removesuffix("index.html")
            choices = re.findall(r'<input type="(?:radio|checkbox)" name="response" value="([^"]+)"', form)
            yield Placed(url, name, list(declarations), interaction, declarations[name], choices)


@pytest.fixture(scope="session")
def items(site: Path) -> list[Placed]:
    """Those of lessons first, the samples of the gallery last."""
    found = [item for html in sorted(site.rglob("*.html")) for item in placed_on(site, html)]
    return sorted(found, key=lambda item: item.url.startswith("contributing/"))


@pytest.fixture
def open_context(open_context: Any) -> Callable[..., Any]:
    """Here samples are kept like other items, so that each interaction can be asked what a reload restores."""

    def make(**options: Any) -> Any:
        context = open_context(**options)
        context.route("**/contributing/gallery/", keep_samples)
        return context

    return make


def keep_samples(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("<quiz-set data-sample>", "<quiz-set>"))


class Shown:
    """One item on an open page, and the hands of a reader."""

    def __init__(self, page: Page, item: Placed, hand: str = "click") -> None:
        self.hand = hand
        self.page, self.item, self.declaration = page, item, item.declaration
        self.root = page.locator(f"#item-{item.id}")
        self.main, self.second = (self.root.locator(".item-buttons button").nth(at) for at in (0, 1))
        self.status, self.slot = self.root.locator("[role=status]"), self.root.locator(".slot")
        self.field = self.main if item.kind == "card" else self.root.locator(FIELDS).first

    def open(self) -> "Shown":
        self.page.goto(self.item.url)
        expect(self.root).to_have_attribute("data-state", re.compile("."))
        return self

    def reload(self) -> None:
        self.page.reload()
        expect(self.root).to_have_attribute("data-state", re.compile("."))

    def is_now(self, state: str) -> None:
        expect(self.root).to_have_attribute("data-state", state)

    def seen(self) -> Any:
        return self.root.evaluate(SEEN)

    def box(self, name: str) -> Any:
        return self.root.locator(f'input[value="{name}"]')

    @property
    def right(self) -> list[str]:
        """The key, in texts; of a row `left right`."""
        return [" ".join(key) if isinstance(key, list) else str(key) for key in self.declaration["correct"]]

    @property
    def distractors(self) -> list[str]:
        return [name for name in self.item.choices if name not in self.right]

    @property
    def wrong(self) -> list[str]:
        """Not right; for several keys one of them and a distractor, for rows the first in another's place."""
        if self.item.kind == "order":
            return [self.right[1], self.right[0], *self.right[2:]]
        if self.item.kind == "match":
            (left, _), (_, other), *_ = self.declaration["correct"]
            return [f"{left} {other}", *self.right[1:]]
        if self.item.kind == "card":
            return ["forgot"]
        if self.item.kind == "cloze":
            return [str(next(iter(self.declaration.get("mistakes", [])), "some other words"))]
        if self.item.kind == "number":
            return [str(next(iter(self.declaration.get("mistakes", [])), self.declaration["correct"][0] * 3 + 7))]
        return [*self.right[1:], self.distractors[0]]

    @property
    def wrong_state(self) -> str:
        return "partly" if self.item.kind in ("several", "match", "order") else "wrong"

    def choose(self, response: list[str]) -> None:
        """By clicks on rows, by typing into a field, by the browser's own list of a select."""
        if self.item.kind == "card":
            self.touch(self.main)
            expect(self.second).to_have_text("Remembered")
        elif self.item.kind in ("number", "cloze"):
            self.touch(self.field)
            self.field.fill(response[0])
        elif self.item.kind == "match":
            for left, right in map(str.split, response):
                self.select(left).select_option(right)
        elif self.item.kind == "order":
            for name, times in self.moves(response):
                for _ in range(times):
                    self.touch(self.up(name))
        else:
            for name in response:
                if not self.box(name).is_checked():
                    self.touch(self.root.locator(f'.row:has([value="{name}"])'))

    def touch(self, what: Any) -> None:
        """By mouse or by finger."""
        if self.hand == "tap":
            what.page.wait_for_timeout(600)  # sooner, it would be the second half of a double tap
            what.tap()
        else:
            what.click()

    def standing(self) -> list[str]:
        """The rows as they stand."""
        found: list[str] = self.root.locator("[data-row]").evaluate_all("rows => rows.map(row => row.dataset.row)")
        return found

    def moves(self, response: list[str]) -> list[tuple[str, int]]:
        """Which rows have to go up, and how far each, first things first."""
        now, found = self.standing(), []
        for place, name in enumerate(response):
            found.append((name, now.index(name) - place))
            now.remove(name)
            now.insert(place, name)
        return found

    def up(self, row: str) -> Any:
        return self.root.locator(f'[data-row="{row}"] [data-move="-1"]')

    def reach(self, what: Any) -> None:
        """By Tab, forwards or backwards."""
        later = what.evaluate("it => !!(document.activeElement.compareDocumentPosition(it) & 4)")
        for _ in range(40):
            if what.evaluate("it => it === document.activeElement"):
                return
            self.press("Tab" if later else "Shift+Tab")
        pytest.fail("not reached by Tab")

    def select(self, row: str) -> Any:
        return self.root.locator(f'[data-row="{row}"] select')

    def answer(self, response: list[str]) -> None:
        self.choose(response)
        self.touch(self.root.locator(f'[data-do="{response[0]}"]') if self.item.kind == "card" else self.main)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type_in(self, response: list[str]) -> None:
        """By keys alone, from a focused first field to the last one."""
        typed = {
            "number": self.type_text,
            "cloze": self.type_text,
            "match": self.type_match,
            "order": self.type_order,
            "several": self.type_several,
            "one": self.type_one,
        }
        typed[self.item.kind](response)

    def type_text(self, response: list[str]) -> None:
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(response[0])

    def type_match(self, response: list[str]) -> None:
        for at, (left, right) in enumerate(map(str.split, response)):
            if at:
                self.press("Tab")
            self.turn_to(left, right)

    def type_order(self, response: list[str]) -> None:
        for name, times in self.moves(response):
            self.reach(self.up(name))
            for _ in range(times):
                self.press("Enter")
                expect(self.up(name)).to_be_focused()
        self.reach(self.root.locator("[data-move]").last)

    def type_several(self, response: list[str]) -> None:
        for name in self.item.choices:
            if self.box(name).is_enabled():
                if self.box(name).is_checked() != (name in response):
                    self.press("Space")
                self.press("Tab")
        self.press("Shift+Tab")

    def type_one(self, response: list[str]) -> None:
        for _ in range(2 * len(self.item.choices)):
            if self.box(response[0]).is_checked():
                break
            self.press("ArrowDown")
        expect(self.box(response[0])).to_be_checked()

    def turn_to(self, row: str, value: str) -> None:
        """By arrow keys in the focused select."""
        expect(self.select(row)).to_be_focused()
        values = self.select(row).evaluate("select => [...select.options].map(option => option.value)")
        for _ in values:
            now = self.select(row).input_value()
            if now != value:
                self.press("ArrowDown" if values.index(now) < values.index(value) else "ArrowUp")
        expect(self.select(row)).to_have_value(value)


@pytest.fixture(params=[kind for kind in KINDS if kind != "card"])  # it has no field; its tests stand on their own
def item(request: pytest.FixtureRequest, items: list[Placed]) -> Placed:
    """One item of each kind, with another after it."""
    found = [each for each in items if each.kind == request.param and not each.last]
    assert found, f"the site has no item of the kind {request.param} that others follow"
    return found[0]


@pytest.fixture
def shown_item(page: Page, item: Placed) -> Shown:
    return Shown(page, item).open()


def unseen(shown: Shown) -> None:
    shown.is_now("unseen")


def answering(shown: Shown) -> None:
    shown.choose(shown.wrong)
    shown.is_now("answering")


def invalid(shown: Shown) -> None:
    shown.main.click()
    shown.is_now("invalid")


def wrong(shown: Shown) -> None:
    shown.answer(shown.wrong)
    shown.is_now(shown.wrong_state)


def second_try(shown: Shown) -> None:
    wrong(shown)
    shown.touch(shown.main)
    shown.is_now("answering")


def correct(shown: Shown) -> None:
    shown.answer(shown.right)
    shown.is_now("correct")


def correct_at_second_try(shown: Shown) -> None:
    second_try(shown)
    correct(shown)


def revealed(shown: Shown) -> None:
    shown.second.click()
    shown.is_now("revealed")


def revealed_after_a_try(shown: Shown) -> None:
    wrong(shown)
    revealed(shown)


STATES = [unseen, answering, invalid, wrong, second_try, correct, correct_at_second_try, revealed, revealed_after_a_try]
Round = list[tuple[Placed, Callable[[Shown], None]]]


@pytest.fixture(scope="session")
def rounds(items: list[Placed]) -> list[Round]:
    """Visits that bring an item of each kind into each state: the items of one page, each with the state it gets."""
    never = [("card", state) for state in (invalid, revealed, revealed_after_a_try)]
    needed = [(kind, state) for kind in KINDS for state in STATES if (kind, state) not in never]
    visits: list[Round] = []
    urls = list(dict.fromkeys(each.url for each in items))
    while needed:
        plans = [plan([each for each in items if each.url == url], list(needed)) for url in urls]
        best = max(plans, key=len)
        assert best, f"no item for {needed}"
        visits.append(best)
        needed = [each for each in needed if each not in {(item.kind, state) for item, state in best}]
    return visits


def plan(here: list[Placed], needed: list[tuple[str, Callable[[Shown], None]]]) -> Round:
    """What one page's items can show of what is needed."""
    found: Round = []
    for item in here:
        wanted = next((each for each in needed if each[0] == item.kind), None)
        if wanted:
            needed.remove(wanted)
            found.append((item, wanted[1]))
    return found


def visit(page: Page, visits: Round) -> dict[str, Shown]:
    """Opens the page and brings its items into their states; by state and item, for messages."""
    page.goto(visits[0][0].url)
    shown_items = {f"{state.__name__} {item.id}": Shown(page, item) for item, state in visits}
    for each, (_, state) in zip(shown_items.values(), visits, strict=True):
        expect(each.root).to_have_attribute("data-state", re.compile("."))
        state(each)
    return shown_items


def test_a_form_stands_inside_its_element(shown_item: Shown) -> None:
    expect(shown_item.page.locator(f"quiz-set #item-{shown_item.item.id} > form > fieldset > legend")).to_be_visible()


def test_by_clicks_wrong_then_right_then_on(shown_item: Shown) -> None:
    wrong(shown_item)
    expect(shown_item.main).to_have_text("Try again")
    shown_item.main.click()
    expect(shown_item.root.locator(".item-head")).to_contain_text("second try")
    correct(shown_item)
    expect(shown_item.slot).to_contain_text("Why:")
    expect(shown_item.slot).to_contain_text("Second try.")
    shown_item.main.click()
    following = shown_item.item.ids[shown_item.item.ids.index(shown_item.item.id) + 1]
    expect(shown_item.page.locator(f"#item-{following} {CONTROLS}").first).to_be_focused()


def test_by_keys_wrong_then_right_then_on(shown_item: Shown) -> None:
    page, main = shown_item.page, shown_item.main
    shown_item.field.focus()
    shown_item.type_in(shown_item.wrong)
    shown_item.is_now("answering")  # neither arrow keys nor typing submit
    shown_item.press("Tab")
    expect(main).to_be_focused()
    for pressed, state, words in [
        ("Enter", shown_item.wrong_state, "Try again"),
        ("Space", "answering", "Check"),
    ]:
        shown_item.press(pressed)
        shown_item.is_now(state)
        expect(main).to_have_text(words)
        expect(main).to_be_focused()
    shown_item.root.locator(f"{FIELDS}:enabled").first.focus()
    shown_item.type_in(shown_item.right)
    shown_item.press("Tab")
    expect(main).to_be_focused()
    shown_item.press("Enter")
    shown_item.is_now("correct")
    expect(main).to_have_text("Next question")
    expect(main).to_be_focused()
    shown_item.press("Enter")
    following = shown_item.item.ids[shown_item.item.ids.index(shown_item.item.id) + 1]
    expect(page.locator(f"#item-{following} {CONTROLS}").first).to_be_focused()


def test_the_keyboard_reaches_every_control_of_an_item(shown_item: Shown) -> None:
    shown_item.field.focus()
    for _ in range(20):
        shown_item.press("Tab")
        if shown_item.second.evaluate("button => button === document.activeElement"):
            return
    pytest.fail("Show answer was not reached by Tab")


def test_a_reload_restores_every_state_to_the_letter(open_context: Any, rounds: list[Round]) -> None:
    for visits in rounds:
        page = open_context().new_page()
        shown_items = visit(page, visits)
        before = {name: each.seen() for name, each in shown_items.items()}
        page.reload()
        for each in shown_items.values():
            expect(each.root).to_have_attribute("data-state", re.compile("."))
        assert {name: each.seen() for name, each in shown_items.items()} == before
        page.close()


def test_half_a_number_is_there_again_after_a_reload(page: Page, items: list[Placed]) -> None:
    number = Shown(page, next(each for each in items if each.kind == "number")).open()
    number.field.press_sequentially("0.")
    number.reload()
    expect(number.field).to_have_value("0.")
    number.is_now("answering")


def test_each_deed_updates_the_one_live_region_once_and_leaves_the_focus(shown_item: Shown) -> None:
    expect(shown_item.root.locator("[role=status], [aria-live], [role=alert]")).to_have_count(1)
    shown_item.root.evaluate(LISTEN)

    def updates() -> int:
        counted: int = shown_item.page.evaluate("() => { const n = window.updates; window.updates = 0; return n; }")
        return counted

    shown_item.main.click()
    expect(shown_item.status).not_to_be_empty()
    assert updates() == 1
    expect(shown_item.field).to_be_focused()
    moves = sum(times for _, times in shown_item.moves(shown_item.wrong)) if shown_item.item.kind == "order" else 1
    shown_item.choose(shown_item.wrong)
    assert updates() == moves  # the problem is taken away as soon as something changes
    for button, state in [(shown_item.main, shown_item.wrong_state), (shown_item.main, "answering")]:
        button.click()
        shown_item.is_now(state)
        assert updates() == 1
        expect(button).to_be_focused()
    shown_item.second.click()
    shown_item.is_now("revealed")
    assert updates() == 1
    expect(shown_item.second).to_be_focused()
    shown_item.second.click()
    shown_item.is_now("unseen")
    assert updates() == 1
    expect(shown_item.second).to_be_focused()


def test_what_a_page_shows_as_it_opens_is_not_announced(shown_item: Shown) -> None:
    wrong(shown_item)
    shown_item.reload()
    assert shown_item.status.evaluate("status => [status.ariaLive, status.innerText !== '']") == ["off", True]
    expect(shown_item.status).not_to_have_attribute("aria-live", "off")


def test_nothing_given_is_said_in_words_and_is_an_input_error(shown_item: Shown) -> None:
    invalid(shown_item)
    words = {
        "one": "Choose one of the",
        "several": "; you chose none.",
        "number": "Type a number",
        "match": "rows have no answer yet. Choose one in each row.",
        "cloze": "Type the missing words",
        "order": "This is the order shown at first.",
    }
    expect(shown_item.status).to_contain_text(words[shown_item.item.kind])
    expect(shown_item.field).to_be_focused()
    if shown_item.item.kind != "order":  # no single row of it is missing
        expect(shown_item.root.locator('[aria-invalid="true"]')).not_to_have_count(0)
    expect(shown_item.field).to_have_accessible_description(re.compile("(Choose|Type|Move)"))
    shown_item.choose(shown_item.right)
    expect(shown_item.status.locator(":not(.heard)")).to_have_count(0)
    expect(shown_item.root.locator("[aria-invalid]")).to_have_count(0)


def test_an_answer_that_is_not_right_is_no_input_error(shown_item: Shown) -> None:
    wrong(shown_item)
    expect(shown_item.root.locator("[aria-invalid]")).to_have_count(0)


def test_too_few_and_too_many_are_counted_in_words(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "several")).open()
    needed = len(item.right)
    item.answer(item.right[:1])
    expect(item.status).to_contain_text("you chose one.")
    expect(item.root.locator(".item-count")).to_have_text(f"1 of {needed} chosen")
    item.answer([*item.right, item.distractors[0]])
    item.is_now("invalid")
    expect(item.root.locator(".item-count")).to_have_text(f"{needed + 1} of {needed} chosen")


def test_partly_right_says_how_much_and_keeps_what_belongs(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "several")).open()
    wrong(item)
    expect(item.status).to_contain_text(f"Partly right: {len(item.right) - 1} of {len(item.right)}")
    expect(item.status).to_contain_text("still missing.")
    expect(item.root.locator("[data-mark]")).to_have_count(len(item.wrong))
    item.main.click()
    expect(item.box(item.distractors[0])).to_be_disabled()
    for name in item.right[1:]:
        expect(item.box(name)).to_be_checked()


def test_only_what_was_chosen_is_marked_and_explained(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "one")).open()
    feedback = {name: item.root.locator(f'.answer [data-for="{name}"]').text_content() for name in item.item.choices}
    rationale = item.root.locator(".answer .why").text_content()
    wrong(item)
    expect(item.slot).to_contain_text(feedback[item.wrong[0]] or "-")
    for name in [each for each in item.item.choices if each != item.wrong[0]]:
        expect(item.slot).not_to_contain_text(feedback[name] or "-")
        expect(item.root.locator(f'.row:has([value="{name}"])')).not_to_have_attribute("data-mark", re.compile("."))
    expect(item.slot).not_to_contain_text(rationale or "-")
    item.main.click()
    expect(item.box(item.wrong[0])).to_be_disabled()
    expect(item.root.locator('[data-mark="tried"]')).to_contain_text("Already tried")
    correct(item)
    expect(item.slot).to_contain_text(rationale or "-")
    item.root.locator(".rest summary").click()
    for name in item.distractors:
        expect(item.root.locator(".rest")).to_contain_text(feedback[name] or "-")
    expect(item.root.locator(".rest")).not_to_contain_text(feedback[item.right[0]] or "-")


def test_a_wrong_number_that_has_a_name_is_explained(page: Page, items: list[Placed]) -> None:
    named = next(each for each in items if each.kind == "number" and each.declaration.get("mistakes"))
    item = Shown(page, named).open()
    feedback = item.root.locator('.answer [data-for="0"]').text_content() or "-"
    item.answer([str(item.declaration["mistakes"][0])])
    expect(item.status).to_contain_text(feedback)
    item.main.click()
    expect(item.root.locator(".item-count")).to_contain_text("Already tried")
    item.answer(["-98765,4"])
    expect(item.status).to_contain_text("-98765,4 was read as -98765.4.")
    expect(item.status).not_to_contain_text(feedback)


def test_what_is_no_number_is_refused_and_stays_in_the_field(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    for typed, words in [("1,234.5", "no thousands separators"), ("about 4", "not a number"), ("NaN", "not a number")]:
        item.answer([typed])
        expect(item.status).to_contain_text(words)
        expect(item.field).to_have_value(typed)
        expect(item.field).to_be_focused()


def test_typed_markup_is_shown_as_text_also_after_a_reload(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    item.answer([TYPED])
    item.is_now("invalid")
    item.reload()
    expect(item.field).to_have_value(TYPED)
    expect(item.root.locator("img")).to_have_count(0)


def test_a_poisoned_log_neither_runs_nor_counts(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.kind == "number")).open()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    item.answer(["-98765"])
    (row,) = page.evaluate(READ, "events")
    poison = [
        {"eid": "a", "response": TYPED, "at": row["at"] - 2},
        {"eid": "b", "response": [TYPED], "at": row["at"] + 2},
        {"eid": "c", "item": {"x": 1}},
        {"eid": "d", "score": 1e9, "at": row["at"] + 3},
        {"eid": "e", "kind": "__proto__", "at": row["at"] + 4},
    ]
    for change in poison:
        page.evaluate(WRITE, ["events", row | change])
    page.evaluate(WRITE, ["drafts", {"item": row["item"], "rev": row["rev"], "response": 4, "invalid": "yes"}])
    item.reload()
    item.is_now("wrong")
    assert not dialogs
    expect(page.locator("quiz-item img")).to_have_count(0)
    expect(item.root.locator(".item-count")).to_have_text(f"Already tried: {TYPED}")


def test_an_answer_to_another_revision_shows_as_changed_never_as_correct(shown_item: Shown) -> None:
    correct(shown_item)
    (row,) = shown_item.page.evaluate(READ, "events")
    shown_item.page.evaluate(WRITE, ["events", row | {"rev": row["rev"] + 1}])
    shown_item.reload()
    shown_item.is_now("unseen")
    expect(shown_item.root.locator(".item-head")).to_contain_text("changed since you answered it")


def test_what_is_kept_is_what_the_contract_says(shown_item: Shown) -> None:
    wrong(shown_item)
    expect(shown_item.main).to_have_text("Try again")
    (row,) = shown_item.page.evaluate(READ, "events")
    assert sorted(row) == sorted(
        ["format", "eid", "kind", "item", "rev", "objective", "response", "score", "seed", "at", "mode"]
    )
    assert (row["kind"], row["item"], row["mode"]) == ("answered", shown_item.item.id, "practice")
    assert shown_item.page.evaluate(READ, "drafts") == []
    shown_item.main.click()
    (draft,) = shown_item.page.evaluate(READ, "drafts")
    assert sorted(draft) == sorted(["item", "rev", "seed", "response", "hints", "invalid", "at"])


def test_where_storage_is_refused_items_work_and_one_line_says_so(open_context: Any, item: Placed) -> None:
    context = open_context()
    context.add_init_script(REFUSED)
    shown_here = Shown(context.new_page(), item).open()
    expect(shown_here.page.locator(".quiz-note")).to_have_count(1)
    expect(shown_here.page.locator(".quiz-note")).to_contain_text("does not keep your answers")
    correct_at_second_try(shown_here)
    shown_here.reload()
    shown_here.is_now("unseen")


def test_two_clicks_are_one(shown_item: Shown) -> None:
    shown_item.choose(shown_item.wrong)
    shown_item.main.dblclick()
    shown_item.is_now(shown_item.wrong_state)


def test_a_checked_form_is_closed(shown_item: Shown) -> None:
    wrong(shown_item)
    before = shown_item.seen()
    for row in shown_item.root.locator(".row").all():
        row.click(force=True)
    shown_item.field.focus()
    shown_item.press("ArrowDown")
    shown_item.press("Space")
    shown_item.page.keyboard.type("7")
    assert shown_item.seen() == before


def of_kind(items: list[Placed], kind: str) -> Placed:
    return next(each for each in items if each.kind == kind and not each.last)


def test_a_row_without_partner_is_named_and_in_focus(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "match")).open()
    rows = [row for row, _ in map(str.split, item.right)]
    expect(item.select(rows[0]).locator("option").first).to_have_text("Choose …")
    item.answer([item.right[0], *item.right[2:]])
    item.is_now("invalid")
    name = item.root.locator(f'[data-row="{rows[1]}"] > span').first.inner_text()
    expect(item.status).to_have_text(f"{name} has no answer yet. Choose one in each row.")
    expect(item.select(rows[1])).to_be_focused()
    expect(item.root.locator("[aria-invalid]")).to_have_count(1)
    expect(item.root.locator(".item-count")).to_have_text(f"{len(rows) - 1} of {len(rows)} rows answered")


def test_partly_matched_keeps_the_right_rows_and_bars_what_was_tried(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "match")).open()
    feedback = {
        row: item.root.locator(f'.answer [data-for="{row}"]').text_content() for row, _ in map(str.split, item.right)
    }
    (first, tried), *others = map(str.split, item.wrong)
    wrong(item)
    expect(item.status).to_contain_text(f"Partly right: {len(others)} of {len(others) + 1} rows")
    expect(item.status).to_contain_text(feedback[first] or "-")
    for row, _ in others:
        expect(item.status).not_to_contain_text(feedback[row] or "-")
        expect(item.root.locator(f'[data-row="{row}"]')).to_have_attribute("data-mark", "right")
    expect(item.root.locator('[data-mark="wrong"] .tag')).to_have_text("Not right")
    item.main.click()
    expect(item.select(first)).to_have_value("")
    expect(item.select(first).locator(f'option[value="{tried}"]')).to_be_disabled()
    expect(item.root.locator(f'[data-row="{first}"] .tag')).to_contain_text("Already tried: ")
    for row, partner in others:
        expect(item.select(row)).to_have_value(partner)
    correct(item)
    item.root.locator(".rest summary").click()
    for words in feedback.values():
        expect(item.root.locator(".rest")).to_contain_text(words or "-")


def test_a_moved_row_is_said_once_and_keeps_the_focus(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    rows = item.standing()
    name = item.root.locator(f'[data-row="{rows[1]}"] > span').inner_text()
    item.root.evaluate(LISTEN)
    item.up(rows[1]).click()
    assert item.standing() == [rows[1], rows[0], *rows[2:]]
    expect(item.up(rows[1])).to_be_focused()
    expect(item.status).to_have_text(f"{name} moved to position 1 of {len(rows)}")
    expect(item.root.locator(".item-count")).to_have_text(f"{name} moved to position 1 of {len(rows)}")
    assert page.evaluate("() => window.updates") == 1
    expect(item.up(rows[1])).to_have_attribute("aria-disabled", "true")
    item.up(rows[1]).click(force=True)  # there is no way further up
    assert item.standing()[0] == rows[1]
    assert page.evaluate("() => window.updates") == 1
    expect(item.root.locator('[data-move="1"][aria-disabled="true"]')).to_have_count(1)


def test_a_row_goes_to_the_position_that_its_select_names(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    first, *others = item.standing()
    item.select(first).focus()
    item.press("End")
    assert item.standing() == [*others, first]
    expect(item.select(first)).to_be_focused()
    expect(item.status).to_contain_text(f"moved to position {len(others) + 1} of")
    for place, row in enumerate(item.standing()):
        expect(item.select(row)).to_have_value(str(place + 1))


def test_partly_ordered_marks_the_step_that_stands_too_early(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "order")).open()
    feedback = {row: item.root.locator(f'.answer [data-for="{row}"]').text_content() for row in item.right}
    begun = item.standing()
    assert begun != item.right
    wrong(item)
    pairs = len(item.right) * (len(item.right) - 1) // 2
    expect(item.status).to_contain_text(f"Partly right: {pairs - 1} of {pairs} pairs in order")
    expect(item.root.locator("[data-mark]")).to_have_count(1)
    expect(item.root.locator(f'[data-row="{item.right[1]}"] .tag')).to_have_text("Stands too early")
    for row, words in feedback.items():
        (expect(item.status).to_contain_text if row == item.right[1] else expect(item.status).not_to_contain_text)(
            words or "-"
        )
    item.main.click()
    assert item.standing() == item.wrong
    revealed(item)
    assert item.standing() == item.right
    item.second.click()
    item.is_now("unseen")
    assert item.standing() == begun


def test_a_gap_takes_every_variant_in_any_case_and_explains_a_known_mistake(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "cloze")).open()
    feedback = item.root.locator('.answer [data-for="0"]').text_content() or "-"
    item.answer([f"  {item.wrong[0].upper()} "])
    item.is_now("wrong")
    expect(item.status).to_contain_text(feedback)
    item.main.click()
    item.answer(["something else"])
    expect(item.status).to_contain_text("do not fit here")
    expect(item.root.locator(".item-count")).to_contain_text("Already tried: ")
    item.main.click()
    item.answer([item.right[-1].title()])
    item.is_now("correct")


def test_what_fills_the_gap_is_shown_in_it(page: Page, items: list[Placed]) -> None:
    item = Shown(page, of_kind(items, "cloze")).open()
    revealed(item)
    expect(item.field).to_have_value(item.right[0])
    expect(item.field).to_have_attribute("readonly", "true")
    item.second.click()
    expect(item.field).to_have_value("")


@pytest.fixture
def card(page: Page, items: list[Placed]) -> Shown:
    return Shown(page, of_kind(items, "card")).open()


def test_a_card_by_keys_alone_forgotten_then_remembered(card: Shown) -> None:
    words = card.root.locator('.answer [data-for="key"]').text_content() or "-"
    expect(card.root.locator(".back")).to_be_hidden()
    expect(card.second).to_be_hidden()
    card.root.evaluate(LISTEN)
    card.main.focus()
    for pressed, state, label in [
        ("Enter", "answering", "Forgot"),
        ("Enter", "wrong", "Try again"),
        ("Space", "answering", "Show the back"),
        ("Enter", "answering", "Forgot"),
    ]:
        card.press(pressed)
        card.is_now(state)
        expect(card.main).to_have_text(label)
        expect(card.main).to_be_focused()
        assert card.page.evaluate("() => { const n = window.updates; window.updates = 0; return n; }") == 1
    expect(card.status).to_have_text(words)
    expect(card.root.locator(".back")).to_have_text(words)
    card.press("Tab")
    card.press("Enter")
    card.is_now("correct")
    expect(card.status).to_have_text("Remembered")
    expect(card.slot).to_contain_text("Second try.")
    expect(card.second).to_be_focused()
    scores = [(row["response"], row["score"]) for row in card.page.evaluate(READ, "events")]
    assert sorted(scores) == [("forgot", 0), ("remembered", 1)]


def test_a_card_s_two_answers_have_equal_size_and_no_double_press_gives_one(card: Shown) -> None:
    card.main.dblclick()
    card.is_now("answering")
    one, other = (button.bounding_box() for button in (card.main, card.second))
    assert (one["width"], one["height"]) == (other["width"], other["height"])
    assert one["height"] >= 44


@pytest.mark.parametrize("hand", ["click", "tap"])
def test_a_card_by_clicks_and_by_touch_alone(open_context: Any, items: list[Placed], hand: str) -> None:
    page = open_context(has_touch=True, viewport={"width": 390, "height": 800}).new_page()
    shown_here = Shown(page, of_kind(items, "card"), hand).open()
    correct_at_second_try(shown_here)
    shown_here.touch(shown_here.second)
    shown_here.is_now("unseen")
    expect(shown_here.root.locator(".back")).to_be_hidden()


def test_a_card_is_as_tall_without_scripts(open_context: Any, card: Shown) -> None:
    bare = open_context(java_script_enabled=False).new_page()
    bare.goto(card.item.url)
    heights = [where.locator(f"#item-{card.item.id}").bounding_box()["height"] for where in (bare, card.page)]
    assert abs(heights[0] - heights[1]) < 1


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (390, False)])
def test_a_case_stands_beside_its_items_or_above_them(open_context: Any, axe: Any, width: int, beside: bool) -> None:
    page = open_context(viewport={"width": width, "height": 800}).new_page()
    page.goto("contributing/gallery/")
    case, items = page.locator(".case"), page.locator(".case-set quiz-item")
    expect(case).to_have_count(1)
    expect(items).to_have_count(2)
    text, first = case.bounding_box(), items.first.bounding_box()
    assert (text["x"] + text["width"] <= first["x"]) == beside
    assert (text["y"] + text["height"] <= first["y"]) != beside
    items.first.get_by_role("radio").first.check()
    items.first.locator(".item-buttons button").first.click()
    expect(items.first).to_have_attribute("data-state", "correct")
    items.first.locator(".item-buttons button").first.click()
    expect(items.last.locator("input")).to_be_focused()
    expect(items.last).to_have_attribute("data-state", "unseen")
    assert axe(page) == []


def test_a_case_stays_in_view_beside_its_items_but_not_on_a_low_screen(open_context: Any) -> None:
    for height, position in [(800, "sticky"), (400, "static")]:
        page = open_context(viewport={"width": 1280, "height": height}).new_page()
        page.goto("contributing/gallery/")
        assert page.locator(".case").evaluate("it => getComputedStyle(it).position") == position


def test_what_is_tried_on_a_sample_is_forgotten(browser: Any, server: Any) -> None:
    context = browser.new_context(base_url=server.url, service_workers="block")
    page = context.new_page()
    page.goto("contributing/gallery/")
    item = page.locator("quiz-item").first
    item.locator(".item-buttons button").nth(1).click()
    expect(item).to_have_attribute("data-state", "revealed")
    expect(page.locator(".quiz-note")).to_have_count(0)
    page.reload()
    expect(item).to_have_attribute("data-state", "unseen")
    context.close()


def test_by_touch_alone(open_context: Any, item: Placed) -> None:
    page = open_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}).new_page()
    shown_here = Shown(page, item, hand="tap").open()
    correct_at_second_try(shown_here)
    shown_here.touch(shown_here.main)
    after = item.ids[item.ids.index(item.id) + 1]
    expect(page.locator(f"#item-{after} {CONTROLS}").first).to_be_focused()


def test_start_over_forgets_the_tries(shown_item: Shown) -> None:
    revealed_after_a_try(shown_item)
    shown_item.second.click()
    shown_item.is_now("unseen")
    expect(shown_item.root.locator("[data-mark]")).to_have_count(0)
    expect(shown_item.root.locator(f"{FIELDS}:disabled, input:checked")).to_have_count(0)


def test_the_last_item_keeps_its_pressed_button(page: Page, items: list[Placed]) -> None:
    item = Shown(page, next(each for each in items if each.last)).open()
    correct(item)
    expect(item.main).to_have_text("Start over")
    expect(item.main).to_be_focused()


def test_the_strip_counts_what_is_done(page: Page, items: list[Placed]) -> None:
    placed = next(each for each in items if not each.last)
    item = Shown(page, placed).open()
    on_page = len([each for each in items if each.url == placed.url])
    expect(page.locator(".pips")).to_have_text(f"0 of {on_page} questions done")
    wrong(item)
    expect(page.locator(".pips")).to_have_text(f"0 of {on_page} questions done")
    revealed(item)
    expect(page.locator(".pips")).to_have_text(f"1 of {on_page} questions done")
    expect(page.locator(".pips .done")).to_have_count(1)


def test_the_other_tab_shows_the_answer_too(page: Page, item: Placed) -> None:
    here = Shown(page, item).open()
    there = Shown(page.context.new_page(), item).open()
    correct(here)
    there.is_now("correct")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_context: Any, axe: Any, rounds: list[Round], scheme: str, width: int
) -> None:
    for visits in rounds:
        page = open_context(color_scheme=scheme, viewport={"width": width, "height": 800}).new_page()
        visit(page, visits)
        for fold in page.locator("quiz-item .rest summary").all():
            fold.click()
        assert axe(page) == [], f"{visits[0][0].url} {scheme} {width}"
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width
        page.close()


def test_an_item_is_as_tall_without_scripts_as_with_them(open_context: Any, page: Page, item: Placed) -> None:
    here = Shown(page, item).open()
    bare = open_context(java_script_enabled=False).new_page()
    bare.goto(item.url)
    heights = [where.locator(f"#item-{item.id}").bounding_box()["height"] for where in (bare, page)]
    assert abs(heights[0] - heights[1]) < 1
    expect(here.root.locator(".answer")).to_be_hidden()


def words_of(choices: Any) -> dict[str, str]:
    return {choice.id: plain(choice.text) for choice in choices}


KEYS: dict[str, Callable[[Any], list[str]]] = {
    "one": lambda item: [f"Answer: {words_of(item.choices)[item.key]}"],
    "several": lambda item: [f"Answer: {words_of(item.choices)[key]}" for key in item.key],
    "number": lambda item: [f"Answer: {exact(item.key)}"],
    "order": lambda item: [f"{at}. {words_of(item.choices)[key]}" for at, key in enumerate(item.key, 1)],
    "cloze": lambda item: [f"Answer: {item.key[0]}", *item.key],
    "card": lambda item: [f"Answer: {plain(item.key)}"],
    "match": lambda item: [
        f"{words_of(item.left)[left]}: {words_of(item.right)[right]}" for left, right in item.key.items()
    ],
}


def test_without_scripts_every_stem_choice_key_and_feedback_is_readable(open_context: Any, items: list[Placed]) -> None:
    page = open_context(java_script_enabled=False).new_page()
    bank = {each.id: each for each in load_course(ROOT).bank.items}
    for url in dict.fromkeys(each.url for each in items):
        page.goto(url)
        for placed in [each for each in items if each.url == url]:
            root, item = page.locator(f"#item-{placed.id}"), bank[placed.id]
            root.locator(".answer > summary").click()
            words = " ".join(root.inner_text().split())
            for path, text in item.texts():
                for part in plain(text).split(GAP):
                    assert " ".join(part.split()) in words, f"{placed.id}: {path} cannot be read"
            for key in KEYS[placed.kind](item):
                assert " ".join(key.split()) in words, f"{placed.id} does not say what is right"
            expect(root.locator(".item-buttons button").first).to_be_hidden()
