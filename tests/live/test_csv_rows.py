"""Files of predictions: heads, marks, numbers, bad rows, and files that are something else."""

from array import array
from pathlib import Path

import pytest

from macros.live.csv_rows import NAMED, Reader

SCORES = ("y_true", "y_score")
AMOUNTS = ("y_true", "y_pred")
DATA = Path(__file__).parents[2] / "docs/data"


def read(text, wanted=SCORES, piece=7):
    reader = Reader(wanted)
    for at in range(0, len(text), piece):
        reader.feed(text[at : at + piece])
    report = reader.end()
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
        ("1", "it has 1 cells, but the first line has 2"),
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
    reader = Reader(SCORES)
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
            "a,b\n1,2\n",
            "The file has no column named y_true or starting with y_true. Its columns are: a, b.",
            id="another table",
        ),
        pytest.param(
            "y_true,y_pred\n1,0\n",
            "The file has no column named y_score or y_prob, or starting with p_. Its columns are: y_true, y_pred.",
            id="predicted classes",
        ),
        pytest.param(
            "y_true,p_cat,p_dog\n1,0.2,0.8\n",
            "2 columns could be y_score: p_cat, p_dog. Rename or remove all but one.",
            id="two scores",
        ),
        pytest.param(
            "1,0.2,3\n", "must have exactly two columns: y_true and y_score.", id="three columns without a head"
        ),
        pytest.param(
            "1,0.2\n1,0.3\n", "All 2 rows have the label 1. The file must have rows of both classes", id="one class"
        ),
        pytest.param("0,0.2\n", "All 1 rows have the label 0.", id="the other class"),
        pytest.param("0,-3.2\n1,4.1\n1,0.5\n", "2 of 3 scores are not between 0 and 1.", id="decision values"),
        pytest.param("PK\x03\x04\x14\x00\n", "This is not a text file.", id="a workbook"),
        pytest.param("\x89PNG\x00\n", "This is not a text file.", id="a picture"),
        pytest.param(
            "y_true,y_score\n0,0.2\n1," + "a" * 100_001, "Line 3 is longer than 100,000 characters", id="a line"
        ),
        pytest.param("a," * 50_001 + "\n", "Line 1 is longer than 100,000 characters", id="a head without end"),
        pytest.param("y_true," * 20 + "y_score\n", "y_true and 8 more. Rename or remove", id="one column many times"),
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
    reader = Reader(SCORES, 4, made)
    reader.feed('y_true,y_score\n0,0.25\n"1",0.125\n0,0.375\n')
    reader.add(array("b", [1, 0]), array("d", [0.75, 0.5]))
    reader.feed("1,x\n")
    columns = {name: list(column) for name, column in reader.columns.items()}
    assert columns == {"y_true": [0, 1, 0, 1, 0], "y_score": [0.25, 0.125, 0.375, 0.75, 0.5]}
    assert {type(column) for column in reader.columns.values()} == {type(made("d", []))}
    assert {type(truth) for truth in reader.columns["y_true"]} == {int}
    assert reader.end()["lines"] == ["Line 7: x is not a number."]


def test_how_far_the_reading_is_can_be_said():
    reader = Reader(SCORES, 1234)
    reader.feed("y_true,y_score\n0,0.25\n1,0.")
    assert reader.progress_text() == "Reading rows: 2 of 1,234"
