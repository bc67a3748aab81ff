"""The Pythons that run in the browser: the files each one is served from, their bytes, and the rights it needs.

Staging copies the files, rendering names their size, and sealing grants the rights. An engine's rights go to pages that
hold its element, so a page cannot ask for rights by itself; `pages` limits an element to one part of the site.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import NamedTuple

NODE = PurePosixPath("node_modules")
MICROPYTHON = NODE / "@micropython/micropython-webassembly-pyscript"
PYODIDE = NODE / "pyodide"
PYSCRIPT = NODE / "@pyscript/core/dist"


class EngineFile(NamedTuple):
    """A file that the browser fetches when the engine starts.

    name: path below docs/assets/generated; in `*` stands what only staging knows, such as a version.
    size, compressed: bytes as stored and as sent (gzip -9). Tests compare both with the files.
    source: what staging copies; None: staging makes the file.
    """

    name: str
    size: int
    compressed: int
    source: PurePosixPath | None = None


class Engine(NamedTuple):
    """One way to run Python in the browser.

    element: the custom element whose presence on a page grants `needs`.
    needs: names of rights, see RIGHTS in macros/sealing/policy.py.
    pages: the element is allowed on pages whose path in the site begins with this; a whole path allows one page.
    """

    name: str
    element: str
    files: tuple[EngineFile, ...]
    needs: frozenset[str]
    pages: str = ""

    @property
    def download_bytes(self) -> int:
        """Bytes that a reader's browser downloads before the engine runs."""
        return sum(file.compressed for file in self.files)


CALCULATOR_ENGINE = Engine(
    name="MicroPython",
    element="live-calculator",
    files=(
        EngineFile("mpy/micropython.mjs", 107_864, 30_156, MICROPYTHON / "micropython.mjs"),
        EngineFile("mpy/micropython.wasm", 433_743, 192_156, MICROPYTHON / "micropython.wasm"),
    ),
    needs=frozenset({"wasm"}),
)
LAB_ENGINE = Engine(
    name="Pyodide",
    element="lab-editor",
    files=(
        EngineFile("pyodide/pyodide.mjs", 17_931, 7_190, PYODIDE / "pyodide.mjs"),
        EngineFile("pyodide/pyodide.asm.mjs", 1_250_344, 260_720, PYODIDE / "pyodide.asm.mjs"),
        EngineFile("pyodide/pyodide.asm.wasm", 9_598_218, 3_542_413, PYODIDE / "pyodide.asm.wasm"),
        EngineFile("pyodide/python_stdlib.zip", 2_545_637, 2_501_808, PYODIDE / "python_stdlib.zip"),
        EngineFile("pyodide/pyodide-lock.json", 447, 286),
        EngineFile("pyodide/live_metrics-*-py3-none-any.whl", 90_000, 90_000),
    ),
    needs=frozenset({"wasm"}),
    pages="labs/",
)
# PyScript runs either of the engines above, whose files it loads too. `core.js` loads the other scripts, all of them;
# their names change with the version. `eval`: it makes functions from texts.
PLAYGROUND_ENGINE = Engine(
    name="PyScript",
    element="live-playground",
    files=(
        EngineFile("pyscript/core.js", 260, 212, PYSCRIPT / "core.js"),
        *(
            EngineFile(f"pyscript/{name}", size, compressed, PYSCRIPT / name)
            for name, size, compressed in (
                ("core-C9KDLldu.js", 136_035, 48_151),
                ("deprecations-manager-UpAPKqCb.js", 432, 317),
                ("donkey-4Hrqd7WZ.js", 2_399, 1_237),
                ("error-D2315lOB.js", 734, 493),
                ("py-editor-C4XsZtn7.js", 7_225, 3_354),
                ("py-game-DWiCrr7a.js", 1_627, 917),
                ("py-terminal-CwQ6kcjg.js", 755, 522),
            )
        ),
        EngineFile("playground/files.json", 76_000, 23_000),
    ),
    needs=frozenset({"wasm", "eval"}),
    pages="labs/playground/index.html",
)
ENGINES = (CALCULATOR_ENGINE, LAB_ENGINE, PLAYGROUND_ENGINE)
