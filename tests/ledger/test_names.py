"""Which services a text names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.ledger.names import PATH, service_names_and_problems

ROOT = Path(__file__).parents[2]
SERVICE_NAMES, _ = service_names_and_problems(ROOT)


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
    assert SERVICE_NAMES.names_in(text) == wanted


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
    _, [one] = service_names_and_problems(tmp_path)
    assert (one.code, one.path) == ("L103", "docs/data/names.yml")
    assert told in one.text


def test_without_a_list_no_text_has_a_name(tmp_path: Path) -> None:
    service_names, problems = service_names_and_problems(tmp_path)
    assert service_names.names_in("Amazon SageMaker Canvas") == frozenset()
    assert problems == []


def test_names_are_those_of_the_course_that_is_checked(tmp_path: Path) -> None:
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_text("Ray: [Ray, Ray Tune]")
    service_names, _ = service_names_and_problems(tmp_path)
    assert service_names.names_in("ray tune beside Canvas") == {"Ray"}


def test_names_are_in_alphabetical_order() -> None:
    names = list(yaml.safe_load((ROOT / PATH).read_text(encoding="utf-8")))
    assert names == sorted(names, key=str.casefold)
