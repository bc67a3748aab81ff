r"""P126: a calculator cannot read every row of an example file in `docs/data/`.

Readers can select these files in a calculator, and the page initially shows the first one. Without this rule, the
calculator would silently skip a row that it cannot read, or take the wrong columns. The first line names the columns.

Bad:
    docs/data/market_mean.csv: "y_true,y_pred\n1,1\n2,many\n"
Good:
    docs/data/market_mean.csv: "y_true,y_pred\n1,1\n2,3\n"
"""

from collections.abc import Iterator

from macros.course import Course
from macros.course.calculators import calculators_by_name
from macros.live.csv_rows import CsvReader
from macros.live.headers import find_unique_column_or_minus_1
from macros.problems import Place, Problem, problem
from macros.reading import read_text_or_empty_and_problems

FOLDER = "docs/data"


def check(course: Course) -> Iterator[Problem]:
    """Reads every example file as the calculator that uses it does."""
    columns = _required_columns_by_example_file()
    for file in sorted((course.root / FOLDER).glob("*.csv")):
        name = f"{FOLDER}/{file.name}"
        if file.stem not in columns:
            message = (
                "is not used by any calculator. Add it to the examples in DATA of a calculator, or remove the file."
            )
            yield problem("P126", Place(name), message)
            continue
        text, problems = read_text_or_empty_and_problems(file, name)
        yield from problems or _csv_problems(text, name, columns[file.stem])


def _required_columns_by_example_file() -> dict[str, tuple[str, str]]:
    """The columns that a calculator requires of its example file, by the name of that file."""
    found: dict[str, tuple[str, str]] = {}
    for module in calculators_by_name().values():
        data = getattr(module, "DATA", {"examples": (), "columns": ()})
        found |= {example[0]: data["columns"] for example in data["examples"]}
    return found


def _csv_problems(csv_text: str, path: str, columns: tuple[str, str]) -> Iterator[Problem]:
    """A problem for a wrong header, for text that cannot be read as these columns, and for each row that cannot."""
    reader = CsvReader(columns)
    reader.feed(csv_text)
    report = reader.finish_and_summarize()
    missing = [column for column in columns if find_unique_column_or_minus_1(column, reader.headers) < 0]
    if missing:
        message = f"the first line does not name these columns: {', '.join(missing)}. Add them."
        yield problem("P126", Place(path), message)
        return
    if report["refused"]:
        yield problem("P126", Place(path), f"cannot be read: {' '.join(report['says'])}")
    if report["question"]:
        message = f"readers would be asked: {report['question']['text']} Write the rows so that nothing is asked."
        yield problem("P126", Place(path), message)
        return
    for line, fault in reader.named:
        yield problem("P126", Place(path, line), f"the row cannot be read: {fault}. Correct it.")
