"""Planted faults that no test can notice, because they are none: the line as `tests.live.mutants` prints it -> why."""

EXPLAINED: dict[str, str] = {}
