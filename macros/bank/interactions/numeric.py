"""`numeric`: a typed number, right within a tolerance; named wrong values carry their own feedback."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, FiniteFloat, field_validator, model_validator
from pydantic_core import PydanticCustomError

from macros.bank.declaration import Declaration
from macros.bank.items import GalleryRow, Item
from macros.bank.metric_calls import MetricCallError, evaluate_metric_call
from macros.bank.presentation import Presentation, WrongAnswer
from macros.ledger.models import Entry, Id, Text
from macros.problems import Fault


def _require_short_unit_without_digits(unit: str) -> str:
    if len(unit) > LONGEST_UNIT or unit != unit.strip() or not unit.isprintable() or any(map(str.isdecimal, unit)):
        context = {"most": LONGEST_UNIT}
        raise PydanticCustomError(
            "B103", "unit must be one line of at most {most} characters, without digits.", context
        )
    return unit


LONGEST_UNIT = 20  # characters; more do not fit beside the field
Unit = Annotated[str, AfterValidator(_require_short_unit_without_digits)]


def _require_computable_calculation(call: str | None) -> str | None:
    try:
        if call is not None:
            evaluate_metric_call(call)
    except MetricCallError as fault:
        raise PydanticCustomError("B107", "equals cannot be computed: {why}", {"why": str(fault)}) from fault
    return call


class Tolerance(Entry):
    """How far a correct response may be from the key: absolute or relative, bounds included."""

    abs: Annotated[FiniteFloat, Field(ge=0)] | None = None
    """Largest difference from the key."""
    rel: Annotated[FiniteFloat, Field(ge=0, lt=1)] | None = None
    """Largest difference as a share of the key."""

    @model_validator(mode="after")
    def _require_exactly_one_of_abs_and_rel(self) -> Tolerance:
        if (self.abs is None) == (self.rel is None):
            raise PydanticCustomError("B108", "tolerance needs exactly one of abs and rel.")
        return self


class Mistake(Entry):
    """A wrong value with a reason, typed or computed, and its feedback."""

    value: FiniteFloat | None = None
    """The wrong value. Use either this field or `equals`."""
    equals: Text | None = None
    """The calculation of the wrong value. Use either this field or `value`."""
    feedback: Text
    """What this value says about the reader's idea."""
    misconception: Id | None = None
    """The misconception behind it: an id from docs/data/misconceptions.yml."""

    _check_equals = field_validator("equals")(_require_computable_calculation)

    @model_validator(mode="after")
    def _require_exactly_one_of_value_and_equals(self) -> Mistake:
        if (self.value is None) == (self.equals is None):
            raise PydanticCustomError("B108", "a mistake needs exactly one of value and equals.")
        return self

    @property
    def wrong_value(self) -> float:
        """The wrong value."""
        return self.value if self.value is not None else evaluate_metric_call(str(self.equals))


class NumericItem(Item):
    """A number with a unit, its tolerance, the call that gives it, and the mistakes that lead elsewhere."""

    extra_seconds = 30
    interaction: Literal["numeric"]
    unit: Unit = ""
    """The unit that is shown and can be typed. With `%`, 80 means 80%."""
    tolerance: Tolerance
    """How far from the key an answer is still correct."""
    equals: Text
    """The calculation of the key, as in `precision(tp=40, fp=10)`. The check computes it again."""
    mistakes: list[Mistake] = Field(default_factory=list, max_length=12)
    """Wrong values with a reason."""
    key: FiniteFloat
    """The correct number."""

    _check_equals = field_validator("equals")(_require_computable_calculation)

    def scoring_declaration(self) -> Declaration:
        """Cardinality single, base float."""
        given = {"abs": self.tolerance.abs, "rel": self.tolerance.rel}
        tolerance = {name: value for name, value in given.items() if value is not None}
        wrong = [mistake.wrong_value for mistake in self.mistakes]
        return Declaration("single", "float", [float(self.key)], tolerance, self.unit, wrong)

    def build_presentation(self) -> Presentation:
        """The calculation of the key, and the wrong values with a reason."""
        mistakes = tuple(
            WrongAnswer(repr(mistake.wrong_value), mistake.feedback, at, misconception=mistake.misconception)
            for at, mistake in enumerate(self.mistakes)
        )
        return replace(super().build_presentation(), mistakes=mistakes, calculation=self.equals)


FAULTS = {
    "B107": Fault("The check compares a number with the result of its calculation, so the calculation must run.",
                  'interaction: numeric\nequals: "precison(tp=1, fp=1)"',
                  'interaction: numeric\nequals: "precision(tp=1, fp=1)"'),
    "B108": Fault("If a value is stated in two places, the two statements can contradict each other.",
                  "interaction: numeric\ntolerance: {abs: 0.1, rel: 0.1}",
                  "interaction: numeric\ntolerance: {abs: 0.1}"),
}  # fmt: skip

GALLERY = [
    GalleryRow("`numeric`", "enters a number", "the number", "`unit`, `tolerance`, `equals`, `mistakes`"),
]
