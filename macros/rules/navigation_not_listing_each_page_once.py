"""P128: the navigation does not list each page exactly once.

Readers reach pages through the menu, which shows what `mkdocs.yml` lists under `nav`. They would never find a page that
is missing there, and an entry without a page would lead nowhere.

Bad:
    mkdocs.yml: {nav: [{Metrics: [metrics/smaple.md]}]}
Good:
    mkdocs.yml: {nav: [{Metrics: [metrics/sample.md]}]}
"""

import posixpath
import re
from collections.abc import Iterable, Iterator

from macros.course import Course
from macros.course.navigation import FILE, Navigation, read_navigation
from macros.problems import Problem, nearest_word, problem

OTHER_SITES = ("https://", "http://")
_LAB = re.compile(r"labs/([^/]+)/index")
_FORM = "Write `- metrics/regression.md`, or `- Topic:` and below it a list of pages."


def check(course: Course) -> Iterator[Problem]:
    """Compares the entries of the navigation with the pages."""
    if not (course.root / FILE).is_file():
        return
    navigation = read_navigation(course.root)
    yield from navigation.problems
    if navigation.entries:
        yield from _entry_and_missing_page_problems(course, navigation)
    elif not navigation.problems:
        yield problem("P128", navigation.place, f"lists no page under `nav`. {_FORM}")


def _entry_and_missing_page_problems(course: Course, navigation: Navigation) -> Iterator[Problem]:
    """A problem for each wrong or repeated entry, then for each page that no entry names or was meant to name."""
    named: set[str] = set()
    for path, place in navigation.entries:
        name = (path or "").removesuffix(".md")
        if path is None:
            yield problem("P128", place, f"this entry is not a page or a list of pages. {_FORM}")
        elif path.startswith(OTHER_SITES):
            continue
        elif name == path or name not in course.pages:
            suggested = _suggested_page_names(path, course.pages)
            yield problem(
                "P128", place, f"names docs/{path[:80]}, which does not exist. {_advice_on_wrong_path(path, suggested)}"
            )
            named.update(suggested)
        elif name in named:
            yield problem("P128", place, f"lists {path} a second time. Keep one of the two lines.")
        named.add(name)
    yield from (_missing_page_problem(name, navigation) for name in course.pages if name not in named)


def _suggested_page_names(wrong_path: str, page_names: Iterable[str]) -> list[str]:
    """The pages that the author of a wrong entry probably meant."""
    words = [word for word in wrong_path.split() if word.endswith(".md")] or [wrong_path]
    names = [word.rpartition(":")[2].removeprefix("docs/").removesuffix(".md") for word in words]
    return [meant for name in names if (meant := nearest_word(name, page_names))]


def _advice_on_wrong_path(wrong_path: str, suggested_names: list[str]) -> str:
    """What to do about an entry whose path does not exist."""
    if len(suggested_names) > 1:
        return "Begin each page with `- ` on a line of its own."
    if not suggested_names:
        return "Correct the path, or remove the line."
    if wrong_path == f"docs/{suggested_names[0]}.md":
        return "Leave out `docs/`."
    return "Write a space after the colon." if ":" in wrong_path else f"Did you mean {suggested_names[0]}.md?"


def _missing_page_problem(page_name: str, navigation: Navigation) -> Problem:
    """Reported at the last entry of the page's folder, below which its line belongs, or else at `nav`."""
    folder = posixpath.dirname(page_name)
    siblings = [entry.place for entry in navigation.entries if entry.path and posixpath.dirname(entry.path) == folder]
    lab = _LAB.fullmatch(page_name)
    title = f"{lab[1].replace('-', ' ').capitalize()}: " if lab else ""
    message = f"docs/{page_name}.md is not under `nav`. Add the line `- {title}{page_name}.md`."
    return problem("P128", (siblings or [navigation.place])[-1], message)
