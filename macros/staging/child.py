"""The site generator under `serve`: its output without noise, and the remaining problems after each build.

A build that leaves out a broken item ends like any other, so its problems are repeated at the end, where they are seen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from macros.staging.docs_copy import FOLDER, SERVED

BUILT = "Documentation built in"
NOISE = "[macros]"  # in lines of the plugin that are the same at each build


def start_site_generator(
    root: Path, address: str, problems_after_each_build: Callable[[], str]
) -> subprocess.Popen[str]:
    """Starts MkDocs with live reload.

    address: host:port.
    problems_after_each_build: returns the problems to repeat after a build, or an empty text.
    """
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
    threading.Thread(target=print_generator_output, args=[child.stdout, problems_after_each_build], daemon=True).start()
    return child


def print_generator_output(lines: Iterable[str], problems_after_each_build: Callable[[], str]) -> None:
    """Prints lines as they come, without noise, and the remaining problems after each build."""
    for line in lines:
        if NOISE not in line:
            print(line, end="", flush=True)
        if BUILT in line and (problems := problems_after_each_build()):
            print(f"serve: problems left to fix:\n{problems}", end="", flush=True)
