"""The page of codes shows every one, as text."""

from __future__ import annotations

import re
from pathlib import Path

from macros.course import load_course
from macros.problems import Fault
from macros.reference.codes import FAULTS, GROUPS, explanation_text, problem_code_entries, rules_page
from macros.reference.macros import macros_by_name
from macros.rules import rules_by_code
from tests.sample import write_course

PAGE = rules_page()
ANCHORS = re.findall(r"^#{2,3} .*\{#([a-z]\d*)\}$", PAGE, re.MULTILINE)


def test_every_code_has_a_heading_of_its_own_in_order() -> None:
    codes = [anchor for anchor in ANCHORS if len(anchor) == 4]
    assert sorted(codes) == sorted(
        code.lower() for code in [*rules_by_code(), *(code for table in FAULTS for code in table)]
    )
    assert len(set(ANCHORS)) == len(ANCHORS)
    prefixes = [next(prefix for prefix in GROUPS if code.upper().startswith(prefix)) for code in codes]
    assert prefixes == sorted(prefixes, key=list(GROUPS).index)
    assert set(prefixes) == set(GROUPS)
    for prefix in GROUPS:
        inside = [code for code in codes if code.upper().startswith(prefix)]
        assert inside == sorted(inside)


def test_an_entry_has_a_reason_and_two_examples_that_differ() -> None:
    for entry in problem_code_entries():
        assert entry.why.strip() and entry.bad.strip(), entry.code
        assert entry.bad != entry.good, entry.code


def test_a_rule_shows_its_title_its_reason_and_its_examples() -> None:
    at = PAGE.index("### B104: two choices have the same text {#b104}")
    part = PAGE[at : PAGE.index("###", at + 3)]
    assert "If a reader selects the second of them" in part
    assert part.count('```yaml title="With the problem"\nchoices:\n- {id: recall') == 1
    assert part.count('```yaml title="Without it"\n') == 1


def test_every_code_can_be_explained_in_a_terminal() -> None:
    for entry in problem_code_entries():
        text = explanation_text(entry.code)
        assert text.startswith(entry.code) and "\n\nWith the problem:\n    " in text, entry.code
        assert all(char.isprintable() or char == "\n" for char in text), entry.code


def test_examples_can_stand_in_a_page() -> None:
    assert all(char.isprintable() or char == "\n" for char in PAGE)
    assert max(map(len, PAGE.split("\n"))) < 850
    assert PAGE.count("```") % 2 == 0
    outside = re.sub(r"^(```+).*?^\1$|`[^`\n]*`", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert "<" not in outside
    assert re.findall("(.?)--8<--", PAGE) == [";", ";"]  # of P124: shown, not followed


def test_the_table_of_every_module_that_has_one_is_shown() -> None:
    import pkgutil
    from importlib import import_module

    import macros

    found = []
    for module in pkgutil.walk_packages(macros.__path__, "macros."):
        if ".live" not in module.name and not module.name.endswith("__main__") and ".reference" not in module.name:
            table = getattr(import_module(module.name), "FAULTS", None)
            if isinstance(table, dict) and all(isinstance(fault, Fault) for fault in table.values()):
                found.append(table)
    known = {code for table in FAULTS for code in table}
    assert all(table.keys() <= known for table in found)


def test_the_macro_is_called_rules(tmp_path: Path) -> None:
    assert macros_by_name(load_course(write_course(tmp_path)), lambda: None)["rules"]() == PAGE
