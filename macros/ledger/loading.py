"""docs/data/*.yml -> Ledger, with every problem found on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from macros.ledger.models import ID, Entry, Fact, Misconception, Objective, Source
from macros.ledger.validation import Codes, Origin, problems_of
from macros.problems import Fault, Place, Problem, did_you_mean, problem
from macros.reading import read, unread

CODES = Codes(missing="L101", unknown="L102", value="L103")
FAULTS = {
    "L101": Fault("A fact without its source or date cannot be checked again.",
                  'f: {text: "1 GB", value: 1, seen: 2026-11-24}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L102": Fault("An unknown field is most often a misspelt one, and would be lost.",
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24, sean: 1}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L103": Fault("A value of the wrong kind breaks what quotes it.",
                  'f: {text: "1 GB", value: 1, source: s, seen: "yesterday"}',
                  'f: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L104": Fault("Ids are quoted in pages and items, so they are plain.",
                  'Max Payload: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}',
                  'max-payload: {text: "1 GB", value: 1, source: s, seen: 2026-11-24}'),
    "L106": Fault("A file under another name is kept up by somebody and read by nobody.",
                  "fact.yml", "facts.yml"),
}  # fmt: skip
READ = ("facts", "sources", "objectives", "misconceptions")
OTHERS = ("*.csv", "*.md")  # tables are read by the pages and labs that name them, lessons on data by the course
DATA = "docs/data"
E = TypeVar("E", bound=Entry)


class Ledger(NamedTuple):
    """Entries by id, where each stands, and what was wrong in the files."""

    facts: dict[str, Fact]
    sources: dict[str, Source]
    objectives: dict[str, Objective]
    misconceptions: dict[str, Misconception]
    origins: dict[tuple[str, str], Origin]
    problems: list[Problem]

    def at(self, kind: str, entry: str, *steps: str | int) -> Place:
        """The place of an entry of `facts`, `sources`, `objectives` or `misconceptions`, or of a field of it."""
        origin = self.origins.get((kind, entry))
        return origin.at(*steps) if origin else Place(f"{DATA}/{kind}.yml")


def load_ledger(root: Path) -> Ledger:
    """Reads the four files below `root`; entries with problems are left out."""
    loading = _Loading(root)
    loading.problems.extend(_unread(root / DATA))
    return Ledger(
        loading.entries("facts", Fact),
        loading.entries("sources", Source),
        loading.entries("objectives", Objective),
        loading.entries("misconceptions", Misconception),
        loading.origins,
        loading.problems,
    )


class _Loading:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.origins: dict[tuple[str, str], Origin] = {}
        self.problems: list[Problem] = []

    def entries(self, kind: str, model: type[E]) -> dict[str, E]:
        name = f"{DATA}/{kind}.yml"
        reading = read(self.root / name, name)
        self.problems.extend(reading.problems)
        found: dict[str, E] = {}
        for key, raw in reading.data.items():
            origin = self.origins[kind, key] = Origin(name, reading, (key,))
            self.problems.extend(_bad_id(key, origin))
            try:
                found[key] = model.model_validate(raw)
            except ValidationError as fault:
                self.problems.extend(problems_of(fault, origin, CODES, model.model_fields))
        return found


def _unread(folder: Path) -> Iterable[Problem]:
    for left in unread(folder, [Path(f"{kind}.yml") for kind in READ]):
        if not any(left.match(pattern) for pattern in OTHERS):
            hint = did_you_mean(left.stem, READ) or f" Known are {', '.join(f'{kind}.yml' for kind in READ)}."
            yield problem("L106", Place(f"{DATA}/{left.as_posix()}"), f"is read by nobody.{hint}")


def _bad_id(key: str, origin: Origin) -> Iterable[Problem]:
    if not re.fullmatch(ID, key):
        yield problem("L104", origin.key_at(), f"id {key[:60]} must be small letters, digits and single hyphens.")
