"""The code editor of the labs: CodeMirror and the few lines of ours around it, bundled into one script by esbuild.

CodeMirror comes as many packages that name each other without paths, which no browser can load. Everything else that
the site runs is loaded as written; this is bundled here, and not when the site is sealed, so that it also runs under
`make serve`.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from macros.staging.missing import NotSetUp

TOOL = Path("node_modules/esbuild/bin/esbuild")
SOURCE = Path("docs/assets/code/code-editor.js")
OPTIONS = ["--bundle", "--minify", "--format=esm", "--charset=utf8", "--legal-comments=none", "--log-level=warning"]


class Unbundled(Exception):
    """esbuild refused the editor's source; the text is what it says."""


def code_editor(root: Path) -> bytes:
    """The bundled script. Raises NotSetUp without esbuild or Node, Unbundled if the source can't be bundled."""
    node = shutil.which("node")
    if not node or not (root / TOOL).is_file():
        raise NotSetUp(TOOL if node else "Node")
    command = [node, str(TOOL), str(SOURCE), *OPTIONS]
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        raise Unbundled(done.stderr.decode(errors="replace"))
    return done.stdout
