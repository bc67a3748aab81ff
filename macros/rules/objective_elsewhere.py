"""B136: an item tests what another page teaches.

Readers meet it below a page that does not explain it, and what they still have to learn is counted for the other page.
A page that teaches no objective, such as the home page, may ask about any. A warning; `make test` holds this site's
bank to it.

Bad:
    objective: precision
    docs/data/objectives.yml:
      precision: {statement: Compute precision, page: metrics/other}
Good:
    objective: precision
    docs/data/objectives.yml:
      precision: {statement: Compute precision, page: metrics/sample}
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        ## Precision {#precision}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """Holds the objective of each item against those of its page; samples only show how items look."""
    taught: dict[str, list[str]] = {}
    for name, objective in course.ledger.objectives.items():
        taught.setdefault(objective.page, []).append(name)
    for file in course.bank.files.values():
        own = taught.get(file.page, [])
        for item in file.items if own and not file.sample else ():
            entry = course.ledger.objectives.get(item.objective)
            if entry and entry.page != file.page:
                told = (f"{item.objective} is taught on docs/{entry.page}.md. Name what this page teaches "
                        f"({', '.join(own)}), or move the item there.")  # fmt: skip
                yield problem("B136", item.at("objective"), told, warning=True)
