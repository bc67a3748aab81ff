"""Skeletons of items: the samples of the gallery as text, which `make new` copies.

Text and not data, because a bank file belongs to its authors: an item is added as lines, and their comments, order, and
quotes stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from macros.bank.items import Item
from macros.reading import DataPath, Reading, parse_yaml

GALLERY = Path("quizzes/contributing/gallery.yml")
SAMPLE, NEW = "sample-", "new-"
NEEDS_WORDS = {"stem", "rationale", "feedback", "hints", "right_if"}  # what no two items say alike
SENTENCE = 5  # words; nor do two items share a text of so many
_COMMON = {"text", "value", "words", "equals", "source"}


class Skeleton(NamedTuple):
    """The sample of one kind: `choice`, or `choices` where an interaction has two. The lines have no indent."""

    kind: str
    data: dict[str, Any]
    lines: list[str]

    def lines_of_new_item(self, item_id: str, objective: str, today: date, is_for_pool: bool) -> list[str]:
        """Lines of YAML: the sample with this id, objective and date; an item for the pool also gets `use: pool`."""
        values = {"id": item_id, "objective": objective, "verified": today.isoformat()}
        lines = [_FIELD.sub(lambda found: f"{found[1]}{values.get(found[2], found[3])}", line) for line in self.lines]
        return [*lines, "  use: pool"] if is_for_pool else lines


_FIELD = re.compile(r"^((?:- |  )(id|objective|verified): )(.*)$")


def skeletons_by_kind(gallery_yaml: str) -> dict[str, Skeleton]:
    """Every skeleton by its kind, from the text of the gallery. Samples with a case are left out."""
    reading = parse_yaml(gallery_yaml, GALLERY.as_posix())
    lines = gallery_yaml.split("\n")
    found = {}
    for at, item in enumerate(reading.data.get("items", [])):
        kind = str(item.get("id", "")).removeprefix(SAMPLE)
        if "case" not in item:
            found[kind] = Skeleton(kind, item, lines[_slice_of_item_lines(lines, reading, at)])
    return found


def text_and_line_of_appended_item(bank_text: str, item_lines: list[str]) -> tuple[str, int]:
    """The text of a bank with an item added after its last one, and the line where the new item starts.

    ValueError with a sentence for the author if the file has no list of items that lines can be added to.
    """
    reading = parse_yaml(bank_text, "the file")
    if reading.problems:
        raise ValueError(f"its line {reading.problems[0].line} cannot be read: {reading.problems[0].text}")
    old, at = bank_text.split("\n"), reading.places.position_of_value_or_none(("items",))
    items = reading.data.get("items")
    if "items" not in reading.data:
        first = len(bank_text.rstrip().split("\n"))
        return "\n".join([*old[:first], "items:", *item_lines, ""]), first + 2
    if not items or not at or not old[at[0] - 1][at[1] - 1 :].startswith("- "):
        raise ValueError("its `items` are not a list of lines that start with `- `. Rewrite them, or remove `items`.")
    last = _slice_of_item_lines(old, reading, len(items) - 1)
    gap = [""] if last.start > 0 and not old[last.start - 1].strip() else []
    new = [*gap, *(" " * (at[1] - 1) + line if line else line for line in item_lines)]
    made = "\n".join([*old[: last.stop], *new, *(old[last.stop :] or [""])])
    if parse_yaml(made, "").data.get("items", [])[:-1] != items:
        raise ValueError("no line can be added after its last item. End the file with a line break.")
    return made, last.stop + len(gap) + 1


class SampleTexts:
    """Finds what an item still has from a skeleton.

    A sentence counts wherever it is found. A short name counts at the place and under the id that it has in the sample.
    What another item may have too, such as a choice called Recall or the same source, counts only beside such texts.
    """

    def __init__(self, samples: Iterable[Item]) -> None:
        every = list(samples)
        kinds = "|".join(re.escape(item.id.removeprefix(SAMPLE)) for item in every)
        self._id = re.compile(f"{NEW}({kinds or '(?!)'})(-[0-9]+)?")
        left = [(item, steps, text) for item in every for steps, text in _paths_and_strings_in(item.fields_as_written)]
        self._words = {text for _, steps, text in left if _must_differ_between_items(steps, text)}
        self._names = {
            _place_and_text(item, steps, text) for item, steps, text in left if _is_item_specific_text(item, steps)
        }
        self._common = {_field_and_text(item, steps, text) for item, steps, text in left if steps[-1] in _COMMON}

    def unchanged_field_names(self, item: Item) -> Iterator[str]:
        """Names of the fields that are unchanged, such as `choices 1 text`, in the order of the file."""
        texts = list(_paths_and_strings_in(item.fields_as_written))
        sure = [self._is_left_from_sample(item, steps, text) for steps, text in texts]
        for (steps, text), is_sure in zip(texts, sure, strict=True):
            if is_sure or (any(sure) and _field_and_text(item, steps, text) in self._common):
                yield " ".join(f"{step + 1}" if isinstance(step, int) else step for step in steps)

    def _is_left_from_sample(self, item: Item, path: DataPath, text: str) -> bool:
        if path == ("id",):
            return self._id.fullmatch(text) is not None
        if _must_differ_between_items(path, text):
            return text in self._words
        return _is_item_specific_text(item, path) and _place_and_text(item, path, text) in self._names


def _paths_and_strings_in(data: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, str]]:
    """Path and text of every string in an item as written, ids too."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in inner:
        yield from _paths_and_strings_in(value, (*path, step))
    if isinstance(data, str):
        yield path, data


def _must_differ_between_items(path: DataPath, text: str) -> bool:
    """Whether no two items can have this text at this path: in a stem, in feedback, or as any whole sentence."""
    return bool(NEEDS_WORDS & set(path)) or len(re.findall(r"\w+", text)) >= SENTENCE


def _is_item_specific_text(item: Item, path: DataPath) -> bool:
    """Whether a short text at this path belongs to one item alone: a row, a partner, a step, or a typed text."""
    if path[0] == "key" and item.presentation.blank:
        return True
    return not item.presentation.is_selection and path[-1] in ("text", "value")


def _place_and_text(item: Item, path: DataPath, text: str) -> tuple[Any, ...]:
    """A tuple that is equal for equal texts at the same place: interaction, path, id of the part, and the text."""
    part = item.fields_as_written[str(path[0])][path[1]]
    return item.interaction, path, part.get("id") if isinstance(part, dict) else None, text


def _field_and_text(item: Item, path: DataPath, text: str) -> tuple[Any, ...]:
    """A tuple that is equal for equal texts in the same field: interaction, names of the fields, and the text."""
    return item.interaction, *(step for step in path if isinstance(step, str)), text


def _slice_of_item_lines(lines: list[str], reading: Reading, item_index: int) -> slice:
    """The slice of the lines that holds an item."""
    line, column = reading.places.position_of_value_or_none(("items", item_index)) or (1, 1)
    end = line
    for number in range(line, len(lines)):
        indent = len(lines[number]) - len(lines[number].lstrip())
        if indent >= column - 1 and lines[number].strip():
            end = number + 1
        elif lines[number].strip() and lines[number][indent] != "#":
            break
    return slice(line - 1, end)
