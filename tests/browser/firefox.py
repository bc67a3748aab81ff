"""What Firefox under test is like: stock, installed, driven by WebDriver BiDi.

Some options of a context do nothing under that driver, and say nothing: `preferences_for` makes them preferences of
a Firefox of its own. What it has no way to do at all is named in `LACKS`, a test or one case of tests, and shown as
a skip with its reason.
"""

import re
from typing import Any

import pytest

ALWAYS = {
    "ui.useOverlayScrollbars": 1,  # as on a phone; the classic ones take 12 px of 320
    "ui.primaryPointerCapabilities": 6,  # a mouse, fine and able to hover; with no window there is none
    "browser.sessionhistory.max_total_viewers": 0,  # the driver loses a page that Back brings from memory
    "dom.events.testing.asyncClipboard": True,  # the driver gives no leave to read the clipboard
}
PREFERENCES = {
    ("java_script_enabled", False): {"javascript.enabled": False},
    ("color_scheme", "dark"): {"ui.systemUsesDarkTheme": 1, "layout.css.prefers-color-scheme.content-override": 0},
    ("color_scheme", "light"): {"ui.systemUsesDarkTheme": 0, "layout.css.prefers-color-scheme.content-override": 1},
    ("forced_colors", "active"): {"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1},
    ("large_text", True): {"font.size.variable.x-western": 32},
    ("reduced_motion", "reduce"): {"ui.prefersReducedMotion": 1},
}
OWN_TAB = "the driver has no session of the debugger, so each test has a tab of its own"
NO_FINGER = "the driver has no finger: its taps do nothing"
CENTERS = "the driver scrolls what it clicks to the middle of the window"
NO_FRAME = "the driver waits for a frame, which a page without scripts does not report"
NO_LOAD = "it reports no load before the scripts are there"
LACKS = {
    "test_by_touch_alone": NO_FINGER,
    "tap": NO_FINGER,
    "Finger": NO_FINGER,
    "test_what_was_stored_is_gone_and_the_page_is_as_wide_as_before": OWN_TAB,
    "test_a_tab_in_which_something_lasts_is_not_used_again": OWN_TAB,
    "test_two_clicks_are_one": "the driver counts each click alone, so that a double click is two clicks",
    "test_a_tab_that_falls_asleep_while_python_starts_answers_when_it_wakes": "the driver puts no tab to sleep",
    "test_many_rows_go_to_a_worker_that_can_reach_no_other_host": "the driver cannot run a program in a worker",
    "test_feedback_that_is_in_view_moves_nothing": CENTERS,
    "test_a_problem_is_in_view_although_the_first_row_is_not": CENTERS,
    "test_nothing_moves_when_a_right_answer_takes_the_hints_away": CENTERS,
    "test_a_term_leads_to_the_glossary_without_scripts": NO_FRAME,
    "test_who_acts_before_scripts_are_there_does_not_wait_for_a_browser_that_is_stuck": NO_LOAD,
    "test_a_focused_field_is_never_under_the_header": "it scrolls to a focused field only where none of it is in view",
    "test_without_a_policy_pyscript_would_ask_its_cdn_and_the_watch_notices": "the driver cannot set a policy aside",
}


def preferences_for(options: dict[str, Any]) -> dict[str, Any]:
    """Of a Firefox that is as the options of a context say."""
    found: dict[str, Any] = dict(ALWAYS)
    for (option, value), preferences in PREFERENCES.items():
        if options.get(option) == value:
            found |= preferences
    return found


def skip_what_it_lacks(items: list[pytest.Item]) -> None:
    for item in items:
        for lacking, reason in LACKS.items():
            if lacking in re.findall(r"\w+", item.name):
                item.add_marker(pytest.mark.skip(reason=f"Firefox: {reason}"))
