"""Pages: front matter, anchors, macro calls and where they stand."""

from __future__ import annotations

from pathlib import Path

from macros.course import load_course
from tests.sample import HEAD, PAGE, write_course


def page(root: Path, body: str):
    write_course(root)
    (root / PAGE).write_text(HEAD + body, encoding="utf-8")
    course = load_course(root)
    return course, course.pages["metrics/sample"]


def test_a_call_is_read_with_its_place(tmp_path: Path) -> None:
    _, found = page(tmp_path, 'One.\n\n{{ quiz("first", mode="pretest") }} and {{ value("ratio(1, 2)", 2) }}\n')
    first, second = found.calls
    assert (first.name, first.positional, first.named) == ("quiz", ["first"], {"mode": "pretest"})
    assert (first.place.line, first.place.column) == (8, 1)
    assert second.positional == ["ratio(1, 2)", 2]


def test_headings_in_code_are_only_shown_but_calls_there_run(tmp_path: Path) -> None:
    text = (
        "```\n## X {#recall}\n{{ quiz() }}\n```\n{% raw %}{{ quiz() }}{% endraw %}\n\n## Y {#recall}\n\n{{ quiz() }}\n"
    )
    _, found = page(tmp_path, text)
    assert [call.place.line for call in found.calls] == [8, 14]
    assert [name for name, _ in found.anchors] == ["recall"]


def test_quiz_without_ids_places_the_rest(tmp_path: Path) -> None:
    course, found = page(tmp_path, '## R {#recall}\n\n{{ quiz("second") }}\n\n{{ quiz() }}\n')
    assert [[item.id for item in items] for _, items in course.placed(found)] == [["second"], ["first"]]


def test_a_page_that_cannot_be_read_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_bytes(b"---\ntitle: x\n---\ncaf\xe9\n")
    assert "Y101" in {one.code for one in load_course(tmp_path).problems}


def test_a_description_that_would_end_its_attribute_is_refused(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text('---\ntitle: T\ndescription: Say "when".\nverified: 2026-11-24\n---\n')
    assert [one.code for one in load_course(tmp_path).problems] == ["P101"]


def test_a_title_or_minutes_that_would_become_markup_is_refused(tmp_path: Path) -> None:
    write_course(tmp_path)
    head = "---\ntitle: T <b>\nminutes: <b>\ndescription: no-one\nverified: 2026-11-24\n---\n"
    (tmp_path / PAGE).write_text(head)
    assert [one.code for one in load_course(tmp_path).problems] == ["P101", "P101"]


def test_front_matter_problems_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text("---\ntitle: T\ndescription: no\nverified: 2026-11-24\n---\n")
    [one] = [one for one in load_course(tmp_path).problems if one.code == "Y108"]
    assert one.line == 3
