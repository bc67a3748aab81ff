"""Every calculator: its examples, the shape the contract asks for, and what `run_whole_job` makes of it."""

import re

import pytest

from macros.course.calculators import calculators_by_name
from macros.live import jobs
from macros.live.calculators import confusion_matrix, regression, threshold
from macros.live.field_values import is_in_force
from macros.live.fields import fields_with_data_selects
from macros.rendering.calculators import example_columns_loader
from tests.live.calculator_answers import ROOT, run, said, texts

ALL = list(calculators_by_name().values())
PROMISED = "TITLE PURPOSE LIST_ENTRY FIELDS PRESETS PREDICT GOALS TAKEAWAY FACTS EXAMPLES compute view".split()


def short(module):
    return module.__name__.rpartition(".")[2]


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    return [leaf for each in value for leaf in leaves(each)] if isinstance(value, list | tuple) else [value]


each = pytest.mark.parametrize("calculator", ALL, ids=short)
each_example = pytest.mark.parametrize(
    ("calculator", "values", "text"),
    [pytest.param(module, *shown, id=f"{short(module)}: {shown[1]}") for module in ALL for shown in module.EXAMPLES],
)


@each_example
def test_an_example_shows_what_it_says(calculator, values, text):
    assert text in said(run(calculator, {"texts": texts(values)}))


@each_example
def test_only_texts_and_truths_cross_the_border(calculator, values, text):
    answer = run(calculator, {"texts": texts(values)})
    assert {type(leaf) for leaf in leaves(answer)} <= {str, bool, type(None), int}
    assert not re.search(r"\b(nan|inf|None)\b", said(answer))


@each
def test_a_calculator_offers_all_that_the_contract_names(calculator):
    assert [name for name in PROMISED if not hasattr(calculator, name)] == []
    assert [each["name"] for each in calculator.FIGURES]
    assert (calculator.__doc__ or "").strip()
    assert len(calculator.EXAMPLES) >= 3


@each
def test_what_a_prediction_is_told_is_what_its_numbers_show(calculator):
    for predict in [calculator.PREDICT, *(each["predict"] for each in calculator.PRESETS if "predict" in each)]:
        assert predict["key"] in [name for name, _, _ in predict["choices"]]
        shown = said(run(calculator, {"texts": texts(predict["then"])}))
        for _, _, told in predict["choices"]:
            numbers = re.findall(r"(?:to|and) (\d\.\d\d|\d+(?:,\d{3})+|\d+ MB)\b", told)
            assert numbers
            assert all(number in shown for number in numbers)


@each
def test_each_preset_can_be_read_and_is_recognised(calculator):
    for preset in calculator.PRESETS:
        answer = run(calculator, {"texts": texts(preset["values"])})
        assert (answer["preset"], answer["says"]["about"]) == (preset["name"], preset["about"])


@each
def test_no_goal_counts_as_reached_by_an_example(calculator):
    for preset in calculator.PRESETS:
        assert not any(reached for reached, _ in run(calculator, {"texts": texts(preset["values"])})["goals"])


@each
def test_rows_have_as_many_cells_as_heads(calculator):
    for values, _ in calculator.EXAMPLES:
        answer = run(calculator, {"texts": texts(values)})
        for rows in (answer["table"], *answer["tables"].values()):
            wide = len(rows[0])
            for row in rows[1:]:
                cells = row["cells"] if isinstance(row, dict) else row
                assert sum(cell.get("span", 1) if isinstance(cell, dict) else 1 for cell in cells) == wide


@each
def test_each_field_has_a_default_that_it_accepts(calculator):
    answer = run(calculator, {"texts": {}})
    assert "problems" not in answer
    for field in fields_with_data_selects(calculator):
        for name, value in field.get("when", {}).items():
            there = run(calculator, {"texts": {name: value}})
            assert "problems" not in there
            assert is_in_force(field, {name: value})


def shown(**counts):
    return run(confusion_matrix, {"texts": texts({"from": "counts", "tp": 0, "fp": 0, "fn": 0, "tn": 0} | counts)})


def row(answer, name):
    return next(row for row in answer["table"][1:] if row["cells"][0] == name)


def test_the_confusion_matrix_has_twelve_metrics():
    assert len(shown(tp=8, fp=12, fn=2, tn=978)["table"]) == 1 + 12


def test_the_table_of_the_confusion_matrix_adds_up_its_rows_and_columns():
    assert shown(tp=40, fn=20, fp=10, tn=930)["tables"]["shares"] == [
        ["", "Predicted positive", "Predicted negative", "Total"],
        ["Actual positive", "40", "20", "60"],
        ["Actual negative", "10", "930", "940"],
        ["Total", "50", "950", "1,000"],
    ]


def test_precision_and_mcc_of_no_flags_are_named_where_they_stand():
    answer = shown(fn=10, tn=990)
    for name in ("Precision", "MCC"):
        words = row(answer, name)["cells"][1]["lines"][1].replace("**", "")
        assert words == "0 / 0 is undefined: there are no predicted positives. scikit-learn returns 0.0"


def test_a_metric_that_scikit_learn_lacks_claims_nothing_about_it():
    assert row(shown(tp=1, fn=1), "False positive rate")["cells"][1]["lines"][1].endswith("actual negatives.**")


def test_a_goal_is_reached_by_the_readers_own_numbers():
    (first, words), (second, _) = shown(tp=8, fp=6, fn=2, tn=984)["goals"]
    assert (first, second) == (True, False)
    assert words == "Reached: precision 0.57, recall 0.80 (FN 2, FP 6)."


def test_a_near_miss_never_reads_like_the_goal():
    _, words = shown(tp=897, fp=103, fn=100, tn=1)["goals"][1]
    assert words == "Not reached: precision 0.897 is below 0.90; recall 0.90 is high enough."


def test_an_example_that_meets_a_goal_asks_for_a_move():
    _, words = shown(tp=90, fp=10)["goals"][1]
    assert words.startswith("This example already meets the goal.")


def test_one_problem_holds_everything_back():
    answer = run(confusion_matrix, {"texts": {"tp": "-3", "fp": "5"}, "shown": {"tp": "12"}})
    assert list(answer) == ["problems"]
    assert list(answer["problems"]) == ["tp"]


def test_prevalence_moves_precision_and_leaves_recall_alone():
    rates = {"from": "rates", "sensitivity": 0.9, "specificity": 0.9, "n": 10000}
    rare, even = [run(confusion_matrix, {"texts": texts(rates | {"prevalence": share})}) for share in (0.01, 0.5)]
    assert (row(rare, "Recall")["cells"][3], row(even, "Recall")["cells"][3]) == ("0.900", "0.900")
    assert (row(rare, "Precision")["cells"][3], row(even, "Precision")["cells"][3]) == ("0.083", "0.900")


def shown_of_own(calculator, columns, **values):
    """The answer for the reader's own rows."""
    load = example_columns_loader(ROOT, calculator)
    job = {"texts": texts({"data": "own1"} | values), "own": ["own1"]}
    return jobs.run_whole_job(calculator, job, lambda name: columns if name == "own1" else load(name))


@pytest.mark.parametrize(
    ("calculator", "columns"),
    [
        (regression, {"y_true": [1.0, 2.0], "y_pred": [9.0, -9.0]}),
        (threshold, {"y_true": [0, 1], "y_score": [0.1, 0.9]}),
    ],
)
def test_own_rows_have_no_goals_of_the_example(calculator, columns):
    answer = shown_of_own(calculator, columns)
    assert (answer["goals"], answer["preset"], answer["says"]["about"]) == ([], "", "Your own predictions.")


def test_r_squared_below_zero_is_no_goal_before_a_forecast_was_changed():
    load = example_columns_loader(ROOT, regression)
    load_bad = {"y_true": [1.0, 2.0], "y_pred": [9.0, -9.0]}
    job = {"texts": {"data": "market_even", "unit": "dozen"}}
    reached, words = jobs.run_whole_job(
        regression, job, lambda name: load_bad if name == "market_even" else load(name)
    )["goals"][0]
    assert not reached
    assert "before any forecast was changed" in words


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (30, "Each thin line is an error."),
        (100, "Each dot is a row."),
        (500, "100 of 500 rows are drawn and listed"),
    ],
)
def test_a_sample_of_the_rows_is_called_one(n, words):
    answer = shown_of_own(regression, {"y_true": [float(i) for i in range(n)], "y_pred": [1.0] * n}, row=1)
    assert words in answer["captions"]["forecasts"]
    assert ("rows are drawn" in answer["captions"]["forecasts"]) == (n > 100)
    assert len(answer["tables"]["forecasts"]) == 1 + min(n, 100)


def test_one_row_is_singular():
    answer = shown_of_own(regression, {"y_true": [1.0], "y_pred": [2.0]}, row=4)
    assert "because the data has only 1 row, so" in answer["says"]["result"]


def test_the_threshold_of_a_button_is_what_it_says():
    answer = run(threshold, {"texts": {"data": threshold.TEXTURE}})
    assert answer["offers"]["cheapest"] == ["0.28", "threshold 0.28: cost 68"]
    cut, words = answer["offers"]["precision"]
    assert words == f"threshold {cut}: precision 0.49, recall 0.91"
    assert "recall is **0.91**" in run(threshold, {"texts": {"threshold": cut}})["says"]["result"]
    assert run(threshold, {"texts": {"least_precision": "1"}})["offers"]["recall"][0] == "0.90"
    impossible = run(threshold, {"texts": {"least_precision": "1", "mix": "other", "prevalence": "0"}})
    assert impossible["offers"]["recall"] == ["", "no threshold reaches this"]


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        pytest.param({0.2: 0, 0.375: 1, 0.9: 1}, "cost 0, the same from 0.21 to 0.37", id="one range"),
        pytest.param({0.2: 0, 0.205: 1}, "threshold 0.205: cost 0, the same from 0.201 to 0.205", id="three digits"),
        pytest.param({0.3: 1, 0.301: 0, 0.308: 1}, "cost 1, the same from 0.302 to 0.308 and at 0.30", id="elsewhere"),
        pytest.param({0.299: 0, 0.3: 1}, "threshold 0.30: cost 0", id="no other"),
        pytest.param(
            {0.2: 1, 0.6: 0}, "threshold 1.00: cost 1, the same from 0.61 to 1.00 and at 0.20", id="none flagged"
        ),
    ],
)
def test_the_cheapest_threshold_names_others_that_cost_the_same(scores, words):
    columns = {"y_true": list(scores.values()), "y_score": list(scores)}
    offer = shown_of_own(threshold, columns, cost_fp=1, cost_fn=1)["offers"]["cheapest"]
    assert offer[1].endswith(words)
    costs = re.findall(r"[01]\.\d+", offer[1])
    shown = [shown_of_own(threshold, columns, cost_fp=1, cost_fn=1, threshold=cut) for cut in costs]
    assert all("which is the lowest cost." in each["says"]["result"] for each in shown)
