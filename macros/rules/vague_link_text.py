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
from macros.problems import Place, Problem, problem

_VAGUE = re.compile(r"\[(this|here|click here|link|more|read more|this page|this link)\]\(", re.IGNORECASE)


def check(course: Course) -> Iterator[Problem]:
    """Reads the links in pages and in item fields."""
    for place, link_text in _vague_link_texts_with_places(course):
        message = f"the link text `{link_text}` does not describe the target of the link. Name the target."
        yield problem("P113", place, message)


def _vague_link_texts_with_places(course: Course) -> Iterator[tuple[Place, str]]:
    """(place, text) of each link that is called "here", "this page", and so on."""
    for page in course.pages.values():
        yield from ((page.place_in_file(found.start()), found[1]) for found in _VAGUE.finditer(page.text))
    for item in course.bank.items:
        for steps, text in item.paths_and_texts():
            yield from ((item.at(*steps), found[1]) for found in _VAGUE.finditer(text))
