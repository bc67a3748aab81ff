"""The labs: folders of docs/labs, each with a page, the starter code, a solution, and tests that diagnose."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

from macros.course.pages import Page

FILES = ("starter.py", "solution.py", "tests.py")  # beside index.md
_PAGE = re.compile(r"labs/([^/]+)/index")


class Lab(NamedTuple):
    """A lab's page and the sources beside it by file name; a file that cannot be read is left out."""

    name: str
    page: Page
    sources: dict[str, str]

    @property
    def title_without_lab_prefix(self) -> str:
        """The page's title without the word that lists of labs need not repeat: "Metrics from scratch"."""
        title = self.page.title.removeprefix("Lab: ")
        return title[:1].upper() + title[1:]

    @property
    def test_names_and_titles(self) -> list[tuple[str, str]]:
        """(name, title) of each test in reading order; the title is the first line of the test's docstring."""
        try:
            functions = ast.parse(self.sources.get("tests.py", "")).body
        except SyntaxError:
            return []
        return [
            (function.name, (ast.get_docstring(function) or function.name).splitlines()[0])
            for function in functions
            if isinstance(function, ast.FunctionDef) and function.name.startswith("test_")
        ]


def labs_by_name(root: Path, pages: dict[str, Page]) -> dict[str, Lab]:
    """Every lab by its folder's name; a folder is a lab if it holds index.md."""
    labs = {}
    for page in pages.values():
        if found := _PAGE.fullmatch(page.name):
            name = found[1]
            labs[name] = Lab(name, page, _lab_texts_by_file_name(root / "docs" / "labs" / name))
    return labs


def _lab_texts_by_file_name(lab_folder: Path) -> dict[str, str]:
    """Texts of the files of a lab by file name, without those that cannot be read."""
    return {name: text for name in FILES if (text := _text_or_none_if_unreadable(lab_folder / name)) is not None}


def _text_or_none_if_unreadable(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
