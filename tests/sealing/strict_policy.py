"""The policy of a page without an engine, written out here so that a change of a single source is noticed."""

STRICT_POLICY = {
    "default-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def directives(policy: str) -> dict[str, str]:
    """Directive -> its sources, of a policy as a page has it."""
    return dict(rule.split(" ", 1) for rule in policy.split("; "))
