"""The functions that worker.js calls in MicroPython. Text in, text out; objects cross as JSON.

Not portable: it imports json, array and time.
"""

import array
import json
import time

from live.jobs import Session

SLICE = 200  # milliseconds of work between two reports of progress

state: dict = {}  # "session" of the calculator, and "reader" of the file that is being read
unused: dict = {}  # columns of files that were read and are not used yet, by the name of their data set


def open_calculator(name):
    """Import the calculator of this name, so that the first answer need not wait for it."""
    module = __import__("live.calculators." + name, None, None, ["view"])
    state["session"] = Session(module)
    return "null"


def answer(job):
    """The answer to a job (see `live.jobs`), its progress, or {"missing": [names of data sets]}."""
    session, job = state["session"], json.loads(job)
    missing = session.missing_datasets(job)
    if missing:
        return json.dumps({"missing": missing})
    session.set_current_job(job)
    return resume()


def resume():
    """Go on with the job for one slice. Returns what `answer` returns."""
    end = time.ticks_add(time.ticks_ms(), SLICE)
    found = state["session"].run_slice()
    while "progress" in found and time.ticks_diff(end, time.ticks_ms()) > 0:
        found = state["session"].run_slice()
    return json.dumps(found)


def start_file(line_count, choices):
    """Begin to read a new file; line_count: about how many lines it has, to report progress; choices: JSON."""
    csv_rows = __import__("live.csv_rows", None, None, ["CsvReader"])  # imported when there is a file
    wanted = state["session"].calculator.DATA["columns"]
    state["reader"] = csv_rows.CsvReader(wanted, line_count, array.array, json.loads(choices))


def add_text(text):
    """Read the next piece of the file. Returns the progress in words; "" once the rest no longer matters."""
    state["reader"].feed(text)
    return _progress()


def header():
    """What plain-rows.js needs to read plain rows, as JSON; null before the header was read."""
    reader = state["reader"]
    if not reader.places:
        return "null"
    has_decimal_commas = reader.scores or reader.choices.get("comma") == "decimal" or "decimal" in reader.commas
    return json.dumps(
        {
            "places": reader.places,
            "width": reader.width,
            "separator": reader.separator,
            "scores": reader.scores,
            "divisor": reader.divisor,
            "labels": list(reader.labels.items()) if reader.scores else [],
            "decimalCommas": has_decimal_commas and reader.separator != ",",
        }
    )


def add_rows(count):
    """Add rows that plain-rows.js has read and written to /actual and /predicted. Returns what `add_text` returns."""
    actual_kind, predicted_kind = state["reader"].kinds
    actual, predicted = _column("/actual", actual_kind, count), _column("/predicted", predicted_kind, count)
    state["reader"].add_parsed_rows(actual, predicted)
    return _progress()


def _progress():
    return "" if state["reader"].is_done else state["reader"].progress_text()


def _column(path, kind, count):
    """The numbers in a file as an array; kind: "d" for floats, "b" for small whole numbers."""
    numbers = array.array(kind, bytearray((8 if kind == "d" else 1) * count))
    with open(path, "rb") as file:
        file.readinto(numbers)
    return numbers


def end_file(dataset):
    """What came of the file, as JSON; its columns wait for `use_file`."""
    reader = state.pop("reader")
    report = reader.finish_and_summarize()
    unused[dataset] = reader.columns
    return json.dumps(report)


def write_scores(dataset):
    """Write the labels and scores of a file that was read to /labels and /scores. Returns whether it has scores."""
    columns = unused[dataset]
    if "y_score" not in columns:
        return False
    for path, column in (("/labels", "y_true"), ("/scores", "y_score")):
        with open(path, "wb") as file:
            file.write(columns[column])
    return True


def add_sorted_scores(dataset, positive_count, negative_count):
    """Add the sorted scores of each class, which csv-file.js has written to /positives and /negatives."""
    positives = _column("/positives", "d", positive_count)
    unused[dataset]["sorted_scores"] = (positives, _column("/negatives", "d", negative_count))


def use_file(dataset):
    """Make the file that was read under this name a data set. Returns JSON: whether it is still here to be used."""
    if dataset not in unused:
        return "false"
    state["session"].put_columns(dataset, unused.pop(dataset))
    return "true"
