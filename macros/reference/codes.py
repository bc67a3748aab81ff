"""Every code with its page: title, why, an example that has the fault and one that has not.

Rules bring them in their docstrings, the other rooms in `FAULTS`. The suite runs the same examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent, indent
from typing import NamedTuple

from macros import bank, course, ledger, reading, rules, sealing
from macros.problems import Fault

ROOMS = {
    "Y": ("Reading YAML", "What a data file may contain."),
    "B1": ("Items: structure", "What an item needs so that it can be asked and scored."),
    "B2": ("Items: wording", "What makes an item hard to read or its feedback useless."),
    "B3": ("Items: cues", "What helps readers guess the key without knowing the subject."),
    "B4": ("Items: interactions", "Problems that are specific to one interaction."),
    "B5": ("Items: the gate", "Patterns that only the whole question bank can show."),
    "L": ("The ledger", "Facts, sources, objectives, misconceptions, flashcards, terms, and exam guides."),
    "P": ("Pages", "Lessons and the macros that they call."),
    "C": ("Calculators", "What a calculator must contain."),
    "E": ("Exports", "What is exported as a file."),
    "S": ("Sealing", "What the built site must not contain. `make build` prints them; `make check` does not."),
}
FAULTS: tuple[dict[str, Fault], ...] = (
    reading.FAULTS,
    ledger.loading.FAULTS,
    bank.loading.FAULTS,
    course.FAULTS,
    rules.FAULTS,
    sealing.FAULTS,
)
LONGEST = 700  # characters of an example; one of a file beyond a million bytes is cut
_RULE = re.compile(
    r"\A(?P<code>[A-Z]\d{3}): (?P<title>.+?)\.?\n\n(?P<why>.*?)\n\nBad:\n(?P<bad>.*?)Good:\n(?P<good>.*)\Z", re.S
)


class Entry(NamedTuple):
    """The page of one code. Faults of rooms have no title: their why says it."""

    code: str
    title: str
    why: str
    bad: str
    good: str


def entries() -> list[Entry]:
    """Every code, sorted."""
    found = [Entry(code, "", fault.why, fault.bad, fault.good) for table in FAULTS for code, fault in table.items()]
    return sorted([*found, *map(_of_rule, rules.rules_by_code().values())])


def _of_rule(rule: object) -> Entry:
    page = _RULE.match(str(rule.__doc__).rstrip() + "\n")
    assert page, f"{rule} needs a docstring: `CODE: title.`, why, `Bad:` and `Good:`"
    return Entry(page["code"], page["title"], page["why"], dedent(page["bad"]), dedent(page["good"]))


def explained(code: str) -> str:
    """The page of one code as plain text: its reason, an example with the problem and one without it. KeyError."""
    entry = {one.code: one for one in entries()}[code.upper()]
    title = f"{entry.code}: {entry.title}" if entry.title else entry.code
    examples = [("With the problem:", entry.bad), ("Without it:", entry.good)]
    shown = [f"{label}\n{indent(_printable(text), '    ')}" for label, text in examples if text.strip()]
    return "\n\n".join([title, entry.why, *shown])


def rules_page() -> str:
    """The page of all codes, as Markdown; a heading for each group and for each code, with the code as its id."""
    known = entries()
    return "\n\n".join(part for room in ROOMS for part in _room(room, known))


def _room(room: str, known: list[Entry]) -> Iterator[str]:
    here = [entry for entry in known if entry.code.startswith(room)]
    if here:
        title, about = ROOMS[room]
        yield f"## {title} {{#{room.lower()}}}\n\n{about}"
        yield from map(_entry, here)


def _entry(entry: Entry) -> str:
    title = f"{entry.code}: {entry.title}" if entry.title else entry.code
    parts = [f"### {title} {{#{entry.code.lower()}}}", _escaped(entry.why), _example("With the problem", entry.bad)]
    if entry.good.strip():
        parts.append(_example("Without it", entry.good))
    return "\n\n".join(parts)


def _example(label: str, text: str) -> str:
    language = "html" if text.lstrip().startswith("<") else "yaml"
    fence = "````" if "```" in text else "```"
    shown = _printable(text).replace("--8<--", ";--8<--")  # shown as it is, where a bare one would include a file
    return f'{fence}{language} title="{label}"\n{shown}\n{fence}'


def _printable(text: str) -> str:
    """An example as it can stand in a page: control characters and lone surrogates written out, very long ones cut."""
    shown = text if len(text) <= LONGEST else f"{text[:60]} ... {len(text):,} characters"
    return "".join(char if char.isprintable() or char == "\n" else f"\\x{ord(char):02x}" for char in shown).rstrip()


def _escaped(text: str) -> str:
    """Markdown whose angle brackets outside of code are text."""
    return re.sub(r"(`[^`]*`)|<", lambda found: found[1] or "&lt;", text)
