"""The harness: what it returns for code that works, fails, prints too much, or does not define what the tests use."""

import json
import sys
from importlib import import_module
from typing import Any

import pytest

from tests.conftest import ROOT

ONE_TEST = '''
SIGNATURES = ("double(x)",)


def test_double(lab):
    """Double of a number

    More words for maintainers.
    """
    if lab.double(2) != 4:
        raise AssertionError(f"double returned {lab.double(2)}. Multiply by 2.")
'''


def run(code: str, tests: str = ONE_TEST, **options: Any) -> dict[str, Any]:
    result: dict[str, Any] = import_module("harness").run(code, tests, **options)
    assert json.loads(json.dumps(result)) == result, "a page gets it as JSON"
    return result


def only_test(code: str, tests: str = ONE_TEST) -> dict[str, Any]:
    [test] = run(code, tests)["tests"]
    assert isinstance(test, dict)
    return test


def test_right_code_passes_and_its_output_is_kept() -> None:
    result = run("def double(x):\n    return 2 * x\nprint('four:', double(2))\n")
    assert result == {
        "output": "four: 4\n",
        "error": None,
        "tests": [
            {"name": "test_double", "title": "Double of a number", "passed": True, "message": "", "line": None},
        ],
        "figure": None,
        "passed": True,
    }


def test_a_diagnosis_is_the_message_of_the_assertion() -> None:
    result = run("def double(x):\n    return x + 1\n")
    assert not result["passed"]
    assert result["tests"][0]["message"] == "double returned 3. Multiply by 2."
    assert result["tests"][0]["line"] is None


def test_tests_run_in_the_order_of_the_file_and_one_failure_stops_none() -> None:
    tests = "def test_b(lab):\n    assert False, 'no'\ndef test_a(lab):\n    'Second'\n"
    assert [(test["title"], test["passed"]) for test in run("", tests)["tests"]] == [
        ("test_b", False),
        ("Second", True),
    ]


def test_code_without_tests_has_not_passed() -> None:
    assert not run("", "")["passed"]


# --- errors of the code itself


def test_an_error_has_the_readers_line_and_no_frame_of_the_harness() -> None:
    result = run("def half(x):\n    return x / 0\n\nhalf(2)\n")
    error = result["error"]
    assert (error["type"], error["message"], error["line"]) == ("ZeroDivisionError", "division by zero", 2)
    assert 'File "lab.py", line 4' in error["text"]
    assert "    return x / 0" in error["text"]
    assert "harness" not in error["text"]
    assert result["tests"] == []
    assert not result["passed"]


def test_without_signatures_code_that_fails_is_not_tested() -> None:
    assert run("1 / 0", "def test_it(lab):\n    'It'\n")["tests"] == []


def test_code_that_fails_in_its_last_lines_is_tested_all_the_same() -> None:
    result = run("def double(x):\n    return x + 1\nprint(1 / 0)\n")
    assert (result["error"]["line"], result["passed"]) == (3, False)
    assert result["tests"][0]["message"] == "double returned 3. Multiply by 2."
    assert not run("def double(x):\n    return 4\nprint(1 / 0)\n")["passed"]


def test_a_syntax_error_has_its_line() -> None:
    error = run("x = 1\nprint((x\n")["error"]
    assert (error["type"], error["message"], error["line"]) == ("SyntaxError", "'(' was never closed", 2)
    assert error["text"].startswith('  File "lab.py", line 2')


def test_a_syntax_error_in_a_text_that_the_code_evaluates_belongs_to_the_line_that_evaluates() -> None:
    error = run("x = 1\n\neval('1 +')\n")["error"]
    assert (error["type"], error["line"]) == ("SyntaxError", 3)


def test_the_frames_below_the_code_stay() -> None:
    error = run("from live.metrics import precision\nprecision(tp=0, fp=0)\n")["error"]
    assert (error["type"], error["message"], error["line"]) == ("Undefined", "there are no predicted positives", 2)
    assert "counts.py" in error["text"]


def test_a_missing_module_is_named_with_what_there_is() -> None:
    error = run("import no_such_module\n")["error"]
    assert error["message"].startswith("No module named 'no_such_module'. Labs have Python's standard library")
    assert error["line"] == 1


def test_exit_ends_the_code_and_not_the_harness() -> None:
    assert run("raise SystemExit(3)")["error"]["type"] == "SystemExit"


def test_endless_recursion_is_an_error_with_a_short_text() -> None:
    error = run("def f():\n    return f()\nf()\n")["error"]
    assert (error["type"], error["line"]) == ("RecursionError", 2)
    assert len(error["text"]) <= 4100


def test_an_exception_that_cannot_be_shown_is_an_error_all_the_same() -> None:
    code = "class Odd(Exception):\n    def __str__(self):\n        raise ValueError\nraise Odd\n"
    error = run(code)["error"]
    assert (error["type"], error["message"], error["line"]) == ("Odd", "", 4)


def test_ctrl_c_reaches_whoever_runs_the_harness() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("raise KeyboardInterrupt")


def test_a_broken_tests_file_is_not_the_readers_error() -> None:
    with pytest.raises(ModuleNotFoundError):
        run("", "import no_such_module")


# --- errors inside a test


def test_an_error_below_a_test_names_the_readers_line() -> None:
    test = only_test("def double(x):\n    return x / 0\n")
    assert test["message"] == "Line 2 of your code raised ZeroDivisionError: division by zero."
    assert test["line"] == 2


def test_the_readers_own_assertion_is_not_a_diagnosis() -> None:
    test = only_test("def double(x):\n    assert x > 5, 'too small'\n    return 2 * x\n")
    assert test["message"] == "Line 2 of your code raised AssertionError: too small."
    assert test["line"] == 2


def test_a_diagnosis_of_a_caught_error_keeps_its_line() -> None:
    tests = """
def test_half(lab):
    try:
        lab.half(1)
    except ZeroDivisionError:
        raise AssertionError("Check.")
"""
    test = only_test("def half(x):\n    return x / 0\n", tests)
    assert (test["message"], test["line"]) == ("Check.", 2)


def test_a_missing_function_is_asked_for() -> None:
    assert only_test("x = 1\n")["message"] == "Define a function double(x)."


def test_a_missing_constant_is_asked_for() -> None:
    assert only_test("", "SIGNATURES = ['LIMIT']\ndef test_limit(lab):\n    lab.LIMIT\n")["message"] == "Define LIMIT."


def test_what_is_not_a_function_is_asked_for() -> None:
    assert only_test("double = 4\n")["message"] == "double is 4, not a function. Define a function double(x)."


def test_other_parameters_are_told() -> None:
    message = only_test("def double():\n    return 4\n")["message"]
    assert message.startswith("The tests cannot call your function: double() takes 0 positional arguments")
    assert message.endswith("Define a function double(x).")


def test_an_attribute_that_the_readers_own_object_lacks_is_their_line() -> None:
    test = only_test("def double(x):\n    return x.twice\n")
    assert (test["line"], "AttributeError" in test["message"]) == (2, True)


def test_an_attribute_that_a_test_asks_of_a_result_is_not_asked_for_by_its_name() -> None:
    test = only_test("def double(x):\n    return 4\n", "def test_it(lab):\n    lab.double(2).size\n")
    assert test["message"] == "The test raised AttributeError: 'int' object has no attribute 'size'."


# --- tests that depend on others

CHAIN = """
from harness import after, fail

def test_add(lab):
    'Adding'
    if lab.add(1, 1) != 2:
        fail("add is wrong.")

@after("add", test_add)
def test_double(lab):
    'Doubling'
    if lab.double(2) != 4:
        fail("double is wrong.")

def test_zero(lab):
    'Zero'
    if lab.zero() != 0:
        fail("zero is wrong.")

@after("double", test_double)
@after("zero", test_zero)
def test_sum(lab):
    'Sum'
    if lab.double(2) + lab.zero() != 4:
        fail("The sum is wrong.")
"""
ADD, DOUBLE, ZERO = "add = lambda x, y: x + y\n", "double = lambda x: add(x, x)\n", "zero = lambda: 0\n"
BROKEN_ADD, BROKEN_DOUBLE, BROKEN_ZERO = "add = lambda x, y: x\n", "double = lambda x: 3\n", "zero = lambda: 1\n"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param(ADD + DOUBLE + ZERO, ["", "", "", ""], id="all right"),
        pytest.param(
            BROKEN_ADD + DOUBLE + ZERO,
            ["add is wrong.", 'Fix add first: see the test "Adding".', "", 'Fix add first: see the test "Adding".'],
            id="the first of a chain",
        ),
        pytest.param(
            ADD + BROKEN_DOUBLE + ZERO,
            ["", "double is wrong.", "", 'Fix double first: see the test "Doubling".'],
            id="the second of a chain",
        ),
        pytest.param(
            ADD + BROKEN_DOUBLE + BROKEN_ZERO,
            ["", "double is wrong.", "zero is wrong.", 'Fix double first: see the test "Doubling".'],
            id="two, of which the upper one is named",
        ),
        pytest.param(
            ADD + DOUBLE + BROKEN_ZERO,
            ["", "", "zero is wrong.", 'Fix zero first: see the test "Zero".'],
            id="the lower one",
        ),
    ],
)
def test_a_test_of_what_depends_on_a_broken_function_names_that_function(code: str, told: list[str]) -> None:
    result = run(code, CHAIN)
    assert [test["message"] for test in result["tests"]] == told
    assert [test["passed"] for test in result["tests"]] == [not message for message in told]


def test_a_test_that_waits_is_not_run() -> None:
    code = "def add(x, y):\n    return 0\ndef double(x):\n    print('called')\nzero = lambda: 0\n"
    assert run(code, CHAIN)["output"] == ""


WATCH = """
from harness import fail, watch

def test_double(lab):
    with watch(lab, "add") as calls:
        lab.double(2)
    fail(f"{[(call.arguments, call.result) for call in calls]} {lab.add.__name__}")
"""


@pytest.mark.parametrize(
    ("double", "says"),
    [
        pytest.param("return add(x, y=x)", "[([2, 2], 4)] add", id="arguments in the order of the parameters"),
        pytest.param("return add(x)", "[([2, 1], 3)] add", id="with defaults"),
        pytest.param("return 2 * x", "[] add", id="no call"),
        pytest.param("return add()", "Line 4 of your code raised TypeError: add() missing 1", id="a wrong call"),
    ],
)
def test_calls_among_the_readers_functions_are_recorded(double: str, says: str) -> None:
    message = only_test(f"def add(x, y=1):\n    return x + y\ndef double(x):\n    {double}\n", WATCH)["message"]
    assert message.startswith(says)


def test_what_was_watched_is_put_back() -> None:
    tests = WATCH + "\ndef test_after(lab):\n    fail(str(lab.add is lab.kept))\n"
    code = "def add(x, y=1):\n    return x + y\nkept = add\ndef double(x):\n    return 1 / 0\n"
    assert run(code, tests)["tests"][1]["message"] == "True"


# --- output


def test_output_of_the_tests_and_of_stderr_is_kept() -> None:
    code = "import sys\nprint('top', file=sys.stderr)\ndef double(x):\n    print(x)\n    return 4\n"
    assert run(code)["output"] == "top\n2\n"


def test_output_is_capped_and_says_so() -> None:
    echoed: list[str] = []
    output = run("for _ in range(100_000):\n    print('x' * 9)\n", echo=echoed.append)["output"]
    assert output.endswith("\n... Output stops here: 20,000 characters are shown.\n")
    assert len(output) < 20_100
    assert "".join(echoed) == output


# --- state and figure


def test_tests_find_the_harness_if_it_was_executed_as_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "harness", raising=False)
    monkeypatch.setattr(sys, "path", [path for path in sys.path if not path.endswith("assets/lab")])
    names: dict[str, Any] = {"__name__": "__main__"}
    exec((ROOT / "docs/assets/lab/harness.py").read_text(encoding="utf-8"), names)
    assert (
        names["run"]("", "from harness import fail\ndef test_it(lab):\n    fail('No.')")["tests"][0]["message"] == "No."
    )


def test_a_run_does_not_see_the_one_before() -> None:
    run("def double(x):\n    return 4\nleft = 1\n")
    assert run("print('left' in globals())")["output"] == "False\n"
    assert only_test("")["message"] == "Define a function double(x)."


def test_classes_of_the_code_work_like_those_of_a_module() -> None:
    code = "import pickle\nclass P:\n    x: int\nprint(type(pickle.loads(pickle.dumps(P()))), P.__annotations__)\n"
    assert run(code)["output"] == "<class 'lab.P'> {'x': <class 'int'>}\n"


FIGURE = "def figure(lab):\n    return {'caption': str(lab.double(1)), 'tree': ['svg', {}, []], 'table': []}\n"


def test_the_figure_is_drawn_from_the_code_whether_or_not_it_passes() -> None:
    for code, caption in (("def double(x):\n    return 2 * x\n", "2"), ("def double(x):\n    return 5\n", "5")):
        assert run(code, ONE_TEST + FIGURE)["figure"] == {"caption": caption, "tree": ["svg", {}, []], "table": []}


def test_code_that_the_figure_cannot_be_drawn_from_has_none() -> None:
    result = run("def double(x):\n    return 4 / (x - 1)\n", ONE_TEST + FIGURE)
    assert (result["figure"], result["error"], result["passed"]) == (None, None, True)


# --- what tests.py may use

EXPECTED = "from harness import expect_number\ndef test_third(lab):\n    expect_number('third()', lab.third(), 1 / 3"


@pytest.mark.parametrize(
    ("returned", "says"),
    [
        pytest.param("None", "third() returned None. Return a number", id="nothing"),
        pytest.param("'1/3'", "third() returned '1/3', which is not a finite number", id="a text"),
        pytest.param("True", "third() returned True, which is not a finite number", id="a boolean"),
        pytest.param("float('nan')", "third() returned nan, which is not a finite number", id="not a number"),
        pytest.param("100 / 3", "This is 100 times the right value: calculate with shares", id="a percentage"),
        pytest.param("-1 / 3", "Only the sign is wrong", id="the wrong sign"),
        pytest.param("0.33", "third() returned 0.33. Do not round the result", id="a rounded number"),
        pytest.param("0.5", "third() returned 0.5. Halves are wrong.", id="a known mistake"),
        pytest.param("7", "third() returned 7. The result should be 0.3333.", id="another number"),
        pytest.param("0.33333", "Do not round the result: the tests expect 0.3333333333333333.", id="many digits"),
        pytest.param("0.333334", "The result should be 0.3333333333333333.", id="equal in four digits"),
        pytest.param("'x' * 500", "xxx [...], which is not a finite number", id="a long text"),
        pytest.param("1 / 3 + 1e-12", "", id="the number, but for rounding errors"),
    ],
)
def test_a_number_is_judged(returned: str, says: str) -> None:
    tests = EXPECTED + ", [(None, 'Skipped.'), (0.5, 'Halves are wrong.')])"
    message = only_test(f"def third():\n    return {returned}\n", tests)["message"]
    assert says in message
    assert bool(says) == bool(message)
