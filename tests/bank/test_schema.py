"""quizzes/schema.json: current, true of every bank, and strict enough to be of use in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.__main__ import main
from macros.bank import load_bank
from macros.bank.interactions import INTERACTIONS
from macros.bank.schema import FILE, bank_schema, bank_schema_json
from macros.reading import parse_yaml, read_yaml_or_empty_and_problems
from macros.rules.too_many_items_in_file_or_page import LONGEST
from tests.sample import write_course

ROOT = Path(__file__).parents[2]
BANKS = sorted((ROOT / "quizzes").rglob("*.yml"))
MODELINE = "# yaml-language-server: $schema="
VALIDATOR = Draft202012Validator(bank_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def dates_as_texts(value: Any) -> Any:
    """YAML 1.2, as the editors' service reads it, knows no dates: they are texts."""
    if isinstance(value, dict):
        return {name: dates_as_texts(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [dates_as_texts(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def schema_errors(data: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in VALIDATOR.iter_errors(dates_as_texts(data))]


def test_the_file_is_what_the_models_say() -> None:
    assert (ROOT / FILE).read_text(encoding="utf-8") == bank_schema_json(), "run `make schema`"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(bank_schema())
    assert bank_schema()["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("bank", BANKS, ids=lambda path: path.relative_to(ROOT / "quizzes").as_posix())
def test_a_bank_of_ours_fits(bank: Path) -> None:
    assert schema_errors(read_yaml_or_empty_and_problems(bank, bank.name).data) == []


def test_the_gallery_has_each_interaction_so_each_part_was_tried() -> None:
    items = read_yaml_or_empty_and_problems(ROOT / "quizzes/contributing/gallery.yml", "").data["items"]
    assert {item["interaction"] for item in items} == set(INTERACTIONS)


@pytest.mark.parametrize("bank", BANKS, ids=lambda path: path.relative_to(ROOT / "quizzes").as_posix())
def test_a_bank_tells_the_editor_where_its_schema_is(bank: Path) -> None:
    first = bank.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith(MODELINE)
    assert (bank.parent / first.removeprefix(MODELINE)).resolve() == ROOT / FILE


def test_an_editor_without_that_line_gets_the_same_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text())
    assert settings["yaml.schemas"] == {f"./{FILE.as_posix()}": ["quizzes/**/*.yml"]}


def schema_fields_with_paths(part: Any, inside: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that the schema knows, at any depth."""
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            if "const" not in field or len(field) > 1:  # the condition of an if
                yield f"{inside}.{name}", field
        for name, inner in part.items():
            yield from schema_fields_with_paths(inner, f"{inside}.{name}")
    if isinstance(part, list):
        for inner in part:
            yield from schema_fields_with_paths(inner, inside)


def test_every_field_says_what_it_is() -> None:
    found = dict(schema_fields_with_paths(bank_schema()))
    assert len(found) > 100
    assert {name for name, field in found.items() if not field.get("description", "").endswith((".", "}`."))} == set()


def sample_bank(interaction: str, changes: str = "") -> dict[str, Any]:
    """A sample of the gallery, changed; a field set to nothing is taken out."""
    items = read_yaml_or_empty_and_problems(ROOT / "quizzes/contributing/gallery.yml", "").data["items"]
    found = next(one for one in items if one["interaction"] == interaction)
    changed = {**found, **parse_yaml(changes, "").data}
    return {"items": [{name: value for name, value in changed.items() if value is not None}]}


ONE_CHOICE = "choices: [{id: a, text: b}]"
TWO_ROWS = "[{id: a, text: b, feedback: c}, {id: d, text: e, feedback: f}]"
BAD = {
    "a misspelt field": (sample_bank("choice", "stemm: x"), "$.items[0]", "'stemm' was unexpected"),
    "a misspelt field of a file": ({"items": [], "case": {}}, "$", "'case' was unexpected"),
    "no stem": (sample_bank("match", "stem:"), "$.items[0]", "'stem' is a required property"),
    "no interaction": (sample_bank("match", "interaction:"), "$.items[0]", "'interaction' is a required property"),
    "an unknown interaction": (
        sample_bank("match", "interaction: pairs"),
        "$.items[0].interaction", "'pairs' is not one of"),
    "another interaction's fields": (sample_bank("order", "left: [a]"), "$.items[0]", "'left' was unexpected"),
    "a number for a text": (sample_bank("cloze", "key: [1]"), "$.items[0].key[0]", "1 is not of type 'string'"),
    "an id in capitals": (sample_bank("match", "id: My Item"), "$.items[0].id", "'My Item' does not match"),
    "two rows": (sample_bank("match", f"left: {TWO_ROWS}"), "$.items[0].left", "is too short"),
    "a choice without feedback": (sample_bank("choice", ONE_CHOICE), "$.items[0].choices[0]", "'feedback' is"),
    "a text for a number": (sample_bank("numeric", 'key: "0.8"'), "$.items[0].key", "is not of type 'number'"),
    "no date": (sample_bank("flashcard", "verified: yesterday"), "$.items[0].verified", "'yesterday' is not a 'date'"),
    "an unknown level": (sample_bank("flashcard", "level: hard"), "$.items[0].level", "'hard' is not one of"),
    "a status of our own": (sample_bank("flashcard", "status: draft"), "$.items[0].status", "is not valid"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_bank_does_not_fit_and_the_fault_shows_at_its_place(name: str) -> None:
    data, place, words = BAD[name]
    found = schema_errors(data)
    assert any(one.startswith(f"{place}: ") and words in one for one in found), found


def loading_problems(folder: Path, data: Any) -> list[Any]:
    (folder / "quizzes").mkdir(exist_ok=True)
    (folder / "quizzes/some.yml").write_text(yaml.safe_dump(data), encoding="utf-8")
    return load_bank(folder, {}).problems


@pytest.mark.parametrize("name", BAD)
def test_what_the_schema_refuses_the_check_refuses_too(name: str, tmp_path: Path) -> None:
    """Else an editor would object to a bank that is fine."""
    assert loading_problems(tmp_path, sample_bank("match")) == []
    assert loading_problems(tmp_path, BAD[name][0])


def test_the_command_says_when_there_are_no_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--root", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"schema: there is no folder {tmp_path}/quizzes. Name the project folder.\n"


def test_the_command_writes_the_file_once(tmp_path: Path) -> None:
    root = str(write_course(tmp_path))
    assert main(["schema", "--root", root]) == 0
    assert (tmp_path / FILE).read_text(encoding="utf-8") == bank_schema_json()
    written = (tmp_path / FILE).stat().st_mtime_ns
    assert main(["schema", "--root", root]) == 0
    assert (tmp_path / FILE).stat().st_mtime_ns == written


def test_the_number_of_items_is_the_one_that_the_check_allows() -> None:
    assert bank_schema()["properties"]["items"]["description"] == f"The questions, at most {LONGEST}."
