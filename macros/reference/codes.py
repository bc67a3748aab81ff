"""Every code with its page: title, why, an example that has the fault and one that has not.

Rules have them in their docstrings, other packages in `FAULTS`. The suite runs the same examples.
"""

from __future__ import annotations

import re
from textwrap import dedent, indent
from typing import NamedTuple

from macros import rules, sealing
from macros.problems import Fault

GROUPS = {
    "Y": ("Reading YAML", "What a data file may contain."),
    "B1": ("Items: structure", "What an item needs so that it can be asked and scored."),
    "B2": ("Items: wording", "What makes an item hard to read or its feedback useless."),
    "B3": ("Items: cues", "What helps readers guess the key without knowing the subject."),
    "B4": ("Items: interactions", "Problems that are specific to one interaction."),
    "B5": ("Items: the gate", "Patterns that only the whole question bank can show."),
    "L": ("The ledger", "Facts, sources, objectives, misconceptions, flashcards, terms, and exam guides."),
    "P": ("Pages", "Lessons and the macros that they call."),
    "S": ("Sealing", "What the built site must not contain. `make build` prints them; `make check` does not."),
}
FAULTS: list[dict[str, Fault]] = [*(module.FAULTS for module in rules.MODULES_WITH_FAULTS), sealing.FAULTS]
LONGEST = 700  # characters of an example; one of a file beyond a million bytes is cut
_RULE = re.compile(
    r"\A(?P<code>[A-Z]\d{3}): (?P<title>.+?)\.?\n\n(?P<why>.*?)\n\nBad:\n(?P<bad>.*?)Good:\n(?P<good>.*)\Z", re.S
)


class CodeEntry(NamedTuple):
    """The page of one code. Only rules have a title; of the others, `why` says it."""

    code: str
    title: str
    why: str
    bad: str
    good: str


def problem_code_entries() -> list[CodeEntry]:
    """The entries of all codes of faults and rules, sorted by code."""
    found = [CodeEntry(code, "", fault.why, fault.bad, fault.good) for table in FAULTS for code, fault in table.items()]
    return sorted([*found, *map(_entry_from_rule_docstring, rules.rules_by_code().values())])


def _entry_from_rule_docstring(rule: object) -> CodeEntry:
    page = _RULE.match(str(rule.__doc__).rstrip() + "\n")
    assert page, f"{rule} needs a docstring: `CODE: title.`, why, `Bad:` and `Good:`"
    return CodeEntry(page["code"], page["title"], page["why"], dedent(page["bad"]), dedent(page["good"]))


def explanation_text(problem_code: str) -> str:
    """The page of one code as plain text: its reason, an example with the problem and one without it.

    Raises KeyError for a code that is not in use.
    """
    entry = {one.code: one for one in problem_code_entries()}[problem_code.upper()]
    title = f"{entry.code}: {entry.title}" if entry.title else entry.code
    examples = [("With the problem:", entry.bad), ("Without it:", entry.good)]
    shown = [f"{label}\n{indent(_cut_and_printable(text), '    ')}" for label, text in examples if text.strip()]
    return "\n\n".join([title, entry.why, *shown])


def code_summary_lines(prefix: str) -> list[str]:
    """A line for each code that starts with the prefix, with its title or the first sentence of its reason."""
    return [
        f"{entry.code}: {entry.title or entry.why.partition('. ')[0].rstrip('.')}"
        for entry in problem_code_entries()
        if entry.code.startswith(prefix)
    ]


def rules_page() -> str:
    """The page of all codes, as Markdown; a heading for each group and for each code, with the code as its id."""
    known = problem_code_entries()
    return "\n\n".join(_problem_code_group_section(prefix, known) for prefix in GROUPS)


def _problem_code_group_section(code_prefix: str, entries: list[CodeEntry]) -> str:
    """A group's heading, then each of its entries."""
    here = [entry for entry in entries if entry.code.startswith(code_prefix)]
    title, about = GROUPS[code_prefix]
    return "\n\n".join([f"## {title} {{#{code_prefix.lower()}}}", about, *map(_problem_code_section, here)])


def _problem_code_section(entry: CodeEntry) -> str:
    title = f"{entry.code}: {entry.title}" if entry.title else entry.code
    parts = [
        f"### {title} {{#{entry.code.lower()}}}",
        _escape_less_than_outside_code(entry.why),
        _example_code_block("With the problem", entry.bad),
    ]
    if entry.good.strip():
        parts.append(_example_code_block("Without it", entry.good))
    return "\n\n".join(parts)


def _example_code_block(label: str, example: str) -> str:
    language = "html" if example.lstrip().startswith("<") else "yaml"
    fence = "````" if "```" in example else "```"
    shown = _cut_and_printable(example).replace(
        "--8<--", ";--8<--"
    )  # shown as it is, where a bare one would include a file
    return f'{fence}{language} title="{label}"\n{shown}\n{fence}'


def _cut_and_printable(example: str) -> str:
    """An example as it can stand in a page: control characters and lone surrogates written out, very long ones cut."""
    shown = example if len(example) <= LONGEST else f"{example[:60]} ... {len(example):,} characters"
    return "".join(char if char.isprintable() or char == "\n" else f"\\x{ord(char):02x}" for char in shown).rstrip()


def _escape_less_than_outside_code(markdown: str) -> str:
    """Markdown whose angle brackets outside of code are text."""
    return re.sub(r"(`[^`]*`)|<", lambda found: found[1] or "&lt;", markdown)
