"""P131: a lab names a lesson or an objective that does not exist, or its lesson has no link to the lab.

Readers reach a lab from the lesson that teaches its topic, and they return to that lesson. The objectives state which
skills readers practice in the lab.

Bad:
    docs/labs/count/index.md: {lesson: metrics/smaple}
Good:
    docs/labs/count/index.md: {lesson: metrics/sample}
"""

from collections.abc import Iterator

from macros.course import Course
from macros.course.labs import Lab
from macros.problems import Place, Problem, did_you_mean, problem


def check(course: Course) -> Iterator[Problem]:
    """Follows each lab to its objectives and its lesson, and back."""
    for lab in course.labs.values():
        yield from (problem("P131", Place(lab.page.path), text) for text in _objective_and_lesson_messages(course, lab))


def _objective_and_lesson_messages(course: Course, lab: Lab) -> Iterator[str]:
    """A message for each wrong objective, for a wrong lesson, and for a lesson without a link to the lab."""
    known, meta = course.ledger.entry_ids_in_file("objectives"), lab.page.meta
    if not meta.objectives:
        yield "a lab names the objectives that it practices. Add objectives: [ids] to the front matter."
    for name in meta.objectives:
        if name not in known:
            yield f"unknown objective {name[:60]}.{did_you_mean(name, known) or ' See docs/data/objectives.yml.'}"
    lesson = course.pages.get(meta.lesson)
    if not meta.lesson:
        yield "a lab names the lesson that it belongs to. Add lesson: topic/page to the front matter."
    elif lesson is None:
        hint = did_you_mean(meta.lesson, course.pages) or " Write it as topic/page."
        yield f"lesson names {meta.lesson[:60]}, which does not exist.{hint}"
    elif not any(call.arguments["name"] == lab.name for call in lesson.valid_calls_of("lab_link")):
        yield f'its lesson {lesson.path} has no link to it. Write {{{{ lab_link("{lab.name}") }}}} there.'
