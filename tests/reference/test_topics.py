"""The overview of a topic lists its lessons in the order of the navigation, with their times."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from selectolax.lexbor import LexborHTMLParser

from macros.course import load_course
from macros.reference.macros import macros_by_name
from tests.sample import write_course

LESSONS = """
docs/data/objectives.yml:
  recall: {statement: Compute recall, page: metrics/sample}
  other: {statement: Compute more, page: metrics/other}
  first: {statement: Frame it, page: lifecycle/first}
docs/metrics/other.md: {body: "## Other {#other}\\n\\n{{ calculator('regression') }}\\n\\n{{ quiz() }}\\n"}
docs/lifecycle/first.md: {body: "## First {#first}\\n\\n{{ quiz() }}\\n"}
"""
PRETEST = """
docs/metrics/sample.md:
  {body: '## Recall {#recall}\n\n{{ quiz("first", mode="pretest") }}\n\n{{ quiz() }}\n'}
"""
NAVIGATION = "nav:\n  - Metrics:\n      - metrics/index.md\n      - metrics/sample.md\n      - metrics/other.md\n"


def overview(root: Path) -> LexborHTMLParser:
    page = SimpleNamespace(file=SimpleNamespace(src_uri="metrics/index.md"))
    return LexborHTMLParser(macros_by_name(load_course(root), lambda: page)["topic"]())


def test_lessons_of_the_folder_are_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    root = write_course(tmp_path, LESSONS)
    (root / "mkdocs.yml").write_text(NAVIGATION, encoding="utf-8")
    rows = overview(root).css("li")
    assert [row.attributes["data-lesson"] for row in rows] == ["metrics/sample", "metrics/other"]
    assert [row.css_first("a").attributes["href"] for row in rows] == ["../metrics/sample/", "../metrics/other/"]


def test_a_lesson_names_its_times_its_questions_and_its_calculator(tmp_path: Path) -> None:
    html = overview(write_course(tmp_path, LESSONS))
    facts = {
        row.attributes["data-lesson"]: row.css_first(".lesson-facts").text(separator="|") for row in html.css("li")
    }
    # two items at level apply: 60 seconds for the choice, 90 for the number
    assert facts["metrics/sample"] == "Reading 0 min|Quiz 3 min, 2 questions"
    assert facts["metrics/other"] == "Reading 0 min|Quiz 0 min, 0 questions|Calculator"
    assert "2 lessons with 2 questions" in html.text()
    assert html.css_first(".lesson-facts a").attributes["href"] == "../metrics/other/#regression"


def test_minutes_that_are_no_number_are_left_out(tmp_path: Path) -> None:
    root = write_course(tmp_path, LESSONS)
    page = root / "docs/metrics/sample.md"
    page.write_text(page.read_text().replace("---\n", "---\nminutes: ten\n", 1))
    assert "Reading 0 min" in overview(root).css_first("[data-lesson='metrics/sample'] .lesson-facts").text()


def test_a_lesson_counts_the_questions_that_its_page_counts_without_the_pretest(tmp_path: Path) -> None:
    html = overview(write_course(tmp_path, LESSONS + PRETEST))
    assert "Quiz 3 min, 1 question" in html.css_first("[data-lesson='metrics/sample'] .lesson-facts").text()
    assert "2 lessons with 1 question." in html.text()
