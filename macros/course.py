"""The course: ledger, bank and an index of the pages, loaded once, with every problem met on the way."""

from __future__ import annotations

import ast
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from macros.bank import Bank, Item, load_bank
from macros.ledger import Ledger, load_ledger
from macros.problems import Fault, Place, Problem, problem
from macros.reading import parse, read_text

FAULTS = {
    "P101": Fault("Title and description stand in search results, `verified` tells readers how old a page is.",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  ---\n  text",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  "  ## Recall {#recall}\n\n  {{ quiz() }}\n"),
    "P102": Fault("A call that cannot be read leaves a hole in the page.",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  "  ## Recall {#recall}\n\n  {{ quiz(recall-denominator) }}\n",
                  "docs/metrics/sample.md: |\n  ---\n  title: Sample\n  description: d\n  verified: 2026-11-24\n  ---\n"
                  '  ## Recall {#recall}\n\n  {{ quiz("first", "second") }}\n'),
}  # fmt: skip

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_CALL = re.compile(r"\{\{\s*([a-z_]+)\s*\((.*?)\)\s*\}\}", re.DOTALL)
_ANCHOR = re.compile(r"^#{1,6}\s.*\{[^}]*#([\w-]+)[^}]*\}\s*$", re.MULTILINE)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_TEXT_FIELDS = ("title", "description")


class Call(NamedTuple):
    """One macro call on a page, its arguments read and its place."""

    name: str
    positional: list[Any]
    named: dict[str, Any]
    place: Place


class Page(NamedTuple):
    """A Markdown page: `metrics/regression` for docs/metrics/regression.md."""

    name: str
    path: str
    meta: dict[str, Any]
    text: str
    first_line: int
    anchors: list[tuple[str, Place]]
    calls: list[Call]

    def called(self, name: str) -> list[Call]:
        """The page's calls of one macro, in order."""
        return [call for call in self.calls if call.name == name]

    def at(self, position: int) -> Place:
        """The place of a character of `text`."""
        line = self.text.count("\n", 0, position) + self.first_line
        return Place(self.path, line, position - (self.text.rfind("\n", 0, position) + 1) + 1)


class Course(NamedTuple):
    """Everything that rules, rendering and exporting look at."""

    root: Path
    ledger: Ledger
    bank: Bank
    pages: dict[str, Page]
    problems: list[Problem]

    def placed(self, page: Page) -> list[tuple[Call, list[Item]]]:
        """For each quiz call of a page, in order, the items that it places; unknown ids are left out."""
        file = self.bank.files.get(page.name)
        here = {item.id: item for item in file.items if item.on_page} if file else {}
        named = {name for call in page.called("quiz") for name in call.positional if isinstance(name, str)}
        rest = [item for name, item in here.items() if name not in named]
        return [
            (call, [here[name] for name in call.positional if name in here] if call.positional else rest)
            for call in page.called("quiz")
        ]


def load_course(root: Path) -> Course:
    """Reads docs/data, quizzes and docs below `root`."""
    with _uncollected():
        return _load(root)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the garbage collector from walking a growing heap again and again: more than half of the loading time.

    What is loaded outlives a build, so later collections leave it out; the next loading lets the last course go.
    """
    was = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def _load(root: Path) -> Course:
    ledger = load_ledger(root)
    bank = load_bank(root, ledger.facts)
    pages: dict[str, Page] = {}
    problems = [*ledger.problems, *bank.problems]
    docs = root / "docs"
    for file in sorted(docs.rglob("*.md")):
        inside = file.relative_to(docs)
        if inside.parts[0] != "assets":
            page = _page(file, inside.as_posix(), problems)
            pages[page.name] = page
    return Course(root, ledger, bank, pages, problems)


def _page(file: Path, inside: str, problems: list[Problem]) -> Page:
    path = f"docs/{inside}"
    text = _text(file, path, problems)
    front = _FRONT.match(text)
    meta: dict[str, Any] = {}
    if front:
        reading = parse(front[1] or "", path, first_line=2)
        problems.extend(reading.problems)
        meta = reading.data
    body = text[front.end() :] if front else text
    page = Page(inside.removesuffix(".md"), path, meta, body, text.count("\n", 0, len(text) - len(body)) + 1, [], [])
    problems.extend(_front_problems(meta, path))
    called = _RAW.sub(_blank, body)  # macros run before Markdown, so a code fence does not stop them
    anchored = _FENCE.sub(_blank, called)
    page.anchors.extend((found[1], page.at(found.start())) for found in _ANCHOR.finditer(anchored))
    page.calls.extend(_calls(page, called, problems))
    return page


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _text(file: Path, path: str, problems: list[Problem]) -> str:
    """The page's text, or none if it is too large, not UTF-8 or holds control characters."""
    text, refused = read_text(file, path)
    problems.extend(refused)
    return text


def _front_problems(meta: dict[str, Any], path: str) -> Iterator[Problem]:
    for field in _TEXT_FIELDS:
        if not isinstance(meta.get(field), str) or not meta[field].strip():
            yield problem(
                "P101", Place(path), f"the front matter needs {field}: a text. Add it between the `---` lines."
            )
    if "<" in str(meta.get("title", "")):
        yield problem("P101", Place(path), "the title holds `<`, which the theme writes as it is. Reword it.")
    if not isinstance(meta.get("minutes", 1), int):
        yield problem("P101", Place(path), "minutes must be a whole number: how long reading takes.")
    if set('"<') & set(str(meta.get("description", ""))):
        yield problem(
            "P101", Place(path), 'the description holds `"` or `<`, which the theme writes as they are. Reword it.'
        )
    sources = meta.get("sources", [])
    if not isinstance(sources, list) or not all(isinstance(name, str) for name in sources):
        meta["sources"] = []
        yield problem(
            "P101", Place(path), "sources must be a list of ids of docs/data/sources.yml: `sources: [guide]`."
        )
    if not isinstance(meta.get("verified"), date):
        yield problem("P101", Place(path), "the front matter needs verified: a date like 2026-11-24, without quotes.")


def _calls(page: Page, text: str, problems: list[Problem]) -> Iterator[Call]:
    for found in _CALL.finditer(text):
        place = page.at(found.start())
        try:
            call = ast.parse(f"f({found[2]})", mode="eval").body
            assert isinstance(call, ast.Call)
            positional = [_plain(value) for value in call.args]
            named = {str(word.arg): _plain(word.value) for word in call.keywords}
        except (SyntaxError, ValueError, AssertionError, RecursionError, MemoryError):
            said = " ".join(found[0].split())[:60]
            problems.append(problem("P102", place, f"{said} can't be read. Arguments are texts in quotes or numbers."))
            continue
        yield Call(found[1], positional, named, place)


def _plain(node: ast.expr) -> str | float | bool | None:
    """A text, a number, True, False or None; ValueError for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float | bool | None):
        return node.value
    raise ValueError
