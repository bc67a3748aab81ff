"""Silences one code at a time: each time its own example turns red, so no example passes for another reason.

A rule's check is made to yield nothing. A room below or above the rules reports under a code that nobody knows, at the
one place where problems are made.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

import macros
from macros import bank, course, ledger, problems, reading, rules, sealing
from macros.problems import Place, Problem
from macros.sealing.packing import pack
from tests.rules import test_rules as examples
from tests.sealing import test_packing, test_sealing

OTHER = "X000"
Example = Callable[[str, Path], None]


def in_a_course(code: str, folder: Path) -> None:
    fault = {**bank.loading.FAULTS, **course.FAULTS, **rules.FAULTS}[code]
    examples.test_the_bad_example_fires_its_code(code, fault.bad, fault.good, folder)


def while_reading(code: str, folder: Path) -> None:
    examples.test_reading_refuses_its_bad_example_and_takes_the_good_one(code)


def in_the_ledger(code: str, folder: Path) -> None:
    examples.test_the_ledger_refuses_its_bad_example_and_takes_the_good_one(code, folder)


def in_a_built_page(code: str, folder: Path) -> None:
    if code == "S105":
        test_sealing.test_feedback_in_the_search_index_is_a_spoiler(folder)
    elif code == "S106":
        test_sealing.test_a_page_without_its_character_set_is_refused()
    elif code == "S107":
        script = folder / "assets/quiz/define.js"
        script.parent.mkdir(parents=True)
        script.write_text(sealing.FAULTS[code].bad)
        assert [one.code for one in pack(folder, test_packing.ROOT)] == [code]
    else:
        test_sealing.test_each_fault_has_an_example_that_fires_and_one_that_does_not(code)


ROOMS: list[tuple[dict[str, problems.Fault], Example]] = [
    (reading.FAULTS, while_reading),
    (ledger.loading.FAULTS, in_the_ledger),
    (bank.loading.FAULTS, in_a_course),
    (course.FAULTS, in_a_course),
    (rules.FAULTS, in_a_course),
    (sealing.FAULTS, in_a_built_page),
]
OF_ROOMS = [pytest.param(code, example, id=code) for table, example in ROOMS for code in table]


@pytest.mark.parametrize(("code", "bad", "good"), list(examples.rule_pages()), ids=list(rules.rules()))
def test_a_rule_that_finds_nothing_fails_by_its_own_example(
    code: str, bad: str, good: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules.rules()[code], "check", lambda course: iter(()))
    with pytest.raises(AssertionError):
        examples.test_the_bad_example_fires_its_code(code, bad, good, tmp_path)


@pytest.mark.parametrize(("code", "example"), OF_ROOMS)
def test_a_code_that_no_room_reports_fails_by_its_own_example(
    code: str, example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    silence(code, monkeypatch)
    with pytest.raises(AssertionError):
        example(code, tmp_path)


def silence(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every module report this code as another one."""

    def quiet(found: str, place: Place, text: str, *, warning: bool = False) -> Problem:
        return problems.problem(OTHER if found == code else found, place, text, warning=warning)

    silenced = 0
    for module in map(import_module, MODULES):
        if getattr(module, "problem", None) is problems.problem and module is not problems:
            monkeypatch.setattr(module, "problem", quiet)
            silenced += 1
    assert silenced > 60


MODULES = [
    module.name
    for module in pkgutil.walk_packages(macros.__path__, "macros.")
    if not module.name.startswith(("macros.live", "macros.__main__"))
]
