"""An item as readers meet it, whatever its interaction: what rules, rendering, and the gate read.

`Declaration` says how a response is scored. A presentation says what is asked, what can be chosen, and what each answer
gets to read. Texts are Markdown, with facts replaced (decision 21).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from macros.bank.declaration import Declaration
from macros.reading import DataPath

# A text that is a number, with a unit if need be: `1,200`, `-0.5`, `80%`, `12 GB`.
NUMBER = re.compile(r"(?P<sign>[-+\u2212]?)(?P<size>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<unit>[^\d]*)")


@dataclass(frozen=True)
class Option:
    """Something that readers select, match, or put in order.

    `id` is unique in its group and stored with answers. `group` and `index` say where the bank file has it: `choices`,
    or `left` and `right` of a match item. The other fields are empty where an interaction does not have them.
    """

    id: str
    text: str
    feedback: str
    group: str
    index: int
    misconception: str | None = None
    right_if: str | None = None
    equals: str | None = None
    is_last: bool = False

    @property
    def path_in_item(self) -> DataPath:
        """Path of the option in its item, such as ("choices", 2)."""
        return self.group, self.index


@dataclass(frozen=True)
class WrongAnswer:
    """A wrong answer that readers are likely to type.

    `response` is the answer as the browser stores it. `written` is the text of the item's field `value`, or empty where
    the value is a number.
    """

    response: str
    feedback: str
    index: int
    written: str = ""
    misconception: str | None = None

    @property
    def path_in_item(self) -> DataPath:
        """Path of the mistake in its item, such as ("mistakes", 0)."""
        return "mistakes", self.index


@dataclass(frozen=True)
class Presentation:
    """What an item shows, and what it says about each answer.

    options: in the order of the bank file, group after group.
    initial_order: the options that a page shuffles, in the order it shows them at first.
    is_shuffled: False if the options must keep their order.
    key_texts: what is right, where the key is text and not ids: accepted words, or the back of a card.
    blank: the mark in the stem that stands for words to type, or "".
    calculation: the call that computes the key, or "".
    """

    stem: str
    rationale: str
    hints: tuple[str, ...]
    scoring_declaration: Declaration
    options: tuple[Option, ...] = ()
    initial_order: tuple[Option, ...] = ()
    is_shuffled: bool = True
    key_texts: tuple[tuple[DataPath, str], ...] = ()
    mistakes: tuple[WrongAnswer, ...] = ()
    blank: str = ""
    calculation: str = ""

    @cached_property
    def is_selection(self) -> bool:
        """Whether readers select one or more of the options, and the others are distractors."""
        scored = self.scoring_declaration
        return bool(self.options) and scored.base == "identifier" and scored.cardinality in ("single", "multiple")

    @property
    def is_single_selection(self) -> bool:
        """Whether readers select exactly one option."""
        return self.is_selection and self.scoring_declaration.cardinality == "single"

    @property
    def is_numeric(self) -> bool:
        """Whether readers type a number."""
        return self.scoring_declaration.base == "float"

    @property
    def is_ordering(self) -> bool:
        """Whether readers put the options in order."""
        return self.scoring_declaration.cardinality == "ordered"

    @property
    def is_matching(self) -> bool:
        """Whether readers give each option of `left` one of `right`."""
        return self.scoring_declaration.cardinality == "pair"

    @property
    def is_self_assessed(self) -> bool:
        """Whether readers judge their answer themselves, so that every item has the same key."""
        return self.scoring_declaration.base == "identifier" and not self.options

    @cached_property
    def key_options(self) -> list[Option]:
        """The options that are right to select, in the order of the bank file."""
        return [
            option for option in self.options if self.is_selection and option.id in self.scoring_declaration.correct
        ]

    @cached_property
    def distractors(self) -> list[Option]:
        """The options that are wrong to select."""
        return [
            option for option in self.options if self.is_selection and option.id not in self.scoring_declaration.correct
        ]

    @cached_property
    def options_by_group(self) -> dict[str, list[Option]]:
        """The options by group."""
        found: dict[str, list[Option]] = {}
        for option in self.options:
            found.setdefault(option.group, []).append(option)
        return found

    @cached_property
    def rows_with_partners(self) -> list[tuple[Option, Option]]:
        """Each row of a match item with its partner, in the order of the rows."""
        if not self.is_matching:
            return []
        rows, partners = ({option.id: option for option in group} for group in self.options_by_group.values())
        return [(rows[row], partners[partner]) for row, partner in self.scoring_declaration.correct]

    @property
    def paths_and_misconception_ids(self) -> list[tuple[DataPath, str]]:
        """Path and id of every misconception that an answer names."""
        answers = [(one.path_in_item, one.misconception) for one in self.options]
        answers += [(one.path_in_item, one.misconception) for one in self.mistakes]
        return [((*path, "misconception"), name) for path, name in answers if name]

    @property
    def text_groups_revealing_key(self) -> list[tuple[str, ...]]:
        """Texts that give the key or a part of it away if a reader sees all texts of one tuple. Numbers have none,
        because there are many ways to write one.
        """
        if self.is_selection:
            return [(option.text,) for option in self.key_options]
        if self.is_matching:
            return [(row.text, partner.text) for row, partner in self.rows_with_partners]
        if self.is_ordering:
            return [tuple(option.text for option in self.options)]
        return [(text,) for _, text in self.key_texts]

    @cached_property
    def paths_and_texts(self) -> list[tuple[DataPath, str]]:
        """Path and text of every field that readers see."""
        found: list[tuple[DataPath, str]] = [(("stem",), self.stem), (("rationale",), self.rationale)]
        found += [(("hints", at), hint) for at, hint in enumerate(self.hints)]
        found += self.key_texts
        for option in self.options:
            texts = (("text", option.text), ("feedback", option.feedback))
            found += [((*option.path_in_item, name), text) for name, text in texts if text]
        for mistake in self.mistakes:
            texts = (("value", mistake.written), ("feedback", mistake.feedback))
            found += [((*mistake.path_in_item, name), text) for name, text in texts if text]
        return found
