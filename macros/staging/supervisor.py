"""`serve`: keeps the site generator running, and checks, stages, or restarts it when a file changes.

MkDocs builds from a copy of docs that staging keeps up to date. It never imports a module below macros/ again, so an
edit there restarts it. If it stops, the next save starts it again.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from macros.course.files import WATCHED
from macros.staging.child import start

PAUSE = 0.3
RESTART: Mapping[str, AbstractSet[str]] = {
    "macros": {".py", ".html"},
    "mkdocs.yml": {".yml"},
    "overrides": {".html", ".svg"},
}
AGAIN: Mapping[str, AbstractSet[str]] = {"quizzes": {".yml"}, "docs": WATCHED}


def serve(root: Path, address: str) -> int:
    """Serves `root` at host:port until interrupted; exit code 2 if the port is taken."""
    host, _, port = address.rpartition(":")
    if not port.isdigit() or not _free(host or "127.0.0.1", int(port)):
        print(f"serve: {address} cannot be used, probably because another program uses it.\n"
              f"Stop it, or choose another: make serve ARGS=\"--address 127.0.0.1:8001\"", file=sys.stderr)  # fmt: skip
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    watch = _Watch(root, address)
    try:
        watch.stage()
        watch.child = watch.start()
        while True:
            time.sleep(PAUSE)
            watch.look()
    except KeyboardInterrupt:
        return 0
    finally:
        watch.stop()


def _free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True


def stamps(root: Path, watched: Mapping[str, AbstractSet[str]]) -> dict[Path, int]:
    """Times of last change of the watched files."""
    found: dict[Path, int] = {}
    for name, suffixes in watched.items():
        top = root / name
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.suffix in suffixes and "generated" not in path.relative_to(root).parts:
                try:
                    found[path] = path.stat().st_mtime_ns
                except FileNotFoundError:
                    continue  # saved by renaming, and gone between the two calls
    return found


class _Watch:
    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address, self.told = root, address, False
        self.code, self.content = stamps(root, RESTART), stamps(root, AGAIN)
        self.problems = ""
        self.child: subprocess.Popen[str] | None = None

    def stage(self) -> None:
        command = [sys.executable, "-m", "macros", "stage", "--lenient"]
        said = subprocess.run(command, cwd=self.root, stdout=subprocess.PIPE, text=True, check=False)
        self.problems = said.stdout
        print(self.problems, end="", flush=True)

    def start(self) -> subprocess.Popen[str]:
        self.told = False
        return start(self.root, self.address, lambda: self.problems)

    def stop(self) -> None:
        if self.child:
            self.child.terminate()
            self.child.wait()

    def look(self) -> None:
        """One turn: stage or start again if something changed."""
        code, content = stamps(self.root, RESTART), stamps(self.root, AGAIN)
        stopped = self.child is None or self.child.poll() is not None
        if stopped and not self.told:
            print("serve: the site could not be built; the lines above say why. Save a file to try again.", flush=True)
            self.told = True
        if code != self.code or (stopped and content != self.content):
            self.stop()
            self.stage()
            self.child = self.start()
        elif content != self.content:
            self.stage()
        self.code, self.content = code, content
