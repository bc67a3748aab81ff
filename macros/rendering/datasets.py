"""The example files of docs/data as columns, read by the same code as the reader's own file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.live.csv_rows import CsvReader

FOLDER = "docs/data"


class Unusable(ValueError):
    """An example file is missing, or not all of its rows can be read; the text says which and why."""


def example_columns_loader(project: Path, calculator: Any) -> Callable[[str], dict[str, list[float]]]:
    """Function: name of an example -> its columns. `project` holds docs/data."""
    return lambda name: read_number_columns(project / FOLDER / f"{name}.csv", calculator.DATA["columns"])


def read_number_columns(csv_file: Path, column_names: tuple[str, str]) -> dict[str, list[float]]:
    """{"y_true": n values, the other: n values} of a CSV file; Unusable unless every row is good."""
    reader = CsvReader(column_names)
    try:
        reader.feed(csv_file.read_text(encoding="utf-8"))
    except OSError:
        raise Unusable(f"{FOLDER}/{csv_file.name} is not there") from None
    report = reader.finish_and_summarize()
    if report["refused"] or report["bad"]:
        raise Unusable(f"{FOLDER}/{csv_file.name}: {' '.join(report['says'] + report['lines'])}")
    return reader.columns
