"""From pydantic's errors to problems in an author's words, at the place in the file.

For everything that is read into models: the ledger, the bank, and the front matter of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Place, Problem, did_you_mean, nearest_word, problem
from macros.reading import DataPath, Reading, value_of_unquoted_scalar

_KINDS = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "date_type": "must be a date like 2026-11-24, without quotes",
    "finite_number": "must be a finite number",
}
_WRITTEN = {"list_type": "must be a list, written", "dict_type": "must be written", "model_type": "must be written"}
_COMMA = " In braces, a comma ends a text. If these words belong to a text, put it in quotes. Otherwise, delete them."
_LIMITS = {
    "too_short": "must have at least {min_length} entries; this has {actual_length}. Add {less}.",
    "too_long": "must have at most {max_length} entries; this has {actual_length}. Remove {more}.",
    "string_too_short": "must not be empty. Write a text.",
    "string_too_long": "must have at most {max_length} characters; this has {length}.",
    "greater_than_equal": "must be {ge} or more; this is {shown}.",
    "less_than_equal": "must be {le} or less; this is {shown}.",
    "less_than": "must be less than {lt:g}; this is {shown}.",
}
_WHOLE = ("too_short", "too_long")  # said of a field as a whole: its name is the place
_PATTERNS = (
    "lowercase letters, digits, and single hyphens, like precision-spam",
    "an address that starts with https://",
)
_MAPPING_YAML = {"key": "{row: partner, ...}", "allow": "{B208: reason}"}  # mappings whose names are the author's


class Codes(NamedTuple):
    """The codes under which a package reports a missing field, an unknown field and a wrong value."""

    missing: str
    unknown: str
    value: str


class Origin(NamedTuple):
    """The file and the path inside it that a model was built from."""

    name: str
    reading: Reading
    path: DataPath = ()

    def place_of(self, *steps: str | int) -> Place:
        """The place of a field, or of the nearest thing around it."""
        path = (*self.path, *steps)
        while path and not self.reading.places.position_of_value_or_none(path):
            path = path[:-1]
        return Place(self.name, *(self.reading.places.position_of_value_or_none(path) or (1, 1)))

    def place_of_key(self, *steps: str | int) -> Place:
        """The place of a field's name."""
        found = self.reading.places.position_of_key_or_none((*self.path, *steps))
        return Place(self.name, *found) if found else self.place_of(*steps)


def problems_of_validation(
    error: ValidationError, origin: Origin, codes: Codes, known_fields: Mapping[str, Any]
) -> list[Problem]:
    """Every error of a validation as a problem; `known_fields` are those of the model, for suggestions.

    A field that is missing because its name is misspelt is not missing too.
    """
    details = error.errors(include_url=False, include_context=True, include_input=True)
    meant = {
        _path_of_intended_field(detail["loc"], origin, known_fields)
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    missing_sibling_fields = _missing_names_by_parent(details)
    found: dict[tuple[Place, str, str], Problem] = {}
    for detail in details:
        missing = str(detail["loc"][-1]) if detail["type"] == "missing" else ""
        if missing and _steps_in_file(detail["loc"], origin, keep_last_step=True) in meant:
            continue
        fault = _problem_of_detail(
            detail, origin, codes, known_fields, missing_sibling_fields.get(detail["loc"][:-1], [])
        )
        found.setdefault((Place(fault.path, fault.line, fault.column), fault.code, missing), fault)
    return list(found.values())


def error_message_after_field_name(
    detail: ErrorDetails, fields: Mapping[str, Any], path: DataPath | None = None
) -> str:
    """What is wrong with a value and how to write it, to be read behind the name of its field.

    detail: an error of pydantic, whose own words are for programmers; none of them gets through.
    path: path of the field in the file, for a sketch of its YAML; by default that of the error.
    """
    kind, got = detail["type"], detail["input"]
    path = detail["loc"] if path is None else path
    if kind in _WRITTEN:
        return f"{_WRITTEN[kind]} `{expected_yaml(path, fields)}`; this is {_value_in_words(got)}."
    if kind in _KINDS:
        return f"{_KINDS[kind]}; this is {_value_in_words(got)}.{_add_or_remove_quotes_advice(kind, got)}"
    if kind in _LIMITS:
        return _LIMITS[kind].format(
            **detail["ctx"],
            length=len(str(got)),
            shown=_value_in_words(got),
            **_missing_and_surplus_counts(detail["ctx"]),
        )
    if kind == "literal_error":
        return _must_be_one_of_message(re.findall(r"'(.*?)'", str(detail["ctx"]["expected"])), got)
    if kind == "string_pattern_mismatch":
        return (
            f"must be {_PATTERNS[str(detail['ctx']['pattern']).startswith('^https')]}; this is {_value_in_words(got)}."
        )
    return f"cannot be {_value_in_words(got)}. See the gallery or another entry for the form."


def _problem_of_detail(
    detail: ErrorDetails,
    origin: Origin,
    codes: Codes,
    known_fields: Mapping[str, Any],
    missing_sibling_fields: list[str],
) -> Problem:
    """An error of a validation as a problem; `missing_sibling_fields` names the fields that the same mapping lacks."""
    steps = _steps_in_file(detail["loc"], origin, keep_last_step=detail["type"] == "missing")
    kind, name = detail["type"], _steps_as_one_based_text(steps) or "this entry"
    if kind == "missing":
        field = str(detail["loc"][-1])
        return problem(
            codes.missing,
            origin.place_of(*steps[:-1] if steps[-1:] == (field,) else steps),
            f"{_field_and_parents_in_words(steps, field)} is missing. Add it.",
        )
    if kind == "extra_forbidden":
        advice = _COMMA if detail["input"] in (None, "") else _rename_or_delete_advice(missing_sibling_fields)
        hint = did_you_mean(str(steps[-1]), _allowed_names_for_last_step(steps, known_fields)) or advice
        return problem(codes.unknown, origin.place_of_key(*steps), f"unknown field {steps[-1]}.{hint}")
    if kind.startswith(("B", "L", "P")) and kind[1:].isdigit():
        inside = [str(step) for step in [detail.get("ctx", {}).get("field")] if step]
        return problem(kind, origin.place_of(*steps, *inside), detail["msg"])
    place = origin.place_of_key(*steps) if kind in _WHOLE else origin.place_of(*steps)
    return problem(codes.value, place, f"{name} {error_message_after_field_name(detail, known_fields, steps)}")


def _missing_names_by_parent(details: list[ErrorDetails]) -> dict[DataPath, list[str]]:
    """The names of missing fields by the path of the mapping that lacks them."""
    names: dict[DataPath, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            names.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    return names


def _rename_or_delete_advice(missing_sibling_fields: list[str]) -> str:
    """What to do with an unknown field, which may be one of those that are missing."""
    if not missing_sibling_fields:
        return " Delete it."
    return f" If this is the {' or the '.join(missing_sibling_fields)}, rename it. Otherwise, delete it."


def _path_of_intended_field(loc: tuple[int | str, ...], origin: Origin, known_fields: Mapping[str, Any]) -> DataPath:
    """The path of the field that a misspelt one stands for."""
    steps = _steps_in_file(loc, origin, keep_last_step=False)
    return (*steps[:-1], nearest_word(str(steps[-1]), _allowed_names_for_last_step(steps, known_fields)) or "")


def _missing_and_surplus_counts(error_context: Mapping[str, Any]) -> dict[str, int]:
    """How many entries a list has too few (`less`) and too many (`more`), from the context of pydantic's error."""
    count = error_context.get("actual_length") or 0
    return {"less": error_context.get("min_length", 0) - count, "more": count - error_context.get("max_length", 0)}


def _add_or_remove_quotes_advice(error_type: str, value: Any) -> str:
    """Advice to add quotes to a value or to remove them, where they decide what it is; else nothing."""
    if error_type == "string_type":
        return "" if isinstance(value, (list, dict)) else " Put it in quotes."
    return (
        " Remove the quotes." if isinstance(value, str) and not isinstance(value_of_unquoted_scalar(value), str) else ""
    )


def _must_be_one_of_message(allowed: list[str], value: Any) -> str:
    listed = " or ".join([", ".join(allowed[:-1]), allowed[-1]] if len(allowed) > 1 else allowed)
    return f"must be {listed}; this is {_value_in_words(value)}.{did_you_mean(str(value), allowed)}"


def _value_in_words(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "names with values"
    if isinstance(value, list):
        return "a list"
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else text[:57] + "..."


def _steps_in_file(loc: tuple[int | str, ...], origin: Origin, keep_last_step: bool) -> DataPath:
    """Pydantic adds steps for unions and tags; keep those that lead to something in the file, and the last if asked."""
    steps: DataPath = ()
    data: Any = origin.reading.data
    for step in origin.path:
        data = data[step]
    for at, step in enumerate(loc):
        inside = (isinstance(data, dict) and step in data) or (isinstance(data, list) and isinstance(step, int))
        if inside and (not isinstance(data, list) or int(step) < len(data)):
            data, steps = data[step], (*steps, step)
        elif keep_last_step and at == len(loc) - 1:
            steps = (*steps, step)
    return steps


def _steps_as_one_based_text(steps: DataPath) -> str:
    """Names of fields, and positions in lists counted from 1: `choices 2 text`."""
    return " ".join(f"{step + 1}" if isinstance(step, int) else step for step in steps)


def _field_and_parents_in_words(steps: DataPath, field: str) -> str:
    """As in `text of choices 2`."""
    around = _steps_as_one_based_text(steps[:-1] if steps[-1:] == (field,) else steps)
    return f"{field} of {around}" if around else field


def _allowed_names_for_last_step(steps: DataPath, model_fields: Mapping[str, Any]) -> list[str]:
    """Names of fields that could stand in place of the last step, from the model's own fields."""
    names: list[str] = []
    inner: Mapping[str, Any] = model_fields
    for step in steps[:-1]:
        if isinstance(step, int):
            continue
        inner = fields_of_inner_model(inner.get(step))
    names.extend(inner)
    return names


def expected_yaml(path: DataPath, fields: Mapping[str, Any]) -> str:
    """A sketch of the YAML at this path, from the fields of a model; of an entry of a list without its number."""
    names = [step for step in path if isinstance(step, str)]
    for name in names[:-1]:
        fields = fields_of_inner_model(fields.get(name))
    if not names:
        return _minimal_entry_yaml(fields)
    inner = fields_of_inner_model(fields.get(names[-1]))
    if path[-1:] == (names[-1],) and _accepts_list(fields.get(names[-1])):
        return f"- {_minimal_entry_yaml(inner)}" if inner else "[first, second, ...]"
    return _minimal_entry_yaml(inner) if inner else _MAPPING_YAML.get(names[-1], "name: value")


def fields_of_inner_model(field: Any) -> Mapping[str, Any]:
    """Fields of the model inside an annotation such as list[Choice], or none."""
    models = (
        kind for kind in _nested_types_outermost_first(field) if isinstance(kind, type) and issubclass(kind, BaseModel)
    )
    return next((model.model_fields for model in models), {})


def _minimal_entry_yaml(model_fields: Mapping[str, Any]) -> str:
    """The smallest entry of a model: its required fields, or the first one of those that exclude each other."""
    needed = [name for name, field in model_fields.items() if field.is_required()] or list(model_fields)[:1]
    return f"{{{', '.join(f'{name}: ...' for name in needed)}}}"


def _accepts_list(field: Any) -> bool:
    return any(get_origin(kind) is list for kind in _nested_types_outermost_first(field))


def _nested_types_outermost_first(field: Any) -> Iterator[Any]:
    """The annotation of a field and all inside it, outermost first."""
    pending = [getattr(field, "annotation", None)]
    while pending:
        kind = pending.pop(0)
        yield kind
        pending.extend(get_args(kind))
