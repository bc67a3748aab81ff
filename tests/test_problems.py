"""How problems print: one line each, whatever a file is called, and no more than are read."""

from __future__ import annotations

from macros.problems import Place, Problem, limit_problems_per_file, problem


def test_nothing_in_a_name_or_a_text_can_forge_a_line() -> None:
    found = problem("Y103", Place("a\nb.yml:1:1: Y999 \u202ex", 2, 3), "is \x1b[31mred\u00a0\u00e9\n")
    assert str(found) == "a\\nb.yml:1:1: Y999 \\u202ex:2:3: Y103 is \\x1b[31mred\u00a0\u00e9\\n"


def test_an_annotation_escapes_what_parts_its_fields() -> None:
    found = problem("Y103", Place("a,b:c\n100%.yml", 2, 3), "one: two,\nthree %", warning=True)
    assert found.github_annotation == (
        "::warning file=a%2Cb%3Ac%0A100%25.yml,line=2,col=3,title=Y103::one: two,%0Athree %25"
    )


def numbered(path: str, count: int, *, warning: bool = False) -> list[Problem]:
    return [problem("B101", Place(path, line + 1), "x", warning=warning) for line in range(count)]


def test_of_each_file_a_hundred_are_shown_and_the_others_counted() -> None:
    shown = list(limit_problems_per_file([*numbered("a.yml", 20_000), *numbered("b.yml", 100)]))
    assert len(shown) == 201
    assert str(shown[100]) == "a.yml:101:1: B101 and 19,900 more problems in this file. Fix those above first."
    assert shown[101:] == numbered("b.yml", 100)


def test_what_is_left_out_is_a_warning_only_if_all_of_it_is() -> None:
    warnings = numbered("a.yml", 101, warning=True)
    assert list(limit_problems_per_file(warnings))[-1].warning
    assert not list(limit_problems_per_file([*warnings, *numbered("a.yml", 1)]))[-1].warning
