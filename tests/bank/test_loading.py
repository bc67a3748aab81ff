"""Bank files: what is read, what is left out, and the words and places of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros import rules
from macros.bank import load_bank
from macros.bank.interactions.cloze import sample_cloze_item_yaml
from macros.bank.interactions.match import sample_match_item_yaml
from macros.bank.interactions.order import sample_order_item_yaml
from macros.course import load_course
from macros.problems import Problem
from tests.sample import write_course

BANK = "quizzes/metrics/sample.yml"


def problems_of_example(root: Path, example: str) -> list[Problem]:
    return list(load_course(write_course(root, example)).problems)


def only_problem_of_example(root: Path, example: str) -> Problem:
    [found] = problems_of_example(root, example)
    return found


def bank_text_from_problem(root: Path, found: Problem) -> str:
    """The text of the bank from where a problem points."""
    return " ".join(" ".join((root / BANK).read_text().splitlines()[found.line - 1 :])[found.column - 1 :].split())


def test_items_come_back_as_their_interaction(tmp_path: Path) -> None:
    items = load_course(write_course(tmp_path)).bank.items
    assert [item.interaction for item in items] == ["choice", "numeric"]
    assert items[0].scoring_declaration().nonempty_fields() == {
        "cardinality": "single",
        "base": "identifier",
        "correct": ["recall"],
    }
    assert items[1].scoring_declaration().nonempty_fields() == {
        "cardinality": "single",
        "base": "float",
        "correct": [0.8],
        "tolerance": {"abs": 0.005},
        "mistakes": [0.67],
    }


def test_a_field_knows_its_place(tmp_path: Path) -> None:
    item = load_course(write_course(tmp_path)).bank.items[0]
    place = item.at("choices", 1, "text")
    line = (tmp_path / BANK).read_text().splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith("Precision")


def test_a_fact_is_replaced_and_remembered(tmp_path: Path) -> None:
    example = "rationale: 'Up to {{ fact(\"limit\") }} is taken, {{ braces }} are text.'"
    item = load_course(write_course(tmp_path, example)).bank.items[-2]
    assert item.rationale == "Up to 1 GB is taken, {{ braces }} are text."
    assert item.quoted_fact_ids == {"limit"}
    assert "fact(" in item.fields_as_written["rationale"]


@pytest.mark.parametrize(
    ("example", "code", "words"),
    [
        ("stemm: x", "B102", "Did you mean stem?"),
        ("rationale: ''\n", "B101", "rationale is missing"),
        ("level: aply", "B103", "recall, understand, apply or analyze; this is aply. Did you mean apply?"),
        ("use: pol", "B103", "use must be pool; this is pol. Did you mean pool?"),
        ("stem: ' '", "B103", "stem must not be empty. Write a text."),
        ("choices: [{id: a, text: b, feedback: c}]", "B103", "must have at least 3 entries; this has 1. Add 2."),
        ("interaction: numeric\ntolerance: {rel: 1}", "B103", "tolerance rel must be less than 1; this is 1."),
        ("key: {a: b}", "B103", "key must be text; this is names with values."),
        ("verified: '2026-11-24'", "B103", "without quotes"),
        ("id: Precision Spam", "B103", "lowercase letters, digits, and single hyphens"),
        ("rev: 0", "B103", "rev must be 1 or more; this is 0."),
        ("key: recal", "B105", "Did you mean recall?"),
        ("interaction: numric", "B109", "Did you mean numeric?"),
        ("choices: text", "B103", "must be a list, written `- {id: ..., text: ..., feedback: ...}`; this is text."),
        ("choices: [{id: a, text: b, feedbak: c}]", "B102", "Did you mean feedback?"),
        ("hints: [a, b, c, d, e]", "B103", "hints must have at most 3 entries; this has 5. Remove 2."),
        ("allow: B208", "B103", "allow must be written `{B208: reason}`; this is B208."),
        ("turns_on: recall", "B103", "turns_on must be written `{words: ..., key: ...}`; this is recall."),
        ("interaction: numeric\ntolerance: 1", "B103", "tolerance must be written `{abs: ...}`; this is 1."),
        ("hints: look", "B103", "hints must be a list, written `[first, second, ...]`; this is look."),
        ("choices: [a, b, c]", "B103", "choices 1 must be written `{id: ..., text: ..., feedback: ...}`; this is a."),
    ],
)  # fmt: skip
def test_a_fault_names_its_way_out(example: str, code: str, words: str, tmp_path: Path) -> None:
    found = [one for one in problems_of_example(tmp_path, example) if one.code == code]
    assert found, problems_of_example(tmp_path, example)
    assert words in found[0].text


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ('{{fact("limit")}}', '{{ fact("limit") }}'),
        ("{{ fact(''limit'') }}", '{{ fact("limit") }}'),
        ('{{  fact("limit") }}', '{{ fact("limit") }}'),
        ('{{- fact("limit") -}}', '{{ fact("limit") }}'),
        ('{{ fact ("limit") }}', '{{ fact("limit") }}'),
        ('{{ fact("limit") }', '{{ fact("limit") }}'),
        ('{ fact("limit") }', '{{ fact("limit") }}'),
        ("{{ fact(limit) }}", '{{ fact("limit") }}'),
        ("{{ fact limit }}", '{{ fact("limit") }}'),
        ("{{ fact() }}", '{{ fact("id") }}'),
        ('{% fact("limit") %}', '{{ fact("limit") }}'),
        ('{{ value("ratio(1, 2)", 2) }}', "Write the text itself."),
        ('{{ given("20 MB") }}', "Write the text itself."),
        ('{{ lab_link("metrics") }}', "Write the text itself."),
        ("{{ source_list() }}", "Write the text itself."),
        ("{%- no_macro (1) %}", "Write the text itself."),
    ],
)
def test_braces_that_are_nearly_a_fact_are_answered_with_the_exact_form(
    written: str, right: str, tmp_path: Path
) -> None:
    found = only_problem_of_example(tmp_path, f"rationale: 'Up to {written} is enough.'")
    assert found.code == "B131"
    assert right in found.text


def test_braces_of_a_case_are_held_to_the_same_form(tmp_path: Path) -> None:
    assert only_problem_of_example(tmp_path, f"{BANK}: {{cases: {{launch: '{{{{fact(\"limit\")}}}}'}}}}").code == "B131"


@pytest.mark.parametrize(
    "text", ["{a, b} is a set", "{{ braces }}", "f(x) = {1 if x}", "{factual}", "{{ a }} (b)", 'f"{len(rows)}"']
)
def test_other_braces_are_text(text: str, tmp_path: Path) -> None:
    assert problems_of_example(tmp_path, f"rationale: '{text}'") == []


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("rev: 10001", "rev must be 10000 or less; this is 10001."),
        ('interaction: numeric\nunit: " m"', "unit must be one line of at most 20"),
        ('interaction: numeric\nunit: "a\\nb"', "unit must be one line"),
        ("interaction: numeric\nunit: metres of rope per day", "unit must be one line"),
        ("interaction: numeric\nunit: 10 m", "without digits"),
        (sample_cloze_item_yaml("All ___.").replace("[positives]", f"[{'long ' * 41}]"), "at most 200 characters"),
        (
            sample_cloze_item_yaml("All ___.") + f"\nmistakes: [{{value: {'long ' * 41}, feedback: f}}]",
            "at most 200 characters",
        ),
        ("allow: {" + ", ".join(f"B2{number:02}: why" for number in range(11)) + "}", "at most 10 entries"),
        ('id: "first\\n"', "lowercase letters"),
        ('rationale: "a\\x00b"', "U+0000"),
        ('rationale: "a\\u202eb"', "U+202E"),
        ("rationale: a\u2066b", "U+2066"),
        ('"ration\\u200eale": x', "unknown field"),
        (
            "choices: [{id: recall, text: All, or most, feedback: f}]",
            "unknown field or most. In braces, a comma ends a",
        ),
    ],
)
def test_a_value_has_its_limits(example: str, words: str, tmp_path: Path) -> None:
    write_course(tmp_path, example if "\u2066" not in example else "")
    file = tmp_path / BANK
    if "\u2066" in example:
        file.write_text(file.read_text().replace("Recall divides", "Recall \u2066divides"))
    found = load_course(tmp_path).problems
    assert any(words in one.text for one in found), found


@pytest.mark.parametrize("unit", ["m\u00b2", "%", "min", "messages a day", "\u00b0C"])
def test_usual_units_are_fine(unit: str, tmp_path: Path) -> None:
    assert problems_of_example(tmp_path, f'interaction: numeric\nunit: "{unit}"') == []


def test_several_faults_of_one_item_come_in_one_run(tmp_path: Path) -> None:
    found = problems_of_example(tmp_path, "level: x\nverified: soon\nstemm: z")
    assert sorted(one.code for one in found) == ["B102", "B103", "B103"]


def test_all_missing_fields_are_named_at_once(tmp_path: Path) -> None:
    found = problems_of_example(tmp_path, "rationale: ''\nsource: ''\nlevel: ''")
    assert sorted(one.text for one in found) == [
        f"{name} is missing. Add it." for name in ("level", "rationale", "source")
    ]


def test_a_misspelt_list_of_choices_is_placed_and_named(tmp_path: Path) -> None:
    found = problems_of_example(tmp_path, "choices: ''\nchoice: [x]\nlevel: aply")
    assert {one.code for one in found} == {"B102", "B103"}
    assert any("Did you mean choices?" in one.text for one in found)


@pytest.mark.parametrize(
    ("example", "text"),
    [
        ("rationale: ''\nrational: x", "unknown field rational. Did you mean rationale?"),
        ("interaction: ''\ninteracton: choice", "unknown field interacton. Did you mean interaction?"),
        ("hints: ''\nrationale: ''", "rationale is missing. Add it."),
    ],
)
def test_a_misspelt_field_is_not_missing_too(example: str, text: str, tmp_path: Path) -> None:
    assert only_problem_of_example(tmp_path, example).text == text


def test_a_misspelt_field_of_a_choice_leaves_that_of_another_missing(tmp_path: Path) -> None:
    example = "choices: [{id: a, text: b, feedbak: c}, {id: d, text: e}, {id: recall, text: f, feedback: g}]"
    assert [found.text for found in problems_of_example(tmp_path, example)] == [
        "unknown field feedbak. Did you mean feedback?", "feedback of choices 2 is missing. Add it."
    ]  # fmt: skip


def test_too_few_rows_are_told_at_their_name(tmp_path: Path) -> None:
    rows = "\n- {id: tp, text: g}\n- {id: tn, text: h}"
    example = sample_match_item_yaml("{tpr: tp, tnr: tn, ppv: tn}")
    found = only_problem_of_example(
        tmp_path, example.replace(example[example.index("right: ") : example.index("\nkey")], f"right:{rows}")
    )
    assert found.text == "right must have at least 3 entries; this has 2. Add 1."
    assert bank_text_from_problem(tmp_path, found).startswith("right")


def test_a_key_that_is_no_choice_is_told_at_the_key(tmp_path: Path) -> None:
    found = only_problem_of_example(tmp_path, "key: recal")
    line = (tmp_path / BANK).read_text().splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("recal")


def test_an_item_whose_fact_is_missing_is_left_out(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, "rationale: '{{ fact(\"no-such\") }} is enough.'"))
    assert [item.id for item in course.bank.items] == ["second"]


def test_what_a_file_that_cannot_be_read_holds_is_not_missed_on_its_page(tmp_path: Path) -> None:
    write_course(
        tmp_path, "docs/metrics/sample.md: {body: \"## R {#recall}\\n\\n{{ quiz('first') }}\\n\\n{{ quiz() }}\\n\"}"
    )
    assert rules.unwaived_problems(load_course(tmp_path)) == []
    (tmp_path / BANK).write_text("items: [")
    assert [found.code for found in rules.unwaived_problems(load_course(tmp_path))] == ["Y103"]


def test_an_unknown_field_may_be_the_one_that_is_missing(tmp_path: Path) -> None:
    missing, unknown = sorted(problems_of_example(tmp_path, "rationale:\nexplanation: Recall is a share."))
    assert (missing.code, unknown.code) == ("B101", "B102")
    advice = "If this is the rationale, rename it. Otherwise, delete it."
    assert unknown.text == f"unknown field explanation. {advice}"


def test_a_broken_item_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    file = load_course(write_course(tmp_path, "level: x")).bank.files["metrics/sample"]
    assert [item.id for item in file.items] == ["second"]
    assert [item.id for item in file.broken_items] == ["first"]


def test_a_file_of_samples_says_so(tmp_path: Path) -> None:
    write_course(tmp_path, f"{BANK}: {{sample: true}}")
    assert load_course(tmp_path).bank.files["metrics/sample"].sample
    assert not load_course(write_course(tmp_path)).bank.files["metrics/sample"].sample
    assert "sample must be true" in only_problem_of_example(tmp_path, f"{BANK}: {{sample: maybe}}").text


@pytest.mark.parametrize(
    ("key", "code", "words"),
    [
        ("{tpr: tp, tnr: tn}", "B121", "has no answer option for ppv"),
        ("{tpr: tp, tnr: tn, ppv: flags}", "B105", "not on the right. Did you mean flagged?"),
        ("{tpr: tp, tnr: tn, pvp: flagged}", "B105", "not on the left. Did you mean ppv?"),
        ("[tp, tn]", "B103", "key must be written `{row: partner, ...}`; this is a list."),
    ],
)
def test_a_match_key_gives_each_row_a_partner_that_is_there(key: str, code: str, words: str, tmp_path: Path) -> None:
    found = only_problem_of_example(tmp_path, sample_match_item_yaml(key))
    assert found.code == code
    assert words in found.text
    assert bank_text_from_problem(tmp_path, found).startswith(key.replace("[tp, tn]", "[tp,"))


@pytest.mark.parametrize(
    ("key", "code", "words"),
    [
        ("[frame, train]", "B122", "key must name each choice once"),
        ("[frame, train, train]", "B122", "key must name each choice once"),
        ("[frame, train, deplo]", "B105", "Did you mean deploy?"),
    ],
)
def test_an_order_key_names_each_step_once(key: str, code: str, words: str, tmp_path: Path) -> None:
    found = only_problem_of_example(tmp_path, sample_order_item_yaml(key))
    assert found.code == code
    assert words in found.text
    assert bank_text_from_problem(tmp_path, found).startswith("[frame,")


@pytest.mark.parametrize("stem", ["No gap.", "A ___ and a ___.", "A long ____ one.", "A short __ one."])
def test_a_cloze_has_one_gap(stem: str, tmp_path: Path) -> None:
    found = only_problem_of_example(tmp_path, sample_cloze_item_yaml(stem))
    assert found.code == "B123"
    assert bank_text_from_problem(tmp_path, found).startswith(stem[:5])


def test_a_mistake_that_fills_the_gap_is_none(tmp_path: Path) -> None:
    example = (
        sample_cloze_item_yaml("All actual ___.")
        + "\nmistakes: [{value: ' POSITIVES', feedback: It fits the gap very well.}]"
    )
    assert [found.code for found in rules.unwaived_problems(load_course(write_course(tmp_path, example)))] == ["B114"]


def test_words_of_the_case_may_decide_and_its_numbers_are_invented(tmp_path: Path) -> None:
    listed = "[{copy_of: first, times: 2}, {copy_of: second}]"
    case = f"{BANK}: {{cases: {{launch: A filter of 3 GB runs.}}, items: {listed}}}"
    example = f"case: launch\nturns_on: {{words: a filter, key: precision}}\nrationale: The 3 GB do not count.\n{case}"
    course = load_course(write_course(tmp_path, example))
    assert rules.unwaived_problems(course) == []
    assert course.bank.files["metrics/sample"].cases["launch"].text == "A filter of 3 GB runs."


@pytest.mark.parametrize(
    ("cases", "code"),
    [("[a]", "B110"), ("{launch: }", "B103"), ("{Big Launch: text}", "B103"), ('{"launch\\n": text}', "B103")],
)
def test_a_case_is_a_name_and_a_text(cases: str, code: str, tmp_path: Path) -> None:
    assert code in [found.code for found in problems_of_example(tmp_path, f"{BANK}: {{cases: {cases}}}")]


@pytest.mark.parametrize("text", ["- a\n- b", "items: {a: b}", "items: [1, [], null, text]", "item: []", "a: [", ""])
def test_no_shape_of_a_file_raises(text: str, tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes/x.yml").write_text(text)
    bank = load_bank(tmp_path, {})
    assert bank.items == []
    assert bank.problems or not text


@pytest.mark.parametrize("name", ["metrics/sample.yaml", "metrics/SAMPLE.YML", "notes.txt", "metrics/schema.json"])
def test_a_file_that_nobody_reads_is_named(name: str, tmp_path: Path) -> None:
    (write_course(tmp_path) / "quizzes" / name).write_text("items: []\n")
    [found] = load_course(tmp_path).problems
    assert (found.path, found.code) == (f"quizzes/{name}", "B110")


def test_what_stands_beside_the_banks_is_known(tmp_path: Path) -> None:
    for name in ("schema.json", "released.txt", ".sample.yml.swp", "metrics/sample.yml~"):
        (write_course(tmp_path) / "quizzes" / name).touch()
    assert load_course(tmp_path).problems == []
