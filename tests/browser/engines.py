"""Where an installed browser is: the tests download none.

Run as a command (`chromium` if it is given no other name) it prints the path, or says what to install and exits
with 1.
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
FIREFOX = ["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]
ENGINES = {"chromium": CHROMIUM, "firefox": FIREFOX}
INSTALL = {
    "chromium": "setup: the browser tests need Chromium, Chrome or Edge, and found none. Debian, Ubuntu: "
    "sudo apt-get install chromium-headless-shell (or chromium). macOS: brew install --cask google-chrome. "
    "Installed elsewhere: set BROWSER_PATH to its program.",
    "firefox": "setup: these browser tests need Firefox, and found none. Debian: sudo apt-get install firefox-esr. "
    "macOS: brew install --cask firefox. Installed elsewhere: set FIREFOX_PATH to its program.",
}
NAMED = {"chromium": "BROWSER_PATH", "firefox": "FIREFOX_PATH"}


def executable(engine: str = "chromium") -> str | None:
    """Path of the engine's program: the named one if set, else the first one found; None if there is none."""
    named = os.environ.get(NAMED[engine])
    if named:
        return named
    for name in ENGINES[engine]:
        found = shutil.which(name) or (name if Path(name).is_file() else None)
        if found:
            return found
    return None


if __name__ == "__main__":
    engine = (sys.argv[1:] or ["chromium"])[0]
    path = executable(engine)
    print(path or INSTALL[engine], file=sys.stdout if path else sys.stderr)
    sys.exit(0 if path else 1)
