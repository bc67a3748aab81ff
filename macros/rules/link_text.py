"""P113: the text of a link does not describe its target.

Screen readers can list links without their context. In such a list, "here" and "this" mean nothing.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More [here](sample.md).

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More on [recall](sample.md).

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem

_EMPTY = re.compile(r"\[(this|here|click here|link|more|read more|this page|this link)\]\(", re.IGNORECASE)


def check(course: Course) -> Iterator[Problem]:
    """Reads the links in pages and in item fields."""
    for page in course.pages.values():
        for found in _EMPTY.finditer(page.text):
            yield problem("P113", page.place_at(found.start()), _vague_link_text_message(found[1]))
    for item in course.bank.items:
        for steps, text in item.paths_and_visible_texts():
            for found in _EMPTY.finditer(text):
                yield problem("P113", item.at(*steps), _vague_link_text_message(found[1]))


def _vague_link_text_message(link_text: str) -> str:
    return f"the link text `{link_text}` does not describe the target of the link. Name the target."
