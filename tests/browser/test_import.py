"""Answers are moved to another browser: the dry run, the import, its undoing, and what goes wrong on the way."""

import json
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import looks_without_sideways_scrolling
from tests.browser.items.stored import READ, REFUSED
from tests.browser.saved import Saved
from tests.browser.test_stored import LESSON, URL, answer
from tests.browser.waits import wait_until

# as a browser ends a transaction, between two handlers; where the disk is full, with an error that says so
ABORT_AFTER = """([count, error]) => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (row) {
    if (count-- === 0) queueMicrotask(() => {
      if (error) Object.defineProperty(this.transaction, "error", {value: new DOMException("", error)});
      this.transaction.abort();
    });
    return add.call(this, row);
  };
  window.makeRoom = () => { IDBObjectStore.prototype.add = add; };
}"""
# the page hears of the end of its transactions only after another tab has said something
END_AFTER_MESSAGE = """() => {
  const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  const message = new Promise((resolve) => {
    new BroadcastChannel("model-answers-record").onmessage = () => setTimeout(resolve);
  });
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    set(handle) { set.call(this, () => message.then(handle)); },
  });
}"""
DROP = """([text, name]) => {
  const box = document.querySelector("import-answers");
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  for (const type of ["dragover", "drop"])
    box.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
# how often the page lets the browser do what the reader asked for meanwhile
COUNT_PAUSES = """() => {
  window.pauses = 0;
  const start = window.setTimeout;
  window.setTimeout = (done, after, ...more) => {
    window.pauses += !after;
    return start(done, after, ...more);
  };
}"""


def event(eid: str, **change: Any) -> dict[str, Any]:
    """An answer as another device stores it."""
    facts = {"format": 1, "eid": eid, "kind": "answered", "item": "elsewhere", "rev": 1, "objective": "precision"}
    return facts | {"mode": "practice", "seed": 0, "at": 1_700_000_000_000, "response": "recall", "score": 0} | change


def list_text(rows: list[Any]) -> str:
    """JSON of rows as an export has it: a line for each."""
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]" if rows else "[]"


def export_text(events: list[Any], drafts: list[Any] | None = None) -> str:
    return f'{{"format":1,"events":{list_text(events)},"drafts":{list_text(drafts or [])}}}\n'


class ImportBox:
    """The box on the page of stored answers."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator("import-answers")
        self.status = self.root.get_by_role("status")
        self.start = self.root.get_by_role("button", name="Import ")
        self.undo = self.root.get_by_role("button", name="Undo this import")

    def open(self) -> "ImportBox":
        self.page.goto(URL)
        expect(self.root).to_be_visible()
        return self

    def choose(self, content: str | bytes, name: str = "model-answers-2026-11-30.json") -> None:
        data = content if isinstance(content, bytes) else content.encode()
        file = {"name": name, "mimeType": "application/json", "buffer": data}
        self.root.get_by_label("Choose a file").set_input_files(file)

    def stored(self) -> list[str]:
        """Ids of the stored events. READ creates a database that is missing, so it is asked for first."""
        if not self.page.evaluate("async () => (await indexedDB.databases()).length"):
            return []
        return sorted(row["eid"] for row in self.page.evaluate(READ, "events"))


@pytest.fixture
def box(page: Page) -> ImportBox:
    return ImportBox(page).open()


def test_answers_move_to_another_browser_and_back(page: Page, open_context: Any, saved: Saved) -> None:
    answer(page)
    page.goto(URL)
    name, text = saved(page, page.get_by_role("button", name="Export as a file").click)
    there = ImportBox(open_context().new_page()).open()
    there.choose(text, name)
    expect(there.status).to_have_text(
        f"Rows in {name}: 4 new, 0 already stored, 0 rejected. Nothing has been imported yet."
    )
    assert there.stored() == []
    button = there.root.get_by_role("button", name="Import 4 rows")
    assert button.inner_text() == "Import 4 rows"
    button.click()
    expect(there.status).to_have_text(f"Imported 4 rows from {name}.")
    expect(there.status).to_be_focused()
    expect(there.page.locator("stored-answers")).to_contain_text("4 rows are stored.")
    expect(there.page.locator("stored-answers")).to_contain_text("Last export: ")
    there.page.goto(LESSON)
    expect(there.page.locator("[data-state=revealed]")).to_have_count(2)
    back = ImportBox(page)
    back.choose(text, name)
    expect(back.status).to_contain_text("0 new, 4 already stored, 0 rejected. There is nothing to import.")
    expect(back.start).to_be_hidden()


def test_each_rejected_row_has_its_line_and_a_reason_and_the_others_are_imported(box: ImportBox) -> None:
    bad = [event(f"x{at}", score=7) for at in range(30)]
    box.choose(export_text([event("a"), event("b", kind="cheated"), {"eid": "c"}, *bad], [{"item": "x"}]))
    expect(box.status).to_contain_text("1 new, 0 already stored, 33 rejected.")
    reasons = box.root.locator("li")
    expect(reasons).to_have_count(21)
    box.root.get_by_text("Rejected rows: 33").click()
    expect(reasons.first).to_have_text('Event 2 (line 3) is of a kind that this site does not know: "cheated".')
    expect(reasons.nth(1)).to_have_text('Event 3 (line 4) has no "format".')
    expect(reasons.last).to_have_text("13 more.")
    box.root.get_by_role("button", name="Import 1 answer").click()
    expect(box.status).to_contain_text("Imported 1 answer from")
    assert box.stored() == ["a"]


def test_a_newer_draft_replaces_an_older_one_and_undoing_puts_it_back(page: Page) -> None:
    answer(page)
    box = ImportBox(page).open()
    (here,) = page.evaluate(READ, "drafts")
    older, newer = [here | {"at": here["at"] + change, "response": "x"} for change in (-1, 1)]
    box.choose(export_text([], [older]))
    expect(box.status).to_contain_text("0 new, 1 already stored")
    box.choose(export_text([], [newer]))
    expect(box.root).to_contain_text("Drafts in the file that are newer than yours and replace them: 1.")
    box.start.click()
    expect(box.status).to_contain_text("Imported 1 row")
    assert page.evaluate(READ, "drafts") == [newer]
    box.undo.click()
    expect(box.status).to_contain_text("is undone")
    assert page.evaluate(READ, "drafts") == [here]


def test_code_in_a_file_is_named_before_it_is_imported(box: ImportBox) -> None:
    draft = {"rev": 1, "seed": 0, "response": "", "hints": 0, "invalid": False, "at": 1_700_000_000_000}
    labs = ["playground", "playground/other", *(f"lab-{number}" for number in range(30))]
    box.choose(export_text([], [draft | {"item": lab, "code": "print(1)"} for lab in labs]))
    expect(box.root).to_contain_text("The file contains code for: playground, lab-0, ")
    expect(box.root).to_contain_text("lab-18, 11 more. After the import, it is in the editor there.")
    box.choose(export_text([], [draft | {"item": "recall-1"}]))
    expect(box.status).to_contain_text("1 new")
    expect(box.root.locator("[data-part=import-code]")).to_be_hidden()


def test_what_a_foreign_file_says_is_shown_as_text(box: ImportBox) -> None:
    markup = "<img src=x onerror=alert(1)>"
    box.choose(export_text([event("a", kind=markup), event("b", response=markup)]), f"{markup}.json")
    expect(box.status).to_contain_text("1 new")
    box.start.click()
    expect(box.status).to_contain_text("Imported 1 answer")
    expect(box.root.locator("img")).to_have_count(0)
    expect(box.root.locator("[data-part=import-name]")).to_contain_text("<img")


def test_a_foreign_file_gets_one_sentence(box: ImportBox) -> None:
    box.choose(b"\x89PNG\r\n\xff\x00")
    expect(box.status).to_contain_text("This file is not a text file")
    expect(box.status).to_contain_text("Nothing was imported.")
    expect(box.start).to_be_hidden()


def test_a_file_can_be_dropped(box: ImportBox) -> None:
    box.page.evaluate(DROP, [export_text([event("a")]), "dropped.json"])
    expect(box.status).to_contain_text("Rows in dropped.json: 1 new")


def test_of_several_files_none_is_opened(box: ImportBox) -> None:
    files: list[FilePayload] = [
        {"name": f"{name}.json", "mimeType": "application/json", "buffer": export_text([event(name)]).encode()}
        for name in ("a", "b")
    ]
    box.page.evaluate("() => { document.querySelector('import-answers input[type=file]').multiple = true }")
    box.root.get_by_label("Choose a file").set_input_files(files)
    expect(box.status).to_have_text("You chose several files. Choose one file at a time.")
    expect(box.start).to_be_hidden()


def test_cancel_closes_the_file_for_good(page: Page) -> None:
    box = ImportBox(page).open()
    box.choose(export_text([event("a")]))
    box.root.get_by_role("button", name="Cancel").click()
    expect(box.status).to_have_text("Nothing was imported.")
    expect(box.start).to_be_hidden()
    expect(box.root.get_by_label("Choose a file")).to_be_focused()
    there = ImportBox(page.context.new_page()).open()
    there.choose(export_text([event("b")]))
    there.start.click()
    expect(page.locator("stored-answers")).to_contain_text("1 row is stored.")
    expect(box.status).to_have_text("Nothing was imported.")


def test_a_new_draft_is_not_said_to_replace_one(page: Page) -> None:
    answer(page)
    box = ImportBox(page).open()
    (here,) = page.evaluate(READ, "drafts")
    box.choose(export_text([], [here | {"item": "elsewhere"}]))
    expect(box.status).to_contain_text("1 new")
    expect(box.root.get_by_text("Drafts in the file that are newer than yours")).to_be_hidden()


def test_undoing_removes_what_was_imported_and_keeps_what_came_since_also_after_a_reload(page: Page) -> None:
    answer(page)
    box = ImportBox(page).open()
    before = box.stored()
    box.choose(export_text([event(f"imported-{at}") for at in range(3)]))
    box.start.click()
    expect(box.undo).to_be_visible()
    expect(box.root).to_contain_text("You can undo it until you close this tab.")
    page.goto(LESSON)
    page.locator("quiz-item [data-do=show]:visible").last.click()
    expect(page.locator("[data-state=revealed]")).to_have_count(3)
    box.open()
    with_import = box.stored()
    box.undo.click()
    expect(box.status).to_contain_text("is undone. Everything else is still stored.")
    expect(box.undo).to_be_hidden()
    left = box.stored()
    assert set(with_import) - set(left) == {f"imported-{at}" for at in range(3)}
    assert len(left) == len(before) + 1
    page.reload()
    expect(box.root).to_be_visible()
    expect(box.undo).to_be_hidden()


def test_after_undoing_the_only_rows_nothing_is_said_to_be_left(box: ImportBox) -> None:
    box.choose(export_text([event("a")]))
    box.start.click()
    box.undo.click()
    expect(box.status).to_contain_text("is undone. No answers are stored now.")
    expect(box.page.locator("stored-answers")).to_contain_text("No answers are stored in this browser.")


def test_undoing_is_not_offered_after_another_tab_erased_what_was_imported(page: Page) -> None:
    box = ImportBox(page).open()
    box.choose(export_text([event("a")]))
    box.start.click()
    expect(box.undo).to_be_visible()
    page.goto(LESSON)
    there = ImportBox(page.context.new_page()).open()
    there.page.get_by_label("Type erase to confirm").fill("erase")
    there.page.get_by_role("button", name="Erase everything").click()
    expect(there.page.locator("stored-answers")).to_contain_text("No answers are stored in this browser.")
    box.open()
    expect(page.locator("stored-answers")).to_contain_text("No answers are stored in this browser.")
    page.wait_for_function("() => !sessionStorage.length")
    expect(box.undo).to_be_hidden()


def test_an_undoing_that_fails_removes_nothing_and_can_be_repeated(box: ImportBox) -> None:
    box.choose(export_text([event("a"), event("b")]))
    box.start.click()
    expect(box.undo).to_be_visible()
    box.page.evaluate(
        """() => {
          const remove = IDBObjectStore.prototype.delete;
          IDBObjectStore.prototype.delete = function (key) {
            if (key === "b") throw new DOMException("full", "QuotaExceededError");
            return remove.call(this, key);
          };
          window.makeRoom = () => { IDBObjectStore.prototype.delete = remove; };
        }"""
    )
    box.undo.click()
    expect(box.status).to_contain_text("Not undone: the browser stopped writing.")
    assert box.stored() == ["a", "b"]
    box.page.evaluate("() => window.makeRoom()")
    box.undo.click()
    expect(box.status).to_contain_text("is undone")
    assert box.stored() == []


def test_where_the_tab_cannot_remember_an_import_the_box_says_until_when_it_can_be_undone(box: ImportBox) -> None:
    box.page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); } }"
    )
    box.choose(export_text([event("a")]))
    box.start.click()
    expect(box.root).to_contain_text("You can undo it until you leave this page.")
    box.undo.click()
    expect(box.status).to_contain_text("is undone")
    assert box.stored() == []


def test_an_import_and_its_undoing_reach_an_open_lesson_and_its_draft_stays(page: Page) -> None:
    answer(page)
    page.goto(LESSON)
    shown = page.locator("[data-state=revealed]")
    expect(shown).to_have_count(2)
    draft = page.locator("quiz-item[data-state=answering]").first
    expect(draft).to_be_visible()
    other = page.locator("quiz-item[data-state=unseen]").last
    name = (other.get_attribute("id") or "").removeprefix("item-")
    revision, objective = other.get_attribute("data-rev"), other.get_attribute("data-objective")
    box = ImportBox(page.context.new_page()).open()
    row = event("shown", kind="revealed", item=name, rev=int(revision or 0), objective=objective, at=1_900_000_000_000)
    box.choose(export_text([{key: row[key] for key in row if key not in {"response", "score"}}]))
    box.start.click()
    expect(shown).to_have_count(3)
    box.undo.click()
    expect(shown).to_have_count(2)
    expect(draft).to_be_visible()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        pytest.param("QuotaExceededError", "this browser has no storage space left for this site", id="full"),
        pytest.param("", "the browser stopped writing", id="killed"),
    ],
)
def test_an_import_that_fails_half_way_says_so_writes_nothing_and_can_be_repeated(
    box: ImportBox, error: str, sentence: str
) -> None:
    box.choose(export_text([event(f"e{at}") for at in range(1200)]))
    expect(box.status).to_contain_text("1,200 new")
    box.page.evaluate(ABORT_AFTER, [700, error])
    box.start.click()
    expect(box.status).to_contain_text("Nothing was imported")
    expect(box.status).to_contain_text(sentence)
    assert box.stored() == []
    expect(box.undo).to_be_hidden()
    box.page.evaluate("() => window.makeRoom()")
    box.root.get_by_role("button", name="Import 1,200 answers").click()
    expect(box.status).to_contain_text("Imported 1,200 answers")
    assert len(box.stored()) == 1200


def test_where_storage_is_refused_nothing_can_be_imported_and_the_box_says_so(open_context: Any) -> None:
    context = open_context()
    context.add_init_script(REFUSED)
    box = ImportBox(context.new_page()).open()
    box.choose(export_text([event("a")]))
    expect(box.status).to_have_text(
        "This browser does not let this site read what it stores, so nothing can be imported."
    )
    expect(box.start).to_be_hidden()


def test_what_another_tab_stores_or_erases_changes_the_dry_run_and_the_offer_to_undo(page: Page) -> None:
    box = ImportBox(page).open()
    text = export_text([event("a"), event("b")])
    there = ImportBox(page.context.new_page()).open()
    box.choose(text)
    expect(box.status).to_contain_text("2 new")
    there.choose(text)
    there.start.click()
    expect(box.status).to_contain_text(
        "What is stored has changed. Rows in model-answers-2026-11-30.json: 0 new, 2 already"
    )
    there.page.get_by_label("Type erase to confirm").fill("erase")
    there.page.get_by_role("button", name="Erase everything").click()
    expect(there.undo).to_be_hidden()
    expect(there.status).to_contain_text("In the meantime, all stored data was erased, including the import.")
    expect(box.status).to_contain_text("2 new, 0 already stored")
    box.start.click()
    expect(box.status).to_contain_text("Imported 2 answers")
    assert box.stored() == ["a", "b"]


def test_what_another_tab_erases_before_an_import_has_ended_is_not_said_to_be_imported(page: Page) -> None:
    box = ImportBox(page).open()
    there = ImportBox(page.context.new_page()).open()
    there.page.get_by_label("Type erase to confirm").fill("erase")
    box.choose(export_text([event("a")]))
    expect(box.status).to_contain_text("1 new")
    page.evaluate(END_AFTER_MESSAGE)
    box.start.click()
    wait_until(page, lambda: box.stored() == ["a"])
    there.page.get_by_role("button", name="Erase everything").click()
    expect(box.status).to_contain_text("In the meantime, all stored data was erased, including the import.")
    expect(box.undo).to_be_hidden()
    assert box.stored() == []


def test_reading_ten_thousand_events_lets_the_reader_do_other_things_every_500(box: ImportBox) -> None:
    box.page.evaluate(COUNT_PAUSES)
    box.choose(export_text([event(f"e{at}") for at in range(10_000)]))
    expect(box.status).to_contain_text("10,000 new")
    assert box.page.evaluate("() => window.pauses") >= 20


def test_an_import_that_takes_long_says_how_far_it_is(box: ImportBox) -> None:
    box.choose(export_text([event(f"e{at}") for at in range(1200)]))
    expect(box.status).to_contain_text("1,200 new")
    box.page.evaluate(
        """() => {
          const now = Date.now;
          let late = 0;
          Date.now = () => now() + (late += 1001);
          window.said = [];
          const status = document.querySelector("[data-part=import-status]");
          new MutationObserver(() => window.said.push(status.textContent)).observe(status, {childList: true});
        }"""
    )
    box.start.click()
    expect(box.status).to_contain_text("Imported 1,200 answers from")
    said = box.page.evaluate("() => window.said")
    assert said[:2] == ["Imported 500 of 1,200 rows so far.", "Imported 1,000 of 1,200 rows so far."]


def test_an_import_by_keys_alone(box: ImportBox) -> None:
    box.choose(export_text([event("a")]))
    expect(box.status).to_contain_text("1 new")
    box.root.get_by_label("Choose a file").focus()
    box.page.keyboard.press("Tab")
    expect(box.start).to_be_focused()
    box.page.keyboard.press("Enter")
    expect(box.status).to_contain_text("Imported 1 answer")
    expect(box.status).to_be_focused()
    box.page.keyboard.press("Tab")
    expect(box.undo).to_be_focused()
    box.page.keyboard.press("Enter")
    expect(box.status).to_contain_text("is undone")


def test_axe_finds_nothing_in_any_state_of_the_box(page: Page, axe: Any) -> None:
    def is_free_of_faults() -> None:
        for look in looks_without_sideways_scrolling(page):
            assert axe(page, "import-answers") == [], look
            for target in box.root.locator("button:visible").all():
                assert target.bounding_box()["height"] >= 44, f"{target.inner_text()}, {look}"

    box = ImportBox(page).open()
    is_free_of_faults()
    box.choose(export_text([event("a"), event("b", kind="x" * 900)]))
    expect(box.status).to_contain_text("1 rejected")
    box.root.locator("summary").click()
    is_free_of_faults()
    box.start.click()
    expect(box.undo).to_be_visible()
    is_free_of_faults()
