"""Front matter of a page: known keys with typed values, accepted only if the site generator reads the same.

The site generator splits and reads front matter with a parser of its own. Where that parser fails, it takes the whole
file for the body and renders it. So this module accepts one form and compares the two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints, ValidationError

from macros.ledger.models import ID, Entry, Id, Text
from macros.problems import Place, Problem, problem
from macros.reading import Reading, parse_yaml, safe_load_yaml_or_none
from macros.validation import Codes, Origin, problems_of_validation

CODES = Codes(missing="P101", unknown="P101", value="P101")
BRACES = re.compile(r"\{[{%#]")
_FRONT = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_ENDS_EARLY = re.compile(r"^(?:---|\.\.\.)", re.MULTILINE)
_MARKUP = re.compile(r'[<>"\\]')
_FORM = "Begin the file with `---` on a line of its own, the fields, and a second `---` line; then the text."
_PAGE = rf"^{ID[1:-1]}(/{ID[1:-1]})*$"


class Search(Entry):
    """How the site's own search treats the page: a factor for its rank, or left out."""

    boost: Annotated[float, Field(ge=0.1, le=10)] | None = None
    exclude: bool = False


class FrontMatter(Entry):
    """Everything that a page may say about itself. A field with a wrong value is as if it were not there."""

    title: Text = ""
    description: Text = ""
    verified: date | None = None
    question: Text | None = None
    minutes: Annotated[int, Field(ge=1, le=60)] | None = None
    sources: list[Id] = Field(default_factory=list)
    hide: list[Literal["navigation", "toc"]] = Field(default_factory=list)
    columns: Literal[2] | None = None
    search: Search | None = None
    # of a lab: what it practices, the lesson it belongs to, and hints that the reader opens one by one
    objectives: list[Id] = Field(default_factory=list)
    lesson: Annotated[str, StringConstraints(pattern=_PAGE)] = ""
    hints: list[Text] = Field(default_factory=list)


class CompleteFrontMatter(FrontMatter):
    """What the check asks for: a page has a title, a description, and a date."""

    title: Text
    description: Text
    verified: date


class Front(NamedTuple):
    """What was read: the fields, how many characters they take up in the file, and what is wrong with them."""

    fields: FrontMatter
    length: int
    problems: list[Problem]

    @property
    def is_readable(self) -> bool:
        """Whether it was found and is YAML, so that a field that is not there is really missing."""
        return self.length > 0 and not any(one.code.startswith("Y") for one in self.problems)


def front_matter_and_problems(page_text: str, path: str) -> Front:
    """Reads the front matter of a page; `path` is the page's in messages. Fields with a wrong value are left out."""
    found = _FRONT.match(page_text)
    if not found:
        return Front(FrontMatter(), 0, [problem("P101", Place(path), f"the front matter cannot be read. {_FORM}")])
    written = found[1]
    reading = parse_yaml(written, path, first_line=2)
    problems = [*_macro_brace_problems(written, path), *reading.problems]
    if early := _ENDS_EARLY.search(written):
        line = written.count("\n", 0, early.start()) + 2
        message = f"`{early[0]}` at the start of a line makes the site generator end the front matter here. Delete it."
        problems.append(problem("P101", Place(path, line), message))
    elif not reading.problems:
        problems.extend(_reading_difference_problems(written, reading, path))
    fields, refused = _valid_fields_and_problems(reading, path)
    return Front(fields, found.end(), [*problems, *refused, *_title_and_description_markup_problems(reading, path)])


def _macro_brace_problems(yaml_text: str, path: str) -> Iterator[Problem]:
    for found in BRACES.finditer(yaml_text):
        line = yaml_text.count("\n", 0, found.start())
        column = found.start() - (yaml_text.rfind("\n", 0, found.start()) + 1) + 1
        message = f"the front matter holds `{found[0]}`, which would run as a macro. Take it out."
        yield problem("P102", Place(path, line + 2, column), message)


def _reading_difference_problems(yaml_text: str, reading: Reading, path: str) -> Iterator[Problem]:
    """Fields that the site generator reads differently."""
    message = "{} is read differently by the site generator. Put the value in quotes, or use a simpler value."
    theirs = safe_load_yaml_or_none(yaml_text)
    if not isinstance(theirs, dict) or set(theirs) != set(reading.data):
        yield problem("P101", Place(path, 2), message.format("the front matter"))
        return
    origin = Origin(path, reading)
    for name, value in reading.data.items():
        if type(value) is not type(theirs[name]) or value != theirs[name]:
            yield problem("P101", origin.place_of(name), message.format(name))


def _valid_fields_and_problems(reading: Reading, path: str) -> tuple[FrontMatter, list[Problem]]:
    """The fields with right values, and a problem for each other one, unless the YAML has problems already."""
    try:
        return CompleteFrontMatter.model_validate(reading.data), []
    except ValidationError as fault:
        wrong = {detail["loc"][0] for detail in fault.errors()}
        valid = {name: value for name, value in reading.data.items() if name not in wrong}
        problems = problems_of_validation(fault, Origin(path, reading), CODES, CompleteFrontMatter.model_fields)
        return FrontMatter.model_validate(valid), [] if reading.problems else problems


def _title_and_description_markup_problems(reading: Reading, path: str) -> Iterator[Problem]:
    """A problem for each text that would be markup in the page's head."""
    for name in ("title", "description"):
        found = _MARKUP.search(str(reading.data.get(name, "")))
        if found:
            message = f"{name} contains `{found[0]}`, but the page's head shows it as plain text. Remove the markup."
            yield problem("P101", Origin(path, reading).place_of(name), message)
