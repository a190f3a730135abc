"""The child process that reads what could cost too much, seen from its parent."""

import json
import logging
import os
import subprocess
import sys
from dataclasses import asdict
from tempfile import TemporaryFile

from .kinds import Kind
from .limits import CODES, WIDEST, Code, Limits, UnreadableError

# An exit status below these is Python's own.
FIRST_STATUS = 64

# What Python may need to start; keys and passwords of the site are not for the child.
_KEPT = ("LD_LIBRARY_PATH", "PATH", "PYTHONHOME", "SYSTEMROOT")
# How many times its processor time a child may take by the clock: a busy machine is to
# take no text away.
_PATIENCE = 3
_KILLED, _OUT_OF_PROCESSOR_TIME = -9, -24

_logger = logging.getLogger(__name__)


def read_in_child(content: bytes, kind: Kind, limits: Limits) -> str:
    """Return the text that a child process reads; `UnreadableError` if there is none.

    Of a child that is stopped for its time or memory, the text until then is kept.
    """
    try:
        code, text = _read(content, kind, limits)
    except OSError as problem:
        _logger.exception("The process that reads files could not be run.")
        raise UnreadableError("not_readable") from problem
    if code in {"too_large", "too_slow"} and text.strip():
        return text
    if code:
        raise UnreadableError(code)
    return text


def _read(content: bytes, kind: Kind, limits: Limits) -> tuple[Code | None, str]:
    """Files, not pipes: what was written stays, however the child ends."""
    with TemporaryFile() as source, TemporaryFile() as output:
        source.write(content)
        source.seek(0)
        code = _run(kind, limits, source.fileno(), output.fileno())
        output.seek(0)
        text = output.read(limits.characters * WIDEST).decode(errors="ignore")
    return code, text


def _run(kind: Kind, limits: Limits, source: int, output: int) -> Code | None:
    command = [sys.executable, "-BP", "-m", __package__, kind, _packed(limits)]
    try:
        child = subprocess.run(  # noqa: S603 - ourselves, with nothing from outside
            command,
            stdin=source,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=limits.seconds * _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "too_slow"
    return _code(child.returncode)


def _code(status: int) -> Code | None:
    if status == 0:
        return None
    if 0 <= status - FIRST_STATUS < len(CODES):
        return CODES[status - FIRST_STATUS]
    if status == _OUT_OF_PROCESSOR_TIME:
        return "too_slow"
    if status == _KILLED:  # by the system, for its memory
        return "too_large"
    _logger.error("The process that reads files ended with %s.", status)
    return "damaged"


def _packed(limits: Limits) -> str:
    return json.dumps(asdict(limits))


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    paths = (path or os.getcwd() for path in sys.path)  # noqa: PTH109 - "" is that
    return {**kept, "PYTHONPATH": os.pathsep.join(paths)}
