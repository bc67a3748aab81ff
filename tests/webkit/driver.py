"""The few commands of W3C WebDriver that the smoke test needs, spoken to WebKitWebDriver of WebKitGTK.

No client library: the nearest one brings ten packages into every `make test`, for these six commands.
Run as a command it prints where the browser is, or says what to install and exits with 1.
"""

import glob
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

BROWSERS = ["/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib*/webkit2gtk-4.1/MiniBrowser"]
NEEDED = ["WebKitWebDriver", "Xvfb"]
INSTALL = (
    "setup: the smoke test in WebKit needs WebKitGTK's driver and a screen without a monitor. "
    "Debian, Ubuntu: sudo apt-get install webkit2gtk-driver xvfb. It runs on Linux only."
)
QUIET = {
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # the tests may run as root, and open our own pages alone
    "LIBGL_ALWAYS_SOFTWARE": "1",
}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the standard gives it
PATIENCE = 20.0  # s


def mini_browser() -> str | None:
    """Path of the browser that comes with WebKitGTK; None if it, its driver or a screen is missing."""
    found = [path for pattern in BROWSERS for path in glob.glob(pattern)]
    return found[0] if found and all(map(shutil.which, NEEDED)) else None


class WebKit:
    """One window. Elements are named by CSS selectors."""

    def __init__(self, address: str) -> None:
        self.address = address
        options = {"binary": mini_browser(), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}}
        self.session = self.tell("POST", "/session", {"capabilities": wanted})["sessionId"]

    def tell(self, method: str, path: str, body: Any = None) -> Any:
        data = None if method != "POST" else json.dumps(body or {}).encode()
        request = Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except HTTPError as problem:
            raise AssertionError(f"{path}: {problem.read().decode()}") from None

    def do(self, path: str, **body: Any) -> Any:
        return self.tell("POST", f"/session/{self.session}{path}", body)

    def open(self, url: str) -> None:
        self.do("/url", url=url)

    def ask(self, function: str, *arguments: Any) -> Any:
        """What a JavaScript function returns."""
        return self.do("/execute/sync", script=f"return ({function})(...arguments)", args=list(arguments))

    def find(self, selector: str) -> str:
        found: str = self.do("/element", using="css selector", value=selector)[ELEMENT]
        return found

    def click(self, selector: str) -> None:
        self.do(f"/element/{self.find(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        self.do(f"/element/{self.find(selector)}/clear")
        self.do(f"/element/{self.find(selector)}/value", text=text)

    def wait_for(self, function: str, *arguments: Any) -> None:
        """Until a JavaScript function returns what counts as true."""
        until(lambda: self.ask(function, *arguments), function)

    def close(self) -> None:
        self.tell("DELETE", f"/session/{self.session}")


def until(there: Callable[[], Any], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end, f"not within {PATIENCE:.0f} s: {what}"
        time.sleep(0.1)


@contextmanager
def screen() -> Iterator[str]:
    """Name of a display that nobody sees; Xvfb takes a free one."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        os.close(write)
        try:
            yield ":" + os.read(read, 16).decode().strip()
        finally:
            os.close(read)
            running.terminate()


@contextmanager
def driver(display: str, folder: Path, port: int) -> Iterator[str]:
    """Address of a WebKitWebDriver; what it stores stays in `folder`."""
    surroundings = {**os.environ, **QUIET, "DISPLAY": display, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    command = ["WebKitWebDriver", f"--port={port}"]
    address = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL) as running:
        try:
            until(lambda: answers(f"{address}/status"), "the driver answers")
            yield address
        finally:
            running.terminate()


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5):
            return True
    except OSError:  # no connection, or no answer in time
        return False


if __name__ == "__main__":
    path = mini_browser()
    print(path or INSTALL, file=sys.stdout if path else sys.stderr)
    sys.exit(0 if path else 1)
