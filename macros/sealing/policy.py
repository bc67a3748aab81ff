"""The content security policy of a page, and what it would refuse.

One policy on every page; a page that needs more says so with data-needs. `default-src` is 'self' and not 'none',
because Firefox prefetches the next page and reports that as refused.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from macros.sealing.pages import Seen, address
from macros.sealing.theme import of_theme

OURS = {"wasm", "worker"}


def policy(look: Seen) -> str:
    """The policy for what the page holds: hashes of the theme's inline scripts, and what its elements need."""
    scripts = ["'self'", *sorted({_hash(script) for script in look.scripts if of_theme(script)})]
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
    for loaded in dict.fromkeys(look.loads):
        bare = address(loaded)
        if bare.startswith(("//", "http:", "https:", "javascript:")) or "://" in bare.split("?")[0]:
            yield "S103", f"{loaded[:80]} is loaded from another host. Serve it from the site."
    for name in dict.fromkeys(look.refused):
        yield "S103", f"the element <{name}> loads or hides what the policy refuses. Take it out."
    for name in dict.fromkeys(look.orders):
        if name.casefold() != "content-security-policy":
            yield "S103", f"a meta element gives the browser the order {name[:40]}, which may lead away. Take it out."
    for start in dict.fromkeys(look.unread):
        yield "S115", f"`{start}` holds more than a paragraph of text. Write <noscript><p>...</p></noscript>."
    for script in look.scripts:
        if not of_theme(script):
            start = " ".join(script.split())[:60]
            yield "S108", f"the inline script `{start}` is not the theme's. Put it in a module below docs/assets."
    for box in look.boxes:
        yield "S110", f"shows a problem to readers: {' '.join(box.split())[:120]}. Fix what it names."
    for name in sorted(look.needs - OURS):
        yield "S109", f"data-needs names {name[:40]}, which the policy does not know. Known are wasm and worker."


def _hash(script: str) -> str:
    return "'sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode() + "'"
