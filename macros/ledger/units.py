"""Units that make a number a claim about a service: such a number stands in the ledger or is marked as invented."""

from __future__ import annotations

import re

UNITS = ("bytes", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "ms", "milliseconds?", "s", "seconds?", "min",
         "minutes?", "h", "hours?", "vCPUs?", "USD", "concurrent", "invocations?")  # fmt: skip
NUMBER = r"\d+(?:[,.]\d+)*"  # without the punctuation that ends a sentence
CLAIM = re.compile(
    rf"(?<![\w.])(?:USD ?|\$ ?){NUMBER}|(?<![\w.,]){NUMBER}(?:[\s\u00a0-]|(?<!\d\d\d\d))(?:{'|'.join(UNITS)})\b"
)
# units as texts write them, and as facts name them
UNIT_BY_WORD = {unit: unit for unit in ("bytes", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "%")} | {
    "byte": "bytes",
    "percent": "%",
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), "ms"),
    **dict.fromkeys(("s", "second", "seconds"), "s"),
    **dict.fromkeys(("min", "minute", "minutes"), "min"),
    **dict.fromkeys(("h", "hour", "hours"), "h"),
    **dict.fromkeys(("day", "days"), "days"),
    **dict.fromkeys(("month", "months"), "months"),
    **dict.fromkeys(("vCPU", "vCPUs"), "vCPUs"),
    **dict.fromkeys(("invocation", "invocations"), "invocations"),
}
