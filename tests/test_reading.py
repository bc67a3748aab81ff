"""The YAML door: places, YAML 1.2 scalars, and no traceback whatever a file holds."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.reading import (
    parse_yaml,
    read_text_or_empty_and_problems,
    read_yaml_or_empty_and_problems,
    value_of_unquoted_scalar,
)


def codes(text: str) -> list[str]:
    return [one.code for one in parse_yaml(text, "f.yml").problems]


def test_values_and_keys_know_their_line_and_column() -> None:
    reading = parse_yaml("a:\n  b: 1\n  c: [x, y]\n", "f.yml")
    assert reading.data == {"a": {"b": 1, "c": ["x", "y"]}}
    assert reading.places.position_of_value_or_none(("a", "c", 1)) == (3, 10)
    assert reading.places.position_of_key_or_none(("a", "c")) == (3, 3)
    assert reading.places.position_of_value_or_none(("a", "x")) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("010", 10),
        ("1:30", "1:30"),
        ("1e-3", 0.001),
        ("-0.5", -0.5),
        (".5", 0.5),
        ("2026-11-24", date(2026, 11, 24)),
        ("2026-13-24", "2026-13-24"),
        ("~", None),
        ("", None),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("nan", "nan"),
    ],
)
def test_unquoted_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    assert value_of_unquoted_scalar(text) == value


def test_quoted_scalars_stay_text() -> None:
    assert parse_yaml("a: \"0.80\"\nb: 'no'\nc: >-\n  on\n", "f.yml").data == {"a": "0.80", "b": "no", "c": "on"}


@pytest.mark.parametrize("word", ["yes", "No", "ON", "off", "y", "n"])
def test_a_bare_word_for_truth_is_refused_with_a_hint(word: str) -> None:
    [one] = parse_yaml(f"a: {word}", "f.yml").problems
    assert (one.code, one.line, one.column) == ("Y108", 1, 4)
    assert "quotes" in one.text


@pytest.mark.parametrize("text", ["a: room #5", "a: 5 #5", "a:\n  - b: room\n      six #5 or 6", "a: {b: room #5\n }"])
def test_a_text_that_a_comment_would_cut_is_refused(text: str) -> None:
    [one] = parse_yaml(text, "f.yml").problems
    assert one.code == "Y113"
    assert "ends before #5" in one.text and "quotes" in one.text


@pytest.mark.parametrize("text", ["a: 'room #5'", "a: >-\n  room #5", "a: C#5", "a: b # c", "a: b\n#c: d", "a: [b] #c"])
def test_what_no_comment_cuts_is_read(text: str) -> None:
    assert codes(text) == []


def test_two_problems_come_in_one_run() -> None:
    assert codes("a: no\na: 1\nb: yes\n") == ["Y108", "Y104", "Y108"]


def test_an_alias_bomb_is_refused_at_its_first_alias() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert set(codes("\n".join(lines))) == {"Y105"}


@pytest.mark.parametrize(
    "text", ["a: &The mean", "a:\n- &The mean", "a: [b, &The mean]", "a: &The {b: c}", "&The a: b"]
)
def test_a_word_that_yaml_takes_for_an_anchor_is_refused(text: str) -> None:
    [one] = parse_yaml(text, "f.yml").problems
    assert one.code == "Y105" and one.text.startswith("YAML reads &The as an anchor and drops it.")


@pytest.mark.parametrize("text", ["a: R&D", "a: '&The mean'", "a: >-\n  &The mean", "a: this & that\nb: c"])
def test_an_ampersand_in_a_text_is_read(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("items:\n- id: a\n  rev: 1\n\n  id: b\n  rev: 2\n  use: pool\n- id: c\n", (5, 3)),
        ("items:\n- id: a\n  choices:\n  - id: x\n    text: X\n    id: y\n    text: Y\n", (6, 5)),
    ],
)
def test_an_entry_that_lost_its_dash_is_one_problem_where_it_starts(text: str, place: tuple[int, int]) -> None:
    [one] = parse_yaml(text, "f.yml").problems
    assert (one.code, one.line, one.column) == ("Y104", *place)
    assert one.text == "a second entry starts here. Begin it with `- `."


@pytest.mark.parametrize("text", ["a:\n- id: a\n  id: b\n  rev: 1", "a:\n  id: a\n  rev: 1\n  id: a\n  rev: 1"])
def test_a_name_that_is_used_twice_in_one_mapping_is_told_so(text: str) -> None:
    assert all(one.text.endswith("is used twice. Keep one of them.") for one in parse_yaml(text, "f.yml").problems)
    assert codes(text)


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        *((f"{sign}x: y", "Y103", f"a text cannot start with {sign} unless it is in quotes") for sign in "%@`"),
        ("[ab] is", "Y103", "a text cannot start with [ unless it is in quotes"),
        ("{a} is", "Y103", "a text cannot start with { unless it is in quotes"),
        ("**x** is", "Y103", "a text cannot start with * unless it is in quotes"),
        (">5 is", "Y103", "a text cannot start with > unless it is in quotes"),
        ("'The model's mean'", "Y103", "the quoted text ends before `s mean'`. Write an apostrophe inside single"),
        (
            '"a" is b',
            "Y103",
            'the quoted text ends before `is b`. Write a quotation mark inside double quotes as `\\"`',
        ),
        ('"The \\mean"', "Y103", "a backslash in double quotes changes the character after it. Write `\\\\`"),
        ('{{ fact("x") }} R squared', "Y111", "Put the whole text in single quotes, or use `>-`"),
        ("{id: a, text: 'The model's mean'}", "Y103", "`{` in line 3 needs `,` or `}` before this"),
        ("[a, b", "Y103", "`[` in line 3 needs `,` or `]` before this"),
        ("the mean: 5", "Y103", "a name and its `:` cannot come here. A text with `: `"),
        ("a\n---", "Y103", "`---` begins a second document"),
        ("a\n c: 1", "Y103", "Fields of an entry start in the same column"),
    ],
)
def test_a_syntax_error_is_told_in_the_words_of_an_author(value: str, code: str, words: str) -> None:
    [found] = parse_yaml(f"items:\n- id: a\n  text: {value}\n  b: 1\n", "f.yml").problems
    assert found.code == code and words in found.text
    assert found.text.endswith("The rest of the file was not read.")


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 100_000, "- " * 200_000, "? " * 200_000, "a:\n" + "- " * 90])
def test_deep_nesting_is_refused_before_it_reaches_the_composer(text: str) -> None:
    assert codes(text)[0] in {"Y107", "Y103"}


def test_a_shallow_file_with_many_flow_mappings_is_read() -> None:
    text = "items:\n" + "- {a: [1, 2], b: {c: d}}\n" * 500
    assert len(parse_yaml(text, "f.yml").data["items"]) == 500


def test_ten_megabytes_of_noise_are_refused_by_their_size(tmp_path: Path) -> None:
    file = tmp_path / "noise.yml"
    file.write_bytes(random.Random(1).randbytes(10_000_000))
    assert [one.code for one in read_yaml_or_empty_and_problems(file, "noise.yml").problems] == ["Y106"]


def test_bytes_that_are_not_utf8_are_placed(tmp_path: Path) -> None:
    file = tmp_path / "latin.yml"
    file.write_bytes(b"a: x\nb: caf\xe9\n")
    [one] = read_yaml_or_empty_and_problems(file, "latin.yml").problems
    assert (one.code, one.line, one.column) == ("Y101", 2, 7)


def test_a_folder_in_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    assert [one.code for one in read_yaml_or_empty_and_problems(tmp_path, "x.yml").problems] == ["Y103"]


def test_a_missing_or_empty_file_reads_as_empty(tmp_path: Path) -> None:
    assert read_yaml_or_empty_and_problems(tmp_path / "no.yml", "no.yml").data == {}
    assert parse_yaml("# only a comment\n", "f.yml").data == {}


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    reading = parse_yaml(text, "f.yml")
    assert isinstance(reading.data, dict)
    assert all(one.path == "f.yml" and one.line >= 1 and one.column >= 1 for one in reading.problems)


@given(st.binary(max_size=200))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yml"
    file.write_bytes(data)
    assert isinstance(read_yaml_or_empty_and_problems(file, "any.yml").data, dict)


@pytest.mark.parametrize("text", ['a: 1\nb: "open\nc: 2\n', "a: 1\nb: 'open\n\nc: 2\n", 'a: 1\nb: "open\n---\nc: 2\n'])
def test_a_quote_that_is_left_open_is_told_where_it_begins(text: str) -> None:
    [found] = parse_yaml(text, "f.yml").problems
    assert (found.line, found.column, found.code) == (2, 4, "Y103")
    assert found.text.startswith("a quoted text starts here and does not end. Add the closing quote. The rest of the")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> branch\n", 2),
        ("a: |\n  one\n||||||| 4b50d05\n", 3),
        ("a: |\n  one\n=======\n", 3),
        (">>>>>>> branch with: a colon", 1),
    ],
)
def test_a_merge_conflict_is_named_in_any_file(text: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(text, encoding="utf-8")
    for problems in (
        parse_yaml(text, "f").problems,
        read_text_or_empty_and_problems(tmp_path / "page.md", "f")[1],
    ):
        [found] = problems
        assert str(found).startswith(
            f"f:{line}:1: Y114 a merge conflict is left here. Resolve it, and delete the lines with"
        )


@pytest.mark.parametrize("text", ["a: |\n  <<<<<<< x\n", "a: '======='", "<<<<<<<: 1", "a: |\n  x\n   =======\n"])
def test_marks_that_begin_no_line_are_no_merge_conflict(text: str) -> None:
    assert parse_yaml(text, "f").problems == []
