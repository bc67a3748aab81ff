"""The nastiest texts through the real build: `make site` takes them, and what comes out holds nothing but text."""

from __future__ import annotations

import copy
import json
import shutil
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from macros import rules
from macros.course import load_course
from macros.problems import errors
from tests.conftest import build
from tests.rendering import hostile
from tests.rendering.hostile import HOSTILE, PAGE
from tests.site.project_copy import copy_project

SHOWN = "\n\n".join(f"{{{{ {name}() }}}}" for name in ("cards", "ledger", "exams", "coverage", "glossary"))
CATALOGUES: dict[str, Any] = {
    "docs/data/cards.yml": {
        "card": {
            "claim": "c",
            "verdict": "wrong",
            "holds": "held",
            "why": "w",
            "page": f"{PAGE}#know",
            "source": "guide",
        }
    },
    "docs/data/glossary.yml": {"term": {"names": ["term"], "meaning": "m", "page": f"{PAGE}#know"}},
    "docs/data/exams/aif-c01.yml": {
        "title": "t",
        "version": "1",
        "seen": date(2026, 11, 24),
        "source": "guide",
        "domains": [
            {
                "id": 1,
                "title": "t",
                "weight": 100,
                "entries": [
                    {"ids": ["1.1.1"], "asks": "a", "partly": "p"},
                    {"ids": ["1.1.2"], "asks": "a", "terms": ["term", "t"], "not_covered": "n"},
                ],
            }
        ],
    },
}
TITLE = "Quoted \" ' & --> ]]> [x](javascript:alert(1)) {: onclick=x}"
PLAIN = "It says ' & [x](javascript:alert(1)) {: onclick=x}"  # the check refuses markup in title and description
FRONT = {"title": PLAIN, "description": PLAIN, "question": f"{TITLE} <b>?"}


@pytest.fixture(scope="module")
def built(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with one page, each text of its bank and its ledger ending in a nasty one."""
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    shutil.rmtree(root / "quizzes")
    shutil.rmtree(root / "docs/data")
    for page in (root / "docs").rglob("*.md"):
        page.unlink()
    for name, text in {"index": "Words.", "reference": SHOWN}.items():
        (root / f"docs/{name}.md").write_text(f"---\n{yaml.dump(FRONT)}verified: 2026-11-24\n---\n{text}\n")
    data = nasty()
    hostile.write(root, data, FRONT)
    waive(root, data)
    hostile.write(root, data, FRONT)
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    nav = text[text.index("\nnav:") : text.index("\n# Not published")]
    pages = json.dumps([{"Home": "index.md"}, {"Reference": "reference.md"}, {TITLE: [f"{PAGE}.md"]}])
    (root / "mkdocs.yml").write_text(text.replace(nav, f"\nnav: {pages}\n"), encoding="utf-8")
    build(root)
    return root / "site"


def nasty() -> dict[str, Any]:
    """The sample course, every prose field with a nasty text behind its own."""
    data = {**hostile.files(), **copy.deepcopy(CATALOGUES)}
    data["docs/data/objectives.yml"]["know"] |= {"exams": ["AIF-C01 1.1.1"], "cards": ["card"]}
    listed = list(HOSTILE.values())
    for at, path in enumerate(path for path in hostile.leaves(data) if PROSE & set(map(str, path))):
        value = data
        for step in path:
            value = value[step]
        if isinstance(value, str):
            hostile.put(data, path, f"{listed[at % len(listed)].written} {value.replace('___', '')}")
    return data


PROSE = {
    "stem",
    "rationale",
    "feedback",
    "text",
    "title",
    "how",
    "belief",
    "tempts",
    "correction",
    "statement",
    "cases",
    "claim",
    "holds",
    "why",
    "meaning",
    "asks",
    "terms",
    "partly",
    "not_covered",
}


def waive(root: Path, data: dict[str, Any]) -> None:
    """Rules of form object to such texts; what matters here comes behind them."""
    items = {item["id"]: item for item in data[f"quizzes/{PAGE}.yml"]["items"]}
    for one in errors(rules.unwaived_problems(load_course(root))):
        if one.code.startswith(rules.WAIVABLE) and one.item in items:
            items[one.item].setdefault("allow", {})[one.code] = "This is a test."


def elements(tree: LexborHTMLParser) -> Counter[str]:
    return Counter(" ".join([str(node.tag), *sorted(node.attributes)]) for node in tree.css("*"))


def test_no_element_is_there_that_the_site_does_not_have_elsewhere(built: Path, site: Path, pages: list[Path]) -> None:
    known = {"html", "body"}  # which a fragment has only in the parser
    for page in pages:
        known |= set(elements(LexborHTMLParser((site / page).read_text(encoding="utf-8"))))
    for page in built.rglob("*.html"):
        found = elements(LexborHTMLParser(page.read_text(encoding="utf-8")))
        assert set(found) - known == set(), page.name


def test_every_item_stands_there_once_and_its_text_is_text(built: Path) -> None:
    tree = LexborHTMLParser((built / PAGE / "index.html").read_text(encoding="utf-8"))
    items = hostile.files()[f"quizzes/{PAGE}.yml"]["items"]
    assert sorted(str(node.attributes["id"]) for node in tree.css("quiz-item")) == sorted(
        f"item-{item['id']}" for item in items
    )
    [island] = [json.loads(node.text()) for node in tree.css("quiz-set > script")]
    assert len(island["items"]) == len(items)
    seen = hostile.words(tree)
    assert [name for name, text in HOSTILE.items() if hostile.even(text.shown) not in seen] == []


def test_what_the_search_shows_is_text(built: Path) -> None:
    index = json.loads((built / "search/search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        for text in (entry["title"], entry["text"]):
            tags = {str(node.tag) for node in LexborHTMLParser(f"<body>{text}").css("body *")}
            assert tags <= {"p", "code", "em", "strong", "ul", "ol", "li", "pre", "blockquote", "br"}, text
