"""P122: braces would set attributes of an element.

After a heading, a link, or a paragraph, braces set HTML attributes, including event handlers and styles. A page may
use them only to give a heading its id or to apply one of the few classes defined in the style sheet.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        Words.
        {: onclick="go()" }

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        Words.
        {.lead}

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.course.markdown import SPAN
from macros.problems import Problem, problem

CLASSES = ("button", "holdings", "lead", "main", "small")
_HEADING_ID = re.compile(r"\{#[a-z0-9]+(?:-[a-z0-9]+)*\}(?=[ \t]*(?:\n|$))")
_CLASSES = re.compile(rf"\{{\.(?:{'|'.join(CLASSES)})(?: \.(?:{'|'.join(CLASSES)}))*\}}")


def check(course: Course) -> Iterator[Problem]:
    """Reads all braces of every page outside of code."""
    for page in course.pages.values():
        text = SPAN.sub(lambda found: " " * len(found[0]), page.markdown.with_masked_fenced_code)
        for found in re.finditer(r"\{", text):
            at = found.start()
            if not _is_allowed_id_or_class(text, at):
                shown = text[at : at + 40].partition("\n")[0]
                message = (
                    f"`{shown}` would set attributes. A heading may end in {{#its-id}}. A link or a paragraph may end "
                    f"in a class: {', '.join(f'{{.{name}}}' for name in CLASSES)}. Put other braces into `code`."
                )
                yield problem("P122", page.place_of_markdown(at), message)


def _is_allowed_id_or_class(text: str, position: int) -> bool:
    """Whether the braces give a heading its id, or name classes of the style sheet."""
    is_heading = text[text.rfind("\n", 0, position) + 1 : position].startswith("#")
    return bool(_CLASSES.match(text, position) or (is_heading and _HEADING_ID.match(text, position)))
