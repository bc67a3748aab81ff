"""Serves the built site the way GitHub Pages does: under a sub-path, gzipped, 404.html, no special headers."""

import gzip
import threading
from collections.abc import Callable
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SCRIPT = "application/javascript; charset=utf-8"  # a suffix not listed, .py included, is application/octet-stream
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": SCRIPT,
    ".mjs": SCRIPT,
    ".svg": "image/svg+xml",
    ".json": "application/json; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".png": "image/png",
}
SQUEEZED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".xml"}


Edit = Callable[[bytes], bytes]


@cache
def body(path: Path, mtime: int, squeeze: bool, edit: Edit | None) -> bytes:
    """Bytes of the file as sent; `mtime` is there so that a rebuilt file is read again."""
    data = edit(path.read_bytes()) if edit else path.read_bytes()
    return gzip.compress(data, 6) if squeeze else data


class PagesServer:
    """`url` ends in "/"; `down = True` drops every connection, as a lost network does; `edits` change files by path."""

    def __init__(self, site: Path, base: str, edits: dict[str, Edit] | None = None) -> None:
        self.site, self.base, self.down = site.resolve(), base, False
        self.edits = {self.site / path: edit for path, edit in (edits or {}).items()}
        handler = type(
            "Handler",
            (BaseHTTPRequestHandler,),
            {
                "protocol_version": "HTTP/1.1",
                "log_message": lambda *_: None,
                # a bound method would not be handed the request
                "do_GET": lambda request: self.answer(request),  # noqa: PLW0108
                "do_HEAD": lambda request: self.answer(request),  # noqa: PLW0108
            },
        )
        self.http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.http.daemon_threads = True
        self.http.handle_error = lambda *_: None  # browsers drop connections when they close
        threading.Thread(target=self.http.serve_forever, args=[0.05], daemon=True).start()
        self.url = f"http://127.0.0.1:{self.http.server_port}{base}"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def find(self, path: str) -> tuple[int, Path | str]:
        """Status and the file to send, or the address to go to."""
        target = (self.site / path.removeprefix(self.base)).resolve()
        if path + "/" == self.base or (path.startswith(self.base) and target.is_dir() and not path.endswith("/")):
            return 301, path + "/"
        target = target / "index.html" if target.is_dir() else target
        if path.startswith(self.base) and target.is_relative_to(self.site) and target.is_file():
            return 200, target
        return 404, self.site / "404.html"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        if self.down:
            request.close_connection = True
            return request.connection.close()
        status, target = self.find(unquote(urlsplit(request.path).path))
        if isinstance(target, str):
            data, headers = b"", {"Location": target}
        else:
            squeeze = target.suffix in SQUEEZED and "gzip" in request.headers.get("Accept-Encoding", "")
            data = body(target, target.stat().st_mtime_ns, squeeze, self.edits.get(target))
            headers = {
                "Content-Type": TYPES.get(target.suffix, "application/octet-stream"),
                "Cache-Control": "max-age=600",
                "Vary": "Accept-Encoding",
                **({"Content-Encoding": "gzip"} if squeeze else {}),
            }
        request.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            request.send_header(name, value)
        request.end_headers()
        if request.command == "GET":
            request.wfile.write(data)
