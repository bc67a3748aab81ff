"""P110: an item is not placed exactly once on its page.

The `quiz` macro places items on a page. Readers never see an item that is not placed, and they have to answer an item
twice if it is placed twice.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz("frist") }}

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz("first") }}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.bank import Item
from macros.course import Call, Course, Page
from macros.problems import Place, Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Compares the quiz calls of each page with its bank."""
    for name, file in course.bank.files.items():
        if name not in course.pages:
            yield problem(
                "P110", Place(file.name), f"there is no page docs/{name}.md for this bank. Write it, or move the file."
            )
    for page in course.pages.values():
        yield from _unknown_item_problems(course, page)
        yield from _unplaced_or_repeated_item_problems(course, page)


def _items_on_page_by_id(course: Course, page: Page) -> dict[str, Item]:
    """The items in the bank of a page that are on the page, by id."""
    file = course.bank.files.get(page.name)
    return {item.id: item for item in file.items if item.is_on_page} if file else {}


def _unknown_item_problems(course: Course, page: Page) -> Iterator[Problem]:
    """A problem for each id that a quiz call names and the bank lacks, unless the bank cannot be read in full."""
    file, known = course.bank.files.get(page.name), _items_on_page_by_id(course, page)
    if file and file.name in {one.path for one in course.bank.problems}:
        return
    for call in page.valid_calls_of("quiz"):
        for name in call.arguments["ids"]:
            if name not in known:
                hint = did_you_mean(name, known) or f" The bank is quizzes/{page.name}.yml."
                yield problem("P110", call.place, f"quiz names {name}, which is not in the bank of this page.{hint}")


def _unplaced_or_repeated_item_problems(course: Course, page: Page) -> Iterator[Problem]:
    """A problem for each quiz call that places items again, and for each item that no call places."""
    placed: set[str] = set()
    for call, items in course.quiz_calls_with_items(page):
        ids = [item.id for item in items]
        if repeated := [name for at, name in enumerate(ids) if name in placed or name in ids[:at]]:
            yield problem("P110", call.place, _repeated_items_message(call, repeated))
        placed.update(ids)
    for name, item in _items_on_page_by_id(course, page).items():
        if name not in placed:
            message = f"{page.path} does not show {name}. Add `{{{{ quiz() }}}}`, which shows all remaining items."
            yield problem("P110", item.at("id"), message)


def _repeated_items_message(call: Call, already_placed_ids: list[str]) -> str:
    """What to do about a quiz call that places items which an earlier call on the page has placed."""
    if not call.arguments["ids"]:
        return "this is a second quiz without ids, so it shows the remaining items again. Keep only the last one."
    return f"quiz names {', '.join(already_placed_ids)}, which this page already shows. Name each item once."
