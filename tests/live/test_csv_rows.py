"""Files of predictions: heads, marks, numbers, bad rows, and files that are something else."""

from array import array
from pathlib import Path

import pytest

from macros.live.csv_rows import NAMED, CsvReader

SCORES = ("y_true", "y_score")
AMOUNTS = ("y_true", "y_pred")
DATA = Path(__file__).parents[2] / "docs/data"


def read(text, wanted=SCORES, piece=7, choices=None):
    reader = CsvReader(wanted, choices=choices)
    for at in range(0, len(text), piece):
        if not reader.is_done:
            reader.feed(text[at : at + piece])
    report = reader.finish_and_summarize()
    return reader.columns, report


GOOD = {"y_true": [0, 1], "y_score": [0.25, 0.75]}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("y_true,y_score\n0,0.25\n1,0.75\n", id="plain"),
        pytest.param("y_true,y_score\r\n0,0.25\r\n1,0.75", id="Windows, no last line end"),
        pytest.param("y_true,y_score\r0,0.25\r1,0.75\r", id="old Mac"),
        pytest.param("\ufeffy_true,y_score\n0,0.25\n1,0.75\n\n\n", id="byte order mark, empty lines"),
        pytest.param("id,y_true_spam,p_spam,note\n1,0,0.25,a\n2,1,0.75,b\n", id="other columns"),
        pytest.param("y_prob,y_true\n0.25,0\n0.75,1\n", id="other order"),
        pytest.param("0,0.25\n1,0.75\n", id="no head"),
        pytest.param("y_true;y_score\n0;0,25\n1;0,75\n", id="decimal commas with semicolons"),
        pytest.param("y_true\ty_score\n0\t0,25\n1\t0.75\n", id="tabs"),
        pytest.param('"y_true","y_score"\n"0","0.25"\n"1","0.75"\n', id="quotes"),
        pytest.param('note,y_true,y_score\n"a, b",0,0.25\nc,1,0.75\n', id="the mark in quotes"),
        pytest.param(" Y_True , Y_Score \n False, 2.5e-1\nTRUE , .75\n", id="spaces, words, exponents"),
        pytest.param("y_true,y_score\n0.0,0.25\n1.0,0.75\n", id="labels as floats"),
        pytest.param("label,probability\nno,0.25\nyes,0.75\n", id="label, probability, yes and no"),
        pytest.param("Actual,Predicted\nFalse,0.25\nTRUE,0.75\n", id="actual, predicted"),
        pytest.param("Target,Score,prediction\nneg,0.25,0\npos,0.75,1\n", id="a score rather than a class"),
        pytest.param("id,Ground Truth,proba\na,Negative,0.25\nb,Positive,0.75\n", id="spaces in a name"),
        pytest.param("truth;y_proba\nN;0,25\nY;0,75\n", id="truth, y_proba, letters"),
        pytest.param("no,0.25\nyes,0.75\n", id="words without a head"),
        pytest.param("label,probability\nno,25%\nyes,75 %\n", id="percent signs"),
        pytest.param("no,25%\nyes,0.75\n", id="a percent sign without a head"),
        pytest.param("label;probability\nno;25,0%\nyes;75,00%\n", id="percent signs after decimal commas"),
        pytest.param('label,probability\nno,"25,0%"\nyes,"0,75"\n', id="decimal commas in quotes"),
    ],
)
@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_reads(text, piece):
    columns, report = read(text, piece=piece)
    assert (columns, report["bad"], report["refused"]) == (GOOD, 0, False)


def test_labels_are_whole_numbers():
    assert [type(label) for label in read("0.0,0.25\n1,0.75\n")[0]["y_true"]] == [int, int]


def test_columns_that_are_not_used_are_named():
    assert read("row,y_true,y_score\n1,0,0.25\n2,1,0.75\n")[1]["says"] == ["2 rows read.", "Unused columns: row."]


def test_amounts_may_be_any_finite_number():
    columns, report = read("y_true;y_pred\n-1,5;2e3\n346;1\n", AMOUNTS)
    assert columns == {"y_true": [-1.5, 346.0], "y_pred": [2000.0, 1.0]}
    assert not report["refused"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1,nan", "nan is not a number; a missing prediction cannot be evaluated"),
        ("1,", "a number is missing"),
        ("1,inf", "inf is not a finite number"),
        ("1,abc", "abc is not a number"),
        ("1,1_0", "1_0 is not a number"),
        ("1,0x1", "0x1 is not a number"),
        ("1,1.3", "a score must be between 0 and 1; found 1.3"),
        ("1,-0.1", "a score must be between 0 and 1; found -0.1"),
        ("2,0.3", "the label must be 0 or 1; found 2"),
        ("spam,0.3", "the label must be 0 or 1; found spam"),
        ("1", "it has 1 cell, but the first line has 2"),
        ("1,0.3,0.4", "it has 3 cells, but the first line has 2"),
        ("1,0,3", "it has 3 cells, but the first line has 2"),
        ("1," + "9" * 400, "9" * 24 + "... is too large"),
        ("1,.", ". is not a number"),
        ("1,e5", "e5 is not a number"),
        ("=cmd()|'/C calc'!A0,1", "the label must be 0 or 1; found =cmd()|'/C calc'!A0"),
    ],
)
def test_a_bad_row_is_counted_and_named_by_its_line(row, why):
    columns, report = read(f"y_true,y_score\n0,0.25\n{row}\n1,0.75\n")
    assert columns == GOOD
    assert (report["bad"], report["lines"], report["refused"]) == (1, [f"Line 3: {why}."], False)
    assert report["says"] == ["2 rows read.", "1 row cannot be read."]
    assert report["ask"] == "Skip 1 row and continue"


@pytest.mark.parametrize("amount", ["1e16", "-1e308", "1000000000000001"])
def test_an_amount_whose_square_could_be_infinite_is_refused(amount):
    columns, report = read(f"y_true,y_pred\n{amount},1\n1,{amount}\n2,3\n", AMOUNTS)
    assert columns == {"y_true": [2.0], "y_pred": [3.0]}
    assert report["lines"][0] == f"Line 2: {amount} is too large; the maximum is 1,000,000,000,000,000."


@pytest.mark.parametrize("cell", ["5e-324", "-0", "-1e-101", "0.0"])
def test_a_number_too_near_to_0_is_0(cell):
    amounts = read(f"y_true,y_pred\n{cell},{cell}\n", AMOUNTS)[0]
    assert repr(amounts) == repr({"y_true": [0.0], "y_pred": [0.0]})
    assert repr(read(f"0,{cell}\n")[0]["y_score"]) == "[0.0]"


def test_a_quoted_cell_of_many_quotes_is_read_without_them():
    assert read('y_true,y_score,note\n0,0.25,"a, ""b"", c"\n"1","0.75",""\n')[0] == GOOD


def test_lines_are_counted_as_an_editor_counts_them():
    assert read("0,0.25\n\n1,x\n1,0.75\n")[1]["lines"] == ["Line 3: x is not a number."]


def test_of_many_bad_rows_all_are_counted_and_some_named():
    report = read("y_true,y_score\n0,0.25\n1,0.75\n" + "1,x\n" * 100)[1]
    assert (report["bad"], len(report["lines"])) == (100, NAMED)
    assert report["says"] == ["2 rows read.", "100 rows cannot be read.", "The first 20:"]


def test_reading_ends_where_no_row_is_good():
    reader = CsvReader(SCORES)
    reader.feed("y_true,y_score\n" + "x,y\n" * 10_001)
    assert reader.refused == "No row could be read. Line 2: the label must be 0 or 1; found x."


def test_of_many_columns_the_first_are_named():
    heads = ",".join(f"pixel{k}" for k in range(1, 785))
    rows = [f"y_true,y_score,{heads}", "0,0.25" + ",1" * 784, "1,0.75" + ",1" * 784]
    says = read("\n".join(rows))[1]["says"]
    assert says[1].endswith("pixel11, pixel12 and 772 more.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "The file has no rows.", id="empty"),
        pytest.param("y_true,y_score\n", "The file has no rows.", id="a head alone"),
        pytest.param("y_true,y_score\n1,a\n", "No row could be read. Line 2: a is not a number.", id="all bad"),
        pytest.param(
            "1,0.2\n1,0.3\n", "All 2 rows have the label 1. The file must have rows of both classes", id="one class"
        ),
        pytest.param("0,0.2\n", "The only row has the label 0.", id="the other class"),
        pytest.param("0,3\n1,95\n1,101\n", "3 of 3 scores are not between 0 and 1.", id="above 100"),
        pytest.param("0,-3.2\n1,4.1\n1,0.5\n", "2 of 3 scores are not between 0 and 1.", id="decision values"),
        pytest.param("PK\x03\x04\x14\x00\n", "This is not a text file.", id="a workbook"),
        pytest.param("\x89PNG\x00\n", "This is not a text file.", id="a picture"),
        pytest.param(
            "y_true,y_score\n0,0.2\n1," + "a" * 100_001, "Line 3 is longer than 100,000 characters", id="a line"
        ),
        pytest.param("a," * 50_001 + "\n", "Line 1 is longer than 100,000 characters", id="a head without end"),
        pytest.param(
            "melons\n1\n", "The file has only one column. It must have two: y_true and y_score.", id="one column"
        ),
    ],
)
def test_a_file_is_refused_in_words(text, words):
    report = read(text)[1]
    assert report["refused"]
    assert words in report["says"][0]


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr("macros.live.csv_rows.MOST", 3)
    assert "more than 3 rows" in read("0,0.1\n" * 2 + "1,0.2\n" * 2)[1]["says"][0]


@pytest.mark.parametrize(
    ("stem", "wanted", "rows"),
    [
        ("breast_cancer_logreg_test", SCORES, 143),
        ("breast_cancer_texture_only_test", SCORES, 143),
        ("digits8_logreg_test", SCORES, 540),
        ("diabetes_linreg_test", AMOUNTS, 111),
    ],
)
def test_the_example_files_are_read_whole(stem, wanted, rows):
    columns, report = read((DATA / f"{stem}.csv").read_text(encoding="utf-8"), wanted)
    assert (report["rows"], report["bad"], report["refused"], len(columns["y_true"])) == (rows, 0, False, rows)


@pytest.mark.parametrize("made", [lambda _, values: values, array], ids=["lists", "arrays"])
def test_rows_that_were_read_elsewhere_are_added_in_their_order(made):
    reader = CsvReader(SCORES, 4, made)
    reader.feed('y_true,y_score\n0,0.25\n"1",0.125\n0,0.375\n')
    reader.add_parsed_rows(array("b", [1, 0]), array("d", [0.75, 0.5]))
    reader.feed("1,x\n")
    columns = {name: list(column) for name, column in reader.columns.items()}
    assert columns == {"y_true": [0, 1, 0, 1, 0], "y_score": [0.25, 0.125, 0.375, 0.75, 0.5]}
    assert {type(column) for column in reader.columns.values()} == {type(made("d", []))}
    assert {type(truth) for truth in reader.columns["y_true"]} == {int}
    assert reader.finish_and_summarize()["lines"] == ["Line 7: x is not a number."]


def test_how_far_the_reading_is_can_be_said():
    reader = CsvReader(SCORES, 1234)
    reader.feed("y_true,y_score\n0,0.25\n1,0.")
    assert reader.progress_text() == "Reading rows: 2 of 1,234"


def answer(question, words):
    """The choices of the answer that starts with these words."""
    (choices,) = [choices for choices, text in question["answers"] if text.startswith(words)]
    return choices


@pytest.mark.parametrize(
    ("head", "columns", "places"),
    [
        ("a,b,c", ["a: x, y, z", "b: 0, 1, 1", "c: 0.25, 0.75, 0.5"], [-1, -1]),
        ("id,label,c", ["id: x, y, z", "label: 0, 1, 1", "c: 0.25, 0.75, 0.5"], [1, -1]),
        ("y_true,p_cat,p_dog", ["y_true: x, y, z", "p_cat: 0, 1, 1", "p_dog: 0.25, 0.75, 0.5"], [0, -1]),
    ],
)
@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_columns_with_other_names_are_for_the_reader_to_choose(head, columns, places, piece):
    text = f"{head}\nx,0,0.25\ny,1,0.75\nz,1,0.5\nw,0,0.1\n"
    report = read(text, piece=piece)[1]
    assert not report["refused"]
    assert report["question"] == {"text": "Which columns hold your predictions?", "columns": columns, "places": places}
    columns, report = read(text, piece=piece, choices={"places": [1, 2]})
    assert (columns["y_true"], columns["y_score"]) == ([0, 1, 1, 0], [0.25, 0.75, 0.5, 0.1])
    assert report["question"] == {}


def test_columns_without_names_are_numbered():
    text = "7,0,0.25\n8,1,0.75\n"
    assert read(text)[1]["question"]["columns"] == ["column 1: 7, 8", "column 2: 0, 1", "column 3: 0.25, 0.75"]
    assert read(text, choices={"places": [1, 2]})[0] == GOOD


@pytest.mark.parametrize(
    ("one", "other"),
    [("ham", "spam"), ("1", "2"), ("-1", "1"), ("0", "spam"), ("maybe", "yes"), ("\u00e9t\u00e9", "hiver")],
)
def test_two_other_labels_are_asked_about(one, other):
    text = f"label,score\n{one},0.25\n{other},0.75\n{one},0.5\n"
    question = read(text)[1]["question"]
    assert question["text"] == "Which label is positive?"
    assert sorted(text for _, text in question["answers"]) == sorted([one, other])
    columns, report = read(text, choices=answer(question, other))
    assert columns == {"y_true": [0, 1, 0], "y_score": [0.25, 0.75, 0.5]}
    assert f"Positive: {other}." in " ".join(report["says"]) or other == "1"
    assert read(text, choices=answer(question, one))[0]["y_true"] == [1, 0, 1]


def test_of_very_many_rows_with_other_labels_not_all_are_read():
    reader = CsvReader(SCORES)
    reader.feed("label,score\nham,0.5\n" + "spam,0.5\n" * 30_000)
    assert reader.is_done
    assert reader.finish_and_summarize()["question"]["text"] == "Which label is positive?"


def test_a_third_label_is_a_bad_row():
    text = "label,score\nham,0.25\nspam,0.75\nham,0.5\neggs,0.5\n"
    report = read(text)[1]
    assert (report["question"], report["refused"]) == ({}, True)
    report = read(text, choices={"labels": {"ham": 0, "spam": 1}})[1]
    assert report["lines"] == ["Line 5: the label must be ham or spam; found eggs."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no,0.25\nyes,0.75\nmaybe,0.5\n", "yes or no"),
        ("Neg,0.25\nPos,0.75\nmaybe,0.5\n", "Pos or Neg"),
        ("0.0,0.25\n1.0,0.75\nmaybe,0.5\n", "0 or 1"),
    ],
)
def test_a_bad_label_is_said_in_the_words_of_the_file(text, wanted):
    assert read(text)[1]["lines"] == [f"Line 3: the label must be {wanted}; found maybe."]


PERCENTAGES = "label,probability\nno,25\nyes,75\nno,0.5\nyes,95\n"


@pytest.mark.parametrize("piece", [1, 7, 1000])
def test_scores_up_to_100_may_be_percentages(piece):
    report = read(PERCENTAGES, piece=piece)[1]
    assert not report["refused"]
    assert report["question"]["text"] == "Your scores go up to 95. Are they percentages?"
    columns, used = read(PERCENTAGES, piece=piece, choices=answer(report["question"], "Yes, divide by 100"))
    assert columns == {"y_true": [0, 1, 0, 1], "y_score": [0.25, 0.75, 0.005, 0.95]}
    assert (used["question"], used["bad"]) == ({}, 0)
    refused = read(PERCENTAGES, piece=piece, choices=answer(report["question"], "No"))[1]
    assert (refused["question"], refused["refused"]) == ({}, True)
    assert refused["says"][0].startswith("3 of 4 scores are not between 0 and 1. They look like decision values.")


def test_a_percent_sign_beside_percentages_divides_once():
    columns, report = read("0,25\n1,75%\n1,101\n", choices={"scores": "percentages"})
    assert columns == GOOD
    assert report["lines"] == ["Line 3: a score must be between 0% and 100%; found 101."]


@pytest.mark.parametrize("choices", [{}, {"scores": "percentages"}])
def test_a_percentage_is_the_same_number_as_its_decimal(choices):
    sign = "" if choices else "%"
    columns, _ = read(f"0,46.3{sign}\n1, 57.1{sign}\n1,28.7{sign}\n", choices=choices)
    assert list(columns["y_score"]) == [0.463, 0.571, 0.287]
    assert 46.3 / 100 != 0.463


def test_of_very_many_percentages_not_all_are_read():
    reader = CsvReader(SCORES)
    reader.feed("0,12.5\n" * 30_000)
    assert reader.is_done
    assert reader.finish_and_summarize()["question"]["text"].startswith("Your scores go up to 12.5.")


TAB = "y_true\ty_pred\n{}\t1\n2\t3\n"


@pytest.mark.parametrize(
    ("cell", "grouped", "decimal"),
    [
        ("1,234", 1234.0, 1.234),
        ("-12,345", -12345.0, -12.345),
        ("1,234,567", 1234567.0, None),
        ("1,234.5", 1234.5, None),
    ],
)
def test_a_comma_that_may_separate_thousands_is_asked_about(cell, grouped, decimal):
    question = read(TAB.format(cell), AMOUNTS)[1]["question"]
    assert question["text"] == f"What is the comma in {cell}?"
    thousands = answer(question, "A separator of thousands")
    assert read(TAB.format(cell), AMOUNTS, choices=thousands)[0]["y_true"] == [grouped, 2]
    if decimal is not None:
        chosen = answer(question, "A decimal comma")
        assert read(TAB.format(cell), AMOUNTS, choices=chosen)[0]["y_true"] == [decimal, 2]
    else:
        assert len(question["answers"]) == 1


@pytest.mark.parametrize("cell", ["1,5", "0,125", "1,2345", "12,3"])
def test_a_comma_that_can_only_be_decimal_is_not_asked_about(cell):
    columns, report = read(f"y_true\ty_pred\n1,234\t1\n{cell}\t3\n", AMOUNTS)
    assert (report["question"], report["bad"]) == ({}, 0)
    assert columns["y_true"] == [1.234, float(cell.replace(",", "."))]


def test_scores_have_no_thousands():
    assert read("y_true;y_score\n0;0,125\n1;1,000\n")[0]["y_score"] == [0.125, 1.0]


def test_what_is_used_names_the_rows_that_are_left_out():
    assert read("y_true,y_score\n0,0.25\n1,x\n1,0.75\n2,\n")[1]["used"] == "2 rows read. 2 rows left out: lines 3, 5."
    used = read("y_true,y_score\n0,0.25\n1,0.75\n" + "1,x\n" * 100)[1]["used"]
    assert used.startswith("2 rows read. 100 rows left out, the first in lines 4, 5,")
    assert used.endswith(" 22, 23.")
