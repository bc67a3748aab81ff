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
from typing import Any

from macros.bank import Item
from macros.course import Course, Page
from macros.ledger.quoting import FACT
from macros.ledger.units import CLAIM
from macros.problems import Problem, problem
from macros.reading import DataPath

_CODE = re.compile(r"(```.*?```|`[^`\n]*`|\{\{[^{}]*\}\}|</?[a-zA-Z][^<>]*>|\]\([^()\n]*\))", re.DOTALL)


def check(course: Course) -> Iterator[Problem]:
    """Reads rationales, feedback, cards, glossary, and pages. Cases, stems, and choices may contain any number."""
    for item in course.bank.items:
        yield from _unsourced_claim_problems_of_item(item)
    for kind, entry, field, text in course.ledger.card_and_term_claim_fields():
        for found in CLAIM.finditer(FACT.sub(" ", text)):
            yield problem("L110", course.ledger.place_of(kind, entry, field), _unsourced_claim_message(found[0]))
    for page in course.pages.values():
        if not page.name.startswith("contributing/"):
            yield from _unsourced_claim_problems_of_page(page)


def _unsourced_claim_problems_of_item(item: Item) -> Iterator[Problem]:
    """A problem for each claim that neither the ledger nor the case, the stem, or a choice has."""
    texts = [(steps, FACT.sub(" ", _text_as_written(item, steps))) for steps, _ in item.paths_and_texts()]
    scenario = " ".join(
        [FACT.sub(" ", item.case_text), *(text for steps, text in texts if steps[-1] in ("stem", "text"))]
    )
    invented = {_strip_spaces_hyphens_and_plural_s(found[0]) for found in CLAIM.finditer(scenario)}
    for steps, text in texts:
        if steps[-1] in ("stem", "text"):
            continue
        for found in CLAIM.finditer(text):
            if _strip_spaces_hyphens_and_plural_s(found[0]) not in invented:
                yield problem("L110", item.at(*steps), _unsourced_claim_message(found[0]))


def _unsourced_claim_problems_of_page(page: Page) -> Iterator[Problem]:
    """A problem for each claim in the page's text outside of code, calls, tags, and addresses."""
    masked = _CODE.sub(lambda found: " " * len(found[0]), page.text)
    for found in CLAIM.finditer(masked):
        yield problem(
            "L110",
            page.place_in_file(found.start()),
            _unsourced_claim_message(found[0], ', or mark an invented number with `{{ given("...") }}`'),
        )


def _text_as_written(item: Item, path: DataPath) -> str:
    """The text of an item as written, before facts are replaced."""
    value: Any = item.fields_as_written
    for step in path:
        value = value[step]
    return str(value)


def _strip_spaces_hyphens_and_plural_s(claim: str) -> str:
    """The claim without spaces, hyphens, and a plural s, so that two spellings of it compare as equal."""
    return re.sub(r"[\s\u00a0-]", "", claim).rstrip("s")


def _unsourced_claim_message(claim: str, other_way: str = "") -> str:
    return f'{" ".join(claim.split())} is not from the ledger. Quote it with `{{{{ fact("id") }}}}`{other_way}.'
