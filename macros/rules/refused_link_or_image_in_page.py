"""P121: a link has an unusual form or address.

An address can contain code (`javascript:`), and Markdown has many ways to write a link. Pages use only one of them,
and the address must lead to a page, a heading, or another site.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More on [recall](javascript:go()).

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More on [recall](sample.md#recall) and [precision](https://example.org/precision?of=all).

        {{ quiz() }}
"""

import re
from collections.abc import Iterator

from macros.course import Course
from macros.course.markdown import mask_code_with_x
from macros.problems import Problem, problem

_ADDRESS = re.compile(
    r"(?:https?://[\w./?=&%~+,:@*;-]+|mailto:[\w.@+-]+|[\w./%~-]*(?:\?[\w=&.,%-]*)?)(?:#[\w./?=&,%~:-]*)?\)"
)
_DEFINED = re.compile(r"\]:")  # in code spans, too: Markdown reads definitions before them
# a space before the address, or a reference: without definitions, readers see the brackets
_NO_LINK = re.compile(r"\][ \n]{1,9}\((?=[^()\s]*\.md|#|https?:)|(?<=\])\[(?=[^\]\n]*\])")
_FORM = "Write [text](metrics/regression.md#r2), or an address that begins with https://."


def check(course: Course) -> Iterator[Problem]:
    """Reads every link of every page outside of fenced code."""
    for page in course.pages.values():
        text = page.markdown.with_masked_fenced_code
        for at, message in sorted(_refused_link_and_image_positions_and_messages(text)):
            yield problem("P121", page.place_of_markdown(at), message)


def _refused_link_and_image_positions_and_messages(markdown: str) -> Iterator[tuple[int, str]]:
    """(position, message) of each refused address, each Markdown image, and each definition of an address."""
    for found in re.finditer(r"\]\(", markdown):
        start = found.end()
        address = _ADDRESS.match(markdown, start)
        if not address or address[0] == ")" or "&#" in address[0] or address[0].startswith("//"):
            shown = markdown[start : start + 40].partition("\n")[0].partition(")")[0]
            yield start, f"the link leads to `{shown}`, which is not an allowed form of address. {_FORM}"
    for found in re.finditer(r"!\[", markdown):
        yield (
            found.start(),
            'this is a Markdown image. Write {{ picture("name") }}, which shows docs/assets/pictures/name.svg.',
        )
    for found in _NO_LINK.finditer(mask_code_with_x(markdown)):
        yield found.start(), f"this is not a link, so readers would see the brackets. {_FORM}"
    for found in _DEFINED.finditer(markdown):
        yield (
            found.start(),
            "`]:` can define an address for links elsewhere. Put a space before the `:`, or write [text](address).",
        )
