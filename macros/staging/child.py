"""The site generator under `serve`: what it says, without the noise, and what is to be mended last.

A build that leaves out a broken item ends like any other, and the line that names the item would be far above by then.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.staging.mirror import FOLDER, SERVED

BUILT = "Documentation built in"
NOISE = "[macros]"  # found, functions, options: the same at each build


def start(root: Path, address: str, left: Callable[[], str]) -> subprocess.Popen[str]:
    """Starts it at host:port; `left` says which problems are left, "" for none."""
    child = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=root,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "DOCS_DIR": FOLDER.as_posix(), "SERVED": SERVED.as_posix()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    assert child.stdout
    threading.Thread(target=relay, args=[child.stdout, left], daemon=True).start()
    return child


def relay(lines: Iterable[str], left: Callable[[], str]) -> None:
    """Passes on what it says, as it says it."""
    for line in lines:
        if NOISE not in line:
            print(line, end="", flush=True)
        if BUILT in line and (problems := left()):
            print(f"serve: problems left to fix:\n{problems}", end="", flush=True)
