"""The content security policy of a page, and what it would refuse.

One policy on every page; a page that needs more says so with data-needs. `default-src` is 'self' and not 'none',
because Firefox prefetches the next page and reports that as refused.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from macros.sealing.pages import Seen

OURS = {"wasm", "worker"}


def policy(look: Seen) -> str:
    """The policy for what the page holds: hashes of its inline scripts, and what its elements need."""
    scripts = ["'self'", *sorted({_hash(script) for script in look.scripts})]
    workers = ["'self'"]
    if "wasm" in look.needs:
        scripts.append("'wasm-unsafe-eval'")
    if "worker" in look.needs:
        workers.append("blob:")
    rules = {
        "default-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "script-src": " ".join(scripts),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": " ".join(workers),
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def faults(look: Seen) -> Iterator[tuple[str, str]]:
    """Code and text of everything that the policy would refuse, or that leaves the site."""
    for name in look.handlers:
        yield "S101", f"the attribute {name} runs inline code. Listen from a module."
    if look.styles:
        yield "S102", f"{look.styles} style attributes or elements, which the policy refuses. Use classes."
    for address in look.loads:
        bare = address.strip().casefold()
        if bare.startswith(("//", "http:", "https:", "javascript:")) or "://" in bare.split("?")[0]:
            yield "S103", f"{address[:80]} is loaded from another host. Serve it from the site."
    for name in sorted(look.needs - OURS):
        yield "S104", f"data-needs names {name[:40]}, which the policy does not know. Known are wasm and worker."


def _hash(script: str) -> str:
    return "'sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode() + "'"
