"""The metrics as a wheel for Pyodide: macros/live under the name `live`, and the lock file that names the wheel's hash.

Equal sources give equal bytes, whatever the day or the machine, or the hash in the lock would change with each build.
Docstrings stay: readers of a lab may ask for them with `help`.
"""

from __future__ import annotations

import io
import json
import tempfile
import tomllib
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

LIVE = Path("macros/live")
NPM_LOCK = Path("node_modules/pyodide/pyodide-lock.json")
PACKAGE = "live_metrics"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest date that a ZIP file can hold
WHEEL = "Wheel-Version: 1.0\nGenerator: model-answers\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def metrics_wheel(root: Path) -> tuple[str, bytes]:
    """File name and content of the wheel of `root`/macros/live; the version is the project's."""
    version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    folder = f"{PACKAGE}-{version}.dist-info"
    sources = sorted((root / LIVE).rglob("*.py"))
    files = {f"live/{path.relative_to(root / LIVE).as_posix()}": path.read_bytes() for path in sources}
    files[f"{folder}/METADATA"] = f"Metadata-Version: 2.1\nName: live-metrics\nVersion: {version}\n".encode()
    files[f"{folder}/WHEEL"] = WHEEL.encode()
    files[f"{folder}/RECORD"] = _wheel_record(files, f"{folder}/RECORD")
    return f"{PACKAGE}-{version}-py3-none-any.whl", _zip_archive(files)


def _wheel_record(files: Mapping[str, bytes], record_name: str) -> bytes:
    """The list of files with their hashes, as the wheel format asks for it."""
    lines = [
        f"{name},sha256={_unpadded_urlsafe_base64_sha256(content)},{len(content)}" for name, content in files.items()
    ]
    return "".join(f"{line}\n" for line in [*lines, f"{record_name},,"]).encode()


def _unpadded_urlsafe_base64_sha256(content: bytes) -> str:
    return urlsafe_b64encode(sha256(content).digest()).rstrip(b"=").decode()


def _zip_archive(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


@cache
def single_wheel_lock_file(npm_lock: str, wheel_name: str, wheel_content: bytes) -> bytes:
    """Pyodide's lock file for that wheel alone, with the wheel's SHA-256.

    npm_lock: text of the lock file that npm's pyodide brings; its `info` says which Python and ABI it is for. The
    hundreds of packages that it lists are left out, as the site serves none of them.
    """
    from pyodide_lock import InfoSpec, PyodideLockSpec
    from pyodide_lock.utils import add_wheels_to_spec

    info = {"version": "", **json.loads(npm_lock)["info"]}  # pyodide-lock asks for a version, which Pyodide gave up
    empty = PyodideLockSpec(info=InfoSpec(**info), packages={})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, wheel_name)
        path.write_bytes(wheel_content)
        spec = add_wheels_to_spec(empty, [path])
        made = Path(folder, "pyodide-lock.json")
        spec.to_json(made)
        return made.read_bytes()
