"""esbuild, which npm installs: bundles npm packages before the build, and our scripts and style sheets after it."""

from __future__ import annotations

import subprocess
from pathlib import Path

TOOL = "node_modules/@esbuild/*/bin/esbuild"  # npm installs the one for this machine; the script beside it needs Node
OPTIONS = ("--bundle", "--minify", "--format=esm", "--charset=utf8", "--legal-comments=none", "--log-level=warning")


class EsbuildMissing(Exception):
    """esbuild is not installed in the project folder."""


def run_esbuild(root: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the esbuild of the project folder in another folder, and returns its exit code and output.

    Raises EsbuildMissing.

    root: the project folder.
    folder: where esbuild runs. Names of files in `arguments` are relative to it.
    arguments: files, and options beside OPTIONS.
    """
    tool = next(root.glob(TOOL), None)
    if not tool:
        raise EsbuildMissing
    command = [str(tool.resolve()), *arguments, *OPTIONS]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False)
