"""Which services a text names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.ledger import names
from macros.ledger.names import FILE, service_names_in_text, service_spellings_file_problems


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
    assert service_names_in_text(text) == wanted


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Canvas: Canvas", "Canvas must be a list of texts"),
        ("Canvas: []", "Canvas must be a list of texts"),
        ("Canvas: [1]", "Canvas must be a list of texts"),
        ("Canvas: [Canvas]\nStudio: [CANVAS]", "CANVAS is also a spelling of Canvas"),
    ],
)
def test_a_list_that_cannot_be_used_is_a_problem(content: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "docs/data/names.yml").write_text(content)
    [one] = service_spellings_file_problems(tmp_path)
    assert (one.code, one.path) == ("L103", "docs/data/names.yml")
    assert told in one.text


def test_without_a_list_no_text_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "FILE", tmp_path / "names.yml")
    cached = (names.service_names_by_spelling, names._service_name_pattern)
    for function in cached:
        function.cache_clear()
    try:
        assert service_names_in_text("Amazon SageMaker Canvas") == frozenset()
    finally:
        for function in cached:
            function.cache_clear()


def test_names_are_in_alphabetical_order() -> None:
    names = list(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    assert names == sorted(names, key=str.casefold)
