"""A sweep in one go, as no page works it out."""

from macros.live import sweep


def swept(columns: dict) -> dict:
    """The sweep of some rows; columns as `sweep.begin` takes them."""
    state, done = sweep.begin(columns), 0
    while done < 1:
        state, done = sweep.step(state)
    return sweep.finish(state)
