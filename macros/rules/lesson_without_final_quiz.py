"""P112: a lesson does not end with its quiz.

Practice is most effective right after reading, so every lesson needs practice questions.

Bad:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz("first", "second") }}
Good:
    docs/metrics/sample.md:
      body: |
        ## Recall {#recall}

        {{ quiz("first") }}

        {{ quiz() }}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.problems import Place, Problem, problem


def check(course: Course) -> Iterator[Problem]:
    """A lesson is a page that an objective names. Its last quiz call places the remaining items."""
    for name in course.sorted_lesson_names:
        calls = course.pages[name].valid_calls_of("quiz")
        if not calls or calls[-1].arguments["ids"]:
            place = calls[-1].place if calls else Place(course.pages[name].path)
            yield problem("P112", place, "the lesson does not end with `{{ quiz() }}`. Put it after the last section.")
