"""B311: another item, or a heading of the page, says the key.

On one page items are read one after the other. If three words of a key stand in another stem, in an earlier rationale
or in a heading, and no distractor shares them, the page answers its own question.

Bad:
    choices:
    - {id: recall, text: Found among real spam, feedback: It looks at what is there.}
    - {id: precision, text: Real spam among flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Right calls among all, feedback: It looks at every message.}
    docs/metrics/sample.md:
      body: |
        ## Recall: what is found among real spam {#recall}

        {{ quiz() }}
Good:
    choices:
    - {id: recall, text: Found among real spam, feedback: It looks at what is there.}
    - {id: precision, text: Real spam among flags, feedback: "It looks at flags, no more."}
    - {id: accuracy, text: Right calls among all, feedback: It looks at every message.}
"""

import re
from collections.abc import Iterable, Iterator

from macros.bank import ChoiceItem, Item
from macros.course import Course, Page
from macros.problems import Problem, problem
from macros.wording import stem, stems, words

RUN, SUBSTANCE = 3, 2  # words in a row, and how many of them must carry meaning
_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*(?:\{[^}]*\})?\s*$", re.MULTILINE)
Run = tuple[str, ...]


def check(course: Course) -> Iterator[Problem]:
    """Compares runs of three words, of items that stand on the page."""
    for page in course.pages.values():
        items = [item for _, placed in course.placed(page) for item in placed]
        said = _said(page, items) if items else {}
        for number, item in enumerate(items):
            if isinstance(item, ChoiceItem):
                yield from _item_problems(item, {one.id for one in items[:number]}, said)


def _item_problems(item: ChoiceItem, before: set[str], said: dict[Run, list[str]]) -> Iterator[Problem]:
    known = _runs([item.stem, *(choice.text for choice in item.wrong)])
    for run in sorted(_runs(choice.text for choice in item.right) - known):
        for where in said.get(run, []):
            kind, _, other = where.partition(" ")
            if other != item.id and (kind != "rationale" or other in before):
                of = f"{kind} of {other}" if kind != "heading" else "heading of the page"
                yield problem(
                    "B311",
                    item.at("key"),
                    f"`{' '.join(run)}` of the key stands in a {of}. Reword one of them.",
                )
                return


def _said(page: Page, items: list[Item]) -> dict[Run, list[str]]:
    """Where each run of words stands: `stem id`, `rationale id` or `heading`."""
    texts = [(f"stem {item.id}", item.stem) for item in items]
    texts += [(f"rationale {item.id}", item.rationale) for item in items]
    texts += [("heading", found[1]) for found in _HEADING.finditer(page.text)]
    found: dict[Run, list[str]] = {}
    for where, text in texts:
        for run in _runs([text]):
            found.setdefault(run, []).append(where)
    return found


def _runs(texts: Iterable[str]) -> set[Run]:
    return {
        run
        for text in texts
        for run in zip(*(words(text)[start:] for start in range(RUN)), strict=False)
        if sum(stem(word) in stems(word) for word in run) >= SUBSTANCE
    }
