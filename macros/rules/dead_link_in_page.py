"""P127: a link in a page leads nowhere.

In a page, write a link as the path from the page to the source file of the other page, and name a heading that the
other page has. Readers who follow a dead link find an error page or the top of a long page.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More on [recall](sample.md#recal).

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        More on [recall](sample.md#recall).

        {{ quiz() }}
"""

import posixpath
import re
from collections.abc import Iterator

from macros.course import Course
from macros.course.markdown import mask_code_with_x
from macros.course.targets import why_link_is_dead
from macros.problems import Problem, problem

# an address with a colon or two slashes leads to another site, or P121 refuses it
_LINK_INSIDE_SITE = re.compile(r"\]\((?!//)([\w./%~?=&,-]*(?:#[\w./%~?=&,:-]*)?)\)")


def check(course: Course) -> Iterator[Problem]:
    """Follows every link of every page to another page or heading."""
    for page in course.pages.values():
        for found in _LINK_INSIDE_SITE.finditer(mask_code_with_x(page.markdown.text)):
            if fault := why_link_is_dead(course, found[1], page.name, posixpath.dirname(page.name)):
                place = page.place_of_markdown(found.start(1))
                yield problem("P127", place, f"the link {found[1][:80]} {fault}")
