"""What pages say about labs: numbers that the code gives, and the example of how to write tests."""

import contextlib
import io
import re
from importlib import import_module
from inspect import isfunction
from itertools import pairwise
from typing import Any

import pytest

from macros.course import Course
from macros.course.front_matter import FrontMatter, front_matter_and_problems
from tests.conftest import ROOT
from tests.labs.folders import NAMES, messages, run, solution, source


def printed(lab: str, file: str) -> str:
    output: str = run(lab, source(lab, file))["output"]
    return output


@pytest.mark.parametrize(
    ("lab", "file", "line", "says"),
    [
        ("find-the-leak", "starter.py", "Validation accuracy: 1.00", "a mean validation accuracy of 1.00"),
        ("find-the-leak", "starter.py", "on new machines: 0.48", "machines, the mean accuracy is 0.48"),
        ("detect-drift", "solution.py", "Alarms: []\nDrift", "and only in the window with drift"),
        ("detect-drift", "solution.py", "Alarms: ['debt_ratio']", "only `debt_ratio` raises an alarm"),
        ("release-gate", "solution.py", "'Failed: slice business'", "for business customers, recall falls"),
    ],
)
def test_a_page_tells_what_the_code_prints(lab: str, file: str, line: str, says: str) -> None:
    assert line in printed(lab, file)
    assert says in " ".join(source(lab, "index.md").split())


def accuracies(old: str = "", new: str = "", file: str = "solution.py") -> tuple[float, float]:
    """Validation accuracy and accuracy next month that the code about leaks prints after a change."""
    code = source("find-the-leak", file)
    output, names = io.StringIO(), {"__name__": "lab"}
    with contextlib.redirect_stdout(output):
        exec(code.replace(old, new), names)
    validation, next_month = re.findall(r": (\d\.\d\d)$", output.getvalue(), re.MULTILINE)
    return float(validation), float(next_month)


def test_each_repair_of_a_leak_can_be_seen() -> None:
    """The page says so of the accuracies, and that the first repair alone changes the model."""
    stages = [
        accuracies(file="starter.py"),
        accuracies('[*SENSORS, "repair_hours"]', "SENSORS", "starter.py"),
        accuracies("choose_columns(training)", "choose_columns(rows)"),
        accuracies(),
    ]
    gaps = [validation - next_month for validation, next_month in stages]
    assert all(before - after >= 0.1 for before, after in pairwise(gaps)), stages
    assert stages[1][1] > stages[0][1] + 0.1
    assert max(later for _, later in stages[1:]) - min(later for _, later in stages[1:]) < 0.05


def test_the_honest_accuracy_is_the_one_that_the_page_names() -> None:
    page = " ".join(source("find-the-leak", "index.md").split())
    assert "both are between 0.53 and 0.65. They can still differ by up to 0.06" in page
    for seed in range(1, 7):
        validation, next_month = accuracies("random.Random(1)", f"random.Random({seed})")
        assert 0.53 <= validation <= 0.65, seed
        assert 0.53 <= next_month <= 0.65, seed
        assert abs(validation - next_month) <= 0.06, seed


def test_the_page_about_thresholds_compares_costs_that_the_code_computes() -> None:
    lab, page = solution("threshold-by-cost"), " ".join(source("threshold-by-cost", "index.md").split())
    costs = lab.COST_FP, lab.COST_FN
    cheapest, by_formula, at_half = (
        lab.total_cost(lab.Y_TRUE, lab.Y_SCORE, threshold, *costs)
        for threshold in (lab.cheapest_threshold(lab.Y_TRUE, lab.Y_SCORE, *costs), lab.break_even(*costs), 0.5)
    )
    assert by_formula == pytest.approx(1.4 * cheapest)
    assert at_half > 2 * cheapest
    assert "break-even probability costs 40% more than the cheapest threshold" in page
    assert "a threshold of 0.50 costs more than twice as much" in page


def test_a_comment_in_the_solution_explains_what_the_code_about_bias_and_variance_prints() -> None:
    output = printed("bias-and-variance", "solution.py")
    comment = " ".join(source("bias-and-variance", "solution.py").replace("\n# ", " ").split())
    assert "Best model with 8 rows: line\nBest model with 64 rows: slots" in output
    assert "With 8 rows, the line is best" in comment
    assert "With 64 rows, slots is best" in comment


def test_the_rule_of_thumb_raises_the_false_alarms_that_the_page_counts() -> None:
    first = printed("detect-drift", "solution.py").partition("Drift in")[0]
    assert [float(psi) > 0.1 for psi in re.findall(r"PSI (\S+)", first)] == [True] * 4
    assert "the PSI of all four features is above 0.1" in source("detect-drift", "index.md")


def test_the_page_about_the_gate_quotes_recall() -> None:
    lab = solution("release-gate")

    def recall(report: Any, name: str = "") -> str:
        counts = report["slices"][name] if name else lab.overall(report)
        return f"{lab.metrics_of(counts)['recall']:.2f}"

    page = source("release-gate", "index.md")
    assert f"rises from {recall(lab.PRODUCTION)} to {recall(lab.CANDIDATE)}," in page
    assert f"falls from {recall(lab.PRODUCTION, 'business')} to {recall(lab.CANDIDATE, 'business')}." in page


def test_the_example_of_how_to_write_tests_works() -> None:
    guide = (ROOT / "docs/contributing/new-lab.md").read_text(encoding="utf-8")
    example = re.search(r'```python title="docs/labs/my-lab/tests.py"\n(.*?)```', guide, re.DOTALL)
    assert example
    run_code = import_module("harness").run
    counts = "def count_labels(labels):\n    return {k: labels.count(k) for k in (0, 1)}\n"
    divided = "def precision(y_true, y_pred):\n    return 1 / sum(%s)\n"
    assert run_code(counts + divided % "y_pred", example[1])["passed"]
    wrong = messages(run_code(counts + divided % "y_true", example[1]))
    assert wrong["test_precision"].startswith("precision returned 0.3333. You divide by 3, the actual positives.")
    unfinished = messages(run_code(f"def count_labels(labels):\n    pass\n{divided % 'y_pred'}", example[1]))
    assert unfinished["test_counts"].startswith("count_labels returned None.")
    assert unfinished["test_precision"] == 'Fix count_labels first: see the test "Counts of the labels".'


def test_every_helper_for_tests_is_explained() -> None:
    guide = (ROOT / "docs/contributing/new-lab.md").read_text(encoding="utf-8")
    harness = import_module("harness")
    functions = {name for name, value in vars(harness).items() if isfunction(value) and value.__module__ == "harness"}
    offered = {name for name in functions if not name.startswith("_")} - {"run"}  # which a page needs
    assert [name for name in sorted(offered) if f"`{name}(" not in guide] == []


def meta(lab: str) -> FrontMatter:
    """The front matter of a lab's page."""
    return front_matter_and_problems(source(lab, "index.md"), f"docs/labs/{lab}/index.md").fields


@pytest.mark.parametrize("lab", NAMES)
def test_the_navigation_lists_the_page_of_a_lab(lab: str) -> None:
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    page = f"labs/{lab}/index.md"
    name = lab.replace("-", " ").capitalize()
    assert any(line.endswith(f": {page}") for line in lines), f"Add this line under labs/index.md: - {name}: {page}"


@pytest.mark.parametrize("lab", NAMES)
def test_the_page_of_a_lab_has_a_question_and_room_for_the_editor(lab: str) -> None:
    assert meta(lab).question, "Write the question that the lab answers into the front matter."
    assert meta(lab).hide == ["navigation", "toc"], "Write hide: [navigation, toc] into the front matter."


@pytest.mark.parametrize("lab", NAMES)
def test_a_lab_practices_an_objective_of_its_lesson(lab: str, course: Course) -> None:
    objectives = course.ledger.objectives
    pages = {objectives[name].page for name in meta(lab).objectives}
    assert meta(lab).lesson in pages, f"None of the objectives belongs to {meta(lab).lesson}."


@pytest.mark.parametrize("folder", [".", *NAMES])
def test_each_heading_has_an_anchor(folder: str) -> None:
    headings = re.findall(r"^##+ .+$", source(folder, "index.md"), re.MULTILINE)
    bare = [line for line in headings if not line.endswith("}") and line != "## Sources"]
    assert not bare, f"Add an anchor, for example {bare[0]} {{#task}}."


@pytest.mark.parametrize("lab", NAMES)
def test_the_first_hint_shows_no_code(lab: str) -> None:
    for code in re.findall(r"`([^`]+)`", meta(lab).hints[0]):
        assert re.fullmatch(r"\w+", code), f"Hint 1 is an idea without code. Take out `{code}`."


@pytest.mark.parametrize("lab", NAMES)
def test_what_follows_the_lab_contains_no_code(lab: str) -> None:
    below = source(lab, "index.md").partition("{{ lab() }}")[2]
    for code in re.findall(r"`([^`]+)`", below):
        assert re.fullmatch(r"\w+", code), f"Readers see this before they have solved the lab. Take out `{code}`."
