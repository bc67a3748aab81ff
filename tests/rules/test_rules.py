"""Every code has a page, an example that fires it and one that does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import signature
from pathlib import Path

import pytest

from macros import bank, course, ledger, reading, rules
from macros.bank.interactions import order
from macros.course import load_course
from macros.course.page_macros import PAGE_MACROS
from macros.problems import CodeUsedTwice, Fault, errors
from macros.reference.codes import problem_code_entries
from macros.reference.macros import macros_by_name as reference_macros
from macros.rendering.macros import macros_by_name as rendering_macros
from macros.rules import identical_choices, similar_choices
from tests.rules.examples import problems_of_example
from tests.sample import write_course

EXAMPLES = re.compile(r"\n\nBad:\n(?P<bad>(?:(?: {4}.*)?\n)+)Good:\n(?P<good>(?:(?: {4}.*)?\n)+)\Z")


def rule_examples() -> Iterator[tuple[str, str, str]]:
    for code, rule in rules.rules_by_code().items():
        found = EXAMPLES.search(str(rule.__doc__).rstrip() + "\n")
        assert found, f"{rule.__name__}: the docstring needs `Bad:` and `Good:` blocks"
        yield code, dedent_by_four(found["bad"]), dedent_by_four(found["good"])


def fault_examples() -> Iterator[tuple[str, str, str]]:
    for module in (bank.loading, *bank.interactions.INTERACTION_MODULES_WITH_FAULTS, course.pages, rules):
        for code, fault in module.FAULTS.items():
            yield code, fault.bad, fault.good


def dedent_by_four(block: str) -> str:
    return "".join(line[4:] if line.startswith("    ") else line for line in block.splitlines(keepends=True))


RULES = [pytest.param(*example, id=example[0]) for example in rule_examples()]
FAULTS = [pytest.param(*example, id=example[0]) for example in fault_examples()]


def test_the_sample_course_has_no_problem(tmp_path: Path) -> None:
    assert problems_of_example(tmp_path, "") == []


@pytest.mark.parametrize(("code", "bad", "good"), RULES)
def test_a_rule_alone_finds_its_bad_example_and_says_what_to_do(code: str, bad: str, good: str, tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, bad))
    found = list(rules.rules_by_code()[code].check(course))
    assert {one.code for one in found} == {code}
    assert code in {one.code for one in rules.unwaived_problems(course)}
    assert [one for one in found if not one.text.endswith((".", "?")) or len(one.text) > 300] == []


@pytest.mark.parametrize(("code", "bad", "good"), FAULTS)
def test_the_bad_example_of_a_fault_fires_its_code(code: str, bad: str, good: str, tmp_path: Path) -> None:
    assert code in {one.code for one in problems_of_example(tmp_path, bad)}


@pytest.mark.parametrize(("code", "bad", "good"), [*RULES, *FAULTS])
def test_the_good_example_does_not(code: str, bad: str, good: str, tmp_path: Path) -> None:
    """A rule's good example breaks no other rule either; that of a fault need not be a whole course."""
    found = problems_of_example(tmp_path, good)
    assert code not in {one.code for one in found}
    assert code not in rules.rules_by_code() or errors(found) == []


@pytest.mark.parametrize("code", sorted(reading.FAULTS))
def test_reading_refuses_its_bad_example_and_takes_the_good_one(code: str) -> None:
    fault = reading.FAULTS[code]
    assert [one.code for one in reading.parse_yaml(fault.bad, "f.yml").problems] == [code]
    assert reading.parse_yaml(fault.good, "f.yml").problems == []


@pytest.mark.parametrize("code", sorted(set(ledger.loading.FAULTS) - {"L106"}))
def test_the_ledger_refuses_its_bad_example_and_takes_the_good_one(code: str, tmp_path: Path) -> None:
    fault = ledger.loading.FAULTS[code]
    for text, wanted in ((fault.bad, [code]), (fault.good, [])):
        (tmp_path / "docs/data").mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs/data/facts.yml").write_text(text, encoding="utf-8")
        assert [one.code for one in ledger.load_ledger(tmp_path).problems] == wanted


def clash_of_codes() -> tuple[list[str], str, str]:
    """Why the rules are refused: the names of the two files, their code, and the next unused one of its group."""
    with pytest.raises(CodeUsedTwice) as refused:
        rules.rules_by_code.__wrapped__()
    found = re.fullmatch(
        r"macros/\S*?(\w+/\w+\.py) and macros/\S*?(\w+/\w+\.py) both have the code (\w+)\. "
        r"The next unused code of this group is (\w+)\.",
        str(refused.value),
    )
    assert found
    return sorted([found[1], found[2]]), found[3], found[4]


def number_after_last_code(group: str) -> str:
    last = max(entry.code for entry in problem_code_entries() if entry.code.startswith(group))
    return f"{last[0]}{int(last[1:]) + 1}"


def test_a_rule_with_the_code_of_another_rule_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise one of the two would vanish without a word."""
    unused = number_after_last_code("B1")
    monkeypatch.setattr(identical_choices, "__doc__", similar_choices.__doc__)
    code = rules.rule_code_from_docstring(similar_choices)
    files = ["rules/identical_choices.py", "rules/similar_choices.py"]
    assert clash_of_codes() == (files, code, number_after_last_code(code[:2]))
    monkeypatch.setattr(identical_choices, "__doc__", "B105: the code of a fault")
    assert clash_of_codes() == (["bank/loading.py", "rules/identical_choices.py"], "B105", unused)
    monkeypatch.setattr(identical_choices, "__doc__", f"{rules.WAIVER}: the code of a wrong waiver")
    assert clash_of_codes() == (["rules/__init__.py", "rules/identical_choices.py"], rules.WAIVER, unused)
    monkeypatch.setattr(identical_choices, "__doc__", "B513: B514 is the code of a rule that was removed")
    assert clash_of_codes()[1:] == ("B513", "B515")


def test_a_rule_with_the_code_of_a_removed_rule_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old messages and waivers may name it."""
    monkeypatch.setattr(identical_choices, "__doc__", "B514: the code of a rule that was removed")
    message = "a rule that was removed and macros/rules/identical_choices.py both have the code B514. The next .* B515"
    with pytest.raises(CodeUsedTwice, match=message):
        rules.rules_by_code.__wrapped__()


@pytest.mark.parametrize(
    ("code", "file"),
    [
        ("B104", "rules/identical_choices.py"),
        ("B105", "bank/loading.py"),
        ("B121", "interactions/match.py"),
        ("L101", "ledger/loading.py"),
        ("P101", "course/pages.py"),
        ("Y101", "reading/faults.py"),
    ],
)
def test_an_interaction_with_the_code_of_another_file_is_refused(
    code: str, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unused = number_after_last_code(code[:2])
    monkeypatch.setitem(order.FAULTS, code, Fault("why", "bad", "good"))
    assert clash_of_codes() == (sorted(["interactions/order.py", file]), code, unused)


def test_codes_are_unique_and_well_formed() -> None:
    codes = [entry.code for entry in problem_code_entries()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[YBLPCES]\d{3}", code) for code in codes)


def test_codes_follow_each_other() -> None:
    """A code that is missing inside a run of ten was lost by mistake: old messages and waivers may name it."""
    codes = {entry.code for entry in problem_code_entries()}
    assert [
        code for code in sorted(codes) if code[-1] not in "01" and f"{code[0]}{int(code[1:]) - 1}" not in codes
    ] == []


def test_rules_come_in_the_order_of_their_codes() -> None:
    assert list(rules.rules_by_code()) == sorted(rules.rules_by_code())
    assert all(rules.rule_code_from_docstring(rule) == code for code, rule in rules.rules_by_code().items())


VAGUE = """
choices:
- {id: recall, text: Usually recall, feedback: It divides by the actual positives.}
- {id: precision, text: Usually precision, feedback: It looks at flagged messages only., right_if: flags were asked for}
- {id: accuracy, text: Usually accuracy, feedback: It counts every message equally., right_if: all were asked for}
"""


class TestWaiver:
    def test_takes_a_code_out_of_its_item(self, tmp_path: Path) -> None:
        assert {one.code for one in problems_of_example(tmp_path / "without", VAGUE)} == {"B208"}
        assert problems_of_example(tmp_path / "with", VAGUE + "allow: {B208: The question is about habits.}\n") == []

    def test_takes_errors_out_too(self, tmp_path: Path) -> None:
        said = "rationale: Option B looks at every message.\n"
        assert {one.code for one in problems_of_example(tmp_path / "without", said)} == {"B213"}
        assert problems_of_example(tmp_path / "with", said + "allow: {B213: The option is one of the form.}\n") == []

    def test_leaves_the_code_in_force_elsewhere(self, tmp_path: Path) -> None:
        twice = (
            VAGUE + "allow: {B208: Here it is.}\nquizzes/metrics/sample.yml: {items: [{copy_of: first, times: 2}]}\n"
        )
        write_course(tmp_path, twice)
        path = tmp_path / "quizzes/metrics/sample.yml"
        path.write_text("".join(path.read_text().rsplit("allow: {B208: Here it is.}", 1)), encoding="utf-8")
        assert [(one.code, one.item) for one in rules.unwaived_problems(load_course(tmp_path))].count(
            ("B208", "first-1")
        ) == 3

    def test_that_waives_nothing_is_a_warning_at_its_place(self, tmp_path: Path) -> None:
        [one] = problems_of_example(tmp_path, "allow: {B208: No such word here.}")
        assert (one.code, one.warning, one.item) == ("B125", True, "first")
        assert one.text == "allow names B208, which finds nothing here. Remove the waiver."

    def test_of_an_unknown_code_gets_a_suggestion(self, tmp_path: Path) -> None:
        [one] = problems_of_example(tmp_path, "allow: {b208: A small letter.}")
        assert one.text == "allow names b208, which finds nothing here. Did you mean B208?"

    def test_of_what_is_no_matter_of_form_leaves_it_and_says_so(self, tmp_path: Path) -> None:
        found = problems_of_example(tmp_path, "source: nowhere\nallow: {B112: It is known to me.}")
        assert {(one.code, one.warning) for one in found} == {("B112", False), ("B125", True)}
        assert any("B112, which cannot be waived" in one.text for one in found)

    def test_needs_a_reason(self, tmp_path: Path) -> None:
        assert "B103" in {one.code for one in problems_of_example(tmp_path, "allow: {B208: }")}
        assert "B103" in {one.code for one in problems_of_example(tmp_path, "allow: [B208]")}

    def test_of_a_code_of_loading_does_not_reach_it(self, tmp_path: Path) -> None:
        assert "B105" in {one.code for one in problems_of_example(tmp_path, "key: recal\nallow: {B105: I like it so.}")}


def test_a_rule_is_found_by_its_file_alone() -> None:
    files = {path.stem for path in Path(rules.__file__).parent.glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in rules.rules_by_code().values()} == files


def test_a_problem_points_to_line_and_column(tmp_path: Path) -> None:
    found = problems_of_example(tmp_path, "rationale: 0.80")
    [one] = [one for one in found if one.code == "B103"]
    line = (tmp_path / one.path).read_text().splitlines()[one.line - 1]
    assert line[one.column - 1 :].startswith("0.80")
    assert str(one).startswith(
        f"quizzes/metrics/sample.yml:{one.line}:{one.column}: B103 rationale must be text; this is 0.8"
    )


def test_the_check_knows_every_macro_and_how_it_is_called(tmp_path: Path) -> None:
    example = load_course(write_course(tmp_path))
    made = {
        **rendering_macros(example, lambda: None),
        **reference_macros(example, lambda: None),
    }
    assert PAGE_MACROS.keys() == made.keys()
    for name, known in PAGE_MACROS.items():
        wanted, called = (
            # the names of positional parameters may differ, so calls may not use them
            [(str(one.kind).replace("_OR_KEYWORD", "_ONLY"), one.default) for one in each.parameters.values()]
            for each in (known.signature, signature(made[name]))
        )
        assert wanted == called, name
