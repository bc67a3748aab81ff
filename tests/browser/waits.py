"""Waits for events in place of fixed times, which can be too short on a slow machine."""

from collections.abc import Callable

from playwright.sync_api import Page

LONGEST = 15_000  # ms
STEP = 20  # ms
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# an animation that begins in answer to an event has begun by the second frame
MOTION = f"""async () => {{
  await ({FRAMES})();
  const finite = document.getAnimations().filter(one => one.effect?.getComputedTiming().iterations !== Infinity);
  await Promise.all(finite.map(one => one.finished.catch(() => 0)));
}}"""


def wait_for_paint(page: Page) -> None:
    """Wait until the page has handled all input sent so far and has painted twice."""
    page.evaluate(FRAMES)


def wait_for_animations(page: Page) -> None:
    """Wait until every animation that has started is finished, except endless ones."""
    page.evaluate(MOTION)


def wait_for_timers(page: Page, ms: int) -> None:
    """Wait for every timer of the page that has started and lasts at most `ms` milliseconds.

    However slow the machine is, a page runs its timers in the order in which they are due.
    """
    page.evaluate("ms => new Promise(done => setTimeout(done, ms + 1))", ms)


def wait_until(page: Page, condition: Callable[[], object]) -> None:
    """Wait for a condition in the test process, such as a request that is being held."""
    for _ in range(LONGEST // STEP):
        if condition():
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"the condition does not hold after {LONGEST} ms")
