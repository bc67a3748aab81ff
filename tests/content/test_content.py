"""The real items, facts and pages have no error, and no warning of the rules that ask for a complete bank."""

from macros.problems import Problem, errors


def test_check_finds_no_error(own_problems: list[Problem]) -> None:
    assert [str(one) for one in errors(own_problems)] == []


def test_the_bank_is_what_the_course_asks_for(own_problems: list[Problem]) -> None:
    """Rules that warn, so that items can be written one by one: what has landed keeps them."""
    due = set("B126 B136 B137 B404 B506 B507 B508 B509 B510 B511 B513 B514 L114 L115 L117 P118".split())
    assert [str(one) for one in own_problems if one.code in due] == []
