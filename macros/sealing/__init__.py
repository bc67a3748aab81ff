"""After the build: packs scripts, gives each page its content security policy, and reports what may not be published.

Reads only the built files and imports no other package but problems, drawings, engines, and esbuild, so that pages of
any origin are held to the same rules.
"""

from macros.sealing.faults import FAULTS

__all__ = ["FAULTS"]
