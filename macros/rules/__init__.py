"""The rules: what can be wrong with content. One file holds one rule; `gate/` serves the rules on the whole bank.

The docstring of a rule is its page (`CODE: title`, why, Bad, Good), and `check(course)` yields problems. The file
name says what is wrong, and a file in this folder is registered as a rule. Rules see the whole course, but not each
other, and they never print. An item waives a rule of form with `allow: {CODE: reason}`. A waiver that waives nothing
is a problem of its own, because it would hide the next one.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from macros import bank, ledger, reading
from macros.course import Course, pages
from macros.problems import CodeUsedTwice, Fault, Problem, did_you_mean, problem

WAIVER = "B125"
COUNTING = ("B5", "L117", "P115")  # rules that count over all items; an item that could not be read would be missing
# rules that look up pages by their names in other files; a page that could not be read would be missing
LOOKING_UP_PAGES = ("L114", "L119", "P110", "P111", "P128", "P131")
REMOVED = ("B514",)  # codes of removed rules, which no other rule may have
WAIVABLE = ("B2", "B3", "B4")  # rules of form; no reason makes a wrong key right or gives a number a source
FAULTS = {
    WAIVER: Fault("An item can waive a rule with `allow` and a reason. A waiver that is no longer needed must be "
                  "removed, because it would hide the next problem of the same kind.",
                  "allow: {B205: The four product names are that long.}",
                  "choices:\n"
                  "- {id: recall, text: Usually recall, feedback: It divides by all actual positives.}\n"
                  "- {id: precision, text: Usually precision, feedback: It looks at flags and nothing else.}\n"
                  "- {id: accuracy, text: Usually accuracy, feedback: It counts every message the same.}\n"
                  "allow: {B208: The question is about how often each metric is used.}\n"),
}  # fmt: skip
# the modules whose `FAULTS` are codes that no rule reports; those of sealing are about the built site
MODULES_WITH_FAULTS: tuple[ModuleType, ...] = (
    reading.faults,
    ledger.loading,
    bank.loading,
    *bank.interactions.INTERACTION_MODULES_WITH_FAULTS,
    pages,
    sys.modules[__name__],
)


@cache
def rules_by_code() -> dict[str, ModuleType]:
    """Every rule by its code, sorted. CodeUsedTwice if a rule or a fault has the code of another file."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg]
    rules = [import_module(f"{__name__}.{name}") for name in names]
    found = [(rule_code_from_docstring(rule), rule) for rule in rules]
    _refuse_code_used_twice([*((code, module) for module in MODULES_WITH_FAULTS for code in module.FAULTS), *found])
    return dict(sorted(found))


def _refuse_code_used_twice(codes: list[tuple[str, ModuleType]]) -> None:
    """CodeUsedTwice if two modules have the same code, or one that of a removed rule. It names the next unused code."""
    paths = dict.fromkeys(REMOVED, "a rule that was removed")
    for code, module in codes:
        if code in paths:
            last = max(other for other in (*REMOVED, *(used for used, _ in codes)) if other[:2] == code[:2])
            raise CodeUsedTwice(
                f"{paths[code]} and {_path_below_root(module)} both have the code {code}. "
                f"The next unused code of this group is {last[0]}{int(last[1:]) + 1}."
            )
        paths[code] = _path_below_root(module)


def _path_below_root(module: ModuleType) -> str:
    return Path(str(module.__file__)).relative_to(Path(__file__).parents[2]).as_posix()


def rule_code_from_docstring(rule: ModuleType) -> str:
    """The code that opens a rule's docstring."""
    return str(rule.__doc__).partition(":")[0]


def unwaived_problems(course: Course) -> list[Problem]:
    """Every problem of a course that is not waived, of loading and of rules: what can't be read, then all by place.

    Rules are left out whose findings might only be that something could not be read (`unchecked_rules_sentences` says
    which).
    """
    judged = {} if course.ledger.entirely_unreadable_paths else rules_by_code()
    unchecked = _unchecked_rule_code_prefixes(course)
    readable_part = course.without_unreadable_pages()
    found = {
        one for code, rule in judged.items() if not code.startswith(unchecked) for one in rule.check(readable_part)
    }
    problems = {*course.problems, *(_problems_after_waivers(course, found) if judged else ())}
    return sorted(problems, key=lambda one: (not one.code.startswith("Y"), one))


def unchecked_rules_sentences(course: Course) -> str:
    """Which rules were not checked because a file, item, or page could not be read, in sentences; else ""."""
    if course.ledger.entirely_unreadable_paths:
        return (
            f"Nothing else was checked, because the rules need {' and '.join(course.ledger.entirely_unreadable_paths)}."
        )
    sentences = []
    if broken := course.bank.broken_items:
        names = ", ".join(item.id or "one without an id" for item in broken)
        sentences.append(f"Items with errors in their fields: {names}. Other rules check them once these are fixed.")
    if course.bank.problems:
        what, codes = "items" if broken else "files", ", ".join(COUNTING)
        sentences.append(
            f"Not checked, because some {what} in quizzes/ could not be read: {codes}. These rules count all items."
        )
    if course.unreadable_pages:
        pages, codes = ", ".join(page.path for page in course.unreadable_pages), ", ".join(LOOKING_UP_PAGES)
        sentences.append(f"Not checked, because {pages} could not be read: {codes}. These rules look up pages.")
    return " ".join(sentences)


def _unchecked_rule_code_prefixes(course: Course) -> tuple[str, ...]:
    """Codes, or their prefixes, of rules that would give wrong results because something could not be read."""
    return (*(COUNTING if course.bank.problems else ()), *(LOOKING_UP_PAGES if course.unreadable_pages else ()))


def _problems_after_waivers(course: Course, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that no item waives, then a problem for each waiver that is wrong or no longer needed."""
    waivers = [(item, code) for item in course.bank.items for code in item.allow]
    waived = {(item.at().path, item.id, code): False for item, code in waivers if code.startswith(WAIVABLE)}
    for one in problems:
        if (one.path, one.item, one.code) in waived:
            waived[one.path, one.item, one.code] = True
        else:
            yield one
    for item, code in waivers:
        if code in rules_by_code() and not code.startswith(WAIVABLE):
            message = "which cannot be waived. Only rules on wording, cues, and interactions can (B2, B3, B4)."
        elif not waived.get((item.at().path, item.id, code)) and not course.unreadable_pages:
            hint = "" if code in rules_by_code() else did_you_mean(code, rules_by_code())
            message = f"which finds nothing here.{hint or ' Remove the waiver.'}"
        else:
            continue
        yield problem(WAIVER, item.at("allow", code), f"allow names {code[:20]}, {message}", warning=True)
