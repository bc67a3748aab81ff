"""Where MicroPython finds its modules: in memory, in one piece as they were fetched.

A file of the runtime is read in portions of twenty bytes, each of which crosses to JavaScript and back, and each of the
names that an import tries and does not find costs an exception there. Not portable: it is mounted.
"""

import sys

sys.path[:] = []  # what is built in is there; to look for files of that name first takes milliseconds

import io  # noqa: E402
import json  # noqa: E402
import vfs  # noqa: E402

FILE, FOLDER = (0x8000,) + (0,) * 9, (0x4000,) + (0,) * 9  # what os.stat says of either
MISSING = 2

modules: dict = {}  # path -> the file
folders: set = set()


class Shelf:
    def mount(self, readonly, new):
        pass

    def stat(self, path):
        if path in modules:
            return FILE
        if path in folders:
            return FOLDER
        raise OSError(MISSING)

    def open(self, path, mode):
        return io.BytesIO(modules[path])


def add(path, length):
    """Takes the modules of a bundle, a file of that length: JSON in a line, [[path, bytes], ...], then the modules."""
    bundle = bytearray(length)
    with open(path, "rb") as file:
        file.readinto(bundle)  # `read` would take a hundred portions
    at = bundle.find(b"\n") + 1
    for name, size in json.loads(bundle[:at]):
        place, at = "/" + name, at + size
        modules[place] = bundle[at - size : at]
        while place:
            place = place[: place.rfind("/")]
            folders.add(place)


vfs.mount(Shelf(), "/lib")
sys.path[:] = ["/lib"]
