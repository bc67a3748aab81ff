"""What one entry of each data file is (formats: docs/data/*.yml)."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.ledger.units import NUMBER, UNIT_BY_WORD, UNITS

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID, max_length=60)]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]


_ONE_NUMBER = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?:[ \u00a0]?([A-Za-z%]+))?")  # a whole text, such as 2,048 MB
_NUMBER_AND_UNIT = re.compile(rf"({NUMBER}|\d+(?:_\d+)+) ?({'|'.join(UNITS)}|%)?")


class Entry(BaseModel):
    """Base of every checked model: no unknown field, no silent conversion, no change afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


def _empty_list_if_none(value: Any) -> Any:
    return [] if value is None else value


def _refuse_infinite_number(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticCustomError("L103", "value is too large to compute with. Write a smaller number, or a text.")
    return value


def _require_letter_or_digit_at_start(term_name: str) -> str:
    if not term_name[0].isalnum():
        raise PydanticCustomError("L103", "the name of a term must begin with a letter or a digit.")
    return term_name


def _how_to_write_as_number(text: str, unit: str) -> str:
    """What to write in place of a text that stands for a number, or nothing. A version such as 3.10 is a text."""
    found = _NUMBER_AND_UNIT.fullmatch(text)
    if found and (found[2] or "," in text or "_" in text):
        return f"Write {re.sub('[,_]', '', found[1])} without commas, and a unit only in `unit`."
    return "Write a number without quotes, or remove `unit`." if unit else ""


def _refuse_text_with_other_number(text: str, value: Any, unit: str = "") -> None:
    """Compares a text that is one number, perhaps with a unit, with the number and the unit that code uses."""
    found = _ONE_NUMBER.fullmatch(text)
    if not found or not isinstance(value, int | float):
        return
    measure = UNIT_BY_WORD.get(found[2])
    if float(found[1].replace(",", "")) != value or (measure and unit and UNIT_BY_WORD.get(unit) != measure):
        context = {"field": "text", "text": text[:40], "value": f"{value} {unit}".strip()[:60]}
        raise PydanticCustomError("L107", "text is {text}, but the value is {value}. Correct the wrong one.", context)


Number = Annotated[float | int | str, BeforeValidator(_refuse_infinite_number)]


class Source(Entry):
    """Where and when a statement was read. `how` says if it was not the live page: `in a public copy`."""

    title: Text
    url: Url
    seen: date
    how: Text | None = None


class Disputed(Entry):
    """Another value that another source gives for the same fact."""

    text: Text
    value: Number
    source: Id

    @model_validator(mode="after")
    def _refuse_mismatch_of_text_and_value(self) -> Disputed:
        _refuse_text_with_other_number(self.text, self.value)
        return self


class Fact(Entry):
    """One limit, date, status or rule. `text` is what readers see, `value` and `unit` what code computes with."""

    text: Text
    value: Number | date
    unit: str = ""
    source: Id
    seen: date
    replaced: Text | None = None
    disputed: Annotated[list[Disputed], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _refuse_number_as_text(self) -> Fact:
        if isinstance(self.value, str) and (advice := _how_to_write_as_number(self.value, self.unit)):
            context = {"field": "value", "value": self.value[:40], "advice": advice}
            raise PydanticCustomError("L103", "value {value} is text. {advice}", context)
        return self

    @model_validator(mode="after")
    def _refuse_mismatch_of_text_and_value(self) -> Fact:
        _refuse_text_with_other_number(self.text, self.value, self.unit)
        return self


class Objective(Entry):
    """What an item tests: a statement, and the page that teaches it under a heading with the same id."""

    statement: Text
    page: Text
    exams: Annotated[list[Text], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)
    cards: Annotated[list[Id], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)
    confusable: Annotated[list[Id], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)


class Misconception(Entry):
    """A wrong belief, why it is tempting, and what is true."""

    belief: Text
    tempts: Text
    correction: Text
    objectives: list[Id] = Field(min_length=1)


class Card(Entry):
    """A flashcard that the course started from: its claim in our words, a verdict, and what is true.

    `page` is the page and the heading that teach it, as in metrics/regression#interpret-r2.
    """

    claim: Text
    verdict: Literal["right", "imprecise", "incomplete", "outdated", "wrong"]
    holds: Text
    why: Text
    page: Text
    source: Id


class Term(Entry):
    """A term of the field: its names, its meaning in our words, and the page that teaches it.

    A name begins with a letter or a digit, because uses are found by its first word.
    `sense` distinguishes entries that share a name. Uses of an `everyday` word are not linked.
    """

    names: list[Annotated[Text, AfterValidator(_require_letter_or_digit_at_start)]] = Field(min_length=1)
    meaning: Text
    page: Text
    sense: Text | None = None
    everyday: bool = False


class Wording(Entry):
    """Words that readers should never see, what to write instead, and phrases in which the words are right."""

    words: list[Text] = Field(min_length=1)
    write: Text
    right_in: Annotated[list[Text], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)


class Asked(Entry):
    """What a skill of an exam guide asks, in our words; skills that belong together share an entry.

    An entry is covered by the objectives that name one of its ids under `exams`. `terms` are the official terms that it
    asks for. `phrases` are other words of the guide that a lesson uses but the glossary need not define. `partly` says
    what of the skill is not covered. Without an objective, `not_covered` says why.
    """

    ids: list[Text] = Field(min_length=1)
    asks: Text
    terms: Annotated[list[Text], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)
    phrases: Annotated[list[Text], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)
    partly: Text | None = None
    not_covered: Text | None = None


class Domain(Entry):
    """A domain of an exam guide and its weight in percent.

    `skills` is how many the guide lists, if all of them are entries here; without it the other skills are not covered.
    `read` names the sources that teach what is not covered: the page of the guide first, then documentation.
    """

    id: int = Field(ge=1, le=20)
    title: Text
    weight: int = Field(ge=1, le=100)
    skills: int | None = Field(default=None, ge=1, le=200)
    read: Annotated[list[Id], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)
    entries: Annotated[list[Asked], BeforeValidator(_empty_list_if_none)] = Field(default_factory=list)


class Exam(Entry):
    """What an exam guide asks of this material: the guide's version, and the day on which we read it."""

    title: Text
    version: Text
    seen: date
    source: Id
    domains: list[Domain] = Field(min_length=1)

    @property
    def skill_ids(self) -> list[str]:
        """Ids of every entry, in the guide's order."""
        return [name for domain in self.domains for asked in domain.entries for name in asked.ids]
