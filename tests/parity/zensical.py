"""The same sources, built by Zensical in a venv of its own, and what of a built site is compared."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ["docs", "macros", "overrides", "quizzes", ".cache"]  # the last holds the gate's report; --clean removes it


def build(folder: Path) -> Path:
    """Builds a copy of the sources in `folder`; returns the site. Fails with what Zensical printed."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "lighthouse"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    run = subprocess.run(
        [ROOT / ".venv-zensical/bin/zensical", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "."},  # unlike MkDocs it does not put the project on the path
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "site"


class Article(HTMLParser):
    """Words of the <article>, as a reader gets them in order; ids of its items, in order."""

    SILENT = frozenset({"script", "style"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.items: list[str] = []
        self.inside = self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "article"
        self.silent += tag in self.SILENT
        if tag == "quiz-item":
            self.items.append(dict(attrs)["id"] or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"
        self.silent -= tag in self.SILENT

    def handle_data(self, data: str) -> None:
        if self.inside and not self.silent:
            self.words += data.split()


def article(path: Path) -> Article:
    found = Article()
    found.feed(path.read_text(encoding="utf-8"))
    return found


def pages(site: Path) -> dict[str, Article]:
    """Address of each page -> its article."""
    return {path.relative_to(site).as_posix(): article(path) for path in sorted(site.rglob("*.html"))}


def search_locations(site: Path) -> set[str]:
    """What search can lead to: addresses with their anchors. Some builders list a page's title as a section of it."""
    ours, theirs = site / "search/search_index.json", site / "search.json"
    entries = json.loads(ours.read_text())["docs"] if ours.exists() else json.loads(theirs.read_text())["items"]
    return {entry["location"].removesuffix("#page-title") for entry in entries}
