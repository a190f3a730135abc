"""A process of its own under production settings and a chosen environment."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What `make check` gives its settings: no page could be shown, but nothing is missing.
COMPLETE = {
    "ALLOWED_HOSTS": "city.example",
    "BASE_URL": "https://city.example",
    "DATABASE_URL": "postgres://127.0.0.1:1/none",
    "DEFAULT_FROM_EMAIL": "programme@city.example",
    "SECRET_KEY": "0123456789" * 5,
    "STATIC_ROOT": str(ROOT / "tests/config/static"),
}


def python(*words, **environment):
    """Run Python on `words`; its environment holds `environment` and little else."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *words],
        cwd=ROOT,
        env={
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "PATH": os.environ["PATH"],
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
