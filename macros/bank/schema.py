"""The models of the bank as a JSON Schema (2020-12), for editors: quizzes/schema.json.

Says what fields there are, what they mean and what they may hold. What hangs on several fields (the key names a
choice), on other files or on wording is the check's business.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from macros.bank.interactions import INTERACTIONS
from macros.bank.items import Item
from macros.ledger.models import Entry, Id, Text

FILE = Path("quizzes/schema.json")
_REF = "#/$defs/{model}"


class _Bank(Entry):
    """The questions of one page: quizzes/<topic>/<page>.yml belongs to docs/<topic>/<page>.md."""

    cases: dict[Id, Text] = Field(default_factory=dict)
    """Scenarios that two or more items share, by name."""
    sample: bool = False
    """Marks samples that only show how items look and work. Answers to them are not stored."""
    items: list[Item]
    """The questions, at most 30."""


class _SchemaWithoutTitles(GenerateJsonSchema):
    """A title that only repeats the field's name is noise in an editor."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def bank_schema() -> dict[str, Any]:
    """The schema of a bank file. An item's `interaction` decides on its fields, so a fault shows at its own field."""
    models: list[type[BaseModel]] = [_Bank, *INTERACTIONS.values()]
    parts = models_json_schema(
        [(model, "validation") for model in models], ref_template=_REF, schema_generator=_SchemaWithoutTitles
    )[1]["$defs"]
    for part in parts.values():
        part.pop("title")
    about_interaction = Item.model_fields["interaction"].description
    for kind in INTERACTIONS.values():  # which declare the field again, without its docstring
        parts[kind.__name__]["properties"]["interaction"]["description"] = about_interaction
    parts["Item"] = {
        "type": "object",
        "required": ["interaction"],
        "properties": {"interaction": {"enum": list(INTERACTIONS), "description": about_interaction}},
        "allOf": [_if_then_for_interaction(name, kind) for name, kind in INTERACTIONS.items()],
    }
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": "Written by `make schema`."}
    return {**about, "title": "Item bank", **parts.pop("_Bank"), "$defs": parts}


def bank_schema_json() -> str:
    """The JSON of the schema, as the file holds it."""
    return json.dumps(bank_schema(), indent=1, ensure_ascii=False) + "\n"


def _if_then_for_interaction(interaction: str, model: type[BaseModel]) -> dict[str, Any]:
    """The part of the schema that applies a model to items with this interaction."""
    chosen = {"properties": {"interaction": {"const": interaction}}, "required": ["interaction"]}
    return {"if": chosen, "then": {"$ref": _REF.format(model=model.__name__)}}
