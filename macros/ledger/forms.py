"""How a field is written: a short form of it, from the model that checks it. `turns_on` is `{words: ..., key: ...}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel

_PAIRS = {"key": "{row: partner, ...}", "allow": "{B208: reason}"}  # mappings whose names are the author's


def form(steps: tuple[str | int, ...], fields: Mapping[str, Any]) -> str:
    """The form of what stands at `steps`, read from the fields of a model; of an entry of a list without its number."""
    names = [step for step in steps if isinstance(step, str)]
    for name in names[:-1]:
        fields = model_fields(fields.get(name))
    if not names:
        return _of_model(fields)
    inner = model_fields(fields.get(names[-1]))
    if steps[-1:] == (names[-1],) and _is_list(fields.get(names[-1])):
        return f"- {_of_model(inner)}" if inner else "[first, second, ...]"
    return _of_model(inner) if inner else _PAIRS.get(names[-1], "name: value")


def model_fields(field: Any) -> Mapping[str, Any]:
    """Fields of the model inside an annotation such as list[Choice], or none."""
    models = (kind for kind in _kinds(field) if isinstance(kind, type) and issubclass(kind, BaseModel))
    return next((model.model_fields for model in models), {})


def _of_model(fields: Mapping[str, Any]) -> str:
    """Required fields, or the first one of those that exclude each other."""
    needed = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
    return f"{{{', '.join(f'{name}: ...' for name in needed)}}}"


def _is_list(field: Any) -> bool:
    return any(get_origin(kind) is list for kind in _kinds(field))


def _kinds(field: Any) -> Iterator[Any]:
    """The annotation of a field and all inside it, outermost first."""
    pending = [getattr(field, "annotation", None)]
    while pending:
        kind = pending.pop(0)
        yield kind
        pending.extend(get_args(kind))
