"""P117: a picture contains something that is not allowed on a page, or it cannot be read.

A picture becomes part of the page. So it may contain shapes, text, and links, but no code, no styles, and nothing
from another host. It must be well-formed XML.

Bad:
    docs/assets/pictures/sample.svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>go()</script></svg>'
Good:
    docs/assets/pictures/sample.svg: '<svg xmlns="http://www.w3.org/2000/svg"><title>A picture</title></svg>'
"""

from collections.abc import Iterator

from macros.course import Course
from macros.course.targets import why_link_is_dead
from macros.drawings import read_drawing
from macros.problems import Problem, problem
from macros.reading import read_text_or_empty_and_problems

PICTURES = "docs/assets/pictures"


def check(course: Course) -> Iterator[Problem]:
    """Reads every drawing below docs/assets. Links are checked only in pictures that a page shows."""
    calls = [call for page in course.pages.values() for call in page.valid_calls_of("picture")]
    shown = {f"{PICTURES}/{call.arguments['name']}.svg" for call in calls}
    for file in sorted((course.root / "docs/assets").rglob("*.svg")):
        name = file.relative_to(course.root).as_posix()
        text, problems = read_text_or_empty_and_problems(file, name)
        yield from problems or _content_and_dead_link_problems(course, text, name, name in shown)


def _content_and_dead_link_problems(course: Course, svg: str, path: str, checks_links: bool) -> Iterator[Problem]:
    """Problems of reading the drawing; of its links too if a page shows it and it can be read."""
    drawing = read_drawing(svg, path, "P117")
    yield from drawing.problems
    if drawing.problems or not checks_links:
        return
    for element in drawing.elements:
        target = element.attributes.get("href", "")
        if element.tag == "a" and (fault := why_link_is_dead(course, target, "index")):
            yield problem("P117", element.place, f"the link {target[:80]} {fault}")
