"""Scripts that use npm packages, each bundled into one file by esbuild.

Such packages name each other without paths, which no browser can load. Everything else that the site runs is loaded as
written; these scripts are bundled here, and not when the site is sealed, so that they also run under `make serve`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from macros.staging.missing import NotSetUp, RefusedSource

TOOL = "node_modules/@esbuild/*/bin/esbuild"  # npm installs the one for this machine; the script beside it needs Node
CODE_EDITOR = Path("docs/assets/code/code-editor.js")
MEMORY = Path("docs/assets/review/memory.js")
OPTIONS = ["--bundle", "--minify", "--format=esm", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]


def bundled_script(root: Path, script: Path) -> bytes:
    """The script with all that it imports.

    Raises NotSetUp without esbuild, and RefusedSource if the script can't be bundled.
    """
    tool = next(root.glob(TOOL), None)
    if not tool:
        raise NotSetUp(TOOL)
    command = [str(tool.resolve()), str(script), *OPTIONS]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise RefusedSource(done.stderr.decode(errors="replace"))
    return done.stdout
