"""How much processor time a hostile input may take."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cpu_seconds_at_most(limit: float) -> Iterator[None]:
    """Fails if the block takes more processor time. `make coverage` traces each line, which is slow: no limit there."""
    start = time.process_time()
    yield
    seconds = time.process_time() - start
    assert seconds < limit or sys.gettrace(), f"took {seconds:.1f} s of processor time; the limit is {limit} s"
