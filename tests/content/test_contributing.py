"""What the pages for contributors say is so: commands run, files are there, examples pass the check."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.__main__ import argument_parser
from macros.adding import add_sample_item
from macros.course import load_course
from macros.problems import Problem, errors
from macros.rules import unwaived_problems
from tests.sample import copy_content

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/contributing"
HOW = sorted(FOLDER.glob("*.md"))
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "README.md", *HOW]
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
FENCE = re.compile(r"^(`{3,})(\w*)(?: title=\"([^\"]+)\")?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
ROOMS = ("docs/", "macros/", "quizzes/", "tests/", "overrides/", ".github/", ".vscode/")


class Fence(NamedTuple):
    """A block of code on a page."""

    language: str
    title: str
    text: str


def fences(doc: Path) -> list[Fence]:
    return [Fence(found[2], found[3] or "", found[4]) for found in FENCE.finditer(doc.read_text(encoding="utf-8"))]


def commands(doc: Path) -> Iterator[str]:
    """Lines of shell blocks and code in the text that is a command, without what follows as a comment."""
    text = doc.read_text(encoding="utf-8")
    lines = [line for fence in fences(doc) if fence.language == "sh" for line in fence.text.splitlines()]
    lines += [" ".join(code.split()) for code in re.findall(r"(?<!`)`([^`]+)`(?!`)", FENCE.sub("", text))]
    for line in lines:
        for part in re.split(r"&&", line.partition(" #")[0]):
            if re.match(r"\s*(make |(\S*python3? )-m |SITE=)", part):
                yield part.strip()


EVERY = [(doc, command) for doc in PAGES for command in commands(doc)]
each_command = pytest.mark.parametrize(
    ("doc", "command"), EVERY, ids=[f"{doc.stem}: {command}" for doc, command in EVERY]
)


@each_command
def test_a_command_is_there_and_takes_what_it_is_given(doc: Path, command: str) -> None:
    words = [word for word in shlex.split(command) if not word.startswith("SITE=")]
    if words[0] == "make":
        assert words[1] in TARGETS, f"make {words[1]}"
        given = next((word.removeprefix("ARGS=") for word in words if word.startswith("ARGS=")), None)
        if given is not None:
            assert argument_parser().parse_args([words[1], *shlex.split(given)])
    elif words[1:3] == ["-m", "macros"]:
        assert words[0] == ".venv/bin/python" and argument_parser().parse_args(words[3:])
    elif words[1:3] == ["-m", "pytest"]:
        assert words[0] == ".venv/bin/python"
        given = [word for option, word in pairwise(words[2:]) if option not in ("-k", "-n")]
        assert all((ROOT / path).exists() for path in given if not path.startswith("-"))
    else:
        assert words[:3] == ["python3", "-m", "http.server"], command


def test_the_commands_of_the_pages_were_found() -> None:
    """Else the test above would say nothing."""
    assert len(EVERY) > 40
    wanted = {"CONTRIBUTING", "README", "questions", "facts", "pages", "metrics", "site", "new-rule"}
    assert {doc.stem for doc, _ in EVERY} >= wanted


def paths(doc: Path) -> Iterator[str]:
    text = FENCE.sub("", doc.read_text(encoding="utf-8"))
    for code in re.findall(r"(?<!`)`([^`\s]+)`(?!`)", text):
        if code.startswith(ROOMS) and not re.search(r"[<>…]|:$|/my[-_]", code):
            yield code
    yield from (fence.title for fence in fences(doc) if fence.title and not re.search(r"/my[-_]", fence.title))


@pytest.mark.parametrize("doc", PAGES, ids=lambda doc: doc.stem)
def test_a_file_that_a_page_names_is_there(doc: Path) -> None:
    assert [path for path in paths(doc) if not (ROOT / path).exists()] == []


def table(doc: Path) -> list[str]:
    """Pages that the table of wishes leads to, in its order."""
    rows = [line for line in doc.read_text(encoding="utf-8").splitlines() if line.startswith("| [")]
    return [Path(found).name for row in rows for found in re.findall(r"^\| \[[^]]+\]\(([^)#]+\.md)", row)]


def test_contributing_opens_with_what_you_want_and_the_site_has_the_same_table() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert text.startswith("# Contribute to Model Answers\n") and "| I want to … |" in text
    assert table(ROOT / "CONTRIBUTING.md") == table(FOLDER / "index.md")
    links = re.findall(r"\]\(([^)#]+)", text)
    assert [link for link in links if not link.startswith("../../issues") and not (ROOT / link).exists()] == []


def test_each_page_is_led_to() -> None:
    links = {doc.name: re.findall(r"\]\(([\w-]+\.md)", doc.read_text(encoding="utf-8")) for doc in HOW}
    reached = {"index.md"}
    for _ in HOW:
        reached |= {name for doc in reached & links.keys() for name in links[doc]}
    assert links.keys() <= reached


SHAPE = ["questions", "facts", "pages", "new-rule", "metrics", "new-interaction", "site"]


@pytest.mark.parametrize("name", SHAPE)
def test_a_page_for_a_change_has_its_files_its_command_and_its_reviewer(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert "*Files*:" in text or "## The files" in text
    assert "*Review*:" in text and "```sh\n" in text
    assert len(text.splitlines()) < 110, "short enough to be read before the change"


PLACED = ("docs/data", "docs/metrics/my")
EXAMPLES = [doc for doc in HOW if any(fence.title.startswith(PLACED) for fence in fences(doc))]


@pytest.mark.parametrize("doc", EXAMPLES, ids=lambda doc: doc.stem)
def test_examples_of_a_page_pass_the_check_once_they_stand_where_they_say(
    doc: Path, tmp_path: Path, own_problems: list[Problem]
) -> None:
    copy_content(tmp_path)
    for fence in fences(doc):
        if fence.language in ("yaml", "markdown") and fence.title and "--8<--" not in fence.text:
            file = tmp_path / fence.title
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            file.write_text(text + re.sub(r"\{% (end)?raw %\}", "", fence.text), encoding="utf-8")
    for command in commands(doc):
        if command.startswith("make new ARGS="):
            add_sample_item(
                load_course(tmp_path), *shlex.split(shlex.split(command)[2].removeprefix("ARGS=")), date(2026, 11, 24)
            )
    found = set(unwaived_problems(load_course(tmp_path))) - set(own_problems)
    assert errors(found) == []
    assert {one.code for one in found if not one.code.startswith("B5")} <= {"B126"}  # B5 counts the whole bank


def test_there_are_examples_to_check() -> None:
    assert {doc.stem for doc in EXAMPLES} == {"facts", "pages"}


def test_the_messages_that_are_shown_are_what_the_check_says(tmp_path: Path) -> None:
    copy_content(tmp_path)
    bank = tmp_path / "quizzes/index.yml"
    text = bank.read_text(encoding="utf-8")
    changed = text.replace('text: "0.60"', 'text: "0.65"').replace(
        "misconception: precision-divides-by-actual", "misconception: precision-divides-by-real"
    )
    assert changed != text
    bank.write_text(changed, encoding="utf-8")
    said = {str(one) for one in unwaived_problems(load_course(tmp_path))}
    [shown] = [fence.text for fence in fences(FOLDER / "questions.md") if fence.language == "text"]
    assert len(shown.splitlines()) == 2
    assert set(shown.splitlines()) <= said
