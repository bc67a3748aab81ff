"""Scripts that use npm packages, each bundled into one file by esbuild.

Such packages name each other without paths, which no browser can load. Everything else that the site runs is loaded as
written; these scripts are bundled here, and not when the site is sealed, so that they also run under `make serve`.
"""

from __future__ import annotations

from pathlib import Path

from macros.esbuild import TOOL, EsbuildMissing, run_esbuild
from macros.staging.missing import NotSetUp, RefusedSource

CODE_EDITOR = Path("docs/assets/code/code-editor.js")
MEMORY = Path("docs/assets/review/memory.js")


def bundled_script(root: Path, script: Path) -> bytes:
    """The script with all that it imports.

    Raises NotSetUp without esbuild, and RefusedSource if the script can't be bundled.
    """
    try:
        done = run_esbuild(root, root, str(script))
    except EsbuildMissing:
        raise NotSetUp(TOOL) from None
    if done.returncode:
        raise RefusedSource(done.stderr.decode(errors="replace"))
    return done.stdout
