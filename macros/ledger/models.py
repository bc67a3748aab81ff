"""What one entry of each data file is (formats: docs/data/*.yml)."""

from __future__ import annotations

import math
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID, max_length=60)]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]


class Entry(BaseModel):
    """Base of every checked model: no unknown field, no silent conversion, no change afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


def _as_list(value: Any) -> Any:
    return [] if value is None else value


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticCustomError("L103", "value is too large to compute with. Write the number out, or a text.")
    return value


Number = Annotated[float | int | str, BeforeValidator(_finite)]


class Source(Entry):
    """Where a statement was read and on which day; `how` says so when it was not the live page: `in a public copy`."""

    title: Text
    url: Url
    seen: date
    how: Text | None = None


class Disputed(Entry):
    """Another value that another source gives for the same fact."""

    text: Text
    value: Number
    source: Id


class Fact(Entry):
    """One limit, date, status or rule. `text` is what readers see, `value` and `unit` what code computes with."""

    text: Text
    value: Number | date
    unit: str = ""
    source: Id
    seen: date
    replaced: Text | None = None
    disputed: Annotated[list[Disputed], BeforeValidator(_as_list)] = Field(default_factory=list)


class Objective(Entry):
    """What an item tests: a statement, and the page that teaches it under an anchor of the same id."""

    statement: Text
    page: Text
    exams: Annotated[list[Text], BeforeValidator(_as_list)] = Field(default_factory=list)
    cards: Annotated[list[Id], BeforeValidator(_as_list)] = Field(default_factory=list)
    confusable: Annotated[list[Id], BeforeValidator(_as_list)] = Field(default_factory=list)


class Misconception(Entry):
    """A belief of somebody sensible, why it tempts, and what is true."""

    belief: Text
    tempts: Text
    correction: Text
    objectives: list[Id] = Field(min_length=1)
