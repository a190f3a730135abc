"""The child process: reads a file from its input and writes the text page by page."""

import json
import math
import sys
from contextlib import suppress

from .children import FIRST_STATUS
from .extracting import extract
from .kinds import Kind
from .limits import CODES, WIDEST, Limits

if sys.platform != "win32":
    import resource

# Python itself has to start and to end within the file size that is allowed.
_SPARE_BYTES = 2**16


def main(kind: str, packed_limits: str) -> int:
    """Return the exit status: 0, or that of the code that says why there is no text."""
    limits = Limits(**json.loads(packed_limits))
    restrict(limits)
    output = sys.stdout.buffer

    def write(text: str) -> None:
        output.write(text.encode(errors="ignore"))
        output.flush()

    code = extract(sys.stdin.buffer.read(), Kind(kind), limits, write)
    return FIRST_STATUS + CODES.index(code) if code else 0


def restrict(limits: Limits) -> None:
    """Let the system hold this process to the limits; Windows has none to set."""
    if sys.platform == "win32":
        return
    seconds = math.ceil(limits.seconds)
    written = limits.characters * WIDEST + _SPARE_BYTES
    for kind, soft, hard in (
        (resource.RLIMIT_AS, limits.memory, limits.memory),
        # The soft limit tells that it was the time; the hard one only kills.
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_FSIZE, written, written),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        # A system that allows less already, or that knows no such limit.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
