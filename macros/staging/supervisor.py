"""`serve`: keeps the site generator running, and checks, stages, or restarts it when a file changes.

MkDocs builds from a copy of docs that staging keeps up to date. It never imports a module below macros/ again, so a
change there restarts it. If it stops, the next save starts it again.

Files are polled: one scan of 560 files takes 9 ms. watchdog, which MkDocs installs, would need a second thread, a timer
that joins the events of one save, and a filter for the files that staging writes.
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
from macros.staging.child import start_site_generator

POLL_SECONDS = 0.3
RESTARTING: Mapping[str, AbstractSet[str]] = {
    "macros": {".py", ".html"},
    "mkdocs.yml": {".yml"},
    "overrides": {".html", ".svg"},
}
STAGING: Mapping[str, AbstractSet[str]] = {"quizzes": {".yml"}, "docs": WATCHED}


def serve(root: Path, address: str) -> int:
    """Serves `root` at host:port until interrupted; exit code 2 if the port is taken."""
    host, _, port = address.rpartition(":")
    if not port.isdigit() or not _is_port_free(host or "127.0.0.1", int(port)):
        print(f"serve: {address} cannot be used, probably because another program uses it.\n"
              f"Stop it, or choose another: make serve ARGS=\"--address 127.0.0.1:8001\"", file=sys.stderr)  # fmt: skip
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    supervisor = _Supervisor(root, address)
    try:
        supervisor.stage_and_print_problems()
        supervisor.start_child()
        while True:
            time.sleep(POLL_SECONDS)
            supervisor.restage_or_restart_if_changed()
    except KeyboardInterrupt:
        return 0
    finally:
        supervisor.terminate_child_and_wait()


def _is_port_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return False
    return True


def modification_times(root: Path, suffixes_by_path: Mapping[str, AbstractSet[str]]) -> dict[Path, int]:
    """Time of the last change of each watched file, in nanoseconds.

    suffixes_by_path: suffixes of files by the folder, or the file, below `root`.
    """
    found: dict[Path, int] = {}
    for name, suffixes in suffixes_by_path.items():
        top = root / name
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.suffix in suffixes and "generated" not in path.relative_to(root).parts:
                try:
                    found[path] = path.stat().st_mtime_ns
                except FileNotFoundError:
                    continue  # an editor saves by renaming, so a file can disappear between the two calls
    return found


class _Supervisor:
    """The site generator as a child process, and the watched files as they were when it was last informed."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address
        self.has_reported_stop = False
        self.code, self.content = modification_times(root, RESTARTING), modification_times(root, STAGING)
        self.problems = ""
        self.child: subprocess.Popen[str] | None = None

    def stage_and_print_problems(self) -> None:
        """Stages leniently in a process of its own; `problems` is the printed text."""
        command = [sys.executable, "-m", "macros", "stage", "--lenient"]
        done = subprocess.run(command, cwd=self.root, stdout=subprocess.PIPE, text=True, check=False)
        self.problems = done.stdout
        print(self.problems, end="", flush=True)

    def start_child(self) -> None:
        self.has_reported_stop = False
        self.child = start_site_generator(self.root, self.address, lambda: self.problems)

    def terminate_child_and_wait(self) -> None:
        if self.child:
            self.child.terminate()
            self.child.wait()

    def restage_or_restart_if_changed(self) -> None:
        """Stages if content changed since the last call; also restarts MkDocs if code changed or it has stopped."""
        code, content = modification_times(self.root, RESTARTING), modification_times(self.root, STAGING)
        stopped = self.child is None or self.child.poll() is not None
        if stopped and not self.has_reported_stop:
            print("serve: the site could not be built; the lines above say why. Save a file to try again.", flush=True)
            self.has_reported_stop = True
        if code != self.code or (stopped and content != self.content):
            self.terminate_child_and_wait()
            self.stage_and_print_problems()
            self.start_child()
        elif content != self.content:
            self.stage_and_print_problems()
        self.code, self.content = code, content
