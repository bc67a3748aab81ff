"""The playground as HTML: an example to change, and which of two Pythons runs it through PyScript."""

from __future__ import annotations

import json
from pathlib import Path

from macros.engines import CALCULATOR_ENGINE, LAB_ENGINE, PLAYGROUND_ENGINE, Engine, EngineFile
from macros.rendering.labs import format_megabytes, highlighted_python_html
from macros.rendering.templates import json_for_script_element, template

STARTER = Path("docs/assets/playground/starter.py")
PACKAGES = ".whl"  # the labs' packages: PyScript would load them with an installer from another host


def playground_html(project: Path, *, site_root: str) -> str:
    """The playground, complete without scripts.

    project: the project folder, which holds the starter code.
    site_root: relative path from the page to the docs root.
    """
    sizes = {
        "mpy": _interpreter_sizes_by_file_name(CALCULATOR_ENGINE),
        "py": _interpreter_sizes_by_file_name(LAB_ENGINE),
    }
    totals = {name: PLAYGROUND_ENGINE.download_bytes + sum(sent for _, sent in sizes[name].values()) for name in sizes}
    scripts = [_name_without_folder(file) for file in PLAYGROUND_ENGINE.files if file.name.endswith(".js")]
    data = json.dumps({"scripts": scripts, "sizes": sizes, "others": PLAYGROUND_ENGINE.download_bytes})
    return template("playground.html").render(
        root=site_root,
        micropython=format_megabytes(totals["mpy"]),
        pyodide=format_megabytes(totals["py"]),
        starter=highlighted_python_html((project / STARTER).read_text(encoding="utf-8")),
        json=json_for_script_element(data),
    )


def _interpreter_sizes_by_file_name(engine: Engine) -> dict[str, tuple[int, int]]:
    """Bytes as stored and as sent of an interpreter's files, by name."""
    return {
        _name_without_folder(file): (file.size, file.compressed)
        for file in engine.files
        if not file.name.endswith(PACKAGES)
    }


def _name_without_folder(file: EngineFile) -> str:
    return file.name.rpartition("/")[2]
