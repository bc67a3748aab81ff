"""The content security policy of a page, and what it would refuse.

One policy on every page. A page that holds the element of an engine (macros/engines.py) gets the rights that this
engine needs. `default-src` is 'self' and not 'none', because Firefox prefetches the next page and reports that as
refused.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from macros.engines import ENGINES
from macros.sealing.pages import Seen, address
from macros.sealing.theme import of_theme

RIGHTS = {
    "eval": ("script-src", "'unsafe-eval'"),
    "wasm": ("script-src", "'wasm-unsafe-eval'"),
    "worker": ("worker-src", "blob:"),
}


def policy(look: Seen) -> str:
    """The policy for what the page holds: hashes of the theme's inline scripts, and what its engines need."""
    scripts = sorted({_hash(script) for script in look.scripts if of_theme(script)})
    rules = {
        "default-src": "'self'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "script-src": " ".join(["'self'", *scripts]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for need in sorted({need for engine in ENGINES if engine.element in look.engines for need in engine.needs}):
        directive, source = RIGHTS[need]
        rules[directive] += f" {source}"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def faults(look: Seen, name: str = "") -> Iterator[tuple[str, str]]:
    """Code and text of everything that the policy would refuse, or that leaves the site.

    name: path of the page in the site, by which some engines are limited.
    """
    for handler in look.handlers:
        yield "S101", f"the attribute {handler} runs inline code. Listen from a module."
    if look.styles:
        yield "S102", f"{look.styles} style attributes or elements, which the policy blocks. Use classes."
    yield from _leaving(look)
    for script in look.scripts:
        if not of_theme(script):
            start = " ".join(script.split())[:60]
            yield "S108", f"the inline script `{start}` is not the theme's. Put it in a module below docs/assets."
    for box in look.boxes:
        yield "S110", f"shows a problem to readers: {' '.join(box.split())[:120]}. Fix what it names."
    for engine in ENGINES:
        if engine.element in look.engines and not name.startswith(engine.pages):
            yield "S109", f"<{engine.element}> may only be on {engine.pages} or below. Move it there."


def _leaving(look: Seen) -> Iterator[tuple[str, str]]:
    """What would load from another host, lead away, or hide something that does."""
    for loaded in dict.fromkeys(look.loads):
        bare = address(loaded)
        if bare.startswith(("//", "http:", "https:", "javascript:")) or "://" in bare.split("?")[0]:
            yield "S103", f"{loaded[:80]} is loaded from another host. Serve it from the site."
    for tag in dict.fromkeys(look.refused):
        yield "S103", f"the element <{tag}> loads or hides what the policy blocks. Remove it."
    for order in dict.fromkeys(look.orders):
        if order.casefold() != "content-security-policy":
            yield (
                "S103",
                f"a meta element gives the browser the order {order[:40]}, which may lead away. Remove it.",
            )
    for start in dict.fromkeys(look.unread):
        yield "S115", f"`{start}` holds more than a paragraph of text. Write <noscript><p>...</p></noscript>."


def _hash(script: str) -> str:
    return "'sha256-" + b64encode(sha256(script.encode("utf-8")).digest()).decode() + "'"
