"""A copy of the project that can be built by itself."""

import shutil
from pathlib import Path

from tests.conftest import ROOT

_LEFT_OUT = shutil.ignore_patterns(".venv*", "node_modules", "site", "generated", ".cache", "__pycache__", ".*_cache")


def copy_project(target: Path) -> Path:
    """Copies the sources, and links what is installed. Returns the new folder."""
    shutil.copytree(ROOT, target, ignore=_LEFT_OUT, symlinks=True)
    for installed in [".venv", "node_modules"]:
        (target / installed).symlink_to(ROOT / installed)
    return target
