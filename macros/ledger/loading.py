"""docs/data/*.yml -> Ledger, with every problem found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from macros.ledger.models import ID, Asked, Card, Entry, Exam, Fact, Misconception, Objective, Source, Term, Wording
from macros.ledger.names import ServiceNames, service_names_and_problems
from macros.problems import Fault, Place, Problem, did_you_mean, problem
from macros.reading import DataPath, read_yaml_or_empty_and_problems, unread_files
from macros.validation import Codes, Origin, problems_of_validation

CODES = Codes(missing="L101", unknown="L102", value="L103")
FAULTS = {
    "L101": Fault("A fact without its source and date cannot be verified again.",
                  'f: {text: "1 GB", value: 1, seen: 2026-11-24}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L102": Fault("An unknown field is usually a misspelling, and its value would be lost if the check did not report "
                  "it.",
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24, sean: 1}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L103": Fault("A value of the wrong type would break the pages and items that quote it.",
                  'f: {text: "1 GB", value: 1, source: s, seen: "yesterday"}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L104": Fault("Pages and items refer to entries by id, so ids must have a simple form.",
                  'Max Payload: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}',
                  'max-payload: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L106": Fault("A file with an unexpected name is not read, so its content would have no effect.",
                  "fact.yml", "facts.yml"),
    "L107": Fault("Readers see `text`, and calculators compute with `value` and `unit`. If they differ, one of them is "
                  "wrong.",
                  'f: {text: "2 GB", value: 1, unit: GB, source: s, seen: 2026-11-24}',
                  'f: {text: "1 GB", value: 1, unit: GB, source: s, seen: 2026-11-24}'),
}  # fmt: skip
READ = ("facts", "sources", "objectives", "misconceptions", "cards", "glossary", "wording")
EXAMS = "exams"  # the folder with one file a guide, named by its code
_CLAIM_FIELDS = {"cards": ("holds", "why"), "glossary": ("meaning",)}  # fields that state what is true
# read elsewhere: tables by the pages and labs that name them, lessons by the course, names by names.py
OTHERS = ("*.csv", "*.md", "names.yml")
DATA = "docs/data"
E = TypeVar("E", bound=Entry)


class Ledger(NamedTuple):
    """Entries by id, where each stands, and what was wrong in the files."""

    facts: dict[str, Fact]
    sources: dict[str, Source]
    objectives: dict[str, Objective]
    misconceptions: dict[str, Misconception]
    cards: dict[str, Card]
    glossary: dict[str, Term]
    wording: dict[str, Wording]
    exams: dict[str, Exam]
    service_names: ServiceNames
    origins: dict[tuple[str, str], Origin]
    problems: list[Problem]

    def place_of(self, kind: str, entry_id: str, *steps: str | int) -> Place:
        """The place of an entry of a file, as of `facts`, or of a field of it; of an exam by its code."""
        origin = self.origins.get((kind, entry_id))
        return origin.place_of(*steps) if origin else Place(f"{DATA}/{kind}.yml")

    def entry_ids_in_file(self, kind: str) -> set[str]:
        """Ids of a file's entries, those too that were left out for a problem of their own."""
        return {name for of, name in self.origins if of == kind}

    def has_only_valid_entries(self, kind: str) -> bool:
        """Whether no entry of a file was left out because of a problem, so that missing ids are really missing."""
        return len(getattr(self, kind)) == len(self.entry_ids_in_file(kind))

    @property
    def entirely_unreadable_paths(self) -> list[str]:
        """Paths of files that are there, but of which not even one entry could be read."""
        unread = {one.path for one in self.problems if one.code.startswith("Y")}
        return [path for kind in READ if (path := f"{DATA}/{kind}.yml") in unread and not getattr(self, kind)]

    def covering_objective_ids(self, exam_code: str, guide_entry: Asked) -> list[str]:
        """Ids of the objectives that name an entry of the exam guide `exam_code`."""
        wanted = {f"{exam_code} {name}" for name in guide_entry.ids}
        return [name for name, objective in self.objectives.items() if wanted & set(objective.exams)]

    def exam_codes_entries_and_data_paths(self) -> Iterator[tuple[str, Asked, DataPath]]:
        """(code of the guide, entry, path of the entry in the data of its file) for every entry of every exam guide."""
        for code, exam in self.exams.items():
            for at, domain in enumerate(exam.domains):
                for number, asked in enumerate(domain.entries):
                    yield code, asked, ("domains", at, "entries", number)

    def card_and_term_claim_fields(self) -> Iterator[tuple[str, str, str, str]]:
        """Kind, id, field and text of each statement in cards and glossary, calls of facts not yet replaced."""
        for kind, fields in _CLAIM_FIELDS.items():
            for name, entry in getattr(self, kind).items():
                yield from ((kind, name, field, getattr(entry, field)) for field in fields)


def load_ledger(root: Path) -> Ledger:
    """Reads the files below `root`; entries with problems are left out."""
    loading = _LedgerLoader(root)
    loading.problems.extend(_unread_file_problems(root / DATA))
    service_names, problems = service_names_and_problems(root)
    loading.problems.extend(problems)
    return Ledger(
        loading.load_entries("facts", Fact),
        loading.load_entries("sources", Source),
        loading.load_entries("objectives", Objective),
        loading.load_entries("misconceptions", Misconception),
        loading.load_entries("cards", Card),
        loading.load_entries("glossary", Term),
        loading.load_entries("wording", Wording),
        loading.load_exams(),
        service_names,
        loading.origins,
        loading.problems,
    )


class _LedgerLoader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.origins: dict[tuple[str, str], Origin] = {}
        self.problems: list[Problem] = []

    def load_entries(self, kind: str, model: type[E]) -> dict[str, E]:
        name = f"{DATA}/{kind}.yml"
        reading = read_yaml_or_empty_and_problems(self.root / name, name)
        self.problems.extend(reading.problems)
        found: dict[str, E] = {}
        for key, raw in reading.data.items():
            origin = self.origins[kind, key] = Origin(name, reading, (key,))
            self.problems.extend(_id_problems(key, origin))
            if (made := self.validate_entry(raw, model, origin)) is not None:
                found[key] = made
        return found

    def validate_entry(self, raw: Any, model: type[E], origin: Origin) -> E | None:
        try:
            return model.model_validate(raw)
        except ValidationError as fault:
            self.problems.extend(problems_of_validation(fault, origin, CODES, model.model_fields))
            return None

    def load_exams(self) -> dict[str, Exam]:
        """Every guide by its code: AIF-C01 for exams/aif-c01.yml."""
        found: dict[str, Exam] = {}
        for file in sorted((self.root / DATA / EXAMS).glob("*.yml")):
            name = f"{DATA}/{EXAMS}/{file.name}"
            reading = read_yaml_or_empty_and_problems(file, name)
            self.problems.extend(reading.problems)
            origin = self.origins[EXAMS, file.stem.upper()] = Origin(name, reading)
            if (made := self.validate_entry(reading.data, Exam, origin)) is not None:
                found[file.stem.upper()] = made
        return found


def _unread_file_problems(folder: Path) -> Iterable[Problem]:
    for left in unread_files(folder, [Path(f"{kind}.yml") for kind in READ]):
        if not any(left.match(pattern) for pattern in OTHERS) and not _is_exam_file(left):
            hint = did_you_mean(left.stem, READ) or f" The files are {', '.join(f'{kind}.yml' for kind in READ)}."
            yield problem("L106", Place(f"{DATA}/{left.as_posix()}"), f"is not read.{hint}")


def _is_exam_file(path: Path) -> bool:
    return path.parent == Path(EXAMS) and path.suffix == ".yml"


def _id_problems(entry_id: str, origin: Origin) -> Iterable[Problem]:
    if not re.fullmatch(ID, entry_id):
        yield problem(
            "L104",
            origin.place_of_key(),
            f"id {entry_id[:60]} must consist of lowercase letters, digits, and single hyphens.",
        )
