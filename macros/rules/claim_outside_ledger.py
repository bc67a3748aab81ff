"""L110: a number with a unit of a service limit does not come from the ledger.

Service limits change without notice. In the ledger, a limit has a source and a date, and you can correct it in one
place.

Bad:
    rationale: The endpoint accepts payloads of up to 3 GB.
Good:
    rationale: 'The endpoint accepts payloads of up to {{ fact("limit") }}.'
"""

import re
from collections.abc import Iterator

from macros.bank import Item
from macros.course import Course, Page
from macros.ledger.quoting import FACT
from macros.ledger.units import CLAIM
from macros.problems import Problem, problem

_CODE = re.compile(r"(```.*?```|`[^`\n]*`|\{\{[^{}]*\}\}|</?[a-zA-Z][^<>]*>|\]\([^()\n]*\))", re.DOTALL)


def check(course: Course) -> Iterator[Problem]:
    """Reads rationales, feedback, cards, glossary, and pages. Cases, stems, and choices may contain any number."""
    for item in course.bank.items:
        yield from _item_problems(item)
    for kind, entry, field, text in course.ledger.claiming_fields():
        for found in CLAIM.finditer(FACT.sub(" ", text)):
            yield problem("L110", course.ledger.place_of(kind, entry, field), _message(found[0]))
    for page in course.pages.values():
        if not page.name.startswith("contributing/"):
            yield from _page_problems(page)


def _item_problems(item: Item) -> Iterator[Problem]:
    texts = [
        (steps, FACT.sub(" ", _text_as_written(item.fields_as_written, steps))) for steps, _ in item.paths_and_texts()
    ]
    scenario = " ".join(
        [FACT.sub(" ", item.case_text), *(text for steps, text in texts if steps[-1] in ("stem", "text"))]
    )
    invented = {_bare_number(found[0]) for found in CLAIM.finditer(scenario)}
    for steps, text in texts:
        if steps[-1] in ("stem", "text"):
            continue
        for found in CLAIM.finditer(text):
            if _bare_number(found[0]) not in invented:
                yield problem("L110", item.at(*steps), _message(found[0]))


def _page_problems(page: Page) -> Iterator[Problem]:
    masked = _CODE.sub(lambda found: " " * len(found[0]), page.text)
    for found in CLAIM.finditer(masked):
        yield problem(
            "L110",
            page.place_at(found.start()),
            _message(found[0], ', or mark an invented number with `{{ given("...") }}`'),
        )


def _text_as_written(data: object, steps: tuple[str | int, ...]) -> str:
    for step in steps:
        data = data[step]  # type: ignore[index]
    return str(data)


def _bare_number(number: str) -> str:
    return re.sub(r"[\s\u00a0-]", "", number).rstrip("s")


def _message(number: str, else_: str = "") -> str:
    return f'{" ".join(number.split())} is not from the ledger. Quote it with `{{{{ fact("id") }}}}`{else_}.'
