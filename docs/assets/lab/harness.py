"""Run a reader's lab in CPython or in Pyodide: execute the code, run its tests, and return both as plain data.

A page needs `run` alone. The functions of the first section are for a lab's tests.py, which imports them from here.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import linecache
import math
import sys
import traceback
import types
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, NoReturn, TypeGuard

LAB_FILE, TESTS_FILE = "lab.py", "tests.py"
MAX_OUTPUT = 20_000  # characters; a page that shows more gets slow
MAX_TEXT = 4_000  # characters of a message or a traceback
MAX_SHOWN = 80  # characters of a value inside a sentence
CLOSE = 1e-9  # relative and absolute difference between floats that count as equal
NEEDS = "needs"  # attribute of a test: the names that `after` was given

Test = Callable[[Any], object]  # a function of tests.py; it gets the reader's module


def run(code: str, tests: str, echo: Callable[[str], object] | None = None) -> dict[str, Any]:
    """Execute `code` as the module `lab`, then run every `test_*` function of `tests` with that module.

    code, tests: source texts; they are named lab.py and tests.py in messages. echo: gets each piece of output as it is
    printed, up to the limit of MAX_OUTPUT characters.
    Returns JSON data:

    output   what was printed, up to MAX_OUTPUT characters
    error    None, or "type", "message", "line" (in lab.py, from 1, or None) and "text" (the traceback from lab.py on)
    tests    "name", "title", "passed", "message" and "line" of each; empty if the code failed before it had defined
             what SIGNATURES of tests.py names. A test that `after` made wait is not run; its message says for what
    figure   what `figure(lab)` of tests.py returns: None, or "caption", "tree" as in live.figures, and "table", rows of
             texts with the column heads first; None, too, if it fails, as it may for unfinished code
    passed   whether the code ran to its end and all tests passed

    Raises whatever tests.py raises while it is loaded: that is an error of the lab, not of the reader.
    """
    sys.modules.setdefault("harness", _copy_of_this_module())
    output, error, results, figure = CappedOutput(echo), None, [], None
    lab, checks = _register_new_module("lab", LAB_FILE), _register_new_module("lab_tests", TESTS_FILE)
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            _execute(lab, code)
        except BaseException as exception:  # SystemExit too: exit() must not end the worker
            error = _error_data(_reraise_interrupt(exception))
        _execute(checks, tests)
        if error is None or _defines_all(lab, _signatures_by_name(checks)):
            results, figure = _run_tests(checks, lab), _draw_figure(checks, lab)
    passed = error is None and bool(results) and all(result["passed"] for result in results)
    return {"output": output.text(), "error": error, "tests": results, "figure": figure, "passed": passed}


class CappedOutput(io.TextIOBase):
    """What is printed, up to a number of characters. The rest is counted as lost and not kept."""

    def __init__(self, echo: Callable[[str], object] | None = None, limit: int = MAX_OUTPUT) -> None:
        self._parts: list[str] = []
        self._left = limit
        self._limit = limit
        self._is_cut = False
        self._echo = echo

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        """Keep as much of the text as there is room for."""
        kept = text[: self._left]
        if kept:
            self._append(kept)
        if len(kept) < len(text) and not self._is_cut:
            self._is_cut = True
            self._append(f"\n... Output stops here: {self._limit:,} characters are shown.\n")
        return len(text)

    def text(self) -> str:
        """All that was kept."""
        return "".join(self._parts)

    def _append(self, text: str) -> None:
        self._left = max(0, self._left - len(text))
        self._parts.append(text)
        if self._echo:
            self._echo(text)


# --- for tests.py ---------------------------------------------------------------------------------------------------


def after(name: str, *tests: Test) -> Callable[[Test], Test]:
    """Decorate a test of code that calls another function of the reader's, so that a mistake there is reported there.

    name: the other function, for example total_cost. tests: the tests that it must have passed. If one of them failed,
    the decorated test is not run, and its message is "Fix total_cost first" with the title of the failed test.
    """

    def add_needs(test: Test) -> Test:
        vars(test).setdefault(NEEDS, []).insert(0, (name, tests))  # decorators are applied from the bottom up
        return test

    return add_needs


class Call(NamedTuple):
    """A call that `watch` recorded."""

    arguments: list[Any]  # in the order of the parameters, defaults included
    result: Any


@contextlib.contextmanager
def watch(lab: types.ModuleType, name: str) -> Iterator[list[Call]]:
    """Record the calls of one of the reader's functions by the others, to say what a wrong result comes from.

    A reader may solve the lab without these calls, so an empty list is not a mistake.
    """
    function = getattr(lab, name)
    signature = inspect.signature(function)
    calls: list[Call] = []

    @functools.wraps(function)
    def record_call(*given: Any, **named: Any) -> Any:
        result = function(*given, **named)
        bound = signature.bind(*given, **named)
        bound.apply_defaults()
        calls.append(Call(list(bound.arguments.values()), result))
        return result

    setattr(lab, name, record_call)
    try:
        yield calls
    finally:
        setattr(lab, name, function)


def fail(message: str) -> NoReturn:
    """Fail the test with a diagnosis: full sentences that name the reader's value and the fix."""
    raise AssertionError(message)


def shown(value: object) -> str:
    """A value as a reader wrote or would write it, short enough for a sentence; floats have four significant digits."""
    if type(value) is float and math.isfinite(value):
        return f"{value:.4g}"
    try:
        text = repr(value)
    except Exception:  # a class of the reader's
        text = f"an object of type {type(value).__name__}"
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 6] + " [...]"


def is_close(a: object, b: float) -> bool:
    """Whether a is a finite number that equals b but for rounding errors."""
    return is_number(a) and math.isclose(a, b, rel_tol=CLOSE, abs_tol=CLOSE)


def is_number(value: object) -> TypeGuard[float]:
    """Whether the value is a finite int or float; True and False are not numbers here."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def expect_number(call: str, got: object, expected: float, mistakes: Iterable[tuple[float | None, str]] = ()) -> None:
    """Fail unless got is the expected number; say which mistake was made if it is one of the known ones.

    call: what returned the value, as the reader would write it. mistakes: pairs of the value that a mistake leads to
    and the diagnosis, most likely first; a value of None is a mistake that could not be computed, and is skipped.
    """
    if got is None:
        fail(f"{call} returned None. Return a number: does each path through your function end in a return?")
    if not is_number(got):
        fail(f"{call} returned {shown(got)}, which is not a finite number. Return a number.")
    if is_close(got, expected):
        return
    for value, diagnosis in mistakes:
        if value is not None and is_close(got, value):
            fail(f"{call} returned {shown(got)}. {diagnosis}")
    fail(f"{call} returned {shown(got)}. {_numeric_hint(got, expected)}")


def _numeric_hint(got: float, expected: float) -> str:
    """What is probably wrong with a number, whatever it measures."""
    if expected and is_close(got, 100 * expected):
        return "This is 100 times the right value: calculate with shares between 0 and 1, not with percentages."
    if is_close(got, -expected):
        return "Only the sign is wrong: check the order of each subtraction and of each quotient."
    if any(is_close(got, round(expected, digits)) for digits in range(1, 6)):
        return f"Do not round the result: the tests expect {expected!r}."
    return f"The result should be {shown(expected) if shown(got) != shown(expected) else repr(expected)}."


# --- loading and running --------------------------------------------------------------------------------------------


def _register_new_module(name: str, file: str) -> types.ModuleType:
    """An empty module that imports find under its name, in place of the one from the run before."""
    module = types.ModuleType(name)
    module.__file__ = file
    sys.modules[name] = module
    return module


def _execute(module: types.ModuleType, source: str) -> None:
    """Execute a source text in a module; tracebacks can quote its lines."""
    file = str(module.__file__)
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)


def _copy_of_this_module() -> types.ModuleType:
    """This file as a module named `harness`, whether it was imported or executed as a text."""
    module = types.ModuleType("harness", __doc__)
    module.__dict__.update(globals())
    return module


def _signatures_by_name(tests: types.ModuleType) -> dict[str, str]:
    """What tests.py says that the code must define: signatures, or names of constants, by name."""
    return {signature.partition("(")[0]: signature for signature in getattr(tests, "SIGNATURES", ())}


def _defines_all(lab: types.ModuleType, signatures: dict[str, str]) -> bool:
    """Whether the code got far enough for the tests, although it failed later: its last lines often only print."""
    return bool(signatures) and all(hasattr(lab, name) for name in signatures)


def _run_tests(tests: types.ModuleType, lab: types.ModuleType) -> list[dict[str, Any]]:
    """The result of every test, in the order in which tests.py defines them."""
    signatures = _signatures_by_name(tests)
    results = []
    failed: dict[str, str] = {}  # for each test that failed: what it said instead of being run, or nothing
    for test in [value for name, value in vars(tests).items() if name.startswith("test_") and callable(value)]:
        waits = _why_not_run(test, failed)
        message, line = (waits, None) if waits else _run_test(test, lab, signatures)
        if message:
            failed[test.__name__] = waits
        found = {
            "name": test.__name__,
            "title": _test_title(test),
            "passed": not message,
            "message": message,
            "line": line,
        }
        results.append(found)
    return results


def _why_not_run(test: Test, failed: dict[str, str]) -> str:
    """What a test says instead of being run; empty if all that it depends on is right."""
    for name, needed in vars(test).get(NEEDS, ()):
        for each in needed:
            if each.__name__ in failed:
                return failed[each.__name__] or f'Fix {name} first: see the test "{_test_title(each)}".'
    return ""


def _test_title(test: Test) -> str:
    """What readers see of a test's docstring."""
    return (test.__doc__ or test.__name__).strip().splitlines()[0]


def _run_test(test: Test, lab: types.ModuleType, signatures: dict[str, str]) -> tuple[str, int | None]:
    """The diagnosis, which is empty if the test passed, and a line of lab.py, if there is one."""
    try:
        test(lab)
    except BaseException as exception:
        return _diagnosis_and_line(_reraise_interrupt(exception), lab, signatures)
    return "", None


def _diagnosis_and_line(
    exception: BaseException, lab: types.ModuleType, signatures: dict[str, str]
) -> tuple[str, int | None]:
    """Why a test failed, in sentences, and the line of lab.py that it failed in, if there is one."""
    frames = traceback.extract_tb(exception.__traceback__)
    if isinstance(exception, AssertionError) and frames[-1].filename != LAB_FILE:
        cause = exception.__context__  # what the test caught before it failed
        return _shorten_middle(str(exception)) or "This test failed.", _error_data(cause)["line"] if cause else None
    error = _error_data(exception)
    if error["line"]:
        return f"Line {error['line']} of your code raised {_shorten_middle(_error_sentence(error))}", error["line"]
    return _shorten_middle(
        _what_to_define(exception, lab, signatures) or f"The test raised {_error_sentence(error)}"
    ), None


def _error_sentence(error: dict[str, Any]) -> str:
    """Type and message of an error as the end of a sentence."""
    text = f"{error['type']}: {error['message']}" if error["message"] else str(error["type"])
    return text if text.endswith((".", "!", "?")) else text + "."


def _what_to_define(exception: BaseException, lab: types.ModuleType, signatures: dict[str, str]) -> str:
    """What to define so that the tests can use it; empty if the exception has another reason."""
    if isinstance(exception, AttributeError) and exception.obj is lab:
        return _define_sentence(signatures.get(str(exception.name), str(exception.name)))
    if not isinstance(exception, TypeError):
        return ""
    for name, signature in signatures.items():
        if "(" in signature and not callable(getattr(lab, name, None)):
            return f"{name} is {shown(getattr(lab, name, None))}, not a function. {_define_sentence(signature)}"
        if str(exception).startswith(f"{name}()"):
            return f"The tests cannot call your function: {exception}. {_define_sentence(signature)}"
    return ""


def _define_sentence(signature: str) -> str:
    """What to define, as a sentence."""
    return f"Define a function {signature}." if "(" in signature else f"Define {signature}."


def _draw_figure(tests: types.ModuleType, lab: types.ModuleType) -> Any:
    """What the tests draw from the reader's code, or None."""
    try:
        return tests.figure(lab) if hasattr(tests, "figure") else None
    except BaseException as exception:
        _reraise_interrupt(exception)
        return None


# --- errors ---------------------------------------------------------------------------------------------------------


def _reraise_interrupt(exception: BaseException) -> BaseException:
    """The exception; a KeyboardInterrupt is raised again, because it is meant for the program that runs the harness."""
    if isinstance(exception, KeyboardInterrupt):
        raise exception
    return exception


def _error_data(exception: BaseException) -> dict[str, Any]:
    """An exception as data: frames outside of the reader's code are dropped up to the first line of lab.py."""
    if isinstance(exception, ModuleNotFoundError):  # Pyodide adds a link to its own documentation
        exception.msg = f"No module named {exception.name!r}. Labs have Python's standard library and the module live."
    report = traceback.TracebackException.from_exception(exception)
    frames = list(report.stack)
    lines = [k for k, frame in enumerate(frames) if frame.filename == LAB_FILE]
    line = frames[lines[-1]].lineno if lines else None
    if isinstance(exception, SyntaxError) and exception.filename == LAB_FILE:
        line = exception.lineno
    text = "".join(report.format_exception_only())
    if lines:
        report.stack = traceback.StackSummary.from_list(frames[lines[0] :])
        text = "".join(report.format())
    return {
        "type": type(exception).__name__,
        "message": _shorten_middle(_error_message(exception)),
        "line": line,
        "text": _shorten_middle(text),
    }


def _error_message(exception: BaseException) -> str:
    """The text of an exception; empty if its class cannot say it."""
    if isinstance(exception, SyntaxError) and exception.msg:
        return exception.msg
    try:
        return str(exception)
    except Exception:  # a class of the reader's
        return ""


def _shorten_middle(text: str) -> str:
    """The text, shortened in the middle if it is too long: a traceback says most at both ends."""
    if len(text) <= MAX_TEXT:
        return text
    half = MAX_TEXT // 2
    return f"{text[:half]}\n...\n{text[-half:]}"
