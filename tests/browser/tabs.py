"""A tab that tests use one after the other, as new: half of what a visit costs is the start of the tab's own process.

Nothing is stored in it, nothing is cached, and it shows an empty page. A test that did anything which lasts (a route,
a script for every page, a listener, another tab, a session of the debugger) is the last one that used it.
"""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import BrowserContext, Error

LASTING = {
    "page": "add_init_script emulate_media expose_function on route set_default_timeout",
    "clock": "install pause_at set_fixed_time set_system_time",
    "context": "add_cookies add_init_script grant_permissions new_cdp_session new_page on route set_offline",
}


class Tab:
    """A tab of its own context for the site at `origin`; `watch` gets what the context hears."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context, self.origin = context, origin
        self.page = context.new_page()
        self.clock = self.page.clock
        self.size = self.page.viewport_size
        self.debugger = context.new_cdp_session(self.page)
        self.is_as_new = True
        for part, names in LASTING.items():
            for name in names.split():
                self._notice(getattr(self, part), name)

    def _notice(self, part: Any, name: str) -> None:
        """From now on a call of that method leaves its mark."""
        method: Callable[..., Any] = getattr(part, name)

        def noticed(*given: Any, **named: Any) -> Any:
            self.is_as_new = False
            return method(*given, **named)

        setattr(part, name, noticed)

    def clean(self) -> bool:
        """Makes the tab as new; False if that cannot be done."""
        if not self.is_as_new or self.page.is_closed() or len(self.context.pages) > 1:
            return False
        try:
            self.page.evaluate("() => sessionStorage.clear()")
            self.page.goto("about:blank")
            self.page.mouse.move(0, 0)
            self.page.set_viewport_size(self.size or {"width": 1280, "height": 900})
            self.debugger.send("Storage.clearDataForOrigin", {"origin": self.origin, "storageTypes": "all"})
            self.debugger.send("Network.clearBrowserCache")
        except Error:  # the page crashed, or may not keep anything
            return False
        return True
