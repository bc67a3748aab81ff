"""Which services a text names."""

from __future__ import annotations

import pytest

from macros.ledger.names import NAMES, named_in


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Amazon SageMaker Canvas", {"Canvas"}),
        ("a canvas of two models", {"Canvas"}),
        ("Data Wrangler in Canvas", {"Data Wrangler", "Canvas"}),
        ("EMR Serverless", {"EMR"}),
        ("Serverless inference", {"serverless inference"}),
        ("A serverless queue", set()),
        ("multi-model endpoints", {"multi-model endpoint"}),
        ("Scripts of glues", {"Glue"}),
        ("S3, or JumpStart.", {"S3", "JumpStart"}),
        ("a spotless S30", set()),
    ],
)
def test_names_are_found_however_they_are_written(text: str, wanted: set[str]) -> None:
    assert named_in(text) == wanted


def test_a_way_of_writing_belongs_to_one_name() -> None:
    ways = [way.casefold() for ways in NAMES.values() for way in ways]
    assert len(ways) == len(set(ways))
    assert list(NAMES) == sorted(NAMES, key=str.casefold)
