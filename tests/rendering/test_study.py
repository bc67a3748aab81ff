"""The block that a reader's browser fills: hidden until then, and pages named by the objectives they teach."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace

from macros.course import load_course
from macros.rendering.macros import macros_by_name
from tests.sample import write_course


def test_pages_are_listed_with_what_they_teach_and_relative_links(tmp_path: Path) -> None:
    page = SimpleNamespace(path="your-answers.md")
    made = macros_by_name(load_course(write_course(tmp_path, "")), lambda: page)["stored_answers"]()
    [text] = re.findall(r'data-part="pages">(.*?)</script>', made)
    [only] = json.loads(text)
    assert only["url"] == "../metrics/sample/"
    assert only["objectives"]
    assert '<stored-answers data-search-exclude data-root="../" hidden>' in made
    assert '<script type="module" src="../assets/study/define.js"></script>' in made


def test_a_title_cannot_end_the_script(tmp_path: Path) -> None:
    root = write_course(tmp_path)
    lesson = root / "docs/metrics/sample.md"
    lesson.write_text(lesson.read_text().replace("title: Sample", 'title: "</script><b>x"'))
    page = SimpleNamespace(path="your-answers.md")
    made = macros_by_name(load_course(root), lambda: page)["stored_answers"]()
    assert "</script><b>" not in made
    [text] = re.findall(r'data-part="pages">(.*?)</script>', made)
    assert json.loads(text)[0]["title"] == "</script><b>x"
