"""The day that ages count from."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def build_date() -> date:
    """The day of SOURCE_DATE_EPOCH, which `make` sets so that two builds agree; without it, today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
