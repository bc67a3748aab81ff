"""What a calculator shows a reader: its answer to a job, and the texts and rows in it."""

from pathlib import Path

from macros.live import jobs
from macros.rendering.calculators import example_columns_loader
from tests.live.ledger_facts import facts_of

ROOT = Path(__file__).parents[2]


def run(calculator, job):
    return jobs.run_whole_job(
        calculator, {"facts": facts_of(calculator), **job}, example_columns_loader(ROOT, calculator)
    )


def texts(values):
    return {name: str(value) for name, value in values.items()}


def lines_of(cell):
    return cell.get("lines", []) if isinstance(cell, dict) else [cell]


def said(answer):
    """All that the page then shows, as one text."""
    cells = [
        line
        for row in [*answer["table"][1:], *(row for rows in answer["tables"].values() for row in rows)]
        for cell in (row["cells"] if isinstance(row, dict) else row)
        for line in lines_of(cell)
    ]
    return "\n".join([*answer["says"].values(), *cells]).replace("**", "")


def rows_as_texts(table):
    """First cell of each row below the head -> all lines of its other cells, without emphasis."""
    rows = [row["cells"] if isinstance(row, dict) else row for row in table[1:]]
    return {cells[0]: [line.replace("**", "") for cell in cells[1:] for line in lines_of(cell)] for cells in rows}
