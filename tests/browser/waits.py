"""Waits for what a page has begun, in place of a time within which a slow machine may not be done with it."""

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


def frames_shown(page: Page) -> None:
    """Returns once the page has painted what has happened so far, and was handed all that the driver has sent."""
    page.evaluate(FRAMES)


def motion_ended(page: Page) -> None:
    """Returns once nothing moves any more that began to move before."""
    page.evaluate(MOTION)


def timers_ended(page: Page, ms: int) -> None:
    """Returns after each timer of the page that was started before and lasts no more than these milliseconds.

    However slow the machine is, a page runs its timers in the order in which they are due.
    """
    page.evaluate("ms => new Promise(done => setTimeout(done, ms + 1))", ms)


def wait_until(page: Page, is_so: Callable[[], object]) -> None:
    """Returns once something is so that the driver tells the test, such as a request that is held."""
    for _ in range(LONGEST // STEP):
        if is_so():
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"still not so after {LONGEST} ms")
