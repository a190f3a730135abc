"""Logging: one line a record, without the private things that errors like to quote."""

import logging
import re
import traceback
from types import TracebackType
from typing import Any

ADDRESS = re.compile(r"[^\s\"'(),;:<=>\[\]]+@[^\s\"'(),;:<=>\[\]]+")
# The secret of a private link stands in its address, which errors are logged with;
# that of a draft, right after it is saved, in the query (`key`).
SECRET = re.compile(
    r"(/(?:comment/(?:confirm|follow)|position/(?:code|draft|desk))/[^/\s]+/|[?&]key=)"
    r"[^/&\s?#]+"
)
LIBRARIES = "site-packages"

ExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None]
)


class LineFormatter(logging.Formatter):
    """Joins a record's lines and hides e-mail addresses and secrets in them."""

    default_msec_format = "%s.%03d"

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's name
        """The error's kind, the first line of its text, and the way there in our code.

        PostgreSQL quotes the row in the lines that follow the first.
        """
        kind, error, trace = ei
        if kind is None:
            return ""
        frames = traceback.extract_tb(trace)
        ours = [frame for frame in frames[:-1] if LIBRARIES not in frame.filename]
        places = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in [*ours, *frames[-1:]]
        ]
        first = str(error).partition("\n")[0]
        return f"{kind.__name__}: {first} at {' > '.join(places)}"

    def format(self, record: logging.LogRecord) -> str:
        lines = super().format(record).splitlines()
        line = SECRET.sub(r"\1[secret]", " | ".join(lines))
        return ADDRESS.sub("[address]", line)


# To standard error, where the service manager takes it from.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": LineFormatter}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},
        "django_tasks": {"level": "WARNING"},
    },
}
