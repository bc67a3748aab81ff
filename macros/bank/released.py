"""quizzes/released.txt: ids and meanings that readers may hold answers to.

A line is `id rev meaning`. The meaning is a fingerprint of what a stored response is read against: which ids it may
name, and how it is scored. Words are left out, so that correcting one costs no reader an answer (decision 11).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from macros.bank.declaration import Declaration
from macros.bank.items import Item
from macros.problems import Place, Problem, problem
from macros.reading import read_text_or_empty_and_problems

FILE = Path("quizzes/released.txt")
HEAD = "# id, rev and meaning of every item that readers may hold answers to. Written by `make release`.\n"
BROKEN = "B130"
_LINE = re.compile(r"([a-z0-9-]{1,60}) ([1-9]\d{0,8}) ([0-9a-f]{12})")


class Released(NamedTuple):
    """An item as it was last released, and the line that says so."""

    rev: int
    meaning: str
    place: Place


def read_released_items_and_problems(root: Path) -> tuple[dict[str, Released], list[Problem]]:
    """The released items by id, and a problem for each line that can't be read. A missing file has no items."""
    text, problems = read_text_or_empty_and_problems(root / FILE, FILE.as_posix())
    found: dict[str, Released] = {}
    for number, line in enumerate(text.splitlines(), 1):
        place = Place(FILE.as_posix(), number)
        entry = _LINE.fullmatch(line)
        if entry and entry[1] not in found:
            found[entry[1]] = Released(int(entry[2]), entry[3], place)
        elif line and not line.startswith("#"):
            message = f"{entry[1]} is listed twice" if entry else "this is not a line `id rev meaning`"
            problems.append(problem(BROKEN, place, f"{message}. Restore the file: only `make release` writes it."))
    return found, problems


def released_file_text(items: Iterable[Item]) -> str:
    """Text of the file for these items: a line each, sorted by id."""
    return HEAD + "".join(sorted(f"{item.id} {item.rev} {scoring_fingerprint(item)}\n" for item in items))


def scoring_fingerprint(item: Item) -> str:
    """Twelve hex digits that change when a stored response would be read or scored otherwise: the item's meaning."""
    scored = item.scoring_declaration()
    how = [item.interaction, scored.cardinality, scored.base, scored.tolerance, scored.unit]
    parts = [*how, _normalized_key(scored), _option_ids_by_group(item)]
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]


def _normalized_key(declaration: Declaration) -> list[Any]:
    """The correct response, regardless of the order in which it is written. Of several accepted texts, the first."""
    if declaration.base == "string":
        return [" ".join(declaration.correct[0].casefold().split())]
    return declaration.correct if declaration.cardinality == "ordered" else sorted(declaration.correct)


def _option_ids_by_group(item: Item) -> dict[str, list[str]]:
    """The sorted ids that a response may name, by field."""
    return {
        name: sorted(option.id for option in options) for name, options in item.presentation.options_by_group.items()
    }
