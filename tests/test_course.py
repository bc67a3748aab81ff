"""Pages: front matter, anchors, macro calls and where they stand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from macros import rules
from macros.course import load_course
from macros.course.front_matter import FrontMatter
from macros.reference.macros import macros_by_name
from tests.sample import HEAD, PAGE, write_course
from tests.time_limits import cpu_seconds_at_most


def page(root: Path, body: str):
    write_course(root)
    (root / PAGE).write_text(HEAD + body, encoding="utf-8")
    course = load_course(root)
    return course, course.pages["metrics/sample"]


def test_a_call_is_read_with_its_place(tmp_path: Path) -> None:
    _, found = page(tmp_path, 'One.\n\n{{ quiz("first", mode="pretest") }} and {{ value("ratio(1, 2)", 2) }}\n')
    first, second = found.calls
    assert (first.name, first.arguments) == ("quiz", {"ids": ("first",), "mode": "pretest"})
    assert (first.place.line, first.place.column) == (8, 1)
    assert second.arguments == {"call": "ratio(1, 2)", "digits": 2, "percent": False}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ('calculator(name="regression")', "Call it as defined: calculator(name: str, *, preset: str | None = None)."),
        ('fact(name="limit")', "Call it as defined: fact(name: str)."),
        ("calculator()", "missing a required argument: 'name'. Call it as defined: calculator(name: str,"),
        ("calculator(5)", "calculator: name cannot be 5. Call it as defined: calculator(name: str,"),
        ('quiz("first", mod="pretest")', "Call it as defined: quiz(*ids: str, mode: str = practice)."),
        ('calculatr("regression")', "there is no macro calculatr. Did you mean calculator?"),
    ],
)
def test_a_call_that_does_not_fit_its_macro_is_answered_with_the_form(call: str, words: str, tmp_path: Path) -> None:
    course, _ = page(tmp_path, f"## Recall {{#recall}}\n\n{{{{ {call} }}}}\n\n{{{{ quiz() }}}}\n")
    [problem] = [one for one in rules.unwaived_problems(course) if not one.warning]
    assert problem.code == "P114" and words in problem.text
    shown = SimpleNamespace(file=SimpleNamespace(src_uri="metrics/index.md"))
    for macro in ("topic", "holdings", "calculators"):
        assert macros_by_name(course, lambda: shown)[macro]()


def test_an_unknown_macro_in_a_sentence_is_only_unknown(tmp_path: Path) -> None:
    course, _ = page(tmp_path, '## Recall {#recall}\n\nIt is {{ vale("ratio(1, 2)", 2) }}.\n\n{{ quiz() }}\n')
    [problem] = rules.unwaived_problems(course)
    assert (problem.code, problem.text) == ("P114", "there is no macro vale. Did you mean value?")


def test_headings_in_code_are_only_shown_but_calls_there_run(tmp_path: Path) -> None:
    text = (
        "```\n## X {#recall}\n{{ value('ratio(1, 2)', 1) }}\n```\n{% raw %}{{ quiz() }}{% endraw %}\n\n"
        "## Y {#recall}\n\n{{ quiz() }}\n"
    )
    course, found = page(tmp_path, text)
    assert [call.place.line for call in found.calls] == [8, 14]
    assert [name for name, _ in found.explicit_heading_ids_and_places] == ["recall"]
    assert course.problems == []


def faults(root: Path, body: str) -> list[tuple[str, int, str]]:
    """Code, line below the front matter and text of each problem of a page with this body."""
    course, _ = page(root, body)
    return [(one.code, one.line - HEAD.count("\n"), one.text) for one in course.problems]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{- quiz() -}}", "a sign next to the braces of quiz removes the lines around it"),
        ("{{+ quiz() }}", "a sign next to the braces"),
        ('{{ "" ~ quiz() }}', "is not a call. Write"),
        ("{{ quiz()|safe }}", "is not a call"),
        ("{{ quiz() if 1 }}", "is not a call"),
        ("{{ quiz }}", "is not a call"),
        ("{{ config }}", "is not a call"),
        ("{{ env.quiz() }}", "is not a call"),
        ("{{ quiz(*[1]) }}", "is not a call"),
        ("{{ quiz(id) }}", "is not a call"),
        ('{{ quiz(mode="pretest", mode="practice") }}', "is not a call"),
        ("{{}}", "is not a call"),
        ("{% if true %}{{ quiz() }}{% endif %}", "pages may only contain calls"),
        ("{% include 'x' %}", "pages may only contain calls"),
        ("{{ quiz()", "`{{ quiz()` is not closed. Add ` }}` where the call ends."),
        ("{{ quiz() }", "`{{ quiz() }` is not closed."),
        ("{{ quiz() and # more\n\n{{ quiz() }}", "`{{ quiz() and # more` is not closed."),
        ('{{ quiz() and more\n{{ fact("limit") }}', "`{{ quiz() and more` is not closed."),
        (
            "{{ value(“ratio(1, 2)”, 1) }} as “we” said",
            "`{{ value(“ratio(1, 2)”, 1) }}` has curly quotes. Use straight",
        ),
        ('{{ fact("x) }}', "cannot be read"),
        ("{% raw %}{{ quiz() }}", "Missing end of raw directive"),
        ("{{ a }} }", "is not a call"),
        ("```\n{{ quiz() }}\n```", "quiz also runs inside code"),
        ("Write `{{ quiz() }}`.", "quiz also runs inside code"),
        ("Words {{ quiz() }}", "quiz writes a block. Put it on a line of its own."),
        ("- {{ quiz() }}", "quiz writes a block"),
        ('| {{ picture("x") }} |', "picture writes a block"),
        ("{{ quiz() }} {{ source_list() }}", "quiz writes a block"),
    ],
)
def test_braces_that_are_no_call_are_refused(body: str, words: str, tmp_path: Path) -> None:
    code, line, text = faults(tmp_path, f"\n{body}\n")[0]
    assert code == "P102"
    assert words in text
    assert line >= 2


@pytest.mark.parametrize(
    "body",
    [
        "{% raw %}{{ x }} {% if %}{% endraw %}",
        "```\n{% raw %}{{ quiz() }}{% endraw %}\n```",
        "{## {{ quiz() }} ##}",
        "## Title {#recall}",
        "A lone }} or { or %}.",
        "  {{ quiz() }}  ",
        "{{\n  quiz(\n    'first'\n  )\n}}",
        'Up to {{ fact("limit") }}, and `{{ value("ratio(1, 2)", 1) }}`.',
        "`<!--` {{ given('3') }}",
        "```\n<!--\n```\n\n{{ quiz() }}",
    ],
)
def test_raw_text_comments_of_the_macros_and_plain_calls_are_fine(body: str, tmp_path: Path) -> None:
    assert faults(tmp_path, f"\n{body}\n") == []


def test_a_call_that_the_lexer_never_runs_is_none(tmp_path: Path) -> None:
    _, found = page(tmp_path, "{## {{ quiz() }} ##}\n{% raw %}{{ quiz() }}{% endraw %}\n")
    assert found.calls == []


HOSTILE = ["{{", "{{ ", "{#", "# {", "{% raw %}", "{{ f(", "](", "<!--", "~~~\n", "` ", "``` ` ", "# ", "1,", "\\`"]


@pytest.mark.parametrize("mark", HOSTILE)
def test_a_page_of_one_mark_is_checked_soon(mark: str, tmp_path: Path) -> None:
    with cpu_seconds_at_most(5):
        course, _ = page(tmp_path, mark * (100_000 // len(mark)))
        rules.unwaived_problems(course)
    assert "P103" in {one.code for one in course.problems}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<!-- {{ quiz() }} -->", "P120"),
        ("<!--\n\n{{ value('ratio(1, 2)', 1) }}\n\n-->", "P120"),
        ("~~~ text\n```\n{{ quiz() }}\n~~~", "P123"),
        ('Up to ``a ` {{ fact("limit") }}``.', "P123"),
        ("An escaped \\` tick, and {{ given('3') }} behind ` a tick.", "P123"),
    ],
)
def test_a_call_in_a_comment_or_an_unusual_form_of_code_is_refused(body: str, code: str, tmp_path: Path) -> None:
    course, _ = page(tmp_path, f"## R {{#recall}}\n\n{{{{ quiz() }}}}\n\n{body}\n")
    assert code in {one.code for one in rules.unwaived_problems(course)}


@pytest.mark.parametrize("name", ["docs/metrics/other.markdown", "docs/metrics/other.MD", "docs/assets/x/other.md"])
def test_a_page_that_would_be_built_unchecked_is_named(name: str, tmp_path: Path) -> None:
    (write_course(tmp_path) / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("{{ no-such }}")
    assert [(one.code, one.path) for one in load_course(tmp_path).problems] == [("P105", name)]


@pytest.mark.parametrize("line", ["render_macros: false", "ignore_macros: true", "quiz: x", "fact: x"])
def test_front_matter_cannot_switch_the_macros_off(line: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text(HEAD.replace("---\n", f"---\n{line}\n", 1) + "## R {#recall}\n\n{{ quiz() }}\n")
    assert [one.code for one in rules.unwaived_problems(load_course(tmp_path))] in (["P101"], ["P114"])


def test_line_ends_and_a_byte_order_mark_change_no_place(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_bytes(("\ufeff" + HEAD + "Words.\n\n{{ x }}\n").replace("\n", "\r").encode())
    [found] = load_course(tmp_path).problems
    assert (found.code, found.line, found.column) == ("P102", HEAD.count("\n") + 3, 1)


def test_quiz_without_ids_places_the_rest(tmp_path: Path) -> None:
    course, found = page(tmp_path, '## R {#recall}\n\n{{ quiz("second") }}\n\n{{ quiz() }}\n')
    assert [[item.id for item in items] for _, items in course.quiz_calls_with_items(found)] == [["second"], ["first"]]


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


@pytest.mark.parametrize(
    "wrong",
    [
        "minutes: ten",
        "minutes: 0",
        "sources: guide",
        "sources: [guide, 5]",
        "objectives: [A B]",
        "hints: 3",
        "lesson: [metrics/sample]",
        "question: {a: b}",
        "columns: 3",
        "unknown: x",
    ],
)
def test_a_front_matter_field_with_a_wrong_value_is_as_if_it_were_not_there(wrong: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text(HEAD.replace("---\n", f"---\n{wrong}\n", 1), encoding="utf-8")
    course = load_course(tmp_path)
    assert [one.code for one in course.problems] == ["P101"]
    right = FrontMatter(title="Sample", description="A page to test with.", verified=date(2026, 11, 24))
    assert course.pages["metrics/sample"].meta == right


@pytest.mark.parametrize("field", ["title", "verified"])
def test_a_page_without_a_valid_required_field_is_still_a_page(field: str, tmp_path: Path) -> None:
    write_course(tmp_path)
    head = re.sub(rf"(?m)^{field}: .*", f"{field}: [wrong]", HEAD)
    (tmp_path / PAGE).write_text(head, encoding="utf-8")
    course = load_course(tmp_path)
    assert [one.code for one in course.problems] == ["P101"]
    page = course.pages["metrics/sample"]
    assert page.title == ("metrics/sample" if field == "title" else "Sample")
    assert (page.meta.verified is None) == (field == "verified")


def test_front_matter_problems_count_from_the_top_of_the_file(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / PAGE).write_text("---\ntitle: T\ndescription: no\nverified: 2026-11-24\n---\n")
    [one] = [one for one in load_course(tmp_path).problems if one.code == "Y108"]
    assert one.line == 3
