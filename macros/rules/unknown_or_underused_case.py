"""B124: a case does not exist, or fewer than two items use it.

Reading a case takes time, so at least two questions should use it. If only one question needs the scenario, put it
into the stem.

Bad:
    case: spam-launch
    quizzes/metrics/sample.yml:
      cases: {spam-launch: An email provider turns on a spam filter.}
Good:
    case: spam-launch
    quizzes/metrics/sample.yml:
      cases: {spam-launch: An email provider turns on a spam filter.}
      items: [{copy_of: first, times: 2}, {copy_of: second}]
"""

from collections import Counter
from collections.abc import Iterator

from macros.course import Course
from macros.problems import Problem, did_you_mean, problem

FEWEST = 2


def check(course: Course) -> Iterator[Problem]:
    """Looks up the case of each item, and counts the items of each case; retired items do not count."""
    for file in course.bank.files.values():
        for item in file.items:
            if item.case is not None and item.case not in file.cases:
                hint = did_you_mean(item.case, file.cases) or f" Add it to `cases` in {file.name}."
                yield problem("B124", item.at("case"), f"there is no case {item.case} in this file.{hint}")
        named = Counter(item.case for item in file.items if item.status is None)
        for name, case in file.cases.items():
            if named[name] < FEWEST and not file.broken_items:
                users = "only one item uses" if named[name] else "no item uses"
                message = f"{users} the case {name}; at least two are needed."
                yield problem("B124", case.place, f"{message} Add an item, or move the scenario into the stem.")
