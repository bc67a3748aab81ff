"""Where an installed browser is: the tests download none.

Run as a command it prints the path, or says what to install and exits with 1.
"""

import os
import shutil
import sys
from pathlib import Path

CHROMIUM = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]
ENGINES = {"chromium": CHROMIUM, "firefox": ["firefox-esr", "firefox"]}
INSTALL = (
    "setup: the browser tests need Chromium, Chrome or Edge, and found none. Debian, Ubuntu: "
    "sudo apt-get install chromium-headless-shell (or chromium). macOS: brew install --cask google-chrome. "
    "Installed elsewhere: set BROWSER_PATH to its program."
)


def executable(engine: str = "chromium") -> str | None:
    """Path of the engine's program: BROWSER_PATH if set, else the first one found; None if there is none."""
    named = os.environ.get("BROWSER_PATH")
    if named:
        return named
    for name in ENGINES[engine]:
        found = shutil.which(name) or (name if Path(name).is_file() else None)
        if found:
            return found
    return None


if __name__ == "__main__":
    path = executable()
    print(path or INSTALL, file=sys.stdout if path else sys.stderr)
    sys.exit(0 if path else 1)
