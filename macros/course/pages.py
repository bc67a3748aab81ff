"""docs/**/*.md: front matter, headings and calls of each page, with every problem met on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from macros.course.calls import calls_and_faults
from macros.course.front_matter import FrontMatter, front_matter_and_problems
from macros.course.markdown import (
    TextWithoutMacros,
    mask_code_with_x,
    mask_fenced_code_with_x,
    strip_macros_and_map_positions,
)
from macros.course.page_macros import arguments_and_fault
from macros.problems import Fault, Place, Problem, problem
from macros.reading import read_text_or_empty_and_problems

FAULTS = {
    "P101": Fault("Search results show the title and the description, and `verified` tells readers how current a page "
                  "is.",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  ---\n  text",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  "  ## Recall {#recall}\n\n  {{ quiz() }}\n"),
    "P102": Fault("Double braces call a macro anywhere on a page. If a call fails, its content is missing from the "
                  "page.",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  "  ## Recall {#recall}\n\n  {{- quiz(recall-denominator) -}}\n",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  '  ## Recall {#recall}\n\n  {{ quiz("first", "second") }}\n'),
    "P103": Fault("Such a long page is hard to read and slows down the check.",
                  "docs/metrics/sample.md: |\n  " + "x " * 15_001,
                  "docs/metrics/sample.md: |\n  " + "x " * 400),
    "P104": Fault("A symbolic link would publish its target, which can be any file inside or outside the project.",
                  "docs/metrics/other.md: {link: ../../LICENSE}", "docs/metrics/other.txt~: text"),
    "P105": Fault("Every file under `docs/` is published on the site. Only known file types are safe to open there.",
                  "docs/data/other.shtml: text", "docs/data/other.csv: 'y_true,y_score'"),
}  # fmt: skip

LONGEST = 30_000  # characters
_HEADING = re.compile(r"#{1,6}\s")
_ID = re.compile(r"#([\w-]+)")


class Call(NamedTuple):
    """One macro call on a page: its arguments by the names of parameters, or why they do not fit, and its place."""

    name: str
    arguments: dict[str, Any]
    fault: str
    place: Place


class Heading(NamedTuple):
    """A heading's text as written, the id it gives itself or nothing, and its place."""

    text: str
    anchor: str
    place: Place


class Page(NamedTuple):
    """A Markdown page: `metrics/regression` for docs/metrics/regression.md.

    is_readable: whether its text, front matter, and calls could be read. If not, it has a problem that says why, and
    rules do not look into it.
    """

    name: str
    path: str
    meta: FrontMatter
    text: str
    first_line: int
    headings: list[Heading]
    calls: list[Call]
    is_readable: bool = True

    @property
    def title(self) -> str:
        """Its title in the front matter, or its name if it has none."""
        return self.meta.title or self.name

    @property
    def explicit_heading_ids_and_places(self) -> list[tuple[str, Place]]:
        """Ids that headings give themselves, and where."""
        return [(heading.anchor, heading.place) for heading in self.headings if heading.anchor]

    def valid_calls_of(self, macro_name: str) -> list[Call]:
        """The page's calls of one macro in order, without those whose arguments do not fit it (P114)."""
        return [call for call in self.calls if call.name == macro_name and not call.fault]

    @property
    def markdown(self) -> TextWithoutMacros:
        """The text passed to Markdown: a fixed word for each macro call, and no comments."""
        return strip_macros_and_map_positions(self.text)

    def place_of_markdown(self, position: int) -> Place:
        """Path, line, and column of a character of `markdown.text`."""
        return self.place_in_file(self.markdown.position_in_page(position))

    def place_in_file(self, text_position: int) -> Place:
        """Path, line, and column of a character of `text`."""
        line = self.text.count("\n", 0, text_position) + self.first_line
        return Place(self.path, line, text_position - (self.text.rfind("\n", 0, text_position) + 1) + 1)


def load_pages_and_problems(root: Path) -> tuple[dict[str, Page], list[Problem]]:
    """Every page below `root`/docs by name, and what is wrong with them."""
    pages: dict[str, Page] = {}
    problems: list[Problem] = []
    docs = root / "docs"
    for file in sorted(path for path in docs.rglob("*.md") if not path.is_symlink()):
        inside = file.relative_to(docs)
        # the site generator leaves out what begins with a dot; P105 refuses pages among the assets
        if inside.parts[0] != "assets" and not any(part.startswith(".") for part in inside.parts):
            page, faults = _read_page_and_problems(file, inside.as_posix())
            pages[page.name] = page
            problems.extend(faults)
    return pages, problems


def _read_page_and_problems(file: Path, path_below_docs: str) -> tuple[Page, list[Problem]]:
    """The page, empty if its text cannot be read, and what is wrong with it."""
    name, path = path_below_docs.removesuffix(".md"), f"docs/{path_below_docs}"
    text, problems = _read_text_within_limit_and_problems(file, path)
    if problems:
        return Page(name, path, FrontMatter(), "", 1, [], [], is_readable=False), problems
    front = front_matter_and_problems(text, path)
    body = text[front.length :]
    page = Page(name, path, front.fields, body, text.count("\n", 0, front.length) + 1, [], [])
    page.headings.extend(_find_headings(page))
    calls = list(calls_and_faults(body, mask_code_with_x(body)))
    for found in calls:
        if found.name:
            arguments, fault = arguments_and_fault(found.name, found.positional, found.named)
            page.calls.append(Call(found.name, arguments, fault, page.place_in_file(found.at)))
    is_readable = front.is_readable and all(found.name for found in calls)
    faults = [problem("P102", page.place_in_file(found.at), found.fault) for found in calls if found.fault]
    return page._replace(is_readable=is_readable), [*front.problems, *faults]


def _read_text_within_limit_and_problems(file: Path, path: str) -> tuple[str, list[Problem]]:
    """(text of the page, no problems), or ("", the problem that keeps it from being read)."""
    text, problems = read_text_or_empty_and_problems(file, path)
    if len(text) > LONGEST:
        message = f"{len(text):,} characters; the limit is {LONGEST:,}. Split the page into two."
        return "", [problem("P103", Place(path), message)]
    return text.removeprefix("\ufeff"), problems


def _find_headings(page: Page) -> Iterator[Heading]:
    at = 0
    for line in mask_fenced_code_with_x(page.text).split("\n"):
        if _HEADING.match(line):
            title, opening, inside = line.lstrip("#").rstrip().rpartition("{")
            marked = opening and inside.endswith("}")
            anchor = _ID.search(inside) if marked else None
            text = title if marked else line.lstrip("#")
            yield Heading(text.strip(), anchor[1] if anchor else "", page.place_in_file(at))
        at += len(line) + 1
