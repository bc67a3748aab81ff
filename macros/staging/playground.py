"""The files that Python finds in the playground: our metrics as the package `live`, and the example data.

One file for all of them. PyScript would ask for each by itself, and it takes an error page of the server for the file.
"""

from __future__ import annotations

import json
from pathlib import Path

from macros.staging.calculator_bundles import LIVE, browser_python_sources, paths_with_imports

METRICS = ["live/metrics/__init__.py", "live/metrics/names.py"]  # the first imports the second under a computed name
DATA = Path("docs/data")


def playground_files_json(root: Path) -> bytes:
    """JSON: the text of each file by its path, such as live/metrics/counts.py or data/market_even.csv.

    Sources are whole, because readers may ask for docstrings with `help`.
    """
    sources = {
        path: root / LIVE / path.removeprefix("live/")
        for path in paths_with_imports(browser_python_sources(root), METRICS)
    }
    data = {f"data/{file.name}": file for file in sorted((root / DATA).glob("*.csv"))}
    texts = {path: file.read_text(encoding="utf-8") for path, file in (sources | data).items()}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
