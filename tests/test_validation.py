"""What is wrong with a value is said in our words, whatever stands there."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from macros.bank.interactions import INTERACTIONS
from macros.ledger import models
from macros.validation import error_message_after_field_name

ENTRIES = (models.Source, models.Fact, models.Objective, models.Misconception, models.Card, models.Term, models.Exam)
PARTS = [{"id": 5, "text": [], "feedback": {}}] * 4
ODD = [None, True, 5, -5, 10**30, 0.5, float("inf"), "", "0.5", "x y", "a" * 400, [], ["a"], [1], [None], [["a"]],
       [{}] * 12, [{"a": 1}], {}, {"a": "b"}, {"a": ["b"]}, {"a": None}, date(2026, 1, 1), PARTS,
       [{"value": 10**400}], {"abs": 10**400}, {"rel": 2}, {"words": 5, "key": 1}]  # fmt: skip
OURS = ("missing", "extra_forbidden")  # have words of their own


@pytest.mark.parametrize("model", [*INTERACTIONS.values(), *ENTRIES], ids=lambda model: model.__name__)
def test_no_words_of_the_library_get_through(model: type[BaseModel]) -> None:
    said = [text for field in model.model_fields for odd in ODD for text in _said(model, field, odd)]
    assert len(said) > 30
    assert [text for text in said if not text.startswith("must ")] == []
    for word in ("valid", "Input", "dictionary", "instance", "mapping", "should", "integer", "string"):
        assert [text for text in said if word in text] == []


def _said(model: type[BaseModel], field: str, value: object) -> list[str]:
    try:
        model.model_validate({field: value})
    except ValidationError as fault:
        own = [one for one in fault.errors(include_url=False) if one["type"] not in OURS and one["type"].islower()]
        return [error_message_after_field_name(one, model.model_fields) for one in own]
    return []
