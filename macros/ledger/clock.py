"""The day that ages count from."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path


@cache
def build_date(root: Path) -> date:
    """The day that ages count from: SOURCE_DATE_EPOCH, else the last commit, so that two builds agree."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(epoch) if epoch.isdigit() else _last_commit_seconds_or_none(root)
    return datetime.now(UTC).date() if seconds is None else datetime.fromtimestamp(seconds, UTC).date()


def _last_commit_seconds_or_none(root: Path) -> int | None:
    """Unix time of the last commit; None without git or without a commit."""
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        printed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return None  # no git here
    return int(printed) if printed.isdigit() else None
