"""Units that make a number a claim about a service: such a number stands in the ledger or is marked as invented."""

from __future__ import annotations

import re

UNITS = ("bytes", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "ms", "milliseconds?", "s", "seconds?", "min",
         "minutes?", "h", "hours?", "vCPUs?", "USD", "concurrent", "invocations?")  # fmt: skip
CLAIM = re.compile(rf"(?<![\w.])(?:USD ?|\$ ?)\d[\d,.]*|(?<![\w.,])\d[\d,.]*[\s\u00a0-]?(?:{'|'.join(UNITS)})\b")


def claims(text: str) -> list[str]:
    """Numbers with a service unit, as they stand in the text: `1 GB`, `60 seconds`, `$3`."""
    return [" ".join(found.split()) for found in CLAIM.findall(text)]
