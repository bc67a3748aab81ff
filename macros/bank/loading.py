"""quizzes/**/*.yml -> Bank: every file read, every item checked by its model, broken ones left out and reported."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.bank.interactions import INTERACTIONS
from macros.bank.items import BrokenItem, Item
from macros.bank.released import BROKEN, Released, read_released_items_and_problems
from macros.ledger import Fact
from macros.ledger.models import ID
from macros.ledger.quoting import FACT, markdown_escaped_text
from macros.problems import Fault, Place, Problem, did_you_mean, nearest_word, problem
from macros.reading import Reading, read_yaml_or_empty_and_problems, unread_files
from macros.validation import Codes, Origin, problems_of_validation

CODES = Codes(missing="B101", unknown="B102", value="B103")
FAULTS = {
    "B101": Fault("The site needs this field to show, score, or explain the item.",
                  "stem:", "stem: Which share is recall?"),
    "B102": Fault("An unknown field is usually a misspelling, and its value would be lost if the check did not report "
                  "it.",
                  "stemm: x", "stem: x"),
    "B103": Fault("A value of the wrong type would not be read as the author intended.",
                  "rationale: 0.80", 'rationale: "0.80"'),
    "B105": Fault("If the key does not name any of the choices, every answer would be marked as wrong.",
                  "key: recal", "key: recall"),
    "B106": Fault("Stored answers and feedback refer to a choice by its id, so each id must be unique within the item.",
                  "choices: [{id: recall, text: a, feedback: b}, {id: recall, text: c, feedback: d}, "
                  "{id: e, text: f, feedback: g}]",
                  "choices: [{id: recall, text: a, feedback: b}, {id: other, text: c, feedback: d}, "
                  "{id: e, text: f, feedback: g}]"),
    "B109": Fault("The interaction determines which fields an item has, so an item with an unknown interaction cannot "
                  "be loaded.",
                  "interaction: choise", "interaction: choice"),
    "B110": Fault("A bank file is a mapping with a list of items. Anything else would be skipped without a message.",
                  "quizzes/metrics/sample.yml: 'item: []'", "quizzes/metrics/sample.yml: 'items: []'"),
    "B131": Fault("A call is replaced only if it is written in exactly this form. Otherwise, readers would see the "
                  "braces.",
                  "rationale: '{{fact(\"limit\")}} is the limit.'", "rationale: '{{ fact(\"limit\") }} is the limit.'"),
    BROKEN: Fault("This file is the only record of what was released. If a line cannot be read, nothing "
                  "protects the corresponding item against unintended changes in meaning.",
                  "quizzes/released.txt: 'first 1'", "quizzes/released.txt: '# nothing so far'"),
    "L105": Fault("A fact that is not in the ledger has no source and no date.",
                  "rationale: '{{ fact(\"no-such\") }} is the limit.'",
                  "rationale: '{{ fact(\"limit\") }} is the limit.'"),
}  # fmt: skip
# anything near a call of fact, and two braces with any other call
_LIKE_A_CALL = re.compile(r"\{(?:[{%\s+-]{0,5}(?=fact\b)|[{%][\s+-]{0,4}(?=\w+\s*\())(\w+)[^{}\n]{0,60}\}?\s?\}?")
_ID_IN_CALL = re.compile(r"[\"'(\s]([a-z0-9]+(?:-[a-z0-9]+)*)[\"')\s}]")
_OTHER_FILES = ("schema.json", "released.txt")  # what stands beside the banks
_FIELDS = {name for kind in INTERACTIONS.values() for name in kind.model_fields}
_FILE_FIELDS = ("cases", "items", "sample")


class Case(NamedTuple):
    """A scenario that items share: its name, its text with facts replaced, and where it stands."""

    name: str
    text: str
    place: Place

    @property
    def name_in_words(self) -> str:
        """The name in words: `tunnel cracks` for `tunnel-cracks`."""
        return self.name.replace("-", " ")


class BankFile(NamedTuple):
    """One file: its path in messages, the page it belongs to, its items, and those whose fields have errors.

    `sample`: they only show how items look and work; nobody's answers to them are kept.
    """

    name: str
    page: str
    items: list[Item]
    broken_items: list[BrokenItem]
    sample: bool = False
    cases: dict[str, Case] = {}  # noqa: RUF012 (never written to)


class Bank(NamedTuple):
    """All files by page, every problem met while reading, and what was released before, by id."""

    files: dict[str, BankFile]
    problems: list[Problem]
    released: dict[str, Released] = {}  # noqa: RUF012 (never written to)

    @property
    def items(self) -> list[Item]:
        """All items in order of files."""
        return [item for file in self.files.values() for item in file.items]

    @property
    def broken_items(self) -> list[BrokenItem]:
        """All items whose fields have errors, in order of files."""
        return [item for file in self.files.values() for item in file.broken_items]

    @property
    def items_and_broken_items(self) -> list[Item | BrokenItem]:
        """All items, and then those whose fields have errors."""
        return [*self.items, *self.broken_items]

    @property
    def items_with_released_versions(self) -> list[tuple[Item, Released]]:
        """The released items, each with what was released, without those that share their id with another item."""
        count = Counter(item.id for item in self.items)
        released = [item for item in self.non_samples if item.id in self.released]
        return [(item, self.released[item.id]) for item in released if count[item.id] == 1]

    @property
    def non_samples(self) -> list[Item]:
        """The items whose answers are stored: all but samples, retired ones too."""
        return [item for file in self.files.values() if not file.sample for item in file.items]

    @property
    def active_items_with_files(self) -> list[tuple[BankFile, Item]]:
        """Every item that readers may be asked, with its file: also those of the pool, but no sample or retired one."""
        files = [file for file in self.files.values() if not file.sample]
        return [(file, item) for file in files for item in file.items if item.status is None]

    @property
    def items_with_distractors(self) -> list[Item]:
        """All items in which readers select among options, some of them wrong, in order of files."""
        return [item for item in self.items if item.presentation.is_selection]


def load_bank(root: Path, facts: Mapping[str, Fact], broken_facts: Collection[str] = ()) -> Bank:
    """Reads every bank file below `root`/quizzes, in sorted order.

    broken_facts: ids of facts with problems of their own, for which no item that quotes them is blamed.
    """
    files: dict[str, BankFile] = {}
    problems: list[Problem] = []
    folder = root / "quizzes"
    for path in sorted(folder.rglob("*.yml")):
        inside = path.relative_to(folder).as_posix()
        loading = _BankFileLoader(
            f"quizzes/{inside}", read_yaml_or_empty_and_problems(path, f"quizzes/{inside}"), facts, broken_facts
        )
        loading.report_file_field_problems()
        items, broken_items = loading.load_valid_and_broken_items()
        page = inside.removesuffix(".yml")
        files[page] = BankFile(
            loading.name, page, items, broken_items, loading.is_sample, loading.load_cases_shared_by_items()
        )
        problems.extend(loading.problems)
    read_here = [*(Path(f"{page}.yml") for page in files), *map(Path, _OTHER_FILES)]
    for left in unread_files(folder, read_here):
        message = "is not read. Give a bank the name of its page, with the ending .yml."
        problems.append(problem("B110", Place(f"quizzes/{left.as_posix()}"), message))
    released, broken = read_released_items_and_problems(root)
    return Bank(files, problems + broken, released)


class _BankFileLoader:
    """Reads the parts of one bank file; problems are collected in `problems`."""

    def __init__(self, path: str, reading: Reading, facts: Mapping[str, Fact], broken_facts: Collection[str]) -> None:
        self.name, self.reading, self.facts, self.broken_facts = path, reading, facts, broken_facts
        self.problems = list(reading.problems)

    @property
    def is_sample(self) -> bool:
        return self.reading.data.get("sample") is True

    def load_cases_shared_by_items(self) -> dict[str, Case]:
        """The valid cases of the file by name, with facts replaced in their texts."""
        file, listed = Origin(self.name, self.reading), self.reading.data.get("cases", {})
        if not isinstance(listed, dict):
            message = "cases must be a mapping from names in kebab-case to scenarios."
            self.problems.append(problem("B110", file.place_of("cases"), message))
            return {}
        found: dict[str, Case] = {}
        for name, text in listed.items():
            if isinstance(text, str) and text.strip() and re.fullmatch(ID, name):
                with_facts = self.data_with_facts_replaced(text, file, ("cases", name), set())
                found[name] = Case(name, with_facts, file.place_of("cases", name))
            else:
                message = f"case {name[:60]} needs a name in kebab-case and a text."
                self.problems.append(problem("B103", file.place_of("cases", name), message))
        return found

    def report_file_field_problems(self) -> None:
        """Reports unknown fields of the file, and a `sample` that is not a boolean."""
        file = Origin(self.name, self.reading)
        for field in self.reading.data:
            if field not in _FILE_FIELDS:
                hint = did_you_mean(field, _FILE_FIELDS) or " The fields of a bank file are cases, items, and sample."
                self.problems.append(problem("B110", file.place_of_key(field), f"unknown field {field[:60]}.{hint}"))
        if not isinstance(self.reading.data.get("sample", True), bool):
            self.problems.append(problem("B110", file.place_of("sample"), "sample must be true. Otherwise, remove it."))

    def load_valid_and_broken_items(self) -> tuple[list[Item], list[BrokenItem]]:
        """(valid items, broken items), each in the order of the file; reports why an item is broken."""
        valid: list[Item] = []
        broken: list[BrokenItem] = []
        listed = self.reading.data.get("items", [])
        if not isinstance(listed, list):
            place = Origin(self.name, self.reading).place_of("items")
            self.problems.append(problem("B110", place, "items must be a list (lines that start with `- `)."))
            return valid, broken
        for at, raw in enumerate(listed):
            origin = Origin(self.name, self.reading, ("items", at))
            item = self.load_item(raw, origin)
            if item is None:
                broken.append(BrokenItem(raw if isinstance(raw, dict) else {}, origin))
            else:
                valid.append(item)
        return valid, broken

    def load_item(self, raw: Any, origin: Origin) -> Item | None:
        if not isinstance(raw, dict):
            self.problems.append(
                problem("B103", origin.place_of(), "an item must be a mapping of fields, such as `id: ...`.")
            )
            return None
        if unusable := _interaction_problem_or_none(raw, origin):
            self.problems.append(unusable)
            return None
        model = INTERACTIONS[raw["interaction"]]
        used: set[str] = set()
        before = len(self.problems)
        filled = self.data_with_facts_replaced(raw, origin, (), used)
        try:
            item = model.model_validate(filled)
        except ValidationError as fault:
            self.problems.extend(problems_of_validation(fault, origin, CODES, model.model_fields))
            return None
        if len(self.problems) > before:  # a fact is missing, and the sentence with it
            return None
        written = self.reading.data.get("cases")
        scenario = written.get(item.case, "") if isinstance(written, dict) else ""
        item.set_origin(origin, raw, frozenset(used), str(scenario))
        return item

    def data_with_facts_replaced(
        self, data: Any, origin: Origin, path: tuple[str | int, ...], quoted_ids: set[str]
    ) -> Any:
        """The same data with `{{ fact("id") }}` replaced in every text."""
        if isinstance(data, str):
            return self.replace_facts_and_report_other_calls(data, origin, path, quoted_ids) if "{" in data else data
        if isinstance(data, list):
            return [
                self.data_with_facts_replaced(inner, origin, (*path, at), quoted_ids) for at, inner in enumerate(data)
            ]
        if isinstance(data, dict):
            return {
                name: self.data_with_facts_replaced(inner, origin, (*path, name), quoted_ids)
                for name, inner in data.items()
            }
        return data

    def replace_facts_and_report_other_calls(
        self, text: str, origin: Origin, path: tuple[str | int, ...], quoted_ids: set[str]
    ) -> str:
        for call in _LIKE_A_CALL.finditer(text):
            if not FACT.match(call[0]):
                self.problems.append(problem("B131", origin.place_of(*path), _unreplaced_call_message(call)))
        return FACT.sub(lambda match: self.replacement_of_fact_call(match, origin, path, quoted_ids), text)

    def replacement_of_fact_call(
        self, match: re.Match[str], origin: Origin, path: tuple[str | int, ...], quoted_ids: set[str]
    ) -> str:
        if match[1] in self.broken_facts:
            return match[0]
        fact = self.facts.get(match[1])
        if fact is None:
            hint = did_you_mean(match[1], self.facts) or " Add it to docs/data/facts.yml."
            self.problems.append(
                problem("L105", origin.place_of(*path), f"there is no fact {match[1][:60]} in the ledger.{hint}")
            )
            return match[0]
        quoted_ids.add(match[1])
        return markdown_escaped_text(fact)


def _interaction_problem_or_none(raw_item: dict[str, Any], origin: Origin) -> Problem | None:
    """The problem of an item whose interaction is missing, misspelt, or unknown."""
    kind = raw_item.get("interaction")
    if isinstance(kind, str) and kind in INTERACTIONS:
        return None
    if kind is None:
        if field := nearest_word("interaction", raw_item.keys() - _FIELDS):
            return problem("B102", origin.place_of_key(field), f"unknown field {field[:60]}. Did you mean interaction?")
        return problem("B101", origin.place_of(), f"interaction is missing. Add one of {', '.join(INTERACTIONS)}.")
    hint = did_you_mean(str(kind), INTERACTIONS) or f" The interactions are {', '.join(INTERACTIONS)}."
    return problem("B109", origin.place_of("interaction"), f"unknown interaction {str(kind)[:40]}.{hint}")


def _unreplaced_call_message(call_match: re.Match[str]) -> str:
    """That a text which looks like a call would not be replaced, and what to write instead."""
    written = " ".join(call_match[0].split())[:60]
    if call_match[1] != "fact":
        rule = 'items can use only `{{ fact("id") }}`'
        return f"`{written}` would not be replaced, because {rule}. Write the text itself."
    name = _ID_IN_CALL.search(call_match[0], call_match.end(1) - call_match.start())
    return f'`{written}` would be shown with its braces. Write exactly `{{{{ fact("{name[1] if name else "id"}") }}}}`.'
