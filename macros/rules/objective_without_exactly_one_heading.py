"""P111: an objective has no heading, or it has more than one.

Feedback links to the section that teaches an objective, so there must be exactly one heading with the id of the
objective.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall

        {{ quiz() }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Counts the headings with the id of each objective."""
    for name, objective in course.ledger.objectives.items():
        page = course.pages.get(objective.page)
        place = course.ledger.place_of("objectives", name, "page")
        if page is None:
            hint = did_you_mean(objective.page, course.pages) or " Write it, or name another one."
            yield problem("P111", place, f"objective {name}: there is no page docs/{objective.page}.md.{hint}")
            continue
        found = [where for anchor, where in page.explicit_heading_ids_and_places if anchor == name]
        if not found:
            yield problem("P111", place, f"objective {name}: {page.path} has no heading with {{#{name}}}. Add one.")
        for where in found[1:]:
            yield problem("P111", where, f"this is a second heading with {{#{name}}}. Keep one of them.")
