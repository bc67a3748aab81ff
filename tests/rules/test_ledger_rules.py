"""Cards, terms and exam guides: what each rule says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.course import load_course
from macros.problems import Problem
from macros.rules import unwaived_problems
from tests.sample import write_course

CARD = "{claim: c, verdict: right, holds: 'H.', why: w, page: 'metrics/sample#recall', source: guide}"


NO_COMMAS = "without commas, and a unit only in `unit`."


def problems_with_code(root: Path, example: str, code: str) -> list[Problem]:
    return [one for one in unwaived_problems(load_course(write_course(root, example))) if one.code == code]


def cards_yaml_with_fields(**fields: str) -> str:
    text = CARD
    for name, value in fields.items():
        before, _, after = text.partition(f"{name}: ")
        text = f"{before}{name}: '{value}'{after[after.index(',') :]}"
    return f"docs/data/cards.yml: {{mine: {text}}}"


def test_a_page_that_is_not_written_warns(tmp_path: Path) -> None:
    example = cards_yaml_with_fields(page="metrics/later#recall")
    assert [one.warning for one in problems_with_code(tmp_path, example, "L114")] == [True]
    assert [one.warning for one in problems_with_code(tmp_path, example, "L115")] == [True]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"page": "metrics/sample.md#recall"}, "mine: write the name of the page without `.md`."),
        ({"page": "metrics/sample#recal"}, "there is no #recal on docs/metrics/sample.md. Did you mean recall?"),
        ({"page": "metrics/sample"}, "there is no # on docs/metrics/sample.md."),
        ({"holds": 'Up to {{ fact("limmit") }}.'}, "there is no fact limmit in the ledger. Did you mean limit?"),
        ({"holds": "Up to {{fact(limit)}}."}, "readers would see the braces."),
    ],
)
def test_what_a_card_names_is_followed(fields: dict[str, str], words: str, tmp_path: Path) -> None:
    [one] = problems_with_code(tmp_path, cards_yaml_with_fields(**fields), "L114")
    assert words in one.text and not one.warning
    assert one.path == "docs/data/cards.yml"


def test_a_card_states_limits_through_the_ledger_alone(tmp_path: Path) -> None:
    assert len(problems_with_code(tmp_path / "a", cards_yaml_with_fields(holds="Up to 3 GB."), "L110")) == 1
    assert problems_with_code(tmp_path / "b", cards_yaml_with_fields(holds='Up to {{ fact("limit") }}.'), "L110") == []


def test_the_source_of_a_card_is_followed(tmp_path: Path) -> None:
    [one] = problems_with_code(tmp_path, cards_yaml_with_fields().replace("source: guide", "source: gide"), "L111")
    assert "mine: there is no gide in sources. Did you mean guide?" in one.text


def test_weights_of_a_guide_add_up(tmp_path: Path) -> None:
    guide = (
        "docs/data/exams/aif-c01.yml: {title: t, version: v, seen: 2026-11-24, source: guide, "
        "domains: [{id: 1, title: a, weight: 60, entries: [{ids: ['1.1', '1.1'], asks: x}]}]}"
    )
    said = [one.text for one in problems_with_code(tmp_path, guide, "L116")]
    assert said == [
        "AIF-C01 lists 1.1 2 times. Keep one of them.",
        "the weights of AIF-C01 add up to 60. Compare them with the guide.",
    ]


def test_a_domain_lists_as_many_skills_as_it_says(tmp_path: Path) -> None:
    guide = (
        "docs/data/exams/aif-c01.yml: {title: t, version: v, seen: 2026-11-24, source: guide, domains: "
        "[{id: 1, title: a, weight: 100, skills: 3, entries: [{ids: ['1.1', '1.2'], asks: x}]}]}"
    )
    [one] = problems_with_code(tmp_path, guide, "L116")
    assert one.text == "domain 1 of AIF-C01 lists 2 ids, but `skills` says 3. Compare both with the guide."


def test_a_misconception_of_a_small_bank_is_left_alone(tmp_path: Path) -> None:
    other = "docs/data/misconceptions.yml: {other: {belief: b, tempts: t, correction: c, objectives: [recall]}}"
    assert problems_with_code(tmp_path, other, "L117") == []


def fact_problems(root: Path, changes: dict[str, str]) -> list[str]:
    """Problems of a fact that a calculator quotes: async-max-run, 60 min, with these fields changed."""
    fields = {"text": "One hour", "value": "60", "unit": "min", "source": "guide", "seen": "2026-11-24"} | changes
    listed = "".join(f"  {name}: {value}\n" for name, value in fields.items() if value)
    root = write_course(root)
    (root / "docs/data/facts.yml").write_text(f"async-max-run:\n{listed}", encoding="utf-8")
    return [str(one) for one in unwaived_problems(load_course(root))]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"value": "60.5"}, []),
        ({"value": "1,000"}, [f"3:10: L103 value 1,000 is text. Write 1000 {NO_COMMAS}"]),
        ({"value": '"128,000"'}, [f"3:10: L103 value 128,000 is text. Write 128000 {NO_COMMAS}"]),
        ({"value": "128_000"}, [f"3:10: L103 value 128_000 is text. Write 128000 {NO_COMMAS}"]),
        ({"value": "60 min", "unit": ""}, [f"3:10: L103 value 60 min is text. Write 60 {NO_COMMAS}"]),
        ({"value": '"60"'}, ["3:10: L103 value 60 is text. Write a number without quotes, or remove `unit`."]),
        ({"value": "six"}, ["3:10: L103 value six is text. Write a number without quotes, or remove `unit`."]),
        ({"value": "-5"}, ["3:10: L120 async-max-run: the calculator inference_options needs a number above 0; "
                           "this is -5. Correct it."]),
        ({"value": "0"}, ["3:10: L120 async-max-run: the calculator inference_options needs a number above 0; "
                          "this is 0. Correct it."]),
        ({"unit": "minutes"}, ["4:9: L120 async-max-run: the calculator inference_options does not know the unit "
                               "minutes. Write one of bytes, MB, GB, s, min, h, concurrent invocations."]),
        ({"unit": ""}, ["2:3: L120 async-max-run: the calculator inference_options does not know the unit "
                        "(none). Write one of bytes, MB, GB, s, min, h, concurrent invocations."]),
        ({"value": "six", "unit": ""}, [
            "3:10: L120 async-max-run: the calculator inference_options needs a number; this is six. Write a number.",
            "2:3: L120 async-max-run: the calculator inference_options does not know the unit (none). "
            "Write one of bytes, MB, GB, s, min, h, concurrent invocations."]),
    ],
)  # fmt: skip
def test_a_fact_that_a_calculator_quotes_is_a_number_with_a_unit(
    changes: dict[str, str], said: list[str], tmp_path: Path
) -> None:
    assert sorted(fact_problems(tmp_path, changes)) == sorted(f"docs/data/facts.yml:{one}" for one in said)


def test_a_fact_that_a_calculator_on_a_page_quotes_must_exist(tmp_path: Path) -> None:
    page = (
        'docs/metrics/sample.md: {body: "## Recall {#recall}\\n\\n'
        '{{ calculator(\\"inference_options\\") }}\\n\\n{{ quiz() }}\\n"}'
    )
    found = problems_with_code(tmp_path, page, "L120")
    assert {(one.path, one.line) for one in found} == {("docs/metrics/sample.md", 8)}
    assert (
        found[0].text
        == "the calculator quotes the fact async-default-run, which does not exist. Add it to docs/data/facts.yml."
    )


@pytest.mark.parametrize(
    ("first_line", "words"),
    [
        ("", "1:1: P126 the first line does not name these columns: y_true, y_pred. Add them."),
        ("row,y_true,y_perd\n", "1:1: P126 the first line does not name these columns: y_pred. Add them."),
        (
            "row,y_true,target,y_pred,y_pred\n",
            "1:1: P126 the first line does not name these columns: y_pred. Add them.",
        ),
    ],
)
def test_an_example_file_names_its_columns(first_line: str, words: str, tmp_path: Path) -> None:
    root = write_course(tmp_path)
    (root / "docs/data/market_mean.csv").write_text(f"{first_line}1,2,3\n4,5,6\n", encoding="utf-8")
    assert [str(one) for one in unwaived_problems(load_course(root))] == [f"docs/data/market_mean.csv:{words}"]


@pytest.mark.parametrize("header", ['"row","y_true","y_pred"', "\ufeffrow,y_true,y_pred", "row;y_true;y_pred"])
def test_an_example_file_may_have_every_header_that_readers_may_use(header: str, tmp_path: Path) -> None:
    root = write_course(tmp_path)
    rows = ["1,2,3", "2,4,6"] if ";" not in header else ["1;2;3", "2;4;6"]
    (root / "docs/data/market_mean.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    assert [str(one) for one in unwaived_problems(load_course(root))] == []


def test_the_rows_of_an_example_file_leave_no_question_open(tmp_path: Path) -> None:
    example = 'docs/data/digits8_logreg_test.csv: "y_true,y_score\\nspam,0.5\\nham,0.2\\n"'
    [one] = problems_with_code(tmp_path, example, "P126")
    assert one.text.startswith("readers would be asked: Which label is positive?")


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        ("names: [spam]", "names: [ham, Spam]", True),
        ("names: [spam], sense: of mail", "names: [spam]", True),
        ("names: [spam], sense: of mail", "names: [spam], sense: of mail", True),
        ("names: [spam], sense: of mail", "names: [spam], sense: in a tin", False),
        ("names: [spam]", "names: [ham]", False),
        ("names: [spam, spam]", "names: [ham]", False),
    ],
)
def test_terms_with_one_name_say_their_sense(first: str, second: str, is_refused: bool, tmp_path: Path) -> None:
    rest = "meaning: It is mail., page: 'metrics/sample#recall'"
    glossary = f"docs/data/glossary.yml:\n  one: {{{first}, {rest}}}\n  two: {{{second}, {rest}}}"
    found = [one.text for one in problems_with_code(tmp_path, glossary, "L121")]
    assert len(found) == is_refused
    assert all(
        " is also a name of one. Give each its own `sense`, or remove one of the names." in text for text in found
    )
